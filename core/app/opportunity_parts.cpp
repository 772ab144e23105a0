// The people and the products of an opportunity: contact roles (P-8) and line items.
#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/base/text.h"

namespace cohoi::app {

Result<Planned> plan(const SetRole& command, Draft& draft) {
  ContactRole role = command.role;
  if (!role.id.empty()) {
    COHOI_TRY(const ContactRole before, draft.get(role.id));
    role.opportunity_id = before.opportunity_id;
    if (role.contact_id.empty()) role.contact_id = before.contact_id;
  }
  COHOI_TRY(const Opportunity opportunity, draft.get(role.opportunity_id));
  COHOI_TRY(const std::vector<ContactRole> others, draft.find_by<ContactRole>("opportunity_id", opportunity.id));
  // Whoever is on it without a part (a lead whose part nobody knew) is given one; that is no second role.
  if (role.id.empty())
    for (const ContactRole& other : others)
      if (other.contact_id == role.contact_id && other.part == Part::unknown) {
        role.id = other.id;
        role.primary = role.primary || other.primary;
      }
  COHOI_CHECK(check_role(role, others));
  COHOI_TRY(const Contact contact, draft.get(role.contact_id));
  Planned planned;
  if (role.id.empty()) {
    role.id = draft.ids().next_of<ContactRole>();
    planned.made.push_back({Entity::contact_role, role.id.uuid});
  }
  draft.put(role);
  planned.done = msg("done.role_set", cohoi::title_of(contact), opportunity.name);
  return planned;
}

Result<Planned> plan(const RemoveRole& command, Draft& draft) {
  COHOI_TRY(const ContactRole role, draft.get(command.role_id));
  COHOI_TRY(const std::string person, title_of(draft, {Entity::contact, role.contact_id.uuid}));
  COHOI_TRY(const std::string opportunity, title_of(draft, {Entity::opportunity, role.opportunity_id.uuid}));
  draft.remove(Entity::contact_role, role.id.uuid);
  return Planned{msg("done.role_removed", person, opportunity), {}};
}

Result<Planned> plan(const SetLineItem& command, Draft& draft) {
  LineItem item = command.item;
  if (!item.id.empty()) {
    COHOI_TRY(const LineItem before, draft.get(item.id));
    item.opportunity_id = before.opportunity_id;
  }
  COHOI_TRY(const Opportunity opportunity, draft.get(item.opportunity_id));
  item.description = tidy(item.description);
  std::string name = item.description;
  if (!item.product_id.empty()) {
    COHOI_TRY(const Product product, draft.get(item.product_id));
    if (!item.price) item.price = product.price;
    name = product.name;
  } else if (item.description.empty()) {
    return fail(field_error(ErrorCode::invalid, msg("refusal.item.nothing"), "product_id"));
  }
  if (item.quantity < 1) return fail(field_error(ErrorCode::invalid, msg("refusal.item.quantity"), "quantity"));
  if (item.discount_percent < 0 || item.discount_percent > 100)
    return fail(field_error(ErrorCode::invalid, msg("error.percent"), "discount_percent"));
  if (item.price) {
    const bool counts = item.price->minor >= 0 && line_total(*item.price, item.quantity, static_cast<int>(item.discount_percent));
    if (!counts) return fail(field_error(ErrorCode::invalid, msg("refusal.item.too_large"), "price"));
  }
  Planned planned;
  if (item.id.empty()) {
    item.id = draft.ids().next_of<LineItem>();
    planned.made.push_back({Entity::line_item, item.id.uuid});
  }
  draft.put(item);
  planned.done = msg("done.item_set", name, opportunity.name);
  return planned;
}

Result<Planned> plan(const RemoveLineItem& command, Draft& draft) {
  COHOI_TRY(const LineItem item, draft.get(command.item_id));
  COHOI_TRY(const std::string opportunity, title_of(draft, {Entity::opportunity, item.opportunity_id.uuid}));
  std::string name = item.description;
  if (name.empty()) {
    COHOI_TRY(name, title_of(draft, {Entity::product, item.product_id.uuid}));
  }
  draft.remove(Entity::line_item, item.id.uuid);
  return Planned{msg("done.item_removed", name, opportunity), {}};
}

}  // namespace cohoi::app
