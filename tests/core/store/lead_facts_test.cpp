#include "core/store/lead_facts.h"

#include <doctest/doctest.h>

#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using test::StoreFixture;

struct FactsFixture : StoreFixture {
  FactsFixture() {
    for (const Criterion& criterion : default_criteria(ids)) put(criterion);
  }
  void answer(const Lead& of, const char* key, Answer is, const char* evidence = "đã hỏi") {
    put(CriterionAnswer{
        .id = ids.next_of<CriterionAnswer>(), .lead_id = of.id, .criterion = key, .answer = is, .evidence = evidence});
  }
  [[nodiscard]] Verdict verdict(const Lead& of) {
    const auto facts = lead_facts(db, of.id);
    REQUIRE(facts);
    return facts->verdict;
  }
  [[nodiscard]] Lead answered_lead() {
    Lead one = lead("Nguyễn", "An");
    put(one);
    for (const char* key : {"need", "ability"}) answer(one, key, Answer::yes);
    return one;
  }
};

TEST_CASE_FIXTURE(FactsFixture, "the verdict follows answers, their undo and their removal at once") {
  const Lead one = answered_lead();
  CHECK(verdict(one) == Verdict::incomplete);
  const CriterionAnswer timeframe{.id = ids.next_of<CriterionAnswer>(),
                                  .lead_id = one.id,
                                  .criterion = "timeframe",
                                  .answer = Answer::yes,
                                  .evidence = "quý 1"};
  const Uuid answered = put(timeframe);
  CHECK(verdict(one) == Verdict::qualified);
  CHECK(lead_facts(db, one.id)->score == 85);
  const auto undone = revert(db, context, answered);
  CHECK(verdict(one) == Verdict::incomplete);
  REQUIRE(revert(db, context, *undone));
  CHECK(verdict(one) == Verdict::qualified);
  remove(Entity::answer, timeframe.id.uuid);
  CHECK(verdict(one) == Verdict::incomplete);
}

TEST_CASE_FIXTURE(FactsFixture, "L-2 refuses: a Yes without evidence; the setting turns it") {
  Lead one = lead("Nguyễn", "An");
  put(one);
  for (const char* key : {"need", "ability", "timeframe"}) answer(one, key, Answer::yes, "");
  CHECK(verdict(one) == Verdict::incomplete);
  Settings settings;
  settings.evidence_required = false;
  const auto rows = setting_records(db, settings, ids);
  auto transaction = begin();
  for (const Setting& row : *rows) REQUIRE(transaction.put(row));
  const auto changed = transaction.commit();
  REQUIRE(changed);
  CHECK(verdict(one) == Verdict::qualified);
  REQUIRE(revert(db, context, *changed));
  CHECK(verdict(one) == Verdict::incomplete);
}

TEST_CASE_FIXTURE(FactsFixture, "a retired criterion asks no lead any more") {
  Lead one = lead("Nguyễn", "An");
  put(one);
  for (const char* key : {"need", "ability"}) answer(one, key, Answer::yes);
  auto criteria = *all<Criterion>(db);
  for (Criterion& criterion : criteria)
    if (criterion.key == "timeframe") criterion.retired = true;
  put(criteria.at(0), criteria.at(1), criteria.at(2), criteria.at(3));
  CHECK(verdict(one) == Verdict::qualified);
}

TEST_CASE_FIXTURE(FactsFixture,
                  "an expected month that passes makes the lead incomplete again when the day is refreshed") {
  Lead one = answered_lead();
  one.expected_purchase = Month::of(clock.today());
  put(one);
  const Lead later = lead("Lê", "Sau");
  put(later);
  REQUIRE(refresh_lead_facts(db, clock.today()));
  CHECK(verdict(one) == Verdict::qualified);
  REQUIRE(refresh_lead_facts(db, Date{clock.today().days + 1}));
  CHECK(verdict(one) == Verdict::qualified);
  REQUIRE(refresh_lead_facts(db, Date{clock.today().days + 31}));
  CHECK(verdict(one) == Verdict::incomplete);
  CHECK(lead_facts(db, one.id)->missing == std::vector<std::string>{"timeframe"});
}

TEST_CASE_FIXTURE(FactsFixture, "refreshing twice writes nothing the second time") {
  const Lead one = answered_lead();
  REQUIRE(refresh_lead_facts(db, clock.today()));
  const auto before = db.total_changes();
  REQUIRE(refresh_lead_facts(db, clock.today()));
  CHECK(db.total_changes() == before);
  CHECK(verdict(one) == Verdict::incomplete);
}

TEST_CASE_FIXTURE(FactsFixture, "a lead that is removed takes its facts along, one that comes back brings them") {
  const Lead one = answered_lead();
  const Uuid removed = remove(Entity::lead, one.id.uuid);
  CHECK_FALSE(lead_facts(db, one.id));
  CHECK(integer("SELECT count(*) FROM lead_facts") == 0);
  REQUIRE(revert(db, context, removed));
  CHECK(verdict(one) == Verdict::incomplete);
}

TEST_CASE_FIXTURE(FactsFixture, "imported leads have facts at once, and answers imported after them count") {
  auto transaction = Transaction::begin(db, context, msg("done.imported"), TransactionKind::import);
  REQUIRE(transaction);
  const Lead one = lead("Nguyễn", "An");
  REQUIRE(transaction->insert_imported(raw_of(one)));
  for (const char* key : {"need", "ability", "timeframe"}) {
    const CriterionAnswer given{.id = ids.next_of<CriterionAnswer>(),
                                .lead_id = one.id,
                                .criterion = key,
                                .answer = Answer::yes,
                                .evidence = "tệp"};
    REQUIRE(transaction->insert_imported(raw_of(given)));
  }
  REQUIRE(transaction->commit());
  CHECK(verdict(one) == Verdict::qualified);
}

}  // namespace
}  // namespace cohoi::store
