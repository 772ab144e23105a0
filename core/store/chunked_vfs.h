// SQLite's file layer over ChunkFiles, the only one there is (SQLITE_OS_OTHER). One object serves one database file: journal
// and temporary files never exist, because the journal and temp store are in memory (STORE §7); SQLite opening any other file
// is refused. Time and randomness come from outside.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "core/store/chunk_files.h"

namespace cohoi::store {

// Left empty, time stands at 1970 and "random" bytes are a fixed sequence: good for tests only.
struct DatabasePorts {
  std::function<std::int64_t()> unix_ms;
  std::function<void(std::span<std::byte>)> random_bytes;
};

class ChunkedVfs {
 public:
  // `files` is borrowed and may be null: then no file can be opened and only ":memory:" works.
  ChunkedVfs(ChunkFiles* files, DatabasePorts ports);
  ~ChunkedVfs();
  ChunkedVfs(const ChunkedVfs&) = delete;
  ChunkedVfs& operator=(const ChunkedVfs&) = delete;

  // For sqlite3_open_v2. Unique while this object lives.
  [[nodiscard]] const char* name() const { return name_.c_str(); }

  [[nodiscard]] ChunkFiles* files() { return files_; }
  [[nodiscard]] std::int64_t unix_ms() const { return ports_.unix_ms ? ports_.unix_ms() : 0; }
  void fill_random(std::span<std::byte> bytes);

 private:
  ChunkFiles* files_;
  DatabasePorts ports_;
  std::string name_;
  sqlite3_vfs vfs_{};
  std::uint64_t test_random_ = 0x9e3779b97f4a7c15U;
};

}  // namespace cohoi::store
