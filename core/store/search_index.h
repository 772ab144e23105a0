// Writes the search table and its full-text index. Internal to core/store, except for merging when idle.
#pragma once

#include <cstdint>

#include "core/base/ids.h"
#include "core/store/database.h"
#include "core/store/search_text.h"

namespace cohoi::store {

// For a record that is new: nothing is looked up.
[[nodiscard]] Status insert_search(Database& db, Entity entity, std::int64_t rid, const SearchText& text);
// Writes only when something differs.
[[nodiscard]] Status update_search(Database& db, Entity entity, std::int64_t rid, const SearchText& text);
[[nodiscard]] Status remove_search(Database& db, Entity entity, std::int64_t rid);

// The account's name of an opportunity, empty without one.
[[nodiscard]] Result<std::string> account_name_of(Database& db, const AccountId& account);

// A step of putting the full-text index in order, to be called when nothing else is to do: small commits leave small
// pieces, and merging on their own time would make one commit in many slow. False: nothing was left to merge.
[[nodiscard]] Result<bool> merge_search_when_idle(Database& db, int pages = 64);

}  // namespace cohoi::store
