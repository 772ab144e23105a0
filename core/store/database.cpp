#include "core/store/database.h"

#include <utility>

#include "core/store/connection.h"

namespace cohoi::store {
namespace {

// Any name will do: the file layer serves exactly one file.
constexpr const char* file_name = "crm.db";

}  // namespace

Database::Database(std::string folder, DatabasePorts ports) : folder_(std::move(folder)), ports_(std::move(ports)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Status Database::connect(const char* name, OpenMode mode) {
  std::unique_ptr<ChunkFiles> files;
  if (!folder_.empty()) {
    COHOI_TRY(files, ChunkFiles::open(folder_));
  }
  connection_ = std::make_shared<Connection>(std::move(files), ports_);
  return connection_->open(name, mode == OpenMode::read_only);
}

Result<Database> Database::open(const std::string& folder, DatabasePorts ports, OpenMode mode) {
  Database database(folder, std::move(ports));
  COHOI_CHECK(database.connect(file_name, mode));
  return database;
}

Result<Database> Database::open_in_memory(DatabasePorts ports) {
  Database database({}, std::move(ports));
  COHOI_CHECK(database.connect(":memory:", OpenMode::read_write));
  return database;
}

Status Database::close() { return connection_->close(); }

Status Database::reopen(OpenMode mode) {
  COHOI_CHECK(close());
  const auto fault = std::move(connection_->fault);
  const Status opened = connect(file_name, mode);
  if (!opened) static_cast<void>(connection_->close());
  connection_->fault = fault;
  return opened;
}

bool Database::is_open() const { return connection_->handle != nullptr; }

Status Database::exec(const std::string& sql) { return connection_->exec(sql); }

Result<Statement> Database::prepare(std::string_view sql) {
  COHOI_TRY(sqlite3_stmt* const handle, connection_->checkout(sql));
  return Statement(connection_, handle);
}

Status Database::roll_back(const std::string& sql) {
  const auto fault = std::exchange(connection_->fault, nullptr);
  const Status status = connection_->exec(sql);
  connection_->fault = fault;
  connection_->words.clear();
  return status;
}

std::int64_t Database::changes() const { return is_open() ? sqlite3_changes64(connection_->handle) : 0; }
std::int64_t Database::last_insert_rowid() const {
  return is_open() ? sqlite3_last_insert_rowid(connection_->handle) : 0;
}
std::int64_t Database::total_changes() const { return is_open() ? sqlite3_total_changes64(connection_->handle) : 0; }
ListCache& Database::lists() { return connection_->lists; }
SearchWords& Database::words() { return connection_->words; }
bool Database::in_transaction() const { return is_open() && sqlite3_get_autocommit(connection_->handle) == 0; }
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
