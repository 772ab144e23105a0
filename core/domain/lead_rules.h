// What makes a lead whole, and its work status ("set by the user: New, Working, Nurturing, Disqualified (reason required); Converted by
// conversion only").
#pragma once

#include "core/domain/lead.h"

namespace cohoi {

// Error invalid when the lead names neither a person nor a company.
[[nodiscard]] Status check_lead(const Lead& lead);

// The lead with another work status. Refused for Converted, conflict when the lead is converted (C-10), invalid when a
// disqualification has no reason, or "other" without a note. Leaving Disqualified clears the reason.
[[nodiscard]] Result<Lead> with_status(Lead lead, LeadStatus status, const std::string& reason = {}, const std::string& note = {});

}  // namespace cohoi
