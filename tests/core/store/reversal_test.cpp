#include "core/store/reversal.h"

#include <doctest/doctest.h>

#include <random>

#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using test::StoreFixture;

TEST_CASE_FIXTURE(StoreFixture, "undo puts back what stood before, redo what came after") {
  Account company = account("Ánh Dương");
  put(company);
  const std::string before = dump();
  company.phone = "0903 123 456";
  company.name = "Ánh Dương Mới";
  const Uuid edit = put(company, lead("Nguyễn", "An"));
  const std::string after = dump();
  const auto log_before = integer("SELECT count(*) FROM change_transaction");

  const auto undone = revert(db, context, edit);
  REQUIRE(undone);
  CHECK(dump() == before);
  CHECK(integer("SELECT count(*) FROM change_transaction") == log_before + 1);
  CHECK(find_transaction(db, edit)->value().reverted);
  CHECK(find_transaction(db, *undone)->value().kind == TransactionKind::undo);
  CHECK(find_transaction(db, *undone)->value().reverts == edit);
  CHECK(search(db, "duong moi", 5)->empty());

  const auto redone = revert(db, context, *undone);
  REQUIRE(redone);
  CHECK(dump() == after);
  CHECK(find_transaction(db, *redone)->value().kind == TransactionKind::redo);
  CHECK_FALSE(find_transaction(db, edit)->value().reverted);
  CHECK(search(db, "duong moi", 5)->size() == 1);

  REQUIRE(revert(db, context, edit));
  CHECK(dump() == before);
  CHECK(find_transaction(db, edit)->value().reverted);
}

TEST_CASE_FIXTURE(StoreFixture, "what was undone is not undone twice") {
  const Uuid edit = put(account("A"));
  REQUIRE(revert(db, context, edit));
  const auto again = revert(db, context, edit);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::conflict);
  CHECK(again.error().message.key == "store.already_reverted");
  CHECK(revert(db, context, ids.next()).error().code == ErrorCode::not_found);
}

TEST_CASE_FIXTURE(StoreFixture, "a field changed since is named, and undo goes on only when told to") {
  Account company = account("Ánh Dương");
  put(company);
  company.phone = "0903 123 456";
  const Uuid edit = put(company);
  company.phone = "0912 000 111";
  company.city = "Huế";
  put(company);
  const auto refused = revert(db, context, edit);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  REQUIRE(refused.error().missing.size() == 1);
  CHECK(refused.error().missing.front().key == "store.change.field");
  CHECK(std::get<std::string>(refused.error().missing.front().args.at(1)) == "Ánh Dương");
  const auto since = changed_since(db, edit);
  REQUIRE(since->size() == 1);
  CHECK(since->front().field == "phone");
  CHECK(since->front().after == Value{"0912 000 111"});

  REQUIRE(revert(db, context, edit, true));
  CHECK(get(db, company.id)->phone.empty());
  CHECK(get(db, company.id)->city == "Huế");
}

TEST_CASE_FIXTURE(StoreFixture, "taken back in steps it leaves what taking it back at once leaves, also half way nothing") {
  put(account("Sao Mai"));
  const std::string before = dump();
  auto transaction = Transaction::begin(db, context, msg("done.imported"), TransactionKind::import);
  REQUIRE(transaction);
  for (int i = 0; i < 200; ++i) REQUIRE(transaction->insert_imported(raw_of(lead("Nguyễn", "An " + std::to_string(i), "Ánh Dương"))));
  const auto import = transaction->commit();
  REQUIRE(import);
  const std::string imported = dump();
  {
    auto given_up = Reversal::begin(db, context, *import, false);
    REQUIRE(given_up);
    while (given_up->percent() < 75) REQUIRE(given_up->step(7));
    CHECK(dump() != imported);
  }
  CHECK(dump() == imported);
  auto reversal = Reversal::begin(db, context, *import, false);
  REQUIRE(reversal);
  int percent = 0;
  for (bool more = true; more;) {
    const auto stepped = reversal->step(7);
    REQUIRE(stepped);
    more = *stepped;
    CHECK(reversal->percent() >= percent);
    percent = reversal->percent();
  }
  CHECK(percent == 100);
  REQUIRE(reversal->commit());
  CHECK(dump() == before);
  CHECK(search(db, "anh duong", 5)->empty());
  CHECK(integer("SELECT count(*) FROM title_order") == 1);
  CHECK(integer("SELECT count(*) FROM match_key WHERE rid > 1") == 0);
  CHECK(integer("SELECT count(*) FROM lead_facts") == 0);
}

TEST_CASE_FIXTURE(StoreFixture, "a later change that was itself taken back is in nobody's way") {
  Account company = account("Ánh Dương");
  put(company);
  const std::string before = dump();
  company.phone = "0903 123 456";
  const Uuid edit = put(company);
  company.phone = "0912 000 111";
  const Uuid later = put(company);
  REQUIRE(revert(db, context, later));
  CHECK(changed_since(db, edit)->empty());
  REQUIRE(revert(db, context, edit));
  CHECK(dump() == before);
}

TEST_CASE_FIXTURE(StoreFixture, "a record removed since is a conflict; by force the rest is taken back") {
  Account company = account("Ánh Dương");
  Account other = account("Khác");
  put(company, other);
  company.city = "Huế";
  other.city = "Huế";
  const Uuid edit = put(company, other);
  remove(Entity::account, company.id.uuid);
  const auto refused = revert(db, context, edit);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().missing.front().key == "store.change.removed");
  REQUIRE(revert(db, context, edit, true));
  CHECK_FALSE(find(db, company.id)->has_value());
  CHECK(get(db, other.id)->city.empty());
}

TEST_CASE_FIXTURE(StoreFixture, "C-14 refuses: a record made by the conversion that something points at now") {
  Opportunity made = opportunity("Máy đóng gói");
  Lead from = lead("Nguyễn", "An");
  put(from);
  const std::string before = dump();
  from.converted_opportunity_id = made.id;
  ContactRole role{.id = ids.next_of<ContactRole>(), .opportunity_id = made.id, .contact_id = ids.next_of<Contact>()};
  const Uuid conversion = put(made, from, role);
  Activity call{.id = ids.next_of<Activity>(),
                .kind = ActivityKind::call,
                .subject = "Gọi lại",
                .lead_id = from.id,
                .opportunity_id = made.id};
  StageVisit visit{.id = ids.next_of<StageVisit>(), .opportunity_id = made.id, .stage_id = ids.next_of<Stage>()};
  put(call, visit);
  const auto refused = revert(db, context, conversion);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().missing.size() == 2);

  REQUIRE(revert(db, context, conversion, true));
  CHECK_FALSE(find(db, made.id)->has_value());
  CHECK_FALSE(find(db, visit.id)->has_value());
  CHECK(get(db, call.id)->opportunity_id.empty());
  CHECK(get(db, call.id)->lead_id == from.id);
}

TEST_CASE_FIXTURE(StoreFixture, "C-14 accepts: everything a conversion wrote goes back, byte for byte") {
  Lead from = lead("Nguyễn", "An", "Ánh Dương");
  Account existing = account("Ánh Dương");
  put(from, existing);
  const std::string before = dump();
  Contact person = contact("Nguyễn", "An");
  person.account_id = existing.id;
  Opportunity made = opportunity("Ánh Dương – máy");
  existing.phone = "0903 123 456";
  from.status = LeadStatus::converted;
  from.converted_at = clock.now();
  from.converted_contact_id = person.id;
  const Uuid conversion = put(existing, person, made, from);
  REQUIRE(revert(db, context, conversion));
  CHECK(dump() == before);
}

// Random histories: whatever was done, undoing all of it in reverse gives each earlier state, byte for byte, and
// redoing it the later.
TEST_CASE("random histories: undo in reverse order and redo again pass the same states") {
  for (unsigned round = 0; round < 20; ++round) {
    StoreFixture store;
    std::mt19937 random(round);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::vector<AccountId> accounts;
    std::vector<LeadId> leads;
    std::vector<std::string> dumps{store.dump()};
    std::vector<Uuid> done;
    for (int step = 0; step < 25; ++step) {
      auto transaction = store.begin();
      for (std::size_t writes = 1 + below(4); writes > 0; --writes) {
        switch (below(6)) {
          case 0:
          case 1: {
            Account one = store.account("Công ty " + std::to_string(below(50)));
            accounts.push_back(one.id);
            REQUIRE(transaction.put(one));
            break;
          }
          case 2: {
            Lead one = store.lead("Trần", "Bình " + std::to_string(below(50)));
            if (!accounts.empty()) one.account_id = accounts[below(accounts.size())];
            leads.push_back(one.id);
            REQUIRE(transaction.put(one));
            break;
          }
          case 3: {
            if (accounts.empty()) break;
            auto one = *find(store.db, accounts[below(accounts.size())]);
            if (!one) break;
            one->city = below(3) == 0 ? std::string() : "Thành phố " + std::to_string(below(5));
            if (below(2) == 0) one->revenue = Money{static_cast<std::int64_t>(below(1000)), {}};
            one->tags.items = below(2) == 0 ? std::vector<std::string>{} : std::vector<std::string>{"a", "ă"};
            REQUIRE(transaction.put(*one));
            break;
          }
          case 4: {
            if (leads.empty()) break;
            auto one = *find(store.db, leads[below(leads.size())]);
            if (!one) break;
            one->status = static_cast<LeadStatus>(below(5));
            one->expected_purchase = Month::from_ym(2026, 1 + static_cast<int>(below(12)));
            REQUIRE(transaction.put(*one));
            break;
          }
          default:
            if (leads.empty()) break;
            REQUIRE(transaction.remove(Entity::lead, leads[below(leads.size())].uuid));
        }
      }
      const auto id = transaction.commit();
      REQUIRE(id);
      if (id->empty()) continue;
      done.push_back(*id);
      dumps.push_back(store.dump());
    }
    std::vector<Uuid> undone;
    for (std::size_t i = done.size(); i-- > 0;) {
      const auto id = revert(store.db, store.context, done[i]);
      INFO("round ", round, " step ", i, " ", id ? std::string() : id.error().detail);
      REQUIRE(id);
      undone.push_back(*id);
      REQUIRE(store.dump() == dumps[i]);
    }
    for (std::size_t i = 0; i < done.size(); ++i) {
      if (undone[done.size() - 1 - i].empty()) continue;
      REQUIRE(revert(store.db, store.context, undone[done.size() - 1 - i]));
      REQUIRE(store.dump() == dumps[i + 1]);
    }
    REQUIRE(store.db.check_integrity());
  }
}

}  // namespace
}  // namespace cohoi::store
