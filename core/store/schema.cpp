#include "core/store/schema.h"

#include <array>

#include "core/domain/record.h"

namespace cohoi::store {
namespace {

constexpr std::string_view integer_column = "INTEGER";
constexpr std::string_view text_column = "TEXT";

Table make_table(Entity entity) {
  Table table;
  table.entity = entity;
  table.name = name_of(entity);
  std::string names;
  std::string marks;
  for (const FieldInfo& field : fields_of(entity)) {
    table.first_column.push_back(static_cast<int>(table.columns.size()));
    for (Column& column : columns_of(field)) {
      names += ", " + quoted(column.name);
      marks += ",?";
      table.columns.push_back(std::move(column));
    }
  }
  table.select = "SELECT rid, id" + names + " FROM " + table.name;
  table.select_by_id = table.select + " WHERE id=?";
  table.select_by_rid = table.select + " WHERE rid=?";
  table.insert = "INSERT INTO " + table.name + "(id" + names + ") VALUES(?" + marks + ")";
  table.remove = "DELETE FROM " + table.name + " WHERE id=?";
  return table;
}

}  // namespace

std::string quoted(std::string_view column) { return '"' + std::string(column) + '"'; }

std::vector<Column> columns_of(const FieldInfo& field) {
  switch (field.type) {
    case FieldType::money:
      return {{std::string(field.key), integer_column}, {std::string(field.key) + "_currency", text_column}};
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::timestamp:
    case FieldType::check:
      return {{std::string(field.key), integer_column}};
    default:
      return {{std::string(field.key), text_column}};
  }
}

const Table& table_of(Entity entity) {
  static const std::array<Table, entity_names.size()> tables = [] {
    std::array<Table, entity_names.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = make_table(static_cast<Entity>(i));
    return made;
  }();
  return tables[static_cast<std::size_t>(entity)];
}

void bind_field(Statement& statement, int& index, const FieldInfo& field, const Value& value) {
  const auto* money = std::get_if<Money>(&value);
  if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind_borrowed(index++, *text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    statement.bind_at(index++, *number);
  } else if (money) {
    statement.bind_at(index++, money->minor);
  } else {
    statement.bind_at(index++, nullptr);
  }
  if (field.type != FieldType::money) return;
  if (money)
    statement.bind_at(index++, money->currency.code());
  else
    statement.bind_at(index++, nullptr);
}

Value read_field(const Statement& statement, int& column, const FieldInfo& field) {
  const int at = column++;
  if (field.type == FieldType::money) {
    const int currency = column++;
    if (statement.is_null(at)) return {};
    return Money{statement.integer(at), Currency::parse(statement.text(currency)).value_or(Currency{})};
  }
  switch (statement.column_type(at)) {
    case 1:
      return statement.integer(at);
    case 3:
      return std::string(statement.text(at));
    default:
      return {};
  }
}

template <class T>
T read_record(const Statement& row) {
  T record;
  if (const auto id = Uuid::parse(row.text(1))) record.id.uuid = *id;
  int column = field_column;
  T::fields(record, [&](const FieldInfo& info, auto& member) {
    const Value value = read_field(row, column, info);
    // An empty column leaves what a new record has: a later migration adds columns without values.
    if (given(value)) static_cast<void>(from_value(value, member));
  });
  return record;
}

template Account read_record(const Statement&);
template Contact read_record(const Statement&);
template Lead read_record(const Statement&);
template Opportunity read_record(const Statement&);
template Activity read_record(const Statement&);
template CriterionAnswer read_record(const Statement&);
template ContactRole read_record(const Statement&);
template LineItem read_record(const Statement&);
template StageVisit read_record(const Statement&);
template Product read_record(const Statement&);
template Criterion read_record(const Statement&);
template Pipeline read_record(const Statement&);
template Stage read_record(const Statement&);
template Owner read_record(const Statement&);
template Choice read_record(const Statement&);
template Setting read_record(const Statement&);
template Rate read_record(const Statement&);
template CustomField read_record(const Statement&);
template RecordPair read_record(const Statement&);

}  // namespace cohoi::store
