// What stands between an opportunity and its stages, for the page's path, the board and the refusal dialogs. Nothing is written.
#pragma once

#include <vector>

#include "core/app/session.h"

namespace cohoi::app {

// P-1, P-2: empty when the way is open. A closing asks for what CloseWon, CloseLost bring along (close date, reason) too.
[[nodiscard]] Result<std::vector<GateItem>> missing_for(Session& session, OpportunityId opportunity, StageId stage);

}  // namespace cohoi::app
