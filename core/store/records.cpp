#include "core/store/records.h"

#include "core/store/schema.h"

namespace cohoi::store {
namespace {

void bind_value(Statement& statement, int index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    statement.bind_at(index, std::string_view(*text));
  else if (const auto* number = std::get_if<std::int64_t>(&value))
    statement.bind_at(index, *number);
  else if (const auto* money = std::get_if<Money>(&value))
    statement.bind_at(index, money->minor);
  else
    statement.bind_at(index, nullptr);
}

template <class T>
Result<std::vector<T>> collect(Statement& rows) {
  std::vector<T> records;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return records;
    records.push_back(read_record<T>(rows));
  }
}

RawRecord raw_record(const Statement& row, Entity entity) {
  RawRecord record{entity, Uuid::parse(row.text(1)).value_or(Uuid{}), {}};
  int column = field_column;
  for (const FieldInfo& field : fields_of(entity))
    record.values.push_back({std::string(field.key), read_field(row, column, field)});
  return record;
}

}  // namespace

Result<std::optional<RawRecord>> find_raw(Database& db, Entity entity, const Uuid& id) {
  COHOI_TRY(Statement row, db.prepare(table_of(entity).select_by_id));
  row.bind(id.to_string());
  COHOI_TRY(const bool there, row.step());
  if (!there) return std::nullopt;
  return raw_record(row, entity);
}

Status each_raw(Database& db, Entity entity, const std::function<Status(const RawRecord&)>& visit) {
  COHOI_TRY(Statement rows, db.prepare(table_of(entity).select + " ORDER BY id"));
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return {};
    COHOI_CHECK(visit(raw_record(rows, entity)));
  }
}

template <class T>
Result<std::optional<T>> find(Database& db, Id<T> id) {
  COHOI_TRY(Statement row, db.prepare(table_of(T::entity).select_by_id));
  row.bind(id.to_string());
  COHOI_TRY(const bool there, row.step());
  if (!there) return std::nullopt;
  return read_record<T>(row);
}

template <class T>
Result<T> get(Database& db, Id<T> id) {
  COHOI_TRY(auto record, find<T>(db, id));
  if (!record)
    return fail(ErrorCode::not_found, msg("store.record_gone"), std::string(name_of(T::entity)) + " " + id.to_string());
  return *std::move(record);
}

template <class T>
Result<std::vector<T>> find_by(Database& db, std::string_view field, const Value& value) {
  if (field_of(T::entity, field) == nullptr)
    return fail(ErrorCode::invalid, msg("store.unknown_field", std::string(field)), std::string(name_of(T::entity)));
  const std::string sql =
      table_of(T::entity).select + " WHERE " + quoted(field) + (given(value) ? "=?" : " IS NULL") + " ORDER BY id";
  COHOI_TRY(Statement rows, db.prepare(sql));
  if (given(value)) bind_value(rows, 1, value);
  return collect<T>(rows);
}

template <class T>
Result<std::vector<T>> all(Database& db) {
  COHOI_TRY(Statement rows, db.prepare(table_of(T::entity).select + " ORDER BY id"));
  return collect<T>(rows);
}

Result<std::int64_t> count(Database& db, Entity entity) {
  return db.query_integer("SELECT count(*) FROM " + table_of(entity).name);
}

#define COHOI_INSTANTIATE(T)                                                          \
  template Result<std::optional<T>> find(Database&, Id<T>);                           \
  template Result<T> get(Database&, Id<T>);                                           \
  template Result<std::vector<T>> find_by(Database&, std::string_view, const Value&); \
  template Result<std::vector<T>> all(Database&)
COHOI_INSTANTIATE(Account);
COHOI_INSTANTIATE(Contact);
COHOI_INSTANTIATE(Lead);
COHOI_INSTANTIATE(Opportunity);
COHOI_INSTANTIATE(Activity);
COHOI_INSTANTIATE(CriterionAnswer);
COHOI_INSTANTIATE(ContactRole);
COHOI_INSTANTIATE(LineItem);
COHOI_INSTANTIATE(StageVisit);
COHOI_INSTANTIATE(Product);
COHOI_INSTANTIATE(Criterion);
COHOI_INSTANTIATE(Pipeline);
COHOI_INSTANTIATE(Stage);
COHOI_INSTANTIATE(Owner);
COHOI_INSTANTIATE(Choice);
COHOI_INSTANTIATE(Setting);
COHOI_INSTANTIATE(Rate);
COHOI_INSTANTIATE(CustomField);
COHOI_INSTANTIATE(RecordPair);
#undef COHOI_INSTANTIATE

}  // namespace cohoi::store
