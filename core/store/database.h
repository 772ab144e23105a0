// The one connection to the data. Owns the chunk files and SQLite's file layer; nothing throws.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/store/chunk_files.h"
#include "core/store/chunked_vfs.h"
#include "core/store/statement.h"

namespace cohoi::store {

enum class OpenMode : std::uint8_t {
  read_write,
  read_only,  // every write fails with ErrorCode::read_only; the files stay untouched
};

class ListCache;
class SearchWords;

class Database {
 public:
  // The database in a folder of chunks; made when it is not there. Fails with corrupt for damaged or foreign content.
  [[nodiscard]] static Result<Database> open(const std::string& folder, DatabasePorts ports,
                                             OpenMode mode = OpenMode::read_write);
  [[nodiscard]] static Result<Database> open_in_memory(DatabasePorts ports = {});

  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  // For replacing the files from outside (another tab's save, an import). Fails with internal while statements are alive. Until
  // reopened every use fails with ErrorCode::io. Reopening finds whatever the folder then holds; nothing counts as dirty.
  [[nodiscard]] Status close();
  [[nodiscard]] Status reopen(OpenMode mode);
  [[nodiscard]] bool is_open() const;

  // Runs one or several statements that return nothing of interest.
  [[nodiscard]] Status exec(const std::string& sql);
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  // Prepares, binds, steps to the end.
  template <class... Args>
  [[nodiscard]] Status run(std::string_view sql, const Args&... args) {
    COHOI_TRY(Statement statement, prepare(sql));
    statement.bind(args...);
    return statement.run();
  }
  // The first column of the first row; not_found without a row.
  template <class... Args>
  [[nodiscard]] Result<std::int64_t> query_integer(std::string_view sql, const Args&... args) {
    COHOI_TRY(Statement statement, prepare(sql));
    statement.bind(args...);
    COHOI_TRY(const bool row, statement.step());
    if (!row) return fail(ErrorCode::not_found, msg("store.no_row"), std::string(sql));
    return statement.integer(0);
  }

  // As run, but injected faults do not stop it: a rollback must work in the tests of atomicity as it does in life.
  [[nodiscard]] Status roll_back(const std::string& sql);

  // Rows changed by the last INSERT, UPDATE or DELETE, without foreign keys' and triggers' work.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] std::int64_t last_insert_rowid() const;
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] int statements_alive() const;
  [[nodiscard]] const std::string& folder() const { return folder_; }  // empty in memory

  // PRAGMA integrity_check; corrupt with its first lines when it is not "ok".
  [[nodiscard]] Status check_integrity();

  // Null in memory. Its dirty chunks are to be taken by take_dirty only.
  [[nodiscard]] ChunkFiles* files();
  // The chunks that changed since the last take: a committed state, so nothing inside a transaction (they stay for the next call).
  [[nodiscard]] ChunkBatch take_dirty();

  // Rises with every row that was ever inserted, changed or deleted through this connection.
  [[nodiscard]] std::int64_t total_changes() const;
  // Internal to core/store (list_cache.h, search_words.h).
  [[nodiscard]] ListCache& lists();
  [[nodiscard]] SearchWords& words();

  // For tests of atomicity: asked before every writing statement (exec included), true makes it fail with ErrorCode::io.
  void inject_faults(std::function<bool(std::string_view sql)> should_fail);

 private:
  Database(std::string folder, DatabasePorts ports);
  [[nodiscard]] Status connect(const char* name, OpenMode mode);

  std::string folder_;
  DatabasePorts ports_;
  std::shared_ptr<Connection> connection_;  // never null; its handle is null while closed
};

}  // namespace cohoi::store
