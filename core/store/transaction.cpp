#include "core/store/transaction.h"

#include <limits>
#include <utility>

#include "core/store/change_log_json.h"
#include "core/store/change_log_rows.h"
#include "core/store/derived_tables.h"
#include "core/store/schema.h"
#include "core/store/sql_transaction.h"

namespace cohoi::store {
namespace {

struct Stored {
  std::int64_t rid = 0;
  std::vector<Value> values;
};

Result<std::optional<Stored>> find_stored(Database& db, Entity entity, const std::string& id) {
  COHOI_TRY(Statement row, db.prepare(table_of(entity).select_by_id));
  row.bind(id);
  COHOI_TRY(const bool there, row.step());
  if (!there) return std::nullopt;
  const auto& fields = fields_of(entity);
  Stored stored{row.integer(0), {}};
  stored.values.reserve(fields.size());
  int column = field_column;
  for (const FieldInfo& field : fields) stored.values.push_back(read_field(row, column, field));
  return stored;
}

// The values in the order of the field list. A field that `record` does not name keeps what `stored` has.
Result<std::vector<Value>> in_order(const RawRecord& record, const Stored* stored) {
  const auto& fields = fields_of(record.entity);
  std::vector<Value> values(fields.size());
  std::size_t used = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const FieldValue* found =
        i < record.values.size() && record.values[i].key == fields[i].key ? &record.values[i] : nullptr;
    for (std::size_t k = 0; found == nullptr && k < record.values.size(); ++k)
      if (record.values[k].key == fields[i].key) found = &record.values[k];
    if (found) {
      values[i] = found->value;
      ++used;
    } else if (stored) {
      values[i] = stored->values[i];
    }
  }
  if (used != record.values.size())
    return fail(ErrorCode::invalid, msg("store.unknown_field", std::string(name_of(record.entity))),
                "a key is unknown or stands twice");
  return values;
}

GivenValues only_given(std::vector<Value> values) {
  GivenValues found;
  for (std::size_t field = 0; field < values.size(); ++field)
    if (given(values[field])) found.push_back({field, std::move(values[field])});
  return found;
}

enum class Check : std::uint8_t { rules, none };

}  // namespace

struct Transaction::Impl {
  Impl(Database& database, WriteContext& write_context, SqlTransaction outer)
      : db(database), context(write_context), sql(std::move(outer)), today(write_context.clock.today()), derived(database) {}

  Database& db;
  WriteContext& context;
  SqlTransaction sql;
  Date today;  // the page is asked for it once, not for every row
  DerivedTables derived;
  std::optional<std::pair<Entity, Statement>> inserting;  // its text is too long to be looked up for every row
  RowBatch changes{"INSERT OR FAIL INTO change_log(tx, hlc, entity, record, field, \"before\", \"after\")", 7};
  Uuid id, reverts;
  Message label;
  TransactionKind kind = TransactionKind::edit;
  std::int64_t seq = 0;  // of the row in change_transaction; 0 until something changes
  int step = 0;
  std::optional<Error> broken;  // a write failed half way: only rolling back is left

  Status write(const RawRecord& record, Check check);
  Status insert_imported(const RawRecord& record);
  Status insert_checked(const NewRecord& record);
  Status remove(Entity entity, const Uuid& record_id);

  Result<std::int64_t> insert(const NewRecord& record, std::string logged);
  Status update(const RawRecord& record, const Stored& stored, const std::vector<Value>& values,
                const std::vector<std::size_t>& changed);
  Status begin_write();
  Status log(Entity entity, const std::string& record, std::string_view field, const Value& before, const Value& after);
  template <class T>
  Result<T> kept(Result<T> result) {
    if (!result && !broken) broken = result.error();
    return result;
  }
};

Status Transaction::Impl::begin_write() {
  if (broken) return fail(*broken);
  if (context.before_write) COHOI_CHECK(context.before_write(step));
  ++step;
  if (seq != 0) return {};
  COHOI_TRY(const std::uint64_t last, last_hybrid_time(db));
  context.hybrid_clock.raise_above(last);
  const std::uint64_t hlc = context.hybrid_clock.tick(context.clock.now());
  COHOI_TRY(
      Statement row,
      db.prepare("INSERT INTO change_transaction(id, hlc, device, actor, kind, label, reverts) VALUES(?,?,?,?,?,?,?)"));
  row.bind(id.to_string(), hlc, context.device, context.actor, store::name_of(kind), message_to_json(label));
  if (reverts.empty())
    row.bind_at(7, nullptr);
  else
    row.bind_at(7, reverts.to_string());
  COHOI_CHECK(row.run());
  seq = db.last_insert_rowid();
  return {};
}

Status Transaction::Impl::log(Entity entity, const std::string& record, std::string_view field, const Value& before,
                              const Value& after) {
  const auto hlc = static_cast<std::int64_t>(context.hybrid_clock.tick(context.clock.now()));
  return changes.add(db, seq, hlc, std::string(cohoi::name_of(entity)), record, std::string(field), logged_value(before),
                     logged_value(after));
}

Result<std::int64_t> Transaction::Impl::insert(const NewRecord& record, std::string logged) {
  COHOI_CHECK(begin_write());
  const auto& fields = fields_of(record.entity);
  const Table& table = table_of(record.entity);
  const std::string id_text = record.id.to_string();
  if (!inserting || inserting->first != record.entity) {
    COHOI_TRY(Statement row, db.prepare(table.insert));
    inserting.emplace(record.entity, std::move(row));
  }
  Statement& row = inserting->second;
  row.unbind();
  row.bind_at(1, id_text);
  for (const auto& [field, value] : record.values) {
    int index = 2 + table.first_column[field];
    bind_field(row, index, fields[field], value);
  }
  COHOI_CHECK(row.run());
  const std::int64_t rid = db.last_insert_rowid();
  COHOI_CHECK(log(record.entity, id_text, {}, {}, std::move(logged)));
  return rid;
}

Status Transaction::Impl::update(const RawRecord& record, const Stored& stored, const std::vector<Value>& values,
                                 const std::vector<std::size_t>& changed) {
  COHOI_CHECK(begin_write());
  const auto& fields = fields_of(record.entity);
  const std::string record_id = record.id.to_string();
  std::string text = "UPDATE " + table_of(record.entity).name + " SET ";
  for (const std::size_t i : changed) {
    for (const Column& column : columns_of(fields[i])) {
      if (text.back() == '?') text += ',';
      text += quoted(column.name) + "=?";
    }
  }
  COHOI_TRY(Statement row, db.prepare(text + " WHERE rid=?"));
  int index = 1;
  for (const std::size_t i : changed) bind_field(row, index, fields[i], values[i]);
  row.bind_at(index, stored.rid);
  COHOI_CHECK(row.run());
  for (const std::size_t i : changed)
    COHOI_CHECK(log(record.entity, record_id, fields[i].key, stored.values[i], values[i]));
  return {};
}

Status Transaction::Impl::write(const RawRecord& record, Check check) {
  if (broken) return fail(*broken);
  if (record.id.empty()) return fail(ErrorCode::internal, msg("store.failed"), "a record without an id");
  const auto& fields = fields_of(record.entity);
  COHOI_TRY(const auto stored, find_stored(db, record.entity, record.id.to_string()));
  COHOI_TRY(const auto values, in_order(record, stored ? &*stored : nullptr));
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (stored && stored->values[i] == values[i]) continue;
    if (check == Check::rules) COHOI_CHECK(check_field(fields[i], values[i]));
    changed.push_back(i);
  }
  if (!stored) {
    std::string logged = values_to_json(fields, values);
    const NewRecord fresh{record.entity, record.id, only_given(values)};
    COHOI_TRY(const std::int64_t rid, kept(insert(fresh, std::move(logged))));
    derived.touched(record.entity, rid, record.id, std::nullopt, fresh.values);
    return {};
  }
  if (changed.empty()) return {};
  COHOI_CHECK(kept(update(record, *stored, values, changed)));
  derived.touched(record.entity, stored->rid, record.id, only_given(stored->values), only_given(values));
  return {};
}

Status Transaction::Impl::insert_imported(const RawRecord& record) {
  COHOI_TRY(auto values, in_order(record, nullptr));
  const NewRecord fresh{record.entity, record.id, only_given(std::move(values))};
  COHOI_CHECK(check_values(fresh.entity, fresh.values));
  return insert_checked(fresh);
}

Status Transaction::Impl::insert_checked(const NewRecord& record) {
  if (broken) return fail(*broken);
  if (record.id.empty()) return fail(ErrorCode::internal, msg("store.failed"), "a record without an id");
  COHOI_TRY(const std::int64_t rid, kept(insert(record, std::string(imported_values))));
  return kept(derived.imported(record, rid, today));
}

Status Transaction::Impl::remove(Entity entity, const Uuid& record_id) {
  if (broken) return fail(*broken);
  const std::string text = record_id.to_string();
  COHOI_TRY(const auto stored, find_stored(db, entity, text));
  if (!stored) return {};
  COHOI_CHECK(kept(begin_write()));
  COHOI_CHECK(kept(db.run(table_of(entity).remove, text)));
  COHOI_CHECK(kept(log(entity, text, {}, values_to_json(fields_of(entity), stored->values), {})));
  derived.touched(entity, stored->rid, record_id, only_given(stored->values), {});
  return {};
}

Result<Transaction> Transaction::begin(Database& db, WriteContext& context, Message label, TransactionKind kind,
                                       Uuid reverts) {
  COHOI_TRY(const auto query_only, db.query_integer("PRAGMA query_only"));
  if (query_only != 0) return fail(ErrorCode::read_only, msg("store.read_only"));
  if (db.in_transaction()) return fail(ErrorCode::conflict, msg("store.busy"));
  COHOI_TRY(auto sql, SqlTransaction::begin(db));
  auto impl = std::make_unique<Impl>(db, context, std::move(sql));
  impl->id = context.ids.next();
  impl->reverts = reverts;
  impl->label = std::move(label);
  impl->kind = kind;
  return Transaction(std::move(impl));
}

Transaction::Transaction(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Transaction::Transaction(Transaction&& other) noexcept = default;
Transaction::~Transaction() = default;

const Uuid& Transaction::id() const { return impl_->id; }
Status Transaction::put_raw(const RawRecord& record) { return impl_->write(record, Check::rules); }
Status Transaction::restore_raw(const RawRecord& record) { return impl_->write(record, Check::none); }
Status Transaction::insert_imported(const RawRecord& record) { return impl_->insert_imported(record); }
Status Transaction::insert_checked(const NewRecord& record) { return impl_->insert_checked(record); }
Status Transaction::remove(Entity entity, const Uuid& id) { return impl_->remove(entity, id); }

Result<bool> Transaction::settle(int rows) {
  if (impl_->broken) return fail(*impl_->broken);
  return impl_->kept(impl_->derived.refresh(impl_->today, rows));
}

Result<Uuid> Transaction::commit() {
  if (impl_->broken) return fail(*impl_->broken);
  if (impl_->seq == 0) {
    COHOI_CHECK(impl_->sql.commit());
    return Uuid{};
  }
  for (bool more = true; more;) {
    COHOI_TRY(more, settle(std::numeric_limits<int>::max()));
  }
  COHOI_CHECK(impl_->kept(impl_->changes.write(impl_->db)));
  COHOI_CHECK(impl_->kept(impl_->sql.commit()));
  return impl_->id;
}

}  // namespace cohoi::store
