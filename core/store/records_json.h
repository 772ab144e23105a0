// Every record as one JSON file that any program can read, and such a file taken in again.
//
//   {"format":"cohoi","version":1,"records":[
//   {"kind":"lead","id":"0192…","values":{"first_name":"An","expected_value":{"money":"VND 1500000"}, …}},
//   …
//   ]}
//
// A record a line, in the order of the kinds (entity.h); `values` by the keys of the kind's field list, what is not given left out.
// Texts, numbers (flags are 0 and 1, times milliseconds since 1970, UTC), dates as ISO texts, money with its currency in minor units.
// The history of changes is no part of it: the SQLite file has it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/store/transaction.h"

namespace cohoi::store {

// In pieces, so that no second copy of everything lies in memory.
[[nodiscard]] Status write_records_json(Database& db, const std::function<Status(std::string_view)>& sink);

// A text as it stands in JSON, quotes included.
[[nodiscard]] std::string json_text(std::string_view text);

[[nodiscard]] bool is_records_json(std::string_view file);
// Into a database without records, as one transaction. corrupt with the line when something of it is not as above; nothing is kept then.
[[nodiscard]] Status read_records_json(std::string_view file, Database& db, WriteContext& context);

}  // namespace cohoi::store
