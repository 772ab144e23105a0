// The saving side's promise, without a browser: batches of dirty chunks, applied one after another to a second folder, are at
// every moment a whole and undamaged database with exactly the committed rows.
#include "core/store/chunked_vfs.h"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <string>

#include "core/store/database.h"
#include "core/store/sql_transaction.h"
#include "tests/core/store/temp_folder.h"

using cohoi::store::ChunkBatch;
using cohoi::store::Database;
using cohoi::store::SqlTransaction;
using cohoi::tests::TempFolder;

namespace {

void apply(const ChunkBatch& batch, Database& from, const std::string& to) {
  mkdir(to.c_str(), 0777);
  for (const std::uint32_t index : batch.written) {
    const std::string source = from.files()->chunk_path(index);
    const std::string name = source.substr(source.rfind('/'));
    std::ifstream in(source, std::ios::binary);
    std::ofstream out(to + name, std::ios::binary | std::ios::trunc);
    out << in.rdbuf();
  }
  for (const std::uint32_t index : batch.removed) {
    const std::string source = from.files()->chunk_path(index);
    unlink((to + source.substr(source.rfind('/'))).c_str());
  }
}

struct Sums {
  std::int64_t rows = 0;
  std::int64_t sizes = 0;
  bool operator==(const Sums&) const = default;
};

Sums sums(Database& db) {
  const auto rows = db.query_integer("SELECT count(*) FROM item");
  const auto sizes = db.query_integer("SELECT coalesce(sum(length(body)),0) FROM item");
  REQUIRE(rows);
  REQUIRE(sizes);
  return {*rows, *sizes};
}

void check_copy(const std::string& folder, const Sums& expected) {
  auto copy = Database::open(folder, {});
  REQUIRE(copy);
  CHECK(copy->check_integrity());
  const auto wordless = copy->query_integer(
      "SELECT abs((SELECT count(*) FROM words) - (SELECT count(*) FROM item)) +"
      " (SELECT count(*) FROM item i WHERE NOT EXISTS(SELECT 1 FROM words w WHERE w.body=i.body AND w.item=i.id))");
  CHECK(wordless == 0);
  CHECK(sums(*copy) == expected);
}

}  // namespace

TEST_CASE("chunked VFS: every prefix of saved batches is a whole database with the committed rows") {
  TempFolder folder;
  const std::string saved = folder.inside("saved.d");
  auto db = Database::open(folder.inside("crm.d"), {});
  REQUIRE(db);
  // A small cache makes SQLite spill uncommitted pages into the file: they must never be handed out.
  REQUIRE(db->exec("PRAGMA cache_size=10;"
                   "CREATE TABLE item(id INTEGER PRIMARY KEY, kind INTEGER, body TEXT);"
                   "CREATE INDEX item_kind ON item(kind);"
                   "CREATE TABLE words(body TEXT, item INTEGER, PRIMARY KEY(body, item)) WITHOUT ROWID;"
                   "CREATE TRIGGER item_in AFTER INSERT ON item BEGIN "
                   "INSERT INTO words(item, body) VALUES(new.id, new.body); END;"
                   "CREATE TRIGGER item_out AFTER DELETE ON item BEGIN "
                   "DELETE FROM words WHERE body=old.body AND item=old.id; END;"));
  apply(db->take_dirty(), *db, saved);
  std::mt19937 random(42);
  for (int round = 0; round < 60; ++round) {
    const Sums before = sums(*db);
    auto transaction = SqlTransaction::begin(*db);
    REQUIRE(transaction);
    const unsigned edits = random() % 40 == 0 ? 400 : random() % 20 + 1;
    for (unsigned edit = 0; edit < edits; ++edit) {
      if (random() % 3 == 0) {
        REQUIRE(db->run("DELETE FROM item WHERE id IN (SELECT id FROM item ORDER BY id LIMIT ?)", random() % 6));
      } else {
        std::string body = "chữ " + std::to_string(random() % 5000);
        body.append(random() % 3000, 'x');
        REQUIRE(db->run("INSERT INTO item(kind, body) VALUES(?,?)", random() % 50, body));
      }
    }
    CHECK(db->take_dirty().empty());
    const bool keep = random() % 4 != 0;
    if (keep) REQUIRE(transaction->commit());
    {
      const auto dropped = *std::move(transaction);  // rolls back unless committed
    }
    const Sums after = sums(*db);
    if (!keep) REQUIRE(after == before);
    // A tab may be killed here: what the browser has is still the state of the last batch.
    if (round % 5 == 0) check_copy(saved, before);
    apply(db->take_dirty(), *db, saved);
    if (round % 5 == 0) check_copy(saved, after);
  }
  check_copy(saved, sums(*db));
}

TEST_CASE("chunked VFS: a vacuum shrinks the database and the removed chunks are told") {
  TempFolder folder;
  const std::string saved = folder.inside("saved.d");
  auto db = Database::open(folder.inside("crm.d"), {});
  REQUIRE(db);
  REQUIRE(db->exec("CREATE TABLE item(id INTEGER PRIMARY KEY, body TEXT);"
                   "CREATE TABLE words(body TEXT, item INTEGER, PRIMARY KEY(body, item)) WITHOUT ROWID;"));
  {
    auto transaction = SqlTransaction::begin(*db);
    REQUIRE(transaction);
    for (int i = 0; i < 500; ++i) REQUIRE(db->run("INSERT INTO item(body) VALUES(?)", std::string(1000, 'y')));
    REQUIRE(transaction->commit());
  }
  apply(db->take_dirty(), *db, saved);
  const std::uint32_t before = db->files()->chunk_count();
  REQUIRE(db->exec("DELETE FROM item WHERE id>10; INSERT INTO words SELECT body, id FROM item;"));
  REQUIRE(db->exec("VACUUM"));
  CHECK(db->files()->chunk_count() < before);
  const ChunkBatch batch = db->take_dirty();
  CHECK(batch.removed.size() == before - db->files()->chunk_count());
  apply(batch, *db, saved);
  check_copy(saved, {10, 10000});
}
