// Writes the search table. Internal to core/store, except for reading it when idle.
#pragma once

#include <cstdint>

#include "core/base/ids.h"
#include "core/store/database.h"
#include "core/store/row_batch.h"
#include "core/store/search_text.h"

namespace cohoi::store {

[[nodiscard]] RowBatch search_rows();  // search_rid, entity, title, folded
[[nodiscard]] RowBatch title_rows();   // entity, collation key, rid

// For a record that is new: nothing is looked up.
[[nodiscard]] Status insert_search(Database& db, Entity entity, std::int64_t rid, const SearchText& text);
// Writes only when something differs.
[[nodiscard]] Status update_search(Database& db, Entity entity, std::int64_t rid, const SearchText& text);
[[nodiscard]] Status remove_search(Database& db, Entity entity, std::int64_t rid);

// The account's name of an opportunity, empty without one.
[[nodiscard]] Result<std::string> account_name_of(Database& db, const AccountId& account);

// The words of all records, read as far as they were not.
[[nodiscard]] Result<const SearchWords*> known_words(Database& db);
// A step of reading the words of all records, to be called when nothing else is to do: the first search would wait for them. False:
// nothing is left to read.
[[nodiscard]] Result<bool> read_search_when_idle(Database& db, int rows);

}  // namespace cohoi::store
