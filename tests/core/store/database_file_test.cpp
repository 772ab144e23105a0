#include "core/store/database_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/core/store/temp_folder.h"

using cohoi::ErrorCode;
using cohoi::msg;
using cohoi::Result;
using cohoi::Status;
using cohoi::store::Database;
using cohoi::store::IncomingDatabase;
using cohoi::store::OpenMode;
using cohoi::tests::TempFolder;

namespace {

using Bytes = std::vector<std::byte>;

Database with_rows(const std::string& folder, int rows) {
  auto db = Database::open(folder, {});
  REQUIRE(db);
  REQUIRE(db->exec("CREATE TABLE IF NOT EXISTS item(id INTEGER PRIMARY KEY, body TEXT); PRAGMA application_id=77;"));
  for (int i = 0; i < rows; ++i) REQUIRE(db->run("INSERT INTO item(body) VALUES(?)", std::string(600, 'x')));
  return *std::move(db);
}

std::int64_t rows_of(Database& db) { return db.query_integer("SELECT count(*) FROM item").value_or(-1); }

Bytes exported(Database& db) {
  Bytes all;
  REQUIRE(cohoi::store::export_database(db, [&](std::span<const std::byte> piece) -> Status {
    all.insert(all.end(), piece.begin(), piece.end());
    return {};
  }));
  return all;
}

Status ours(Database& candidate) {
  if (candidate.query_integer("PRAGMA application_id").value_or(0) == 77) return {};
  return cohoi::fail(ErrorCode::corrupt, msg("store.not_a_database"), "foreign");
}

Result<std::uint32_t> bring_in(Database& db, const Bytes& file) {
  COHOI_TRY(auto incoming, IncomingDatabase::begin(db.folder()));
  for (std::size_t at = 0; at < file.size(); at += 10000)
    COHOI_CHECK(incoming.append(std::span(file).subspan(at, std::min<std::size_t>(10000, file.size() - at))));
  COHOI_CHECK(incoming.check({}, ours));
  return incoming.replace(db);
}

}  // namespace

TEST_CASE("whole file: what goes out comes back in") {
  TempFolder folder;
  Database big = with_rows(folder.inside("big.d"), 300);
  const Bytes file = exported(big);
  CHECK(file.size() == big.files()->size());

  Database small = with_rows(folder.inside("small.d"), 3);
  static_cast<void>(small.take_dirty());
  const auto known = bring_in(small, file);
  REQUIRE(known);
  CHECK(*known == 1);
  CHECK(rows_of(small) == 300);
  CHECK(small.check_integrity());
  CHECK(exported(small) == file);
  REQUIRE(small.run("INSERT INTO item(body) VALUES('one more')"));
}

TEST_CASE("whole file: a shorter one tells how many chunks the former had") {
  TempFolder folder;
  Database big = with_rows(folder.inside("big.d"), 300);
  Database small = with_rows(folder.inside("small.d"), 3);
  const std::uint32_t former = big.files()->chunk_count();
  const auto known = bring_in(big, exported(small));
  REQUIRE(known);
  CHECK(*known == former);
  CHECK(rows_of(big) == 3);
  big.files()->mark_all_dirty(*known);
  CHECK(big.take_dirty().removed.size() == former - 1);
}

TEST_CASE("whole file: a file left in WAL mode by another tool is taken") {
  TempFolder folder;
  Database db = with_rows(folder.inside("a.d"), 5);
  Bytes file = exported(db);
  file[18] = file[19] = std::byte{2};
  Database other = with_rows(folder.inside("b.d"), 1);
  REQUIRE(bring_in(other, file));
  CHECK(rows_of(other) == 5);
}

TEST_CASE("whole file: refused files change nothing") {
  TempFolder folder;
  Database db = with_rows(folder.inside("a.d"), 300);
  Bytes file = exported(db);
  Database kept = with_rows(folder.inside("b.d"), 7);
  static_cast<void>(kept.take_dirty());
  const Bytes before = exported(kept);

  SUBCASE("empty") { file.clear(); }
  SUBCASE("text") { file.assign(5000, std::byte{'a'}); }
  SUBCASE("cut off inside a page") { file.resize(file.size() - 1000); }
  SUBCASE("cut off between pages") { file.resize(file.size() - 8192); }
  SUBCASE("damaged in the middle") {
    for (std::size_t i = 0; i < 4096; ++i) file[8 * 4096 + i] = std::byte{0x5a};
  }
  SUBCASE("of another program") {
    REQUIRE(db.exec("PRAGMA application_id=78"));
    file = exported(db);
  }
  const auto refused = bring_in(kept, file);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::corrupt);
  CHECK(rows_of(kept) == 7);
  CHECK(exported(kept) == before);
  CHECK(kept.take_dirty().empty());
  CHECK_FALSE(cohoi::store::rename_chunk_folder(kept.folder() + ".incoming", folder.inside("left")));
}

TEST_CASE("whole file: with a statement alive the former data stay") {
  TempFolder folder;
  Database db = with_rows(folder.inside("a.d"), 5);
  const Bytes file = exported(db);
  Database other = with_rows(folder.inside("b.d"), 1);
  const auto reading = other.prepare("SELECT id FROM item");
  REQUIRE(reading);
  CHECK_FALSE(bring_in(other, file));
  CHECK(rows_of(other) == 1);
}

TEST_CASE("database: closed, every use fails softly until it is reopened") {
  TempFolder folder;
  Database db = with_rows(folder.inside("a.d"), 2);
  REQUIRE(db.close());
  REQUIRE(db.close());
  CHECK_FALSE(db.is_open());
  CHECK_FALSE(db.exec("SELECT 1"));
  CHECK_FALSE(db.prepare("SELECT 1"));
  CHECK_FALSE(db.in_transaction());
  CHECK(db.take_dirty().empty());
  CHECK(db.changes() == 0);
  REQUIRE(db.reopen(OpenMode::read_only));
  CHECK(rows_of(db) == 2);
  CHECK_FALSE(db.exec("DELETE FROM item"));
}
