// What our SQL may ask besides SQLite's own functions. Internal to core/store.
#pragma once

#include <sqlite3.h>

namespace cohoi::store {

//   custom_value(custom, key)     the value of one of the user's own fields: a text, a whole number, money in minor units; NULL
//   custom_currency(custom, key)  the currency of an amount, else NULL
// Returns what SQLite returns.
[[nodiscard]] int add_sql_functions(sqlite3* handle);

}  // namespace cohoi::store
