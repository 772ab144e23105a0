#include "core/store/migrations.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>

#include "core/domain/record.h"
#include "core/store/schema.h"
#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using Columns = std::map<std::string, std::string>;  // "table.column" → type, and "index name" → its text

Columns columns_in(Database& db) {
  Columns columns;
  auto rows = db.prepare(
      "SELECT m.name || '.' || c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE "
      "m.type='table'"
      " UNION ALL SELECT 'index ' || name, coalesce(sql, '') FROM sqlite_schema WHERE type='index'");
  REQUIRE(rows);
  for (;;) {
    const auto row = rows->step();
    REQUIRE(row);
    if (!*row) return columns;
    columns[std::string(rows->text(0))] = rows->text(1);
  }
}

// What the steps take away or change, each step against the file before it. Empty when they only add.
std::vector<std::string> losses(std::span<const Migration> steps) {
  auto db = Database::open_in_memory();
  REQUIRE(db);
  std::vector<std::string> lost;
  Columns before;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    REQUIRE(migrate(*db, steps.first(i + 1)));
    const Columns after = columns_in(*db);
    for (const auto& [name, type] : before) {
      const auto found = after.find(name);
      if (found == after.end() || found->second != type) lost.push_back(name);
    }
    before = after;
  }
  return lost;
}

TEST_CASE("migrations: every table has exactly the columns its field list demands") {
  auto db = test::StoreFixture::open();
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    const auto entity = static_cast<Entity>(i);
    std::string demanded = "rid INTEGER;id TEXT;";
    for (const FieldInfo& field : fields_of(entity))
      for (const Column& column : columns_of(field)) demanded += column.name + " " + std::string(column.type) + ";";
    auto rows = db.prepare("SELECT name, type FROM pragma_table_info(?)");
    REQUIRE(rows);
    rows->bind(name_of(entity));
    std::string found;
    for (;;) {
      const auto row = rows->step();
      REQUIRE(row);
      if (!*row) break;
      found += std::string(rows->text(0)) + " " + std::string(rows->text(1)) + ";";
    }
    CHECK(found == demanded);
  }
}

#ifndef __EMSCRIPTEN__  // where SQLite does not say how it would run a query
TEST_CASE("migrations: an index stands behind every link that lists and conversions look up") {
  auto db = test::StoreFixture::open();
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    const auto entity = static_cast<Entity>(i);
    for (const FieldInfo& field : fields_of(entity)) {
      if (field.type != FieldType::ref) continue;
      auto plan = db.prepare("EXPLAIN QUERY PLAN SELECT id FROM " + std::string(name_of(entity)) + " WHERE " +
                             quoted(field.key) + "=?");
      REQUIRE(plan);
      plan->bind("x");
      REQUIRE(plan->step().value_or(false));
      INFO(name_of(entity), ".", field.key, ": ", plan->text(3));
      CHECK(plan->text(3).find("USING") != std::string_view::npos);
    }
  }
}
#endif

TEST_CASE("migrations: the steps are numbered without gaps and only add") {
  int expected = 1;
  for (const Migration& step : migrations()) CHECK(step.number == expected++);
  CHECK(losses(migrations()).empty());
}

TEST_CASE("migrations: the guard bites when a step drops or changes what was there") {
  const std::array<Migration, 2> dropping{
      {{1, "CREATE TABLE t(a TEXT, b TEXT); CREATE INDEX i ON t(a)"}, {2, "ALTER TABLE t DROP COLUMN b"}}};
  CHECK(losses(dropping) == std::vector<std::string>{"t.b"});
  const std::array<Migration, 2> renaming{{{1, "CREATE TABLE t(a TEXT)"}, {2, "ALTER TABLE t RENAME TO u"}}};
  CHECK(losses(renaming) == std::vector<std::string>{"t.a"});
  const std::array<Migration, 2> unindexing{
      {{1, "CREATE TABLE t(a TEXT); CREATE INDEX i ON t(a)"}, {2, "DROP INDEX i"}}};
  CHECK(losses(unindexing) == std::vector<std::string>{"index i"});
  const std::array<Migration, 2> adding{
      {{1, "CREATE TABLE t(a TEXT)"}, {2, "ALTER TABLE t ADD COLUMN b TEXT; CREATE TABLE u(a TEXT)"}}};
  CHECK(losses(adding).empty());
}

TEST_CASE("migrations: run twice they change nothing") {
  auto db = test::StoreFixture::open();
  const Columns once = columns_in(db);
  REQUIRE(migrate(db));
  CHECK(columns_in(db) == once);
  CHECK(db.query_integer("PRAGMA user_version").value_or(0) == migrations().back().number);
  CHECK(check_version(db).has_value());
}

TEST_CASE("migrations: a file with the full-text index of older programs is opened, searched and rid of it") {
  test::StoreFixture store;
  Account company = store.account("Ánh Dương");
  store.put(company);
  REQUIRE(store.db.exec(
      "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES('table', 'search_fts', 'search_fts', 0, "
      "'CREATE VIRTUAL TABLE search_fts USING fts5(folded, content=''search'')'); PRAGMA writable_schema=RESET;"
      "CREATE TABLE search_fts_data(id INTEGER PRIMARY KEY, block BLOB); INSERT INTO search_fts_data VALUES(1, x'00');"
      "CREATE TABLE search_fts_idx(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;"
      "CREATE TABLE search_fts_config(k PRIMARY KEY, v) WITHOUT ROWID;"
      "CREATE INDEX search_start ON search(substr(folded, 1, 16)); DROP TABLE record_pair; PRAGMA user_version=3"));
  REQUIRE(migrate(store.db));
  CHECK(store.db.query_integer("SELECT count(*) FROM sqlite_schema WHERE name GLOB 'search_*'").value_or(9) == 0);
  CHECK(store.db.check_integrity().has_value());
  CHECK(search(store.db, "anh", 5)->size() == 1);
  store.put(store.account("Ánh Nguyệt"));
  CHECK(search(store.db, "anh", 5)->size() == 2);
}

TEST_CASE("migrations: a backup of an older program is brought up to date, an empty file is foreign") {
  auto backup = Database::open_in_memory();
  REQUIRE(backup);
  REQUIRE(migrate(*backup, migrations().first(2)));
  REQUIRE(adopt(*backup));
  CHECK(check_version(*backup).has_value());

  auto empty = Database::open_in_memory();
  REQUIRE(empty);
  const Status status = adopt(*empty);
  REQUIRE_FALSE(status);
  CHECK(status.error().message.key == "store.foreign_file");
}

TEST_CASE("migrations: a newer file is refused and stays as it is") {
  auto db = test::StoreFixture::open();
  REQUIRE(db.exec("PRAGMA user_version=999"));
  const Status status = migrate(db);
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::corrupt);
  CHECK(status.error().message.key == "store.newer_file");
  CHECK_FALSE(check_version(db));
  CHECK(db.query_integer("PRAGMA user_version").value_or(0) == 999);
}

TEST_CASE("migrations: another program's file is refused and stays as it is") {
  auto db = Database::open_in_memory();
  REQUIRE(db);
  REQUIRE(db->exec("CREATE TABLE theirs(a)"));
  const Status status = migrate(*db);
  REQUIRE_FALSE(status);
  CHECK(status.error().message.key == "store.foreign_file");
  CHECK(db->query_integer("SELECT count(*) FROM sqlite_schema").value_or(0) == 1);
}

TEST_CASE("migrations: a file that brings triggers or views of its own is refused and stays as it is") {
  for (const std::string brought : {"CREATE TRIGGER later AFTER INSERT ON lead BEGIN DELETE FROM account; END", "CREATE VIEW people AS SELECT 1 AS rid"}) {
    CAPTURE(brought);
    auto db = test::StoreFixture::open();
    CHECK(adopt(db).has_value());
    REQUIRE(db.exec(brought));
    const Status status = adopt(db);
    REQUIRE_FALSE(status);
    CHECK(status.error().message.key == "store.foreign_file");
    CHECK_FALSE(check_version(db));
  }
}

TEST_CASE("migrations: a step that fails leaves nothing of itself") {
  auto db = Database::open_in_memory();
  REQUIRE(db);
  const std::array<Migration, 2> steps{{{1, "CREATE TABLE t(a TEXT)"}, {2, "CREATE TABLE u(a); CREATE TABLE u(a)"}}};
  CHECK_FALSE(migrate(*db, steps));
  CHECK(db->query_integer("PRAGMA user_version").value_or(0) == 1);
  CHECK(db->query_integer("SELECT count(*) FROM sqlite_schema WHERE name='u'").value_or(9) == 0);
}

}  // namespace
}  // namespace cohoi::store
