#include "core/store/database.h"

#include <utility>

#include "core/store/connection.h"

namespace cohoi::store {
namespace {

// Any name will do: the file layer serves exactly one file.
constexpr const char* file_name = "crm.db";

Result<std::shared_ptr<Connection>> connect(std::unique_ptr<ChunkFiles> files, DatabasePorts ports, const char* name,
                                            OpenMode mode) {
  auto connection = std::make_shared<Connection>(std::move(files), std::move(ports));
  COHOI_CHECK(connection->open(name, mode == OpenMode::read_only));
  return connection;
}

}  // namespace

Database::Database(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Result<Database> Database::open(const std::string& folder, DatabasePorts ports, OpenMode mode) {
  COHOI_TRY(auto files, ChunkFiles::open(folder));
  COHOI_TRY(auto connection, connect(std::move(files), std::move(ports), file_name, mode));
  return Database(std::move(connection));
}

Result<Database> Database::open_in_memory(DatabasePorts ports) {
  COHOI_TRY(auto connection, connect(nullptr, std::move(ports), ":memory:", OpenMode::read_write));
  return Database(std::move(connection));
}

Status Database::exec(const std::string& sql) { return connection_->exec(sql); }

Result<Statement> Database::prepare(std::string_view sql) {
  COHOI_TRY(sqlite3_stmt* const handle, connection_->checkout(sql));
  return Statement(connection_, handle);
}

Status Database::roll_back(const std::string& sql) {
  const auto fault = std::exchange(connection_->fault, nullptr);
  const Status status = connection_->exec(sql);
  connection_->fault = fault;
  return status;
}

std::int64_t Database::changes() const { return sqlite3_changes64(connection_->handle); }
std::int64_t Database::last_insert_rowid() const { return sqlite3_last_insert_rowid(connection_->handle); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_->handle) == 0; }
int Database::statements_alive() const { return connection_->lent; }

Status Database::check_integrity() {
  COHOI_TRY(Statement check, prepare("PRAGMA integrity_check(5)"));
  std::string found;
  for (;;) {
    COHOI_TRY(const bool row, check.step());
    if (!row) break;
    if (!found.empty()) found += "; ";
    found += check.text(0);
  }
  if (found != "ok") return fail(ErrorCode::corrupt, msg("store.corrupt"), found);
  return {};
}

ChunkFiles* Database::files() { return connection_->files.get(); }

ChunkBatch Database::take_dirty() {
  if (!connection_->files || in_transaction()) return {};
  return connection_->files->take_dirty();
}

void Database::inject_faults(std::function<bool(std::string_view sql)> should_fail) {
  connection_->fault = std::move(should_fail);
}

}  // namespace cohoi::store
