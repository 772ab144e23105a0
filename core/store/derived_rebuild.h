// Search, title order and match keys made anew from the records; lead facts are cleared, for refresh_lead_facts to make
// them.
#pragma once

#include "core/store/database.h"

namespace cohoi::store {

[[nodiscard]] Status rebuild_derived_tables(Database& db);
// Only when they are of another version of this program. migrate() calls it.
[[nodiscard]] Status refresh_derived_tables(Database& db);

}  // namespace cohoi::store
