#include "core/store/connection.h"

#include <utility>

#include "core/store/sql_functions.h"

namespace cohoi::store {
namespace {

// Beyond this the texts are generated ones that will not come again.
constexpr std::size_t most_idle = 200;

// STORE §7: safe because MEMFS is memory and only whole committed states reach the browser's store.
constexpr const char* connection_pragmas =
    "PRAGMA page_size=4096; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
    "PRAGMA cache_size=-16000;";

Error make_error(int extended, std::string detail) {
  switch (extended & 0xff) {
    case SQLITE_READONLY:
      return {ErrorCode::read_only, msg("store.read_only"), std::move(detail), {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::corrupt, msg("store.corrupt"), std::move(detail), {}};
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
      return {ErrorCode::io, msg("store.files_failed"), std::move(detail), {}};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::conflict, msg("store.constraint"), std::move(detail), {}};
    default:
      return {ErrorCode::internal, msg("store.failed"), std::move(detail), {}};
  }
}

Error closed_error() { return {ErrorCode::io, msg("store.closed"), "the database is being replaced", {}}; }

}  // namespace

Connection::Connection(std::unique_ptr<ChunkFiles> chunk_files, DatabasePorts ports)
    : files(std::move(chunk_files)), vfs(std::make_unique<ChunkedVfs>(files.get(), std::move(ports))) {}

Connection::~Connection() {
  forget_idle();
  if (handle != nullptr) sqlite3_close(handle);
}

Status Connection::open(const char* name, bool read_only) {
  const int result = sqlite3_open_v2(name, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs->name());
  if (result != SQLITE_OK) return fail(last_error("open"));
  sqlite3_extended_result_codes(handle, 1);
  if (add_sql_functions(handle) != SQLITE_OK) return fail(last_error("functions"));
  sqlite3_update_hook(
      handle,
      [](void* self, int what, const char*, const char* table, sqlite3_int64 rid) {
        static_cast<Connection*>(self)->changed(table, rid, what == SQLITE_INSERT);
      },
      this);
  COHOI_CHECK(exec(connection_pragmas));
  // A first real read, so that a damaged or foreign file is refused here and not at some later query.
  COHOI_CHECK(exec("SELECT count(*) FROM sqlite_schema;"));
  // A page that follows another tab must not change its copy; a file opened for reading only could not even be empty.
  if (read_only) COHOI_CHECK(exec("PRAGMA query_only=ON;"));
  return {};
}

Status Connection::close() {
  if (lent != 0)
    return fail(ErrorCode::internal, msg("store.failed"), std::to_string(lent) + " statements alive at close");
  forget_idle();
  if (handle != nullptr && sqlite3_close(handle) != SQLITE_OK) return fail(last_error("close"));
  handle = nullptr;
  files.reset();
  lists.clear();
  words.clear();
  return {};
}

void Connection::changed(std::string_view table, std::int64_t rid, bool fresh) {
  if (table == search_table) words.changed(rid);
  lists.changed(table, rid, fresh);
}

Status Connection::exec(const std::string& sql) {
  if (handle == nullptr) return fail(closed_error());
  if (fault && fault(sql)) return fail(ErrorCode::io, msg("store.files_failed"), "injected: " + sql);
  if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return fail(last_error(sql));
  return {};
}

Error Connection::last_error(std::string_view doing) const {
  const int code = handle == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle);
  const char* text = handle == nullptr ? "out of memory" : sqlite3_errmsg(handle);
  return make_error(code, "SQLite " + std::to_string(code) + ": " + text + " in: " + std::string(doing.substr(0, 200)));
}

Result<sqlite3_stmt*> Connection::checkout(std::string_view sql) {
  if (handle == nullptr) return fail(closed_error());
  if (const auto found = idle_.find(sql); found != idle_.end()) {
    sqlite3_stmt* statement = found->second;
    idle_.erase(found);
    ++lent;
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int length = static_cast<int>(sql.size());
  if (sqlite3_prepare_v3(handle, sql.data(), length, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    return fail(last_error(sql));
  if (statement == nullptr) return fail(ErrorCode::internal, msg("store.failed"), "empty statement");
  ++lent;
  return statement;
}

void Connection::give_back(sqlite3_stmt* statement) {
  --lent;
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  // A text in use twice at once is prepared twice; only one of the two is kept.
  if (idle_.size() >= most_idle || !idle_.emplace(sqlite3_sql(statement), statement).second)
    sqlite3_finalize(statement);
}

void Connection::forget_idle() {
  for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
  idle_.clear();
}

}  // namespace cohoi::store
