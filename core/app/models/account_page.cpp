#include "core/app/models/account_page.h"

#include <algorithm>

#include "core/app/models/record_list.h"
#include "core/base/stable_order.h"

namespace cohoi::app {

namespace {

void add_fact(std::vector<Fact>& facts, Message label, Label value, std::string address = {}) {
  if (!value.empty()) facts.push_back({std::move(label), std::move(value), std::move(address), Tone::neutral});
}

std::string with_scheme(std::string_view scheme, const std::string& text) { return text.empty() ? std::string() : std::string(scheme) + text; }

// A backup may hold any text; only what leads to the web becomes a link as it is.
std::string web_address(const std::string& website) {
  if (website.empty() || website.starts_with("https://") || website.starts_with("http://")) return website;
  return "https://" + website;
}

RelatedRow row_of(const Lead& lead) {
  return {title_of(lead), address_of(Entity::lead, lead.id.uuid), lead.interest, {}, {{status_label(lead.status), Tone::neutral}}};
}

RelatedRow row_of(const Opportunity& opportunity, const Stage& stage, Names& names) {
  const auto tone = stage.kind == StageKind::won ? Tone::good : stage.kind == StageKind::lost ? Tone::bad : Tone::accent;
  auto second = names.date(opportunity.closed_on ? opportunity.closed_on : opportunity.expected_close);
  if (const auto owner = names.owner(opportunity.owner_id); !owner.empty()) second += (second.empty() ? "" : " · ") + owner;
  return {title_of(opportunity), address_of(Entity::opportunity, opportunity.id.uuid), std::move(second), names.money(opportunity.amount),
          {{Label(stage_name(stage)), tone}}};
}

RelatedRow row_of(const Account& account, std::vector<Chip> chips) {
  return {title_of(account), address_of(Entity::account, account.id.uuid), account.city, {}, std::move(chips)};
}

// C-4: branches and parents are shown together, never merged on their own.
Status add_family(AccountPage& page, Session& session) {
  COHOI_TRY(const auto parent, store::find(session.db(), page.account.parent_id));
  if (parent) page.family.push_back(row_of(*parent, {{msg("records.parent"), Tone::accent}}));
  COHOI_TRY(const auto branches, store::find_by<Account>(session.db(), "parent_id", to_value(page.account.id)));
  for (const auto& branch : branches) page.family.push_back(row_of(branch, {{msg("records.branch"), Tone::neutral}}));
  return {};
}

Status add_leads(std::vector<RelatedRow>& rows, Session& session, std::string_view field, std::string_view converted_field,
                 const Value& id) {
  COHOI_TRY(const auto linked, store::find_by<Lead>(session.db(), field, id));
  COHOI_TRY(const auto converted, store::find_by<Lead>(session.db(), converted_field, id));
  for (const auto& lead : linked) rows.push_back(row_of(lead));
  for (const auto& lead : converted) {
    const bool known = std::any_of(linked.begin(), linked.end(), [&](const Lead& l) { return l.id == lead.id; });
    if (!known) rows.push_back(row_of(lead));
  }
  return {};
}

Status add_opportunities(AccountPage& page, Session& session, Names& names) {
  COHOI_TRY(auto opportunities, store::find_by<Opportunity>(session.db(), "account_id", to_value(page.account.id)));
  stable_order(opportunities, [](const Opportunity& a, const Opportunity& b) { return a.closed_on > b.closed_on; });
  std::vector<Money> totals;
  for (const auto& opportunity : opportunities) {
    const auto* stage = names.stage(opportunity.stage_id);
    if (!stage) continue;
    page.opportunities.push_back(row_of(opportunity, *stage, names));
    if (stage->kind != StageKind::won) continue;
    auto sale = row_of(opportunity, *stage, names);
    sale.chips.clear();
    const auto& number = opportunity.contract_number.empty() ? opportunity.order_number : opportunity.contract_number;
    if (!number.empty()) sale.chips.push_back({Label(number), Tone::neutral});
    page.sales.push_back(std::move(sale));
    if (!opportunity.amount) continue;
    const auto same = std::find_if(totals.begin(), totals.end(), [&](const Money& m) { return m.currency == opportunity.amount->currency; });
    if (same == totals.end()) totals.push_back(*opportunity.amount);
    else if (const auto sum = add(*same, *opportunity.amount)) *same = *sum;
  }
  for (const auto& total : totals) page.sales_total += (page.sales_total.empty() ? "" : " + ") + names.money(total);
  return {};
}

}  // namespace

Result<AccountPage> account_page(Session& session, Names& names, AccountId id) {
  AccountPage page;
  COHOI_TRY(page.account, store::get(session.db(), id));
  const auto& account = page.account;
  page.title = title_of(account);
  page.chips.push_back({msg("account_status." + std::string(name_of(account.status))),
                        account.status == AccountStatus::customer ? Tone::good : Tone::neutral});
  page.chips.push_back({msg("account_kind." + std::string(name_of(account.kind))), Tone::neutral});
  for (const auto& tag : account.tags.items) page.chips.push_back({Label(tag), Tone::neutral});
  page.details = fields_in_place(session, names, Entity::account, id.uuid, full_form(Entity::account));
  COHOI_CHECK(add_family(page, session));
  COHOI_TRY(const auto people, store::find_by<Contact>(session.db(), "account_id", to_value(id)));
  for (const auto& person : people)
    page.people.push_back({title_of(person), address_of(Entity::contact, person.id.uuid), person.title, person.phone.empty() ? person.mobile : person.phone, {}});
  COHOI_CHECK(add_leads(page.leads, session, "account_id", "converted_account_id", to_value(id)));
  COHOI_CHECK(add_opportunities(page, session, names));
  add_fact(page.facts, msg("account.sales_total"), Label(page.sales_total));
  add_fact(page.facts, msg("field.customer_since"), Label(names.date(account.customer_since)));
  add_fact(page.facts, msg("field.phone"), Label(account.phone), with_scheme("tel:", account.phone));
  add_fact(page.facts, msg("field.email"), Label(account.email), with_scheme("mailto:", account.email));
  add_fact(page.facts, msg("field.website"), Label(account.website), web_address(account.website));
  add_fact(page.facts, msg("field.owner_id"), Label(names.owner(account.owner_id)));
  COHOI_TRY(page.timeline, timeline_of(session, names, Entity::account, id.uuid));
  return page;
}

Result<ContactPage> contact_page(Session& session, Names& names, ContactId id) {
  ContactPage page;
  COHOI_TRY(page.contact, store::get(session.db(), id));
  const auto& contact = page.contact;
  page.title = title_of(contact);
  if (contact.do_not_call) page.chips.push_back({msg("field.do_not_call"), Tone::warning});
  if (contact.do_not_email) page.chips.push_back({msg("field.do_not_email"), Tone::warning});
  for (const auto& tag : contact.tags.items) page.chips.push_back({Label(tag), Tone::neutral});
  add_fact(page.facts, msg("field.account_id"), Label(names.account(contact.account_id)), address_of(Entity::account, contact.account_id.uuid));
  add_fact(page.facts, msg("field.title"), Label(contact.title));
  add_fact(page.facts, msg("field.phone"), Label(contact.phone), with_scheme("tel:", contact.phone));
  add_fact(page.facts, msg("field.mobile"), Label(contact.mobile), with_scheme("tel:", contact.mobile));
  add_fact(page.facts, msg("field.email"), Label(contact.email), with_scheme("mailto:", contact.email));
  add_fact(page.facts, msg("field.owner_id"), Label(names.owner(contact.owner_id)));
  page.details = fields_in_place(session, names, Entity::contact, id.uuid, full_form(Entity::contact));

  COHOI_CHECK(add_leads(page.leads, session, "contact_id", "converted_contact_id", to_value(id)));
  COHOI_TRY(const auto roles, store::find_by<ContactRole>(session.db(), "contact_id", to_value(id)));
  for (const auto& role : roles) {
    COHOI_TRY(const auto opportunity, store::find(session.db(), role.opportunity_id));
    const auto* stage = opportunity ? names.stage(opportunity->stage_id) : nullptr;
    if (!stage) continue;
    auto row = row_of(*opportunity, *stage, names);
    row.chips.push_back({msg("part." + std::string(name_of(role.part))), Tone::neutral});
    page.opportunities.push_back(std::move(row));
  }
  if (auto allowed = session.can_execute(MakeLead{id}); !allowed) page.lead_refused = std::move(allowed).error();
  COHOI_TRY(page.timeline, timeline_of(session, names, Entity::contact, id.uuid));
  return page;
}

}  // namespace cohoi::app
