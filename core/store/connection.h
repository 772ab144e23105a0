// What a Database and its Statements share. Internal to core/store: others use database.h and statement.h.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/store/chunk_files.h"
#include "core/store/chunked_vfs.h"
#include "core/store/list_cache.h"
#include "core/store/search_words.h"

namespace cohoi::store {

class Connection {
 public:
  Connection(std::unique_ptr<ChunkFiles> chunk_files, DatabasePorts ports);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] Status open(const char* name, bool read_only);
  // Closes SQLite and the chunk files; fails while statements are lent. Closing a closed one is fine.
  [[nodiscard]] Status close();
  [[nodiscard]] Status exec(const std::string& sql);
  [[nodiscard]] Error last_error(std::string_view doing) const;

  // An idle prepared statement of the same text, or a new one.
  [[nodiscard]] Result<sqlite3_stmt*> checkout(std::string_view sql);
  void give_back(sqlite3_stmt* statement);

  std::unique_ptr<ChunkFiles> files;  // null in memory and when closed
  std::unique_ptr<ChunkedVfs> vfs;
  sqlite3* handle = nullptr;
  int lent = 0;  // statements alive
  std::function<bool(std::string_view)> fault;
  ListCache lists;
  SearchWords words;

 private:
  void forget_idle();
  void changed(std::string_view table, std::int64_t rid, bool fresh);

  // Keyed by the statement's own text, which lives as long as the statement.
  std::unordered_map<std::string_view, sqlite3_stmt*> idle_;
};

}  // namespace cohoi::store
