#include "core/store/record_scan.h"

#include "core/store/schema.h"

namespace cohoi::store {

Result<int> some_raw(Database& db, Entity entity, std::span<const std::string_view> fields, std::int64_t& after, int most,
                     const std::function<void(const RawRecord&)>& visit) {
  std::string columns = "SELECT rid, id";
  RawRecord record{entity, {}, {}};
  std::vector<const FieldInfo*> infos;
  for (const std::string_view key : fields) {
    const FieldInfo* info = field_of(entity, key);
    if (info == nullptr) return fail(ErrorCode::invalid, msg("store.unknown_field", std::string(key)), std::string(name_of(entity)));
    for (const Column& column : columns_of(*info)) columns += ", " + quoted(column.name);
    infos.push_back(info);
    record.values.push_back({std::string(key), {}});
  }
  COHOI_TRY(Statement rows, db.prepare(columns + " FROM " + table_of(entity).name + " WHERE rid>? ORDER BY rid LIMIT ?"));
  rows.bind(after, most);
  for (int read = 0;; ++read) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return read;
    after = rows.integer(0);
    record.id = Uuid::parse(rows.text(1)).value_or(Uuid{});
    int column = field_column;
    for (std::size_t i = 0; i < infos.size(); ++i) record.values[i].value = read_field(rows, column, *infos[i]);
    visit(record);
  }
}

Status each_missing(Database& from, Database& here, Entity entity, const std::function<Status(const Uuid&)>& visit) {
  const std::string& table = table_of(entity).name;
  COHOI_TRY(Statement rows, from.prepare("SELECT id FROM " + table + " ORDER BY rid"));
  COHOI_TRY(Statement known, here.prepare("SELECT 1 FROM " + table + " WHERE id=?"));
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return {};
    known.bind(rows.text(0));
    COHOI_TRY(const bool there, known.step());
    known.reset();
    const auto id = Uuid::parse(rows.text(0));
    if (!there && id) COHOI_CHECK(visit(*id));
  }
}

}  // namespace cohoi::store
