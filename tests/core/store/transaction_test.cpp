#include "core/store/transaction.h"

#include <doctest/doctest.h>

#include "core/domain/qualification.h"
#include "core/store/derived_rebuild.h"
#include "core/store/lead_facts.h"
#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using test::StoreFixture;

TEST_CASE_FIXTURE(StoreFixture, "a record comes back as it was put, every type of field") {
  Opportunity written = opportunity("Máy đóng gói – Công ty Ánh Dương");
  written.amount = Money{1'250'000'000, {}};
  written.expected_close = Date::from_ymd(2027, 1, 15);
  written.probability = 45;
  written.contract_drafted = true;
  written.supplier_dropped = SupplierDropped::none;
  written.tags.items = {"gấp", "miền Nam"};
  written.notes = "Dòng một\nDòng hai";
  written.created_at = clock.now();
  written.account_id = ids.next_of<Account>();
  put(written);
  const auto read = get(db, written.id);
  REQUIRE(read);
  CHECK(raw_of(*read) == raw_of(written));
  const auto found = find_by<Opportunity>(db, "account_id", written.account_id.to_string());
  REQUIRE(found);
  REQUIRE(found->size() == 1);
  CHECK(raw_of(found->front()) == raw_of(written));
  CHECK(count(db, Entity::opportunity).value_or(0) == 1);
}

TEST_CASE_FIXTURE(StoreFixture, "money keeps its currency") {
  Product product{.id = ids.next_of<Product>(), .name = "GTX Pro", .price = Money{4821'50, *Currency::parse("USD")}};
  put(product);
  CHECK(get(db, product.id)->price == product.price);
}

TEST_CASE_FIXTURE(StoreFixture, "a record that is not there is told from a failure") {
  const LeadId nobody = ids.next_of<Lead>();
  CHECK_FALSE(find(db, nobody)->has_value());
  const auto missing = get(db, nobody);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
}

TEST_CASE_FIXTURE(StoreFixture, "records come oldest first") {
  const Account first = account("Z");
  const Account second = account("A");
  put(second, first);
  const auto records = all<Account>(db);
  REQUIRE(records->size() == 2);
  CHECK(records->at(0).id == first.id);
}

TEST_CASE_FIXTURE(StoreFixture, "a changed field is one row of the log, with before and after") {
  Account company = account("Ánh Dương");
  put(company);
  company.phone = "0903 123 456";
  company.revenue = Money{5, {}};
  const Uuid transaction = put(company);
  const auto changes = changes_of_transaction(db, transaction);
  REQUIRE(changes);
  REQUIRE(changes->size() == 2);
  CHECK(changes->at(0).field == "phone");
  CHECK_FALSE(given(changes->at(0).before));
  CHECK(changes->at(0).after == Value{"0903 123 456"});
  CHECK(changes->at(1).after == Value{Money{5, {}}});
  CHECK(changes->at(1).entity == Entity::account);
  CHECK(changes->at(1).record == company.id.uuid);
  CHECK(changes->at(1).actor == "Lan");
  CHECK(changes->at(1).hlc > changes->at(0).hlc);
  CHECK(changes_of_record(db, Entity::account, company.id.uuid)->size() == 3);
}

TEST_CASE_FIXTURE(StoreFixture, "only the columns that changed are written") {
  Lead one = lead("Nguyễn", "An");
  put(one);
  std::vector<std::string> written;
  db.inject_faults([&](std::string_view sql) {
    if (sql.substr(0, 11) == "UPDATE lead") written.emplace_back(sql);
    return false;
  });
  one.title = "Giám đốc";
  put(one);
  CHECK(written == std::vector<std::string>{"UPDATE lead SET \"title\"=? WHERE rid=?"});
}

TEST_CASE_FIXTURE(StoreFixture, "nothing is logged when nothing changed") {
  const Account company = account("Ánh Dương");
  put(company);
  const auto before = integer("SELECT count(*) FROM change_transaction");
  CHECK(put(company).empty());
  CHECK(put().empty());
  CHECK(integer("SELECT count(*) FROM change_transaction") == before);
  CHECK_FALSE(db.in_transaction());
}

TEST_CASE_FIXTURE(StoreFixture, "a transaction says what was done, by whom, where and when") {
  auto transaction =
      begin(msg("done.lead.saved", "Nguyễn An", std::int64_t{3}, Money{7, {}}, *Date::from_ymd(2026, 11, 23),
                *Month::from_ym(2026, 11), std::vector<Message>{msg("part.buyer")}));
  REQUIRE(transaction.put(account("A")));
  const auto id = transaction.commit();
  REQUIRE(id);
  const auto logged = find_transaction(db, *id);
  REQUIRE(logged);
  REQUIRE(*logged);
  CHECK((*logged)->label == msg("done.lead.saved", "Nguyễn An", std::int64_t{3}, Money{7, {}},
                                *Date::from_ymd(2026, 11, 23), *Month::from_ym(2026, 11),
                                std::vector<Message>{msg("part.buyer")}));
  CHECK((*logged)->actor == "Lan");
  CHECK((*logged)->device == "device-1");
  CHECK((*logged)->kind == TransactionKind::edit);
  CHECK_FALSE((*logged)->reverted);
  CHECK(HybridClock::time_of((*logged)->hlc) == clock.now());
}

TEST_CASE_FIXTURE(StoreFixture, "what is not committed is gone, log and search with it") {
  const std::string before = dump();
  {
    auto transaction = begin();
    REQUIRE(transaction.put(account("Bỏ dở")));
  }
  CHECK(dump() == before);
  CHECK(integer("SELECT count(*) FROM change_log") == 0);
  CHECK(search(db, "bo do", 10)->empty());
}

TEST_CASE_FIXTURE(StoreFixture,
                  "a value that breaks its field's rule is refused, and the transaction goes on without it") {
  auto transaction = begin();
  Account bad = account("Sai");
  bad.email = "không phải địa chỉ";
  const Status status = transaction.put(bad);
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::invalid);
  REQUIRE(transaction.put(account("Đúng")));
  REQUIRE(transaction.commit());
  CHECK(count(db, Entity::account).value_or(0) == 1);
}

TEST_CASE_FIXTURE(StoreFixture, "a failure at any write leaves nothing behind") {
  const Account company = account("Cũ");
  put(company);
  const std::string before = dump();
  int writes = 0;
  for (int failing = 0;; ++failing) {
    writes = 0;
    bool failed = false;
    db.inject_faults([&](std::string_view) { return writes++ == failing ? failed = true : false; });
    [&] {
      auto transaction = Transaction::begin(db, context, msg("done.saved"));
      if (!transaction) return;
      Account changed = company;
      changed.name = "Mới";
      if (!transaction->put(changed) || !transaction->put(lead("Trần", "Bình", "Mới")) ||
          !transaction->remove(Entity::account, company.id.uuid))
        return;
      static_cast<void>(transaction->commit());
    }();
    db.inject_faults({});
    if (!failed) break;
    REQUIRE(dump() == before);
    REQUIRE(integer("SELECT count(*) FROM change_transaction") == 1);
    REQUIRE(search(db, "moi", 10)->empty());
    REQUIRE(db.check_integrity());
  }
  CHECK(writes > 8);
  CHECK(dump() != before);
}

TEST_CASE_FIXTURE(StoreFixture, "after a failed write the transaction cannot be committed") {
  auto transaction = begin();
  context.before_write = [](int step) -> Status {
    if (step == 1) return fail(ErrorCode::io, msg("store.files_failed"));
    return {};
  };
  REQUIRE(transaction.put(account("Một")));
  CHECK_FALSE(transaction.put(account("Hai")));
  CHECK_FALSE(transaction.put(account("Ba")));
  CHECK_FALSE(transaction.commit());
}

TEST_CASE_FIXTURE(StoreFixture, "two transactions at once are refused") {
  auto outer = begin();
  const auto inner = Transaction::begin(db, context, msg("done.saved"));
  REQUIRE_FALSE(inner);
  CHECK(inner.error().code == ErrorCode::conflict);
}

TEST_CASE_FIXTURE(StoreFixture, "a page that only reads refuses with the reason") {
  REQUIRE(db.exec("PRAGMA query_only=ON"));
  const auto transaction = Transaction::begin(db, context, msg("done.saved"));
  REQUIRE_FALSE(transaction);
  CHECK(transaction.error().code == ErrorCode::read_only);
}

TEST_CASE_FIXTURE(StoreFixture, "an imported record is one row of the log") {
  for (const Criterion& criterion : default_criteria(ids)) put(criterion);
  auto transaction = Transaction::begin(db, context, msg("done.imported"), TransactionKind::import);
  REQUIRE(transaction);
  Lead imported = lead("Nguyễn", "An", "Ánh Dương");
  imported.email = "an@anhduong.vn";
  REQUIRE(transaction->insert_imported(raw_of(imported)));
  const auto id = transaction->commit();
  REQUIRE(id);
  CHECK(changes_of_transaction(db, *id)->size() == 1);
  CHECK(find_transaction(db, *id)->value().kind == TransactionKind::import);
  CHECK(search(db, "anh duong", 5)->size() == 1);
  CHECK(lead_facts(db, imported.id)->verdict == Verdict::incomplete);
}

TEST_CASE_FIXTURE(StoreFixture, "an imported record that says little takes nothing over from the one before it") {
  auto transaction = Transaction::begin(db, context, msg("done.imported"), TransactionKind::import);
  REQUIRE(transaction);
  Lead much = lead("Nguyễn", "An", "Ánh Dương");
  much.email = "an@anhduong.vn";
  much.estimated_budget = Money{1'000'000, Currency{}};
  much.notes = "Gọi lại";
  const Lead little = lead("Trần", "Bình", "Sao Mai");
  REQUIRE(transaction->insert_checked(new_of(much)));
  REQUIRE(transaction->insert_checked(new_of(little)));
  REQUIRE(transaction->commit());
  CHECK(raw_of(get(db, much.id).value()) == raw_of(much));
  CHECK(raw_of(get(db, little.id).value()) == raw_of(little));
}

TEST_CASE_FIXTURE(StoreFixture, "an import settled in steps leaves the derived tables as they would be made anew") {
  for (const Criterion& criterion : default_criteria(ids)) put(criterion);
  Account before = account("Sao Mai");
  put(before, lead("Trần", "Bình", "Sao Mai"));
  auto transaction = Transaction::begin(db, context, msg("done.imported"), TransactionKind::import);
  REQUIRE(transaction);
  for (int i = 0; i < 300; ++i) {
    Lead one = lead("Nguyễn", "An " + std::to_string(i * 7919 % 300), "Công ty " + std::to_string(i % 20));
    one.email = "an" + std::to_string(i % 50) + "@anhduong.vn";
    REQUIRE(transaction->insert_imported(raw_of(one)));
  }
  Account fresh = account("Ánh Dương");
  REQUIRE(transaction->insert_imported(raw_of(fresh)));
  // What is touched after it came, and what was there: both may be filled by later lines.
  fresh.name = "Ánh Dương Xanh";
  before.phone = "0903 123 456";
  REQUIRE(transaction->put(fresh));
  REQUIRE(transaction->put(before));
  int steps = 0;
  for (bool more = true; more; ++steps) {
    const auto settled = transaction->settle(10);
    REQUIRE(settled);
    more = *settled;
  }
  CHECK(steps > 90);  // 1,500 keys and 301 titles
  REQUIRE(transaction->commit());
  const auto derived = [&] {
    std::string text;
    for (const char* sql : {"SELECT hash, rid FROM match_key", "SELECT entity, hex(sort_key), rid FROM title_order", "SELECT rid, title, folded FROM search",
                            "SELECT rid, verdict, score, missing FROM lead_facts"}) {
      auto rows = db.prepare(sql);
      REQUIRE(rows);
      while (rows->step().value_or(false)) {
        for (int column = 0; column < rows->column_count(); ++column) text += std::string(rows->text(column)) + '|';
        text += '\n';
      }
    }
    return text;
  };
  const std::string kept = derived();
  REQUIRE(rebuild_derived_tables(db));
  REQUIRE(refresh_lead_facts(db, clock.today()));
  CHECK(derived() == kept);
}

TEST_CASE_FIXTURE(StoreFixture,
                  "the hybrid clock rises although the wall clock stands or goes back, also in a file opened again") {
  put(account("A"));
  const std::uint64_t last = hybrid_clock.last();
  clock.advance_ms(-3'600'000);
  HybridClock fresh;
  WriteContext later{clock, ids, fresh, "device-1", "Lan", {}};
  auto transaction = Transaction::begin(db, later, msg("done.saved"));
  REQUIRE(transaction->put(account("B")));
  REQUIRE(transaction->commit());
  CHECK(fresh.last() > last);
}

TEST_CASE("the hybrid clock counts on into the next millisecond when its counter is full") {
  HybridClock clock;
  std::uint64_t before = clock.tick({1000});
  for (int i = 0; i < 70'000; ++i) {
    const std::uint64_t next = clock.tick({1000});
    REQUIRE(next > before);
    before = next;
  }
  CHECK(HybridClock::time_of(before).ms == 1001);
}

TEST_CASE_FIXTURE(
    StoreFixture,
    "P-3 accepts: every stay in a stage is a row of its own, in order of time, the open one without an end") {
  const Opportunity one = opportunity("Máy đóng gói");
  const StageId needs = ids.next_of<Stage>();
  const StageId proposal = ids.next_of<Stage>();
  put(one);
  const auto stay = [&](StageId stage, std::int64_t entered, std::optional<Timestamp> left) {
    put(StageVisit{.id = ids.next_of<StageVisit>(),
                   .opportunity_id = one.id,
                   .stage_id = stage,
                   .entered_at = Timestamp{entered},
                   .left_at = left});
  };
  stay(needs, 10, Timestamp{20});
  stay(proposal, 20, Timestamp{30});
  stay(needs, 30, std::nullopt);
  const auto visits = find_by<StageVisit>(db, "opportunity_id", to_value(one.id));
  REQUIRE(visits);
  REQUIRE(visits->size() == 3);
  CHECK(visits->at(0).entered_at == Timestamp{10});
  CHECK(visits->at(1).stage_id == proposal);
  CHECK_FALSE(visits->at(2).left_at);
  CHECK(find_by<StageVisit>(db, "left_at", Value{})->size() == 1);
}

TEST_CASE_FIXTURE(StoreFixture, "an imported record that was changed since is not taken back unasked") {
  auto transaction = Transaction::begin(db, context, msg("done.imported"), TransactionKind::import);
  Account one = account("Ánh Dương");
  const Account other = account("Sao Mai");
  REQUIRE(transaction->insert_imported(raw_of(one)));
  REQUIRE(transaction->insert_imported(raw_of(other)));
  const auto import = transaction->commit();
  const std::string imported = dump();
  one.city = "Huế";
  const Uuid edit = put(one);
  REQUIRE(changed_since(db, *import)->size() == 1);
  CHECK(changed_since(db, *import)->front().field == "city");
  CHECK_FALSE(revert(db, context, *import));
  REQUIRE(revert(db, context, edit));
  const auto undone = revert(db, context, *import);
  REQUIRE(undone);
  CHECK(count(db, Entity::account).value_or(9) == 0);
  REQUIRE(revert(db, context, *undone));
  CHECK(dump() == imported);
}

TEST_CASE_FIXTURE(StoreFixture, "settings travel through their rows") {
  Settings settings;
  settings.reasonable_months = 9;
  settings.evidence_required = false;
  settings.currency = *Currency::parse("USD");
  const auto records = setting_records(db, settings, ids);
  REQUIRE(records);
  auto transaction = begin();
  for (const Setting& record : *records) REQUIRE(transaction.put(record));
  REQUIRE(transaction.commit());
  const auto read = load_settings(db);
  REQUIRE(read);
  CHECK(read->reasonable_months == 9);
  CHECK_FALSE(read->evidence_required);
  CHECK(read->gate_needs);
  CHECK(read->currency.code() == "USD");
  CHECK(setting_records(db, *read, ids)->front().id == records->front().id);
}

}  // namespace
}  // namespace cohoi::store
