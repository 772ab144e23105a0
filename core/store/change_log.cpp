#include "core/store/change_log.h"

#include <array>

#include "core/store/change_log_effects.h"
#include "core/store/change_log_json.h"
#include "core/store/change_log_rows.h"
#include "core/store/database.h"

namespace cohoi::store {
namespace {

constexpr std::array<std::string_view, 4> kind_names{"edit", "undo", "redo", "import"};

constexpr std::string_view select_transaction =
    "SELECT seq, id, hlc, device, actor, kind, label, reverts FROM change_transaction";
constexpr std::string_view select_change =
    "SELECT t.id, c.hlc, c.entity, c.record, c.field, c.\"before\", c.\"after\", t.actor, c.seq FROM change_log c"
    " JOIN change_transaction t ON t.seq=c.tx";

TransactionKind kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kind_names.size(); ++i)
    if (kind_names[i] == name) return static_cast<TransactionKind>(i);
  return TransactionKind::edit;
}

LoggedTransaction read_transaction(const Statement& row) {
  LoggedTransaction transaction;
  transaction.id = Uuid::parse(row.text(1)).value_or(Uuid{});
  transaction.hlc = static_cast<std::uint64_t>(row.integer(2));
  transaction.device = row.text(3);
  transaction.actor = row.text(4);
  transaction.kind = kind_named(row.text(5));
  transaction.label = message_from_json(row.text(6));
  transaction.reverts = Uuid::parse(row.text(7)).value_or(Uuid{});
  return transaction;
}

Change read_change(const Statement& row) {
  Change change;
  change.transaction = Uuid::parse(row.text(0)).value_or(Uuid{});
  change.hlc = static_cast<std::uint64_t>(row.integer(1));
  change.entity = entity_named(row.text(2)).value_or(Entity::account);
  change.record = Uuid::parse(row.text(3)).value_or(Uuid{});
  change.field = row.text(4);
  change.before = read_logged_value(row, 5);
  change.after = read_logged_value(row, 6);
  change.actor = row.text(7);
  return change;
}

Result<std::vector<Change>> collect(Statement& rows) {
  std::vector<Change> changes;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return changes;
    changes.push_back(read_change(rows));
  }
}

}  // namespace

std::string_view name_of(TransactionKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

RowBatch::Cell logged_value(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (const auto* money = std::get_if<Money>(&value)) return RowBatch::Bytes{money->to_text()};
  return {};
}

Value read_logged_value(const Statement& row, int column) {
  switch (row.column_type(column)) {
    case 1:
      return row.integer(column);
    case 3:
      return std::string(row.text(column));
    case 4: {
      const auto money = Money::from_text(row.blob(column));
      return money ? Value{*money} : Value{};
    }
    default:
      return {};
  }
}

Result<std::uint64_t> last_hybrid_time(Database& db) {
  COHOI_TRY(
      const auto last,
      db.query_integer("SELECT coalesce(max(hlc), 0) FROM (SELECT hlc FROM change_log ORDER BY seq DESC LIMIT 1)"));
  return static_cast<std::uint64_t>(last);
}

// A transaction is taken back when one that reverts it stands; that one stands when none that reverts it stands, and so
// on. The chain is as long as the user went to and fro, so it is walked to its end instead of asked of SQL.
Result<bool> is_reverted(Database& db, const Uuid& id) {
  COHOI_TRY(Statement next, db.prepare("SELECT id FROM change_transaction WHERE reverts=? ORDER BY seq DESC LIMIT 1"));
  std::string at = id.to_string();
  bool reverted = false;
  for (;;) {
    next.bind(at);
    COHOI_TRY(const bool row, next.step());
    if (!row) return reverted;
    at = next.text(0);
    next.reset();
    reverted = !reverted;
  }
}

Result<std::optional<LoggedTransaction>> find_transaction(Database& db, const Uuid& id) {
  COHOI_TRY(Statement row, db.prepare(std::string(select_transaction) + " WHERE id=?"));
  row.bind(id.to_string());
  COHOI_TRY(const bool there, row.step());
  if (!there) return std::nullopt;
  LoggedTransaction found = read_transaction(row);
  COHOI_TRY(found.reverted, is_reverted(db, id));
  return found;
}

Result<std::vector<LoggedTransaction>> latest_transactions(Database& db, int limit) {
  COHOI_TRY(Statement rows, db.prepare(std::string(select_transaction) + " ORDER BY seq DESC LIMIT ?"));
  rows.bind(limit);
  std::vector<LoggedTransaction> latest;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    latest.push_back(read_transaction(rows));
  }
  for (LoggedTransaction& transaction : latest) {
    COHOI_TRY(transaction.reverted, is_reverted(db, transaction.id));
  }
  return latest;
}

Result<std::vector<Change>> changes_of_transaction(Database& db, const Uuid& id) {
  COHOI_TRY(Statement rows, db.prepare(std::string(select_change) + " WHERE t.id=? ORDER BY c.seq"));
  rows.bind(id.to_string());
  return collect(rows);
}

Result<std::vector<Change>> some_changes_of_transaction(Database& db, const Uuid& id, std::int64_t& after, int most) {
  COHOI_TRY(Statement rows, db.prepare(std::string(select_change) + " WHERE t.id=? AND c.seq>? ORDER BY c.seq LIMIT ?"));
  rows.bind(id.to_string(), after, most);
  std::vector<Change> changes;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return changes;
    changes.push_back(read_change(rows));
    after = rows.integer(8);
  }
}

Result<std::vector<Change>> changes_of_record(Database& db, Entity entity, const Uuid& id) {
  COHOI_TRY(Statement rows,
            db.prepare(std::string(select_change) + " WHERE c.record=? AND c.entity=? ORDER BY c.seq DESC"));
  rows.bind(id.to_string(), cohoi::name_of(entity));
  return collect(rows);
}

}  // namespace cohoi::store
