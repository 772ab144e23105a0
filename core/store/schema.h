// How an entity's fields stand in its table: one column per field, named by its key; money in two ("amount" in minor
// units and "amount_currency"). The texts are built once from the field lists. Internal to core/store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/domain/fields.h"
#include "core/store/statement.h"

namespace cohoi::store {

struct Column {
  std::string name;
  std::string_view type;  // INTEGER or TEXT
};

struct Table {
  Entity entity = Entity::account;
  std::string name;
  std::vector<Column> columns;  // of the fields, without rid and id
  std::vector<int> first_column;  // of each field, counted from 0 among them
  // Every SELECT begins with rid and id; the fields follow from field_column on.
  std::string select;        // "SELECT rid, id, … FROM lead"
  std::string select_by_id;  // … WHERE id=?
  std::string select_by_rid;
  std::string insert;  // id, then the columns
  std::string remove;  // by id
};

inline constexpr int field_column = 2;

[[nodiscard]] const Table& table_of(Entity entity);
[[nodiscard]] std::string quoted(std::string_view column);
// The columns of one field: its key, and the currency of money.
[[nodiscard]] std::vector<Column> columns_of(const FieldInfo& field);

// Both move the counter on by the number of the field's columns. Text is borrowed: the value must stay until the statement has run.
void bind_field(Statement& statement, int& index, const FieldInfo& field, const Value& value);
[[nodiscard]] Value read_field(const Statement& statement, int& column, const FieldInfo& field);

// A record from a row of Table::select. A value that does not fit its member (a damaged or newer file) leaves it empty.
template <class T>
[[nodiscard]] T read_record(const Statement& row);

}  // namespace cohoi::store
