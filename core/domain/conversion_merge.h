// C-5: what an existing record takes from a lead, field by field.
#pragma once

#include "core/domain/conversion.h"
#include "core/domain/record.h"

namespace cohoi {

// The lead's values as the fields of the three records (C-1, C-8).
[[nodiscard]] Account account_from_lead(const Lead& lead);
[[nodiscard]] Contact contact_from_lead(const Lead& lead, bool with_notes);
[[nodiscard]] Opportunity opportunity_from_lead(const Lead& lead);

// Writes the offer's values into the target where it is empty or `taken` names the field, and appends what became of each to
// `outcomes`. Error invalid when `taken` names a field that is never taken: name, owner, ids, what only a rule writes.
[[nodiscard]] Status merge_offer(Account& target, const Account& offer, const std::vector<std::string>& taken,
                                 std::vector<FieldOutcome>& outcomes);
[[nodiscard]] Status merge_offer(Contact& target, const Contact& offer, const std::vector<std::string>& taken,
                                 std::vector<FieldOutcome>& outcomes);
[[nodiscard]] Status merge_offer(Opportunity& target, const Opportunity& offer, const std::vector<std::string>& taken,
                                 std::vector<FieldOutcome>& outcomes);

}  // namespace cohoi
