#include "core/app/stage_queries.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

const Date close_day = *Date::parse_iso("2026-12-01");

OpportunityId ready_for_contract(MemorySession& m, AccountId account = {}) {
  const OpportunityId id = m.opportunity("Pumps", account);
  m.prepare_for_contract(id);
  return id;
}

OpportunityId won(MemorySession& m, AccountId account, Date on = close_day) {
  const OpportunityId id = ready_for_contract(m, account);
  m.edit(id, {text("order_number", "PO-7")});
  m.must(CloseWon{id, {on}, {}});
  return id;
}

}  // namespace

TEST_CASE("P-1 refuses: a stage whose gate does not open, the same from one and from many") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  const StageId proposal = m.stage("proposal").id;
  const Error error = m.refused(MoveStage{{id}, proposal, {}});
  CHECK(keys_of(error.missing) == "gate.amount gate.buyer_role");
  const auto missing = missing_for(*m, id, proposal);
  REQUIRE(missing);
  CHECK(*missing == std::vector<GateItem>{GateItem::amount, GateItem::buyer_role});
  const OpportunityId other = m.opportunity("Valves");
  CHECK(m.refused(MoveStage{{id, other}, proposal, {}}).missing.size() == 2);
}

TEST_CASE("P-1 accepts: an override, logged on the visit") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  m.must(MoveStage{{id}, m.stage("proposal").id, "asked for a first offer"});
  const auto visits = m.by<StageVisit>("opportunity_id", id);
  REQUIRE(visits.size() == 2);
  CHECK(visits[1].override_reason == "asked for a first offer");
  CHECK(visits[1].missing.items == std::vector<std::string>{"amount", "buyer_role"});
}

TEST_CASE("P-1 refuses: redo, when the gate was closed meanwhile by another page") {
  MemorySession m;
  const OpportunityId id = ready_for_contract(m);
  m.must(MoveStage{{id}, m.stage("proposal").id, {}});
  REQUIRE(m->undo());
  // Another tab's write: it leaves this session's stacks alone.
  Opportunity without = m.get(id);
  without.amount.reset();
  auto transaction = store::Transaction::begin(m.db, m->write_context(), msg("done.saved.opportunity", without.name));
  REQUIRE(transaction);
  REQUIRE(transaction->put(without));
  REQUIRE(transaction->commit());
  const auto redone = m->redo();
  REQUIRE_FALSE(redone);
  CHECK(keys_of(redone.error().missing) == "gate.amount");
  CHECK(m.stage_of(id) == "needs");
}

TEST_CASE("P-1 accepts: redo of what passed, overridden moves included") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  m.must(MoveStage{{id}, m.stage("proposal").id, "asked for a first offer"});
  const std::string after = m.dump();
  REQUIRE(m->undo());
  REQUIRE(m->redo());
  CHECK(m.difference(after) == "");
}

TEST_CASE("P-2 refuses: skipping stages without their gates") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  const Error error = m.refused(MoveStage{{id}, m.stage("contract").id, {}});
  CHECK(keys_of(error.missing) ==
        "gate.amount gate.buyer_role gate.supplier_dropped gate.payment_terms_discussed gate.expected_close gate.payment_terms_written "
        "gate.contract_drafted");
}

TEST_CASE("P-2 accepts: skipping with all gates passed, and going back without any") {
  MemorySession m;
  const OpportunityId id = ready_for_contract(m);
  m.must(MoveStage{{id}, m.stage("contract").id, {}});
  m.edit(id, {{"amount", Value{}}});  // an edit never moves it
  CHECK(m.stage_of(id) == "contract");
  m.must(MoveStage{{id}, m.stage("needs").id, {}});
  CHECK(m.stage_of(id) == "needs");
}

TEST_CASE("P-3 accepts: every stay is kept, one after the other without a gap") {
  MemorySession m;
  const OpportunityId id = ready_for_contract(m);
  m.clock.advance_days(2);
  m.must(MoveStage{{id}, m.stage("proposal").id, {}});
  m.clock.advance_days(5);
  m.must(MoveStage{{id}, m.stage("needs").id, {}});
  const auto visits = m.by<StageVisit>("opportunity_id", id);
  REQUIRE(visits.size() == 3);
  CHECK(visits[0].left_at == visits[1].entered_at);
  CHECK(visits[1].left_at == visits[2].entered_at);
  CHECK_FALSE(visits[2].left_at);
  CHECK(visits[2].entered_by == m->me().name);
}

TEST_CASE("P-3 refuses: a second stay in the stage it is in") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  CHECK(m.refused(MoveStage{{id}, m.stage("needs").id, {}}).code == ErrorCode::conflict);
}

TEST_CASE("P-5 accepts: a probability set by hand stays until it is cleared") {
  MemorySession m;
  const OpportunityId id = ready_for_contract(m);
  m.edit(id, {number("probability", 77)});
  m.must(MoveStage{{id}, m.stage("proposal").id, {}});
  CHECK(probability_of(m.get(id), m.stage("proposal")) == 77);
  m.edit(id, {{"probability", Value{}}});
  CHECK(probability_of(m.get(id), m.stage("proposal")) == 40);
}

TEST_CASE("P-5 refuses: a probability beyond 100") {
  MemorySession m;
  CHECK(m.refused(SaveRecord{Entity::opportunity, m.opportunity("Pumps").uuid, {number("probability", 101)}}).detail == "probability");
}

TEST_CASE("P-6 accepts: a sale makes the account a customer since its first won date") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const OpportunityId id = won(m, account);
  CHECK(m.stage_of(id) == "won");
  CHECK(m.get(account).status == AccountStatus::customer);
  CHECK(m.get(account).customer_since == close_day);
  won(m, account, *Date::parse_iso("2026-11-25"));
  CHECK(m.get(account).customer_since == Date::parse_iso("2026-11-25"));
}

TEST_CASE("P-6 refuses: a sale without contract, order number, date or amount") {
  MemorySession m;
  const OpportunityId id = ready_for_contract(m);
  CHECK(keys_of(m.refused(CloseWon{id, {}, {}}).missing) == "gate.contract_or_order gate.close_date");
  CHECK(m.refused(MoveStage{{id}, m.stage("won").id, {}}).code == ErrorCode::invalid);
}

TEST_CASE("P-6 refuses: a loss without a reason, or 'other' without a note") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  CHECK_FALSE(m.refused(CloseLost{id, {}}).missing.empty());
  CHECK_FALSE(m.refused(CloseLost{id, {{}, "other", {}, {}}}).missing.empty());
}

TEST_CASE("P-6 accepts: the stage where it was lost is kept, reopening goes back there") {
  MemorySession m;
  const OpportunityId id = ready_for_contract(m);
  m.must(MoveStage{{id}, m.stage("negotiation").id, {}});
  m.must(CloseLost{id, {{}, "price", {}, "Rival"}});
  Opportunity lost = m.get(id);
  CHECK(lost.lost_at_stage_id == m.stage("negotiation").id);
  CHECK(lost.closed_on == m.clock.today());
  CHECK(lost.competitor == "Rival");
  m.must(Reopen{id});
  lost = m.get(id);
  CHECK(m.stage_of(id) == "negotiation");
  CHECK_FALSE(lost.closed_on);
  CHECK(lost.loss_reason.empty());
  CHECK(m.by<StageVisit>("opportunity_id", id).size() == 4);
}

TEST_CASE("P-6 accepts: a reopened sale makes nobody a customer") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const OpportunityId first = won(m, account, *Date::parse_iso("2026-11-25"));
  const OpportunityId second = won(m, account);
  m.must(Reopen{first});
  CHECK(m.get(account).customer_since == close_day);
  m.must(Reopen{second});
  CHECK_FALSE(m.get(account).customer_since);
  CHECK(m.get(account).status == AccountStatus::prospect);
}

TEST_CASE("P-6 refuses: reopening what is open, and moving what is closed") {
  MemorySession m;
  CHECK(m.refused(Reopen{m.opportunity("Pumps")}).code == ErrorCode::conflict);
  const OpportunityId id = won(m, m.account("ACME"));
  CHECK(m.refused(MoveStage{{id}, m.stage("needs").id, {}}).code == ErrorCode::conflict);
}

TEST_CASE("several opportunities move: each has its own answer") {
  MemorySession m;
  const OpportunityId ready = ready_for_contract(m);
  const OpportunityId bare = m.opportunity("Valves");
  const Outcome outcome = m.must(MoveStage{{ready, bare}, m.stage("proposal").id, {}});
  CHECK(outcome.per_record[0].result);
  REQUIRE_FALSE(outcome.per_record[1].result);
  CHECK(outcome.per_record[1].title == "Valves");
  CHECK(m.stage_of(bare) == "needs");
}

TEST_CASE("the whole way: contact, lead, opportunity, sale, customer") {
  MemorySession m;
  const LeadId lead_id = m.qualified_lead();
  const Lead lead = m.convert(lead_id);
  const OpportunityId id = lead.converted_opportunity_id;
  m.prepare_for_contract(id);
  for (const char* stage : {"proposal", "negotiation", "contract"}) {
    m.clock.advance_days(3);
    m.must(MoveStage{{id}, m.stage(stage).id, {}});
  }
  m.edit(id, {number("contract_signed", 1), text("contract_number", "HĐ-2026/11")});
  m.must(CloseWon{id, {close_day}, {}});
  CHECK(m.get(lead.converted_account_id).status == AccountStatus::customer);
  CHECK(m.by<StageVisit>("opportunity_id", id).size() == 5);
}
