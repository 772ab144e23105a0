#include "core/store/database_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace cohoi::store {
namespace {

std::string incoming_folder(const std::string& folder) { return folder + ".incoming"; }
std::string former_folder(const std::string& folder) { return folder + ".former"; }

Status no_database(std::string detail) { return fail(ErrorCode::corrupt, msg("store.not_a_database"), std::move(detail)); }

// https://www.sqlite.org/fileformat.html, "The Database Header"
constexpr std::size_t header_bytes = 100;
constexpr std::size_t write_version_at = 18;
constexpr std::byte legacy_version{1};
constexpr std::byte wal_version{2};

Status check_header(ChunkFiles& files) {
  std::array<std::byte, header_bytes> header{};
  COHOI_TRY(const std::size_t got, files.read(0, header));
  if (got < header.size() || std::memcmp(header.data(), "SQLite format 3", 16) != 0) return no_database("header");
  const auto byte_at = [&](std::size_t at) { return std::to_integer<std::uint64_t>(header[at]); };
  const std::uint64_t stored = byte_at(16) << 8U | byte_at(17);
  const std::uint64_t page = stored == 1 ? 65536 : stored;
  if (page < 512 || (page & (page - 1)) != 0 || files.size() % page != 0)
    return no_database("size " + std::to_string(files.size()) + " with pages of " + std::to_string(page));
  // A tool that had the file open may have left it in WAL mode, which this build does not have; a file without its log is
  // the same in either mode.
  if (header[write_version_at] == wal_version) {
    const std::array<std::byte, 2> versions{legacy_version, legacy_version};
    COHOI_CHECK(files.write(write_version_at, versions));
  }
  return {};
}

}  // namespace

Status export_database(Database& database, const std::function<Status(std::span<const std::byte>)>& sink) {
  ChunkFiles* files = database.files();
  if (files == nullptr || database.in_transaction())
    return fail(ErrorCode::refused, msg("store.busy"), "export inside a transaction");
  std::vector<std::byte> piece(static_cast<std::size_t>(ChunkFiles::chunk_bytes));
  for (std::uint64_t offset = 0; offset < files->size(); offset += ChunkFiles::chunk_bytes) {
    COHOI_TRY(const std::size_t got, files->read(offset, piece));
    COHOI_CHECK(sink(std::span<const std::byte>(piece).first(got)));
  }
  return {};
}

Result<IncomingDatabase> IncomingDatabase::begin(const std::string& folder) {
  COHOI_CHECK(remove_chunk_folder(incoming_folder(folder)));
  IncomingDatabase incoming(folder);
  COHOI_TRY(incoming.files_, ChunkFiles::open(incoming_folder(folder)));
  return incoming;
}

IncomingDatabase::~IncomingDatabase() {
  if (!files_) return;  // moved from, or in its place already
  files_.reset();
  // What cannot be cleared away now is at the next begin.
  static_cast<void>(remove_chunk_folder(incoming_folder(folder_)));
}

Status IncomingDatabase::append(std::span<const std::byte> bytes) {
  checked_ = false;
  return files_->write(files_->size(), bytes);
}

Status IncomingDatabase::check(DatabasePorts ports, const std::function<Status(Database&)>& accept) {
  checked_ = false;
  COHOI_CHECK(check_header(*files_));
  COHOI_TRY(Database candidate, Database::open(incoming_folder(folder_), std::move(ports), OpenMode::read_write));
  COHOI_CHECK(candidate.exec("PRAGMA cell_size_check=ON"));
  COHOI_CHECK(candidate.check_integrity());
  COHOI_CHECK(accept(candidate));
  checked_ = true;
  return {};
}

Status IncomingDatabase::fill(DatabasePorts ports, const std::function<Status(Database&)>& make) {
  COHOI_TRY(Database fresh, Database::open(incoming_folder(folder_), std::move(ports)));
  COHOI_CHECK(make(fresh));
  checked_ = true;
  return {};
}

Result<Database> IncomingDatabase::open(DatabasePorts ports) {
  if (!checked_) return fail(ErrorCode::internal, msg("store.failed"), "open without check");
  return Database::open(incoming_folder(folder_), std::move(ports), OpenMode::read_only);
}

Result<std::uint32_t> IncomingDatabase::replace(Database& database) {
  if (!checked_) return fail(ErrorCode::internal, msg("store.failed"), "replace without check");
  if (database.in_transaction()) return fail(ErrorCode::refused, msg("store.busy"), "import inside a transaction");
  const std::uint32_t known = database.files()->chunk_count();
  COHOI_CHECK(remove_chunk_folder(former_folder(folder_)));
  COHOI_CHECK(database.close());
  files_.reset();
  checked_ = false;
  Status swapped = rename_chunk_folder(folder_, former_folder(folder_));
  if (swapped) {
    swapped = rename_chunk_folder(incoming_folder(folder_), folder_);
    if (swapped) {
      swapped = database.reopen(OpenMode::read_write);
      if (!swapped) COHOI_CHECK(rename_chunk_folder(folder_, incoming_folder(folder_)));
    }
    if (!swapped) COHOI_CHECK(rename_chunk_folder(former_folder(folder_), folder_));
  }
  if (!swapped) {
    COHOI_CHECK(database.reopen(OpenMode::read_write));
    return fail(swapped.error());
  }
  static_cast<void>(remove_chunk_folder(former_folder(folder_)));
  return known;
}

}  // namespace cohoi::store
