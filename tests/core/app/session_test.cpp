#include "core/app/session.h"

#include "core/store/migrations.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

TEST_CASE("an empty database opens with what comes with the product, once") {
  MemorySession m;
  CHECK(m.all<Pipeline>().size() == 1);
  CHECK(m.all<Stage>().size() == 6);
  CHECK(m.all<Criterion>().size() == 4);
  CHECK(m.all<Owner>().size() == 1);
  CHECK(m->me().is_me);
  CHECK_FALSE(m->undo_label());
  const std::string before = m.dump();
  const auto again = Session::open(m.db, {.clock = m.clock, .ids = m.ids, .device = "device-1"});
  REQUIRE(again);
  CHECK(m.difference(before) == "");
}

TEST_CASE("two copies of the data begin with the same records of the product") {
  MemorySession a(1);
  MemorySession b(2);
  CHECK(a.stage("proposal").id == b.stage("proposal").id);
  CHECK(a.all<Criterion>().front().id == b.all<Criterion>().front().id);
  CHECK(a->me().id != b->me().id);
}

TEST_CASE("undo and redo walk the steps, a new edit drops what could be redone") {
  MemorySession m;
  const std::string empty = m.dump();
  const AccountId account = m.account("ACME");
  const std::string one = m.dump();
  m.edit(account, {text("phone", "028 1111 2222")});
  CHECK(m->undo_label() == msg("done.saved.account", std::string("ACME")));
  REQUIRE(m->undo());
  CHECK(m.difference(one) == "");
  CHECK(m->undo_label() == msg("done.created.account", std::string("ACME")));
  CHECK(m->redo_label() == msg("done.saved.account", std::string("ACME")));
  REQUIRE(m->undo());
  CHECK(m.difference(empty) == "");
  CHECK_FALSE(m->undo());
  REQUIRE(m->redo());
  CHECK(m.difference(one) == "");
  m.account("Another");
  CHECK_FALSE(m->redo_label());
  CHECK_FALSE(m->redo());
}

TEST_CASE("the undo list keeps the last hundred steps") {
  MemorySession m;
  for (int i = 0; i < 105; ++i) m.account("Account " + std::to_string(i));
  int undone = 0;
  while (m->undo()) ++undone;
  CHECK(undone == 100);
  CHECK(m.all<Account>().size() == 5);
}

TEST_CASE("any logged transaction can be undone out of turn, days later; what was changed since is asked about") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const Outcome phone = m.must(SaveRecord{Entity::account, account.uuid, {text("phone", "028 1111 2222")}});
  const Outcome city = m.must(SaveRecord{Entity::account, account.uuid, {text("city", "Huế")}});
  m.clock.advance_days(4);
  REQUIRE(m->undo_transaction(phone.transaction));
  CHECK(m.get(account).phone.empty());
  CHECK(m.get(account).city == "Huế");
  CHECK_FALSE(m->undo_transaction(phone.transaction));
  m.edit(account, {text("city", "Đà Nẵng")});
  const auto refused = m->undo_transaction(city.transaction);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  REQUIRE(m->undo_transaction(city.transaction, true));
  CHECK(m.get(account).city.empty());
}

TEST_CASE("taking back a creation others lean on is asked about, and lets go of them when the user goes on") {
  MemorySession m;
  const Outcome made = m.must(SaveRecord{Entity::account, {}, {text("name", "ACME")}});
  const AccountId account{made.made.front().id};
  const ContactId contact = m.contact("An", "Nguyễn", account);
  CHECK(m->undo_transaction(made.transaction).error().code == ErrorCode::conflict);
  REQUIRE(m->undo_transaction(made.transaction, true));
  CHECK_FALSE(m.there(account));
  CHECK(m.get(contact).account_id.empty());
}

TEST_CASE("a page that may not write refuses every command and undo") {
  MemorySession m;
  m.account("ACME");
  m->set_access(Access::reader);
  const Command command = SaveRecord{Entity::account, {}, {text("name", "X")}};
  CHECK(m.refused(command).code == ErrorCode::read_only);
  CHECK(m->undo().error().code == ErrorCode::read_only);
  m->set_access(Access::writer);
  CHECK(m->undo());
}

TEST_CASE("while an import applies, other commands are refused with its reason") {
  MemorySession m;
  m->set_busy(msg("done.imported"));
  const Command command = SaveRecord{Entity::account, {}, {text("name", "X")}};
  CHECK(m.refused(command).message == msg("done.imported"));
  m->set_busy(std::nullopt);
  CHECK(m->can_execute(command));
}

TEST_CASE("revision and callbacks tell of every commit, also of an import and of another tab") {
  MemorySession m;
  int calls = 0;
  m->on_commit([&] { ++calls; });
  const std::uint64_t start = m->revision();
  m.account("ACME");
  REQUIRE(m->undo());
  CHECK(calls == 2);
  CHECK(m->revision() == start + 2);
  auto transaction = store::Transaction::begin(m.db, m->write_context(), msg("done.imported"), store::TransactionKind::import);
  REQUIRE(transaction);
  REQUIRE(transaction->insert_imported(store::raw_of(Account{.id = m.ids.next_of<Account>(), .name = "Imported"})));
  const auto id = transaction->commit();
  REQUIRE(id);
  m->committed(*id);
  CHECK(calls == 3);
  CHECK(m->undo_label() == msg("done.imported"));
  REQUIRE(m->undo());
  CHECK(m.all<Account>().empty());
  REQUIRE(m->reload());
  CHECK(m->revision() == start + 5);
  CHECK_FALSE(m->undo_label());
}

TEST_CASE("a new day changes what an expected month means") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  m.edit(id, {text("expected_purchase", "2026-12")});
  m.answer(id, "need", Answer::yes);
  m.answer(id, "ability", Answer::yes);
  CHECK(store::lead_facts(m.db, id)->verdict == Verdict::qualified);
  m.clock.advance_days(60);
  REQUIRE(m->day_changed());
  CHECK(store::lead_facts(m.db, id)->verdict == Verdict::incomplete);
}

TEST_CASE("a file of a newer program is not touched") {
  FixedClock clock;
  SeededIds ids;
  auto db = store::Database::open_in_memory();
  REQUIRE(db);
  REQUIRE(store::migrate(*db));
  REQUIRE(db->exec("PRAGMA user_version=999"));
  const auto session = Session::open(*db, {.clock = clock, .ids = ids, .device = "d"});
  REQUIRE_FALSE(session);
  CHECK(session.error().code == ErrorCode::corrupt);
}
