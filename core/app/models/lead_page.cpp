#include "core/app/models/lead_page.h"

#include <algorithm>

#include "core/app/models/record_list.h"

namespace cohoi::app {

namespace {

void add_fact(std::vector<Fact>& facts, Message label, std::string value, std::string address = {}) {
  if (!value.empty()) facts.push_back({std::move(label), Label(std::move(value)), std::move(address), Tone::neutral});
}

std::vector<Fact> facts_of(const Lead& lead, Names& names) {
  std::vector<Fact> facts;
  facts.push_back({msg("field.part"), msg("part." + std::string(name_of(lead.part))), {}, Tone::neutral});
  add_fact(facts, msg("field.interest"), lead.interest);
  add_fact(facts, msg("field.estimated_budget"), names.money(lead.estimated_budget));
  add_fact(facts, msg("field.phone"), lead.phone, lead.phone.empty() ? "" : "tel:" + lead.phone);
  add_fact(facts, msg("field.email"), lead.email, lead.email.empty() ? "" : "mailto:" + lead.email);
  add_fact(facts, msg("field.owner_id"), names.owner(lead.owner_id));
  return facts;
}

std::vector<CriterionCard> criteria_of(const Qualification& qualification, const Settings& settings, Names& names) {
  std::vector<CriterionCard> cards;
  for (const auto& standing : qualification.standings) {
    CriterionCard card;
    card.key = standing.criterion.key;
    card.name = criterion_name(standing.criterion);
    card.question = standing.criterion.question.empty() ? Label(msg("criterion." + card.key + ".question")) : Label(standing.criterion.question);
    card.answer = standing.answer;
    card.from_expected_month = standing.from_expected_month;
    card.essential = standing.criterion.kind == CriterionKind::essential;
    card.evidence_missing = settings.evidence_required && card.essential && card.answer == Answer::yes && !standing.has_evidence;
    if (standing.given) {
      card.evidence = standing.given->evidence;
      if (standing.given->answered_at)
        card.answered = msg("lead.answered", names.when(standing.given->answered_at), standing.given->answered_by);
    }
    cards.push_back(std::move(card));
  }
  return cards;
}

std::vector<ConversionStep> steps_of(const LeadPage& page, const std::vector<Activity>& activities, const Settings& settings) {
  const bool related = std::any_of(activities.begin(), activities.end(), builds_relationship);
  return {{msg("gate.relationship_built"), related, settings.gate_relationship},
          {msg("gate.needs_written"), !page.lead.needs.empty(), settings.gate_needs},
          {msg("gate.supplier_dropped"),
           page.lead.supplier_dropped == SupplierDropped::yes || page.lead.supplier_dropped == SupplierDropped::none, false},
          {msg("gate.payment_terms_discussed"), page.lead.payment_terms_discussed || !page.lead.payment_terms.empty(), false}};
}

std::vector<Fact> made_of(const Lead& lead, Names& names, Session& session) {
  std::vector<Fact> made;
  if (!lead.contact_id.empty() && lead.converted_contact_id.empty())
    add_fact(made, msg("lead.made_from"), names.contact(lead.contact_id), address_of(Entity::contact, lead.contact_id.uuid));
  if (!lead.account_id.empty() && lead.converted_account_id.empty())
    add_fact(made, msg("field.account_id"), names.account(lead.account_id), address_of(Entity::account, lead.account_id.uuid));
  add_fact(made, msg("field.account_id"), names.account(lead.converted_account_id),
           address_of(Entity::account, lead.converted_account_id.uuid));
  add_fact(made, msg("field.contact_id"), names.contact(lead.converted_contact_id),
           address_of(Entity::contact, lead.converted_contact_id.uuid));
  if (const auto found = store::find(session.db(), lead.converted_opportunity_id); found && *found)
    add_fact(made, msg("field.opportunity_id"), title_of(**found), address_of(Entity::opportunity, (*found)->id.uuid));
  return made;
}

}  // namespace

Result<LeadPage> lead_page(Session& session, Names& names, LeadId id) {
  LeadPage page;
  COHOI_TRY(page.lead, store::get(session.db(), id));
  COHOI_TRY(const auto criteria, store::all<Criterion>(session.db()));
  COHOI_TRY(const auto answers, store::find_by<CriterionAnswer>(session.db(), "lead_id", to_value(id)));
  COHOI_TRY(const auto activities, activities_of(session, Entity::lead, id.uuid));
  const auto& lead = page.lead;
  const auto& settings = session.settings();
  const auto qualification = qualify(lead, criteria, answers, settings, session.clock().today());

  page.title = title_of(lead);
  page.converted = lead.status == LeadStatus::converted;
  page.can_revert = page.converted && !lead.conversion_transaction.empty();
  page.chips.push_back({status_label(lead.status), page.converted ? Tone::accent : Tone::neutral});
  if (lead.imported_converted) page.chips.push_back({msg("list.imported"), Tone::neutral});
  if (!lead.conversion_override.empty()) page.chips.push_back({msg("lead.overridden"), Tone::warning});
  for (const auto& tag : lead.tags.items) page.chips.push_back({Label(tag), Tone::neutral});
  page.facts = facts_of(lead, names);
  page.verdict = qualification.verdict;
  page.sentence = qualification.sentence;
  page.next_question = qualification.next_question;
  page.score = qualification.score;
  page.criteria = criteria_of(qualification, settings, names);
  page.missing = missing_for_conversion(lead, qualification, activities, settings);
  if (auto allowed = session.can_execute(ConvertLead{lead.id, {}}); !allowed) page.refused = std::move(allowed).error();
  page.steps = steps_of(page, activities, settings);
  page.made = made_of(lead, names, session);
  const auto in_place = [&](const std::vector<std::string>& keys) {
    return fields_in_place(session, names, Entity::lead, id.uuid, keys, page.converted);
  };
  page.details = in_place(full_form(Entity::lead));
  page.signs = in_place({"needs", "present_supplier", "supplier_dropped", "payment_terms_discussed", "payment_terms"});
  if (auto month = in_place({"expected_purchase"}); !month.empty()) page.expected_purchase = std::move(month.front());
  if (!page.converted && lead.contact_id.empty()) {
    const auto keys = lead_contact_keys(lead);
    if (const auto matches = store::matching_contacts(session.db(), keys))
      for (const auto& match : *matches) {
        if (page.lookalikes.size() == 3) break;
        Lookalike look{match.title, address_of(Entity::contact, match.id), {}};
        for (const auto reason : match.reasons) look.reasons.push_back(msg("match." + std::string(name_of(reason))));
        page.lookalikes.push_back(std::move(look));
      }
  }
  COHOI_TRY(page.timeline, timeline_of(session, names, Entity::lead, id.uuid));
  return page;
}

}  // namespace cohoi::app
