#include "core/app/conversion_choice.h"

#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/domain/conversion_merge.h"

namespace cohoi::app {
namespace {

// C-11: a second conversion is told what the first one made.
Status name_made_before(const Draft& draft, const Lead& lead, ConversionTargets& targets) {
  const RecordRef made[] = {{Entity::account, lead.converted_account_id.uuid},
                            {Entity::contact, lead.converted_contact_id.uuid},
                            {Entity::opportunity, lead.converted_opportunity_id.uuid}};
  for (const RecordRef& record : made) {
    COHOI_TRY(std::string title, title_of(draft, record));
    if (!title.empty()) targets.made_before.push_back(std::move(title));
  }
  return {};
}

Result<ConversionTargets> targets_of(const Draft& draft, const Lead& lead, const ConversionChoice& choice) {
  ConversionTargets targets;
  if (choice.account == Target::existing) {
    COHOI_TRY(targets.account, draft.find(choice.account_id));
  }
  if (choice.contact == Target::existing) {
    COHOI_TRY(targets.contact, draft.find(choice.contact_id));
  }
  if (choice.make_opportunity && choice.opportunity == Target::existing) {
    COHOI_TRY(targets.opportunity, draft.find(choice.opportunity_id));
    COHOI_TRY(targets.opportunity_answers, draft.find_by<CriterionAnswer>("opportunity_id", choice.opportunity_id));
    COHOI_TRY(targets.opportunity_roles, draft.find_by<ContactRole>("opportunity_id", choice.opportunity_id));
  }
  if (lead.status == LeadStatus::converted) COHOI_CHECK(name_made_before(draft, lead, targets));
  return targets;
}

// The linked person may stand alone so far. Its account is the one this conversion chooses or makes, so that nobody is made twice.
Status give_account(Draft& draft, const Lead& lead, ConversionChoice& choice) {
  const bool linked = choice.contact == Target::existing && !lead.contact_id.empty() && choice.contact_id == lead.contact_id;
  if (!linked || lead.status == LeadStatus::converted) return {};
  COHOI_TRY(std::optional<Contact> contact, draft.find(choice.contact_id));
  if (!contact || !contact->account_id.empty()) return {};
  if (choice.account == Target::create) {
    Account account = account_from_lead(lead);
    account.id = draft.ids().next_of<Account>();
    account.owner_id = choice.owner_id.empty() ? lead.owner_id : choice.owner_id;
    account.created_at = draft.around().now;
    choice.account = Target::existing;
    choice.account_id = account.id;
    draft.put(account);
  }
  contact->account_id = choice.account_id;
  draft.put(*contact);
  return {};
}

}  // namespace

Result<ConversionChoice> default_choice(const Draft& draft, const Lead& lead) {
  ConversionChoice choice;
  AccountId account_id = lead.account_id;
  COHOI_TRY(const std::optional<Contact> contact, draft.find(lead.contact_id));
  if (contact) {
    choice.contact = Target::existing;
    choice.contact_id = contact->id;
    if (!contact->account_id.empty()) account_id = contact->account_id;
  }
  COHOI_TRY(const std::optional<Account> account, draft.find(account_id));
  if (account) {
    choice.account = Target::existing;
    choice.account_id = account->id;
  }
  return choice;
}

Result<ConversionPlan> plan_with_targets(Draft& draft, const LeadStory& story, ConversionChoice choice) {
  choice.override_reason = written(choice.override_reason);
  if (!choice.owner_id.empty()) COHOI_CHECK(draft.get(choice.owner_id));
  COHOI_CHECK(give_account(draft, story.lead, choice));
  COHOI_TRY(const ConversionTargets targets, targets_of(draft, story.lead, choice));
  COHOI_TRY(const Pipeline pipeline, first_pipeline(draft));
  COHOI_TRY(const std::vector<Stage> stages, stages_of(draft, pipeline.id));
  COHOI_TRY(const Stage first, first_stage(stages));
  return plan_conversion(story.lead, story.qualification, story.activities, choice, targets, pipeline, first, draft.around().settings);
}

Result<ConversionChoice> default_choice(Session& session, LeadId lead_id) {
  const Draft draft(session.surroundings());
  COHOI_TRY(const Lead lead, draft.get(lead_id));
  return default_choice(draft, lead);
}

Result<ConversionPreview> preview_conversion(Session& session, LeadId lead, const ConversionChoice& choice) {
  Draft draft(session.surroundings());
  COHOI_TRY(LeadStory story, story_of(draft, lead));
  ConversionChoice waved = choice;
  // Any reason lets the domain lay out the whole plan; whether there was one is asked again below.
  if (written(waved.override_reason).empty()) waved.override_reason = "-";
  COHOI_TRY(ConversionPlan plan, plan_with_targets(draft, story, waved));
  ConversionPreview preview{std::move(plan), std::move(story.qualification), std::nullopt};
  for (Standing& standing : preview.qualification.standings) standing.given = nullptr;
  const bool overridden = !written(choice.override_reason).empty();
  if (!overridden && preview.plan.makes_opportunity) preview.plan.opportunity.override_reason.clear();
  if (!overridden && !preview.plan.missing.empty()) preview.refusal = conversion_refusal(preview.plan.missing);
  return preview;
}

}  // namespace cohoi::app
