#include "core/domain/lead_rules.h"

#include "core/base/text.h"

namespace cohoi {

Status check_lead(const Lead& lead) {
  if (lead.first_name.empty() && lead.last_name.empty() && lead.company.empty())
    return fail(ErrorCode::invalid, msg("error.lead.nobody"), "last_name");
  return {};
}

Result<Lead> with_status(Lead lead, LeadStatus status, const std::string& reason, const std::string& note) {
  if (lead.status == LeadStatus::converted) return fail(ErrorCode::conflict, msg("refusal.lead.read_only"));
  if (status == LeadStatus::converted) return fail(ErrorCode::refused, msg("refusal.lead.convert_only"));
  if (status == LeadStatus::disqualified) {
    lead.disqualify_reason = tidy(reason);
    lead.disqualify_note = tidy_long(note);
    if (lead.disqualify_reason.empty())
      return fail(ErrorCode::invalid, msg("error.lead.disqualify_reason"), "disqualify_reason");
    if (lead.disqualify_reason == "other" && lead.disqualify_note.empty())
      return fail(ErrorCode::invalid, msg("error.lead.disqualify_note"), "disqualify_note");
  } else {
    lead.disqualify_reason.clear();
    lead.disqualify_note.clear();
  }
  lead.status = status;
  return lead;
}

}  // namespace cohoi
