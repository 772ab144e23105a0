#include <algorithm>

#include "core/domain/record.h"
#include "core/base/stable_order.h"
#include "core/domain/stage_order.h"
#include "core/domain/stage_rules.h"

namespace cohoi {
namespace {

bool has_loss_reason(const Opportunity& opportunity) {
  return !opportunity.loss_reason.empty() && (opportunity.loss_reason != "other" || !opportunity.loss_note.empty());
}

void add_missing(const Stage& stage, const GateFacts& facts, std::vector<GateItem>& missing) {
  for (const GateItem item : gate_of(stage)) {
    const bool listed = std::find(missing.begin(), missing.end(), item) != missing.end();
    if (!listed && !passes(item, facts)) missing.push_back(item);
  }
}

}  // namespace

std::vector<const Stage*> open_stages_in_order(std::span<const Stage> stages) {
  std::vector<const Stage*> order;
  for (const Stage& stage : stages)
    if (stage.kind == StageKind::open) order.push_back(&stage);
  stable_order(order, [](const Stage* a, const Stage* b) { return a->position < b->position; });
  return order;
}

const Stage* find_stage(StageId id, std::span<const Stage> stages) {
  for (const Stage& stage : stages)
    if (stage.id == id) return &stage;
  return nullptr;
}

bool passes(GateItem item, const GateFacts& facts) {
  const Opportunity& opportunity = facts.opportunity;
  switch (item) {
    case GateItem::relationship_built: return std::any_of(facts.activities.begin(), facts.activities.end(), builds_relationship);
    case GateItem::needs_written: return !opportunity.needs.empty();
    case GateItem::amount: return opportunity.amount && opportunity.amount->minor > 0;
    case GateItem::buyer_role:
      return std::any_of(facts.roles.begin(), facts.roles.end(),
                         [](const ContactRole& role) { return role.part == Part::buyer || role.part == Part::decision_maker; });
    case GateItem::supplier_dropped:
      return opportunity.supplier_dropped == SupplierDropped::yes || opportunity.supplier_dropped == SupplierDropped::none;
    case GateItem::payment_terms_discussed: return opportunity.payment_terms_discussed || !opportunity.payment_terms.empty();
    case GateItem::expected_close: return opportunity.expected_close.has_value();
    case GateItem::payment_terms_written: return !opportunity.payment_terms.empty();
    case GateItem::contract_drafted: return opportunity.contract_drafted || opportunity.contract_signed;
    case GateItem::contract_or_order: return opportunity.contract_signed || !opportunity.order_number.empty();
    case GateItem::close_date: return opportunity.closed_on.has_value();
    case GateItem::loss_reason: return has_loss_reason(opportunity);
  }
  return false;
}

Message gate_item_name(GateItem item) { return msg("gate." + std::string(name_of(item))); }

std::vector<GateItem> gate_of(const Stage& stage) {
  std::vector<GateItem> items;
  for (std::size_t i = 0; i < EnumNames<GateItem>::names.size(); ++i) {
    const auto& asked = stage.gate.items;
    if (std::find(asked.begin(), asked.end(), EnumNames<GateItem>::names[i]) != asked.end()) items.push_back(static_cast<GateItem>(i));
  }
  return items;
}

Tags gate_tags(const std::vector<GateItem>& items) {
  std::vector<std::string> names;
  names.reserve(items.size());
  for (const GateItem item : items) names.emplace_back(name_of(item));
  return make_tags(std::move(names));
}

Message stage_name(const Stage& stage) {
  if (!stage.name.empty() || stage.key.empty()) return msg("verbatim", stage.name);
  return msg("stage." + stage.key);
}

std::vector<GateItem> missing_for_stage(const GateFacts& facts, const Stage& to, std::span<const Stage> stages) {
  std::vector<GateItem> missing;
  if (to.kind != StageKind::lost) {
    const std::vector<const Stage*> order = open_stages_in_order(stages);
    const auto place = [&](StageId id) {
      return std::find_if(order.begin(), order.end(), [&](const Stage* stage) { return stage->id == id; }) - order.begin();
    };
    // A new record, a closed one and one of another pipeline stand before the first stage.
    const auto from = place(facts.opportunity.stage_id);
    const auto first = from == std::ssize(order) ? 0 : from + 1;
    const auto last = to.kind == StageKind::won ? std::ssize(order) : place(to.id);
    for (auto i = first; i < last; ++i) add_missing(*order[static_cast<std::size_t>(i)], facts, missing);
    if (to.kind == StageKind::open && last < first) return missing;
  }
  add_missing(to, facts, missing);
  return missing;
}

Error gate_refusal(const Stage& to, const std::vector<GateItem>& missing) {
  Error error{ErrorCode::refused, {}, {}, {}};
  for (const GateItem item : missing) error.missing.push_back(gate_item_name(item));
  error.message = msg("refusal.stage", std::vector<Message>{stage_name(to)}, error.missing);
  return error;
}

}  // namespace cohoi
