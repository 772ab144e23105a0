// The imports in the change log.
#pragma once

#include "core/store/change_log.h"

namespace cohoi::store {

// Those that were not taken back, of the `most` latest; newest first.
[[nodiscard]] Result<std::vector<LoggedTransaction>> standing_imports(Database& db, int most);

}  // namespace cohoi::store
