#include "core/store/database.h"

#include <doctest/doctest.h>

#include <fstream>
#include <optional>
#include <string>

#include "core/store/sql_transaction.h"
#include "tests/core/store/temp_folder.h"

using cohoi::ErrorCode;
using cohoi::store::Database;
using cohoi::store::OpenMode;
using cohoi::store::Savepoint;
using cohoi::store::SqlTransaction;
using cohoi::tests::TempFolder;

namespace {

Database memory_database() {
  auto opened = Database::open_in_memory();
  REQUIRE(opened);
  REQUIRE(opened->exec("CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT, size REAL, note TEXT)"));
  return *std::move(opened);
}

std::int64_t count(Database& db) {
  const auto rows = db.query_integer("SELECT count(*) FROM item");
  REQUIRE(rows);
  return *rows;
}

}  // namespace

TEST_CASE("statement: every kind of value goes in and comes out") {
  Database db = memory_database();
  const std::optional<std::string> nothing;
  REQUIRE(db.run("INSERT INTO item VALUES(?,?,?,?)", 7, "Nguyễn\0Thị" "x", 2.5, nothing));
  REQUIRE(db.run("INSERT INTO item VALUES(?,?,?,?)", std::int64_t{1} << 40, std::string_view(), nullptr, std::optional<int>(3)));
  CHECK(db.changes() == 1);
  CHECK(db.last_insert_rowid() == std::int64_t{1} << 40);

  auto rows = db.prepare("SELECT id, name, size, note FROM item ORDER BY id");
  REQUIRE(rows);
  REQUIRE(rows->step() == true);
  CHECK(rows->column_count() == 4);
  CHECK(rows->column_name(1) == "name");
  CHECK(rows->integer(0) == 7);
  CHECK(rows->text(1) == "Nguyễn");
  CHECK(rows->real(2) == 2.5);
  CHECK(rows->is_null(3));
  REQUIRE(rows->step() == true);
  CHECK(rows->integer(0) == std::int64_t{1} << 40);
  CHECK_FALSE(rows->is_null(1));
  CHECK(rows->text(1).empty());
  CHECK(rows->is_null(2));
  CHECK(rows->text(3) == "3");
  CHECK(rows->step() == false);
}

TEST_CASE("statement: text keeps its zero bytes, blobs their length") {
  Database db = memory_database();
  auto insert = db.prepare("INSERT INTO item VALUES(1,?,NULL,?)");
  REQUIRE(insert);
  insert->bind_at(1, std::string_view("a\0b", 3)).bind_blob(2, std::string_view("\0\xff", 2));
  REQUIRE(insert->run());
  auto row = db.prepare("SELECT name, note FROM item");
  REQUIRE(row);
  REQUIRE(row->step() == true);
  CHECK(row->text(0) == std::string_view("a\0b", 3));
  CHECK(row->blob(1) == std::string_view("\0\xff", 2));
}

TEST_CASE("statement: a finished one can run again, a kept one comes back without old values") {
  Database db = memory_database();
  {
    auto insert = db.prepare("INSERT INTO item(name, note) VALUES(?,?)");
    REQUIRE(insert);
    for (const char* name : {"a", "b", "c"}) REQUIRE(insert->bind(name, name).run());
  }
  CHECK(count(db) == 3);
  auto again = db.prepare("INSERT INTO item(name, note) VALUES(?,?)");
  REQUIRE(again);
  REQUIRE(again->bind("d").run());
  CHECK(db.query_integer("SELECT count(*) FROM item WHERE note IS NULL") == 1);
}

TEST_CASE("statement: the same text may be stepped twice at once") {
  Database db = memory_database();
  REQUIRE(db.exec("INSERT INTO item(name) VALUES('a'),('b')"));
  auto outer = db.prepare("SELECT name FROM item ORDER BY id");
  auto inner = db.prepare("SELECT name FROM item ORDER BY id");
  REQUIRE(outer);
  REQUIRE(inner);
  REQUIRE(outer->step() == true);
  REQUIRE(inner->step() == true);
  REQUIRE(inner->step() == true);
  CHECK(outer->text(0) == "a");
  CHECK(inner->text(0) == "b");
  CHECK(db.statements_alive() == 2);
}

TEST_CASE("database: errors say what SQLite said and where") {
  Database db = memory_database();
  const auto nonsense = db.prepare("SELEC 1");
  REQUIRE_FALSE(nonsense);
  CHECK(nonsense.error().code == ErrorCode::internal);
  CHECK(nonsense.error().detail.find("SELEC 1") != std::string::npos);

  REQUIRE(db.run("INSERT INTO item(id) VALUES(1)"));
  const auto twice = db.run("INSERT INTO item(id) VALUES(1)");
  REQUIRE_FALSE(twice);
  CHECK(twice.error().code == ErrorCode::conflict);

  const auto too_many = db.run("INSERT INTO item(id) VALUES(?)", 2, 3);
  REQUIRE_FALSE(too_many);
  CHECK(too_many.error().detail.find("bind") != std::string::npos);

  const auto none = db.query_integer("SELECT id FROM item WHERE id=9");
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::not_found);
}

TEST_CASE("transaction: rolls back unless committed") {
  Database db = memory_database();
  {
    auto transaction = SqlTransaction::begin(db);
    REQUIRE(transaction);
    REQUIRE(db.run("INSERT INTO item(name) VALUES('a')"));
    CHECK(db.in_transaction());
    CHECK_FALSE(SqlTransaction::begin(db));
  }
  CHECK_FALSE(db.in_transaction());
  CHECK(count(db) == 0);
  {
    auto transaction = SqlTransaction::begin(db);
    REQUIRE(transaction);
    REQUIRE(db.run("INSERT INTO item(name) VALUES('a')"));
    REQUIRE(transaction->commit());
  }
  CHECK(count(db) == 1);
}

TEST_CASE("savepoint: undoes its own part only") {
  Database db = memory_database();
  auto transaction = SqlTransaction::begin(db);
  REQUIRE(transaction);
  REQUIRE(db.run("INSERT INTO item(name) VALUES('kept')"));
  {
    auto part = Savepoint::begin(db, "part");
    REQUIRE(part);
    REQUIRE(db.run("INSERT INTO item(name) VALUES('lost')"));
  }
  {
    auto part = Savepoint::begin(db, "part");
    REQUIRE(part);
    REQUIRE(db.run("INSERT INTO item(name) VALUES('kept too')"));
    REQUIRE(part->commit());
  }
  REQUIRE(transaction->commit());
  CHECK(count(db) == 2);
}

TEST_CASE("database: an injected fault at any statement leaves nothing behind, and rolling back still works") {
  Database db = memory_database();
  for (int fail_at = 0; fail_at < 5; ++fail_at) {
    int step = 0;
    db.inject_faults([&](std::string_view) { return step++ == fail_at; });
    const auto change = [&]() -> cohoi::Status {
      COHOI_TRY(auto transaction, SqlTransaction::begin(db));
      for (int i = 0; i < 3; ++i) COHOI_CHECK(db.run("INSERT INTO item(name) VALUES(?)", i));
      return transaction.commit();
    };
    const bool done = change().has_value();
    db.inject_faults(nullptr);
    CHECK_FALSE(db.in_transaction());
    CHECK(count(db) == (done ? 3 : 0));
    REQUIRE(db.exec("DELETE FROM item"));
  }
}

TEST_CASE("database: what was written is there at the next opening, read-only refuses to write") {
  TempFolder folder;
  {
    auto db = Database::open(folder.inside("crm.d"), {});
    REQUIRE(db);
    REQUIRE(db->exec("CREATE TABLE item(name); INSERT INTO item VALUES('a')"));
  }
  auto db = Database::open(folder.inside("crm.d"), {}, OpenMode::read_only);
  REQUIRE(db);
  CHECK(count(*db) == 1);
  const auto refused = db->run("INSERT INTO item VALUES('b')");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::read_only);
  CHECK(db->take_dirty().empty());
  CHECK(db->check_integrity());
}

TEST_CASE("database: dirty chunks are handed out between transactions only") {
  TempFolder folder;
  auto db = Database::open(folder.inside("crm.d"), {});
  REQUIRE(db);
  REQUIRE(db->exec("CREATE TABLE item(name)"));
  CHECK_FALSE(db->take_dirty().empty());
  {
    auto transaction = SqlTransaction::begin(*db);
    REQUIRE(transaction);
    REQUIRE(db->run("INSERT INTO item VALUES('a')"));
    CHECK(db->take_dirty().empty());
    REQUIRE(transaction->commit());
  }
  CHECK_FALSE(db->take_dirty().empty());
}

TEST_CASE("database: a file that is no database is refused as corrupt") {
  TempFolder folder;
  REQUIRE(mkdir(folder.inside("crm.d").c_str(), 0777) == 0);
  std::ofstream(folder.inside("crm.d") + "/000000") << std::string(8192, 'x');
  const auto db = Database::open(folder.inside("crm.d"), {});
  REQUIRE_FALSE(db);
  CHECK(db.error().code == ErrorCode::corrupt);
}

TEST_CASE("database: time comes from outside") {
  auto db = Database::open_in_memory({.unix_ms = [] { return std::int64_t{1795470344123}; }, .random_bytes = {}});
  REQUIRE(db);
  auto now = db->prepare("SELECT current_timestamp");
  REQUIRE(now);
  REQUIRE(now->step() == true);
  CHECK(now->text(0) == "2026-11-23 21:45:44");
}
