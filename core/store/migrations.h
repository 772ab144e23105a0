// The shape of the file, in numbered steps. A step that was shipped is never edited; a later one only adds tables,
// columns and indexes, so that an older file always comes along and no data is ever dropped by an update.
#pragma once

#include <span>

#include "core/base/result.h"
#include "core/store/database.h"

namespace cohoi::store {

struct Migration {
  int number;       // 1, 2, 3 …; PRAGMA user_version of the file afterwards
  const char* sql;  // fixed text, never made from the field lists: those change, a shipped step does not
};

// "Cohi": tells our files from other SQLite files.
inline constexpr std::int64_t application_id = 0x436F6869;

[[nodiscard]] std::span<const Migration> migrations();

// Brings the file to this program's version, each step in a transaction of its own; an empty file becomes ours. Fails
// with corrupt for a newer or foreign file, and writes nothing then. Derived tables of another program version are made
// anew; refresh_lead_facts is to be called afterwards, with the day.
[[nodiscard]] Status migrate(Database& db);
// The steps alone, for tests.
[[nodiscard]] Status migrate(Database& db, std::span<const Migration> steps);

// The same for a file from outside, a backup: one of an older program comes along, an empty one is foreign.
[[nodiscard]] Status adopt(Database& db);

// May this program read the file as it is? For a page that may not write: fails for a newer, foreign or not yet
// migrated one.
[[nodiscard]] Status check_version(Database& db);

}  // namespace cohoi::store
