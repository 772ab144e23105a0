// An opportunity made directly, not by conversion: the gates up to its first stage are asked anew (DOMAIN "stages", P-1, P-2).
#pragma once

#include "core/app/draft.h"

namespace cohoi::app {

// Besides the opportunity's own fields `values` may name: stage_id (where it starts), override_reason (start although the gate says no),
// contact_id and part (the first role, primary), relationship = call | meeting (logs that one as done now).
[[nodiscard]] Result<Planned> create_opportunity(const std::vector<FieldValue>& values, Draft& draft);

}  // namespace cohoi::app
