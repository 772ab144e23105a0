#include "core/domain/stage_rules.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

TEST_CASE("P-7 accepts: deleting an empty stage, or one whose opportunities have another open stage to go to") {
  const DefaultPipeline pipe = pipeline();
  CHECK(check_delete_stage(stage(pipe, "proposal"), pipe.stages, 0, std::nullopt));
  CHECK(check_delete_stage(stage(pipe, "proposal"), pipe.stages, 12, stage(pipe, "needs")));
}

TEST_CASE("P-7 refuses: deleting a stage with opportunities and nowhere to go, the last open one, and the two ends") {
  const DefaultPipeline pipe = pipeline();
  const Stage& proposal = stage(pipe, "proposal");
  CHECK(check_delete_stage(proposal, pipe.stages, 12, std::nullopt).error().message == msg("refusal.stage.where_to", std::int64_t{12}));
  CHECK_FALSE(check_delete_stage(proposal, pipe.stages, 12, proposal));
  CHECK_FALSE(check_delete_stage(proposal, pipe.stages, 12, stage(pipe, "won")));
  Stage foreign = stage(pipe, "needs");
  foreign.id = id<Stage>(99);
  CHECK_FALSE(check_delete_stage(proposal, pipe.stages, 12, foreign));
  CHECK(check_delete_stage(stage(pipe, "won"), pipe.stages, 0, std::nullopt).error().message.key == "refusal.stage.end_stays");
  const std::vector<Stage> single{stage(pipe, "needs"), stage(pipe, "won"), stage(pipe, "lost")};
  CHECK(check_delete_stage(single[0], single, 0, std::nullopt).error().message.key == "refusal.stage.last_stays");
}

TEST_CASE("P-7: a stage has a name, a probability, a limit and conditions there are") {
  const DefaultPipeline pipe = pipeline();
  for (const Stage& one : pipe.stages) CHECK(check_stage(one));
  Stage one = stage(pipe, "proposal");
  one.gate = make_tags({"amount", "good_weather"});
  CHECK(check_stage(one).error().message.key == "error.stage.unknown_gate");
  one.gate = {};
  one.probability = 101;
  CHECK(check_stage(one).error().detail == "probability");
  one.probability = 10;
  one.rots_after_days = -1;
  CHECK_FALSE(check_stage(one));
  one.rots_after_days = 0;
  one.key.clear();
  CHECK(check_stage(one).error().detail == "name");
  one.name = "Dùng thử";
  CHECK(check_stage(one));
  CHECK(stage_name(one) == msg("verbatim", std::string("Dùng thử")));
}

TEST_CASE("P-8 accepts: several people, each with a role, one of them primary") {
  ContactRole first = role(Part::buyer, 1);
  first.primary = true;
  const std::vector<ContactRole> others{first, role(Part::advisor, 2)};
  CHECK(check_role(role(Part::influencer, 3), others));
  CHECK(check_role(first, others));
}

TEST_CASE("P-8 refuses: a second role of one person, a second primary, a role of nobody") {
  ContactRole first = role(Part::buyer, 1);
  first.primary = true;
  const std::vector<ContactRole> others{first};
  ContactRole twice = role(Part::advisor, 2);
  twice.contact_id = first.contact_id;
  CHECK(check_role(twice, others).error().message.key == "refusal.role.twice");
  ContactRole second = role(Part::advisor, 2);
  second.primary = true;
  CHECK(check_role(second, others).error().message.key == "refusal.role.second_primary");
  CHECK_FALSE(check_role(ContactRole{}, others));
}

TEST_CASE("The default pipeline is DOMAIN's table") {
  const DefaultPipeline pipe = pipeline();
  REQUIRE(pipe.stages.size() == 6);
  CHECK(stage(pipe, "needs").probability == 20);
  CHECK(stage(pipe, "proposal").rots_after_days == 21);
  CHECK(stage(pipe, "negotiation").rots_after_days == 14);
  CHECK(stage(pipe, "contract").rots_after_days == 10);
  CHECK(stage(pipe, "won").probability == 100);
  CHECK(gate_of(stage(pipe, "won")) == std::vector<GateItem>{GateItem::amount, GateItem::contract_or_order, GateItem::close_date});
  for (const Stage& one : pipe.stages) CHECK(one.pipeline_id == pipe.pipeline.id);
}

TEST_CASE("The default lists have Other for the reasons that may need a note") {
  CountingIds ids;
  int others = 0;
  for (const Choice& choice : default_choices(ids)) others += choice.key == "other" && choice.list != ChoiceList::industry ? 1 : 0;
  CHECK(others == 3);
}
