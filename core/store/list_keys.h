// What a key of a list (a field, or one of the words of list_query.h) is in SQL. Internal to core/store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/list_cache.h"
#include "core/store/list_query.h"

namespace cohoi::store {

enum class KeyType : std::uint8_t {
  number,
  money,  // compared in minor units of one currency
  code,   // dates, ids, enums: texts whose byte order is their order
  text,   // what people read: the Vietnamese alphabet orders it
  list,   // several texts in one, with a separator; a filter asks for one of them
};

struct ListKey {
  KeyType type = KeyType::code;
  std::string value;      // SQL expression that filters compare
  std::string currency;   // of money
  std::string separator;  // of a list
  // What sorts: an SQL expression, or one of the three below; empty: `value`, by collation for text.
  std::string order;
  std::optional<Entity> ranked;    // `order` is the id of another record, whose name sorts
  bool by_title = false;           // `order` is in title_order alone
  bool by_given_name = false;      // `order` is "first name, sign 31, last name"
  Dependencies others = 0;         // tables of other records that decide about it
  std::vector<std::string> joins;  // what the expressions need besides the table itself, "t"
  // Instead of the table when nothing else is asked: a smaller table with an index of its own, and the row number
  // there.
  std::string instead_from, instead_rid;
};

// invalid for an unknown key.
[[nodiscard]] Result<ListKey> list_key(Entity entity, std::string_view key);

// FROM (with a WHERE to add to) and the expressions of the row number for the keys of one statement.
struct ListSource {
  std::string from, rid;
};
[[nodiscard]] ListSource source_of(Entity entity, const std::vector<const ListKey*>& keys);

}  // namespace cohoi::store
