// What a key of a list (a field, or one of the words of list_query.h) is in SQL. Internal to core/store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/list_query.h"

namespace cohoi::store {

enum class KeyType : std::uint8_t {
  number,
  money,   // compared in minor units of one currency
  code,    // dates, ids, enums: texts whose byte order is their order
  text,    // what people read: the Vietnamese alphabet orders it
  list,    // several texts in one, with a separator; a filter asks for one of them
};

struct ListKey {
  KeyType type = KeyType::code;
  std::string value;      // SQL expression that filters compare
  std::string currency;   // of money
  std::string separator;  // of a list
  // What sorts: an SQL expression, or for `ranked` the id of another record whose name sorts; empty: `value`, by collation for text.
  std::string order;
  std::optional<Entity> ranked;
  std::vector<std::string> joins;  // what the expressions need besides the table itself, "t"
  // Instead of the table when nothing else is asked: a smaller table with an index in the right order, its expression of the row
  // number, and what sorts like it in that index.
  std::string instead_from, instead_rid, instead_order;
};

// invalid for an unknown key.
[[nodiscard]] Result<ListKey> list_key(Entity entity, std::string_view key);

// FROM (with a WHERE to add to) and the expressions of the row number for the keys of one statement.
struct ListSource {
  std::string from, rid, order_by_rid;
};
[[nodiscard]] ListSource source_of(Entity entity, const std::vector<const ListKey*>& keys);

}  // namespace cohoi::store
