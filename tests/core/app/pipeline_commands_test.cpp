#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

TEST_CASE("P-7 accepts: a new stage takes its place, and a changed gate moves no record") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  Stage stage{.name = "Trial", .position = 1, .probability = 30};
  const StageId trial{m.must(SaveStage{stage}).made.front().id};
  CHECK(m.get(trial).position == 1);
  CHECK(m.stage("needs").position == 0);
  CHECK(m.stage("proposal").position == 2);
  CHECK(m.get(trial).pipeline_id == m.stage("needs").pipeline_id);
  Stage needs = m.stage("needs");
  needs.gate.items.push_back("amount");
  m.must(SaveStage{needs});
  CHECK(m.stage_of(id) == "needs");
}

TEST_CASE("P-7 refuses: a stage that makes no sense") {
  MemorySession m;
  CHECK(m.refused(SaveStage{Stage{}}).detail == "name");
  CHECK(m.refused(SaveStage{Stage{.name = "Trial", .probability = 120}}).detail == "probability");
  Stage odd{.name = "Trial"};
  odd.gate.items = {"good_weather"};
  CHECK(m.refused(SaveStage{odd}).detail == "gate");
}

TEST_CASE("P-7 refuses: deleting a stage without saying where its opportunities go, an end, or one whose way is closed") {
  MemorySession m;
  m.opportunity("Pumps");
  const StageId needs = m.stage("needs").id;
  CHECK(m.refused(DeleteStage{needs, {}}).code == ErrorCode::refused);
  CHECK(m.refused(DeleteStage{m.stage("won").id, needs}).code == ErrorCode::refused);
  const Error error = m.refused(DeleteStage{needs, m.stage("proposal").id});
  CHECK(keys_of(error.missing) == "refusal.of_record");
}

TEST_CASE("P-7 accepts: a deleted stage's opportunities go where the user says, with their history") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  m.prepare_for_contract(id);
  m.must(MoveStage{{id}, m.stage("proposal").id, {}});
  const std::string before = m.dump();
  m.must(DeleteStage{m.stage("proposal").id, m.stage("needs").id});
  CHECK(m.stage_of(id) == "needs");
  CHECK(m.by<StageVisit>("opportunity_id", id).size() == 3);
  CHECK(m.stage("negotiation").position == 1);
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("settings are one step, and what they change is derived at once") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  m.answer(id, "need", Answer::yes, "");
  m.answer(id, "ability", Answer::yes, "");
  m.answer(id, "timeframe", Answer::yes, "");
  CHECK(store::lead_facts(m.db, id)->verdict == Verdict::incomplete);
  Settings settings = m->settings();
  settings.evidence_required = false;
  m.must(SaveSettings{settings});
  CHECK_FALSE(m->settings().evidence_required);
  CHECK(store::lead_facts(m.db, id)->verdict == Verdict::qualified);
  REQUIRE(m->undo());
  CHECK(m->settings().evidence_required);
  CHECK(store::lead_facts(m.db, id)->verdict == Verdict::incomplete);
  settings.reasonable_months = 0;
  CHECK(m.refused(SaveSettings{settings}).detail == "reasonable_months");
}
