// Conversion executed whole (C-1 … C-10, C-13): the domain says what becomes of the records, here they get their ids, links and dates.
#include "core/app/conversion_choice.h"
#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/plans.h"

namespace cohoi::app {
namespace {

template <class T>
void complete_new(const Draft& draft, T& record) {
  record.id = draft.ids().template next_of<T>();
  record.created_at = draft.around().now;
}

// The first visit keeps what the override passed over (C-0, P-1).
StageVisit first_visit(const Draft& draft, const ConversionPlan& plan, const std::string& override_reason) {
  StageVisit visit;
  visit.id = draft.ids().next_of<StageVisit>();
  visit.opportunity_id = plan.opportunity.id;
  visit.stage_id = plan.opportunity.stage_id;
  visit.entered_at = draft.around().now;
  visit.entered_by = draft.around().me.name;
  if (plan.missing.empty()) return visit;
  visit.override_reason = override_reason;
  std::vector<GateItem> items;
  for (const MissingForConversion& missing : plan.missing) {
    if (missing.need == ConversionNeed::relationship) items.push_back(GateItem::relationship_built);
    if (missing.need == ConversionNeed::needs) items.push_back(GateItem::needs_written);
    if (const auto item = enum_named<GateItem>(missing.criterion); item && missing.need == ConversionNeed::stage_gate)
      items.push_back(*item);
  }
  visit.missing = gate_tags(items);
  return visit;
}

void put_opportunity(Draft& draft, ConversionPlan& plan, const std::string& override_reason) {
  if (plan.opportunity_is_new) complete_new(draft, plan.opportunity);
  plan.opportunity.account_id = plan.account.id;
  draft.put(plan.opportunity);
  if (plan.opportunity_is_new) draft.put(first_visit(draft, plan, override_reason));
  if (plan.role.id.empty()) plan.role.id = draft.ids().next_of<ContactRole>();
  plan.role.opportunity_id = plan.opportunity.id;
  plan.role.contact_id = plan.contact.id;
  draft.put(plan.role);
  for (CriterionAnswer& answer : plan.answers) {
    if (answer.id.empty()) answer.id = draft.ids().next_of<CriterionAnswer>();
    answer.opportunity_id = plan.opportunity.id;
    draft.put(answer);
  }
}

// C-9: nothing is moved or copied; what was done for the lead is also found from what it became.
void link_activities(Draft& draft, const LeadStory& story, const ConversionPlan& plan, OwnerId new_owner) {
  for (Activity activity : story.activities) {
    if (plan.makes_opportunity && activity.opportunity_id.empty()) activity.opportunity_id = plan.opportunity.id;
    if (activity.account_id.empty()) activity.account_id = plan.account.id;
    if (activity.contact_id.empty()) activity.contact_id = plan.contact.id;
    if (!activity.done_at && !new_owner.empty()) activity.owner_id = new_owner;
    draft.put(activity);
  }
}

Result<Message> convert(Draft& draft, LeadId id, const ConversionChoice& choice, std::vector<RecordRef>& made) {
  COHOI_TRY(const LeadStory story, story_of(draft, id));
  COHOI_TRY(ConversionPlan plan, plan_with_targets(draft, story, choice));
  const std::string override_reason = plan.missing.empty() ? std::string{} : written(choice.override_reason);

  if (plan.account_is_new) complete_new(draft, plan.account);
  draft.put(plan.account);
  if (plan.contact_is_new) complete_new(draft, plan.contact);
  plan.contact.account_id = plan.account.id;
  draft.put(plan.contact);
  if (plan.makes_opportunity) put_opportunity(draft, plan, override_reason);
  const OwnerId given_owner = choice.owner_id.empty() ? story.lead.owner_id : choice.owner_id;
  const bool joins_opportunity = plan.makes_opportunity && !plan.opportunity_is_new;
  link_activities(draft, story, plan, joins_opportunity ? plan.opportunity.owner_id : given_owner);

  Lead lead = story.lead;  // C-10
  lead.status = LeadStatus::converted;
  lead.disqualify_reason.clear();
  lead.disqualify_note.clear();
  lead.converted_account_id = plan.account.id;
  lead.converted_contact_id = plan.contact.id;
  lead.converted_opportunity_id = plan.makes_opportunity ? plan.opportunity.id : OpportunityId{};
  lead.converted_at = draft.around().now;
  lead.conversion_override = override_reason;
  draft.put_raw(store::raw_of(lead), true);

  if (plan.makes_opportunity) made.push_back({Entity::opportunity, plan.opportunity.id.uuid});
  made.push_back({Entity::account, plan.account.id.uuid});
  made.push_back({Entity::contact, plan.contact.id.uuid});
  return msg("done.converted", cohoi::title_of(lead));
}

}  // namespace

Result<Planned> plan(const ConvertLead& command, Draft& draft) {
  Planned planned;
  COHOI_TRY(planned.done, convert(draft, command.lead_id, command.choice, planned.made));
  return planned;
}

Result<Planned> plan(const ConvertLeads& command, Draft& draft) {
  const auto one = [&](LeadId id, std::vector<RecordRef>& made) -> Result<Message> {
    COHOI_TRY(const Lead lead, draft.get(id));
    COHOI_TRY(ConversionChoice choice, default_choice(draft, lead));
    choice.override_reason = command.override_reason;
    return convert(draft, id, choice, made);
  };
  return plan_each(draft, command.lead_ids, one, [](std::int64_t count) { return msg("done.converted.many", count); });
}

}  // namespace cohoi::app
