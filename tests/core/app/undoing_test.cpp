#include "core/app/undoing.h"

#include <doctest/doctest.h>

#include "tests/core/app/import/import_fixture.h"

namespace cohoi {
namespace {

using test::MemorySession;

std::unique_ptr<app::Import> many_brought_in(MemorySession& m) {
  std::string text = "Last Name\n";
  for (int i = 0; i < 2100; ++i) text += "Name" + std::to_string(i) + "\n";
  return test::imported(m, text);
}

TEST_CASE("undoing: a large import goes in steps, edits are refused meanwhile, then it is one step of undo and of redo") {
  MemorySession m;
  m.account("ACME");
  const std::string before = m.dump();
  const auto import = many_brought_in(m);
  const std::string imported = m.dump();
  CHECK(app::is_large(*m, import->transaction()));
  CHECK(m->to_undo() == import->transaction());

  auto undoing = app::Undoing::begin(*m, import->transaction(), false);
  REQUIRE(undoing);
  int steps = 0;
  for (; (*undoing)->working(); ++steps) {
    const auto busy = m->execute(app::SaveRecord{Entity::account, {}, {test::text("name", "Sao Mai")}});
    REQUIRE_FALSE(busy);
    CHECK(busy.error().message.key == "undo.busy");
    (*undoing)->step(0);
  }
  CHECK(steps > 100);
  REQUIRE((*undoing)->outcome());
  CHECK((*undoing)->outcome()->done.key == "done.undone");
  CHECK(m.dump() == before);

  REQUIRE(m->to_redo());
  auto again = app::Undoing::begin(*m, *m->to_redo(), false);
  REQUIRE(again);
  while ((*again)->working()) (*again)->step(1000);
  REQUIRE((*again)->outcome());
  CHECK((*again)->outcome()->done.key == "done.redone");
  CHECK(m.dump() == imported);
  m.account("Sao Mai");
}

TEST_CASE("undoing: given up half way it leaves everything, and work may go on") {
  MemorySession m;
  const auto import = many_brought_in(m);
  const std::string imported = m.dump();
  {
    auto undoing = app::Undoing::begin(*m, import->transaction(), false);
    REQUIRE(undoing);
    while ((*undoing)->percent() < 75) (*undoing)->step(0);
    CHECK(m.dump() != imported);
  }
  CHECK(m.dump() == imported);
  m.account("Sao Mai");
}

TEST_CASE("undoing: what was changed since is told before anything is written, and goes by force") {
  MemorySession m;
  const std::string before = m.dump();
  const auto import = many_brought_in(m);
  const Lead lead = m.all<Lead>().front();
  m.must(app::SaveRecord{Entity::lead, lead.id.uuid, {test::text("company", "Ánh Dương")}});
  const std::string changed = m.dump();
  const auto done = [&](bool even_if_changed) {
    auto undoing = app::Undoing::begin(*m, import->transaction(), even_if_changed);
    REQUIRE(undoing);
    while ((*undoing)->working()) (*undoing)->step(1000);
    return (*undoing)->outcome();
  };
  const auto refused = done(false);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  CHECK(refused.error().missing.size() == 1);
  CHECK(m.dump() == changed);
  REQUIRE(done(true));
  CHECK(m.dump() == before);
}

TEST_CASE("undoing: what is small is not large") {
  MemorySession m;
  const auto made = m.must(app::SaveRecord{Entity::account, {}, {test::text("name", "ACME")}});
  CHECK_FALSE(app::is_large(*m, made.transaction));
}

}  // namespace
}  // namespace cohoi
