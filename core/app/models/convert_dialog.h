// The dialog that turns a lead into an account, a contact and an opportunity: matches with their reasons, and field by field what will be
// filled, kept, or is in conflict (C-1 … C-8).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/conversion_choice.h"
#include "core/app/models/names.h"

namespace cohoi::app {

struct TargetMatch {
  Uuid id;
  std::string title;
  std::vector<Message> reasons;
};

struct ConversionLine {
  Label label;
  Label value;        // what the new record will hold
  Label lead_value;   // in a conflict: the lead's
  Fill outcome = Fill::filled;
  std::string take;   // ConversionChoice::take_lead_value entry, for conflicts
};

struct ConvertDialog {
  std::string lead_title;
  std::vector<TargetMatch> accounts, contacts, opportunities;
  std::vector<ConversionLine> account_lines, contact_lines, opportunity_lines;
  std::string default_opportunity_name;
  std::vector<Option> owners;
  std::optional<Error> refusal;                // C-0 or a bad choice
  std::vector<MissingForConversion> missing;   // of C-0, each to be answered in place
};

// What is proposed when the dialog opens: the lead's own links, else the strongest match by e-mail, phone or tax code, else new records.
[[nodiscard]] ConversionChoice proposed_choice(Session& session, LeadId id);
[[nodiscard]] Result<ConvertDialog> convert_dialog(Session& session, Names& names, LeadId id, const ConversionChoice& choice);

}  // namespace cohoi::app
