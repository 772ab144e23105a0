// The whole data as one ordinary SQLite file, out and back in.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/store/database.h"

namespace cohoi::store {

// Hands the file over piece by piece (the pieces live for the call only). Refused inside a transaction; a sink's error ends it.
[[nodiscard]] Status export_database(Database& database,
                                     const std::function<Status(std::span<const std::byte>)>& sink);

// A file on its way in. It is gathered and checked in a folder beside the data, which stay as they are until replace().
//
//   COHOI_TRY(auto incoming, IncomingDatabase::begin(db.folder()));
//   for (…) COHOI_CHECK(incoming.append(piece));
//   COHOI_CHECK(incoming.check(ports, is_ours));
//   COHOI_TRY(const auto known, incoming.replace(db));
//   saving.save_everything(known);
class IncomingDatabase {
 public:
  // `folder` is the data's. What an earlier, unfinished import left is cleared away.
  [[nodiscard]] static Result<IncomingDatabase> begin(const std::string& folder);
  ~IncomingDatabase();
  IncomingDatabase(IncomingDatabase&&) noexcept = default;
  IncomingDatabase& operator=(IncomingDatabase&&) = delete;

  [[nodiscard]] Status append(std::span<const std::byte> bytes);
  // corrupt when it is no SQLite file, is cut off or damaged; else what `accept` says of the database, which
  // it may bring up to date (migrations.h).
  [[nodiscard]] Status check(DatabasePorts ports, const std::function<Status(Database&)>& accept);
  // Instead of bytes: `make` fills a new, empty database. Nothing is left to check then.
  [[nodiscard]] Status fill(DatabasePorts ports, const std::function<Status(Database&)>& make);
  // The checked file, to be read beside the data; closed again before replace().
  [[nodiscard]] Result<Database> open(DatabasePorts ports);
  // Puts the checked file in the data's place and reopens the database on it. Statements must not be alive. Returns how many
  // chunks the former data had. After an error the former data are back.
  [[nodiscard]] Result<std::uint32_t> replace(Database& database);

 private:
  explicit IncomingDatabase(std::string folder) : folder_(std::move(folder)) {}

  std::string folder_;
  std::unique_ptr<ChunkFiles> files_;
  bool checked_ = false;
};

}  // namespace cohoi::store
