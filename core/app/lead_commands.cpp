// A contact becomes a lead (L-1), its criteria are answered (L-2), its work status is set.
#include <algorithm>

#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/domain/lead_rules.h"
#include "core/domain/qualification.h"

namespace cohoi::app {
namespace {

bool still_open(const Lead& lead) { return lead.status != LeadStatus::converted && lead.status != LeadStatus::disqualified; }

Result<Criterion> criterion_named(const Draft& draft, const std::string& key) {
  COHOI_TRY(const std::vector<Criterion> criteria, draft.all<Criterion>());
  for (const Criterion& criterion : criteria)
    if (criterion.key == key) return criterion;
  return fail(field_error(ErrorCode::not_found, msg("refusal.gone.criterion"), "criterion"));
}

Status check_evidence_activity(const Draft& draft, const AnswerCriterion& command) {
  if (command.evidence_activity_id.empty()) return {};
  COHOI_TRY(const Activity activity, draft.get(command.evidence_activity_id));
  if (activity.lead_id != command.lead_id)
    return fail(field_error(ErrorCode::invalid, msg("refusal.answer.other_activity"), "evidence_activity_id"));
  return {};
}

}  // namespace

Result<Planned> plan(const MakeLead& command, Draft& draft) {
  COHOI_TRY(const Contact contact, draft.get(command.contact_id));
  // A second open lead of the same person would tell the same story twice.
  COHOI_TRY(const std::vector<Lead> leads, draft.find_by<Lead>("contact_id", contact.id));
  for (const Lead& lead : leads) {
    if (!still_open(lead)) continue;
    Error error{ErrorCode::conflict, msg("refusal.lead.of_contact", cohoi::title_of(contact)), {}, {}};
    error.missing.push_back(msg("verbatim", cohoi::title_of(lead)));
    error.detail = lead.id.to_string();
    return fail(std::move(error));
  }
  COHOI_TRY(const std::optional<Account> account, draft.find(contact.account_id));
  Lead lead = lead_from_contact(contact, account);
  lead.id = draft.ids().next_of<Lead>();
  lead.created_at = draft.around().now;
  if (lead.owner_id.empty()) lead.owner_id = draft.around().me.id;
  COHOI_CHECK(check_lead(lead));
  draft.put(lead);
  return Planned{msg("done.created.lead", cohoi::title_of(lead)), {{Entity::lead, lead.id.uuid}}};
}

Result<Planned> plan(const AnswerCriterion& command, Draft& draft) {
  const Surroundings& around = draft.around();
  COHOI_TRY(const Lead lead, draft.get(command.lead_id));
  if (lead.status == LeadStatus::converted) return fail(ErrorCode::conflict, msg("refusal.lead.read_only"));  // C-10
  COHOI_TRY(const Criterion criterion, criterion_named(draft, command.criterion));
  COHOI_CHECK(check_evidence_activity(draft, command));
  COHOI_TRY(const std::vector<CriterionAnswer> answers, draft.find_by<CriterionAnswer>("lead_id", lead.id));
  const auto stored = std::find_if(answers.begin(), answers.end(),
                                   [&](const CriterionAnswer& answer) { return answer.criterion == command.criterion; });
  if (criterion.retired && stored == answers.end())
    return fail(field_error(ErrorCode::refused, msg("refusal.answer.retired"), "criterion"));
  // DOMAIN "Two steps": an expected month, where given, is the answer; only its evidence may be written beside it.
  if (criterion.key == "timeframe" && lead.expected_purchase) {
    const Answer derived = timeframe_answer(*lead.expected_purchase, around.today(), around.settings.reasonable_months);
    if (command.answer != derived)
      return fail(field_error(ErrorCode::refused, msg("refusal.answer.expected_month", *lead.expected_purchase), "expected_purchase"));
  }
  const std::string evidence = written(command.evidence);
  const FieldInfo* field = field_of(Entity::answer, "evidence");
  if (field && !evidence.empty()) COHOI_CHECK(check_field(*field, Value{evidence}));

  CriterionAnswer answer;
  if (stored != answers.end()) {
    answer = *stored;
  } else {
    answer.id = draft.ids().next_of<CriterionAnswer>();
    answer.lead_id = lead.id;
    answer.criterion = criterion.key;
  }
  Planned planned;
  planned.done = msg("done.answered", std::vector<Message>{criterion_name(criterion)}, cohoi::title_of(lead));
  const bool same = answer.answer == command.answer && answer.evidence == evidence &&
                    answer.evidence_activity_id == command.evidence_activity_id;
  if (same) return planned;  // nothing said anew: the date of the answer stands
  answer.question = criterion.question;
  answer.answer = command.answer;
  answer.evidence = evidence;
  answer.evidence_activity_id = command.evidence_activity_id;
  answer.answered_at = around.now;
  answer.answered_by = around.me.name;
  draft.put(answer);
  return planned;
}

Result<Planned> plan(const SetLeadStatus& command, Draft& draft) {
  const auto status_message = [&] { return msg("lead_status." + std::string(name_of(command.status))); };
  const auto one = [&](LeadId id, std::vector<RecordRef>&) -> Result<Message> {
    COHOI_TRY(const Lead lead, draft.get(id));
    COHOI_TRY(const Lead after, with_status(lead, command.status, command.reason, command.note));
    draft.put(after);
    return msg("done.lead_status", cohoi::title_of(lead), std::vector<Message>{status_message()});
  };
  return plan_each(draft, command.lead_ids, one, [&](std::int64_t count) {
    return msg("done.lead_status.many", count, std::vector<Message>{status_message()});
  });
}

}  // namespace cohoi::app
