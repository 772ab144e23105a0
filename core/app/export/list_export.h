// A whole list, or what one shows, as a table: one column a field, references by name, money in two columns.
#pragma once

#include <functional>
#include <string>

#include "core/app/export/table_file.h"
#include "core/app/models/record_list.h"

namespace cohoi::app {

using Say = std::function<std::string(const Message&)>;  // a message in the user's language

// Leads, accounts, contacts, opportunities, activities or products. Heads and choices are said by `say`; dates are ISO, amounts plain
// numbers with their currency beside them.
[[nodiscard]] Status export_list(Session& session, Names& names, Entity entity, const Say& say, TableFile& file);

// What a list shows now: its rows in its order, its columns; folded groups count too.
[[nodiscard]] Status export_shown(RecordList& list, Names& names, const Say& say, TableFile& file);

}  // namespace cohoi::app
