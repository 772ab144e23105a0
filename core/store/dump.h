// The domain's tables as text, in a fixed order: what "byte-equal" compares (DESIGN). Bookkeeping tables (change log,
// clocks, search, derived facts) and record numbers are no part of it.
#pragma once

#include <string>

#include "core/store/database.h"

namespace cohoi::store {

// One line a record, every column, timestamps included.
[[nodiscard]] Result<std::string> dump_domain(Database& db);

}  // namespace cohoi::store
