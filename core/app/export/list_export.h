// A whole list, or what one shows, as CSV: UTF-8 with its mark (so that spreadsheets read it right), one column a field, references by name, no formulas.
#pragma once

#include <functional>
#include <string>

#include "core/app/models/record_list.h"

namespace cohoi::app {

using Say = std::function<std::string(const Message&)>;  // a message in the user's language

// Leads, accounts, contacts, opportunities, activities or products. Heads and choices are said by `say`; dates are ISO, amounts plain
// numbers with their currency beside them.
[[nodiscard]] Result<std::string> export_list(Session& session, Names& names, Entity entity, const Say& say);

// What a list shows now: its rows in its order, its columns; folded groups count too.
[[nodiscard]] Result<std::string> export_shown(RecordList& list, Names& names, const Say& say);

}  // namespace cohoi::app
