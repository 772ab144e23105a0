#include "core/domain/stage_rules.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

namespace {

struct Case {
  DefaultPipeline pipe = pipeline();
  Opportunity opportunity = samples::opportunity(pipe);
  std::vector<Activity> activities{done_call()};
  std::vector<ContactRole> roles{role(Part::buyer)};
  std::vector<StageVisit> visits;

  Case() {
    StageVisit first;
    first.opportunity_id = opportunity.id;
    first.stage_id = opportunity.stage_id;
    first.entered_at = at(2026, 11, 1);
    visits = {first};
  }
  [[nodiscard]] GateFacts facts() const { return {opportunity, activities, roles}; }
  [[nodiscard]] std::optional<StageVisit> open_visit() const { return visits.back(); }
  [[nodiscard]] Result<StageMove> move(std::string_view key, const std::string& reason = {}, Timestamp now = at(2026, 11, 23)) const {
    return move_to_stage(facts(), open_visit(), stage(pipe, key), pipe.stages, reason, now, "Lan");
  }
  [[nodiscard]] Result<StageMove> win(std::optional<Date> on, const std::string& reason = {}) const {
    return close_as_won(facts(), open_visit(), {on}, pipe.stages, reason, at(2026, 11, 23), "Lan");
  }
  [[nodiscard]] Result<StageMove> lose(const CloseAsLost& how) const {
    return close_as_lost(facts(), open_visit(), how, pipe.stages, at(2026, 11, 23), "Lan");
  }
  void apply(const StageMove& done) {
    opportunity = done.opportunity;
    visits.back() = *done.left;
    visits.push_back(done.entered);
  }
};

}  // namespace

TEST_CASE("P-1 accepts: an override with a reason, which stays on the visit with what was missing") {
  Case one;
  const auto moved = one.move("proposal", "Khách đã gửi đơn hàng miệng");
  REQUIRE(moved);
  CHECK(moved->entered.override_reason == "Khách đã gửi đơn hàng miệng");
  CHECK(moved->entered.missing.items == std::vector<std::string>{"amount"});
  one.opportunity.amount = dong(5);
  CHECK(one.move("proposal", "không cần")->entered.override_reason.empty());
}

TEST_CASE("P-1 refuses: a move whose gate does not hold, and changes nothing") {
  Case one;
  const auto moved = one.move("proposal", "  ");
  REQUIRE_FALSE(moved);
  CHECK(moved.error().code == ErrorCode::refused);
  CHECK(moved.error().missing == std::vector<Message>{msg("gate.amount")});
}

TEST_CASE("P-3 accepts: a move closes the open visit and opens the next, by whom and when") {
  Case one;
  one.opportunity.amount = dong(5);
  const auto moved = one.move("proposal");
  REQUIRE(moved);
  CHECK(moved->opportunity.stage_id == stage(one.pipe, "proposal").id);
  REQUIRE(moved->left);
  CHECK(moved->left->left_at == at(2026, 11, 23));
  CHECK(moved->entered.entered_at == at(2026, 11, 23));
  CHECK(moved->entered.entered_by == "Lan");
  CHECK_FALSE(moved->entered.left_at);
}

TEST_CASE("P-3 refuses: a visit that ends before it began, and a visit to the stage it is in") {
  Case one;
  one.opportunity.amount = dong(5);
  const auto moved = one.move("proposal", "", at(2026, 10, 1));
  REQUIRE(moved);
  CHECK(moved->left->left_at == at(2026, 11, 1));
  CHECK(moved->entered.entered_at == at(2026, 11, 1));
  CHECK(one.move("needs").error().code == ErrorCode::conflict);
}

TEST_CASE("P-2 accepts: back and forth, all of it kept in the history") {
  Case one;
  one.opportunity = ripe_opportunity(one.pipe);
  for (const char* key : {"contract", "needs", "negotiation"}) {
    const auto moved = one.move(key);
    REQUIRE(moved);
    one.apply(*moved);
  }
  CHECK(one.visits.size() == 4);
}

TEST_CASE("P-2 refuses: to enter the two ends, or a stage of another pipeline, by a plain move") {
  Case one;
  CHECK(one.move("won").error().message.key == "error.stage.closing");
  CHECK(one.move("lost").error().message.key == "error.stage.closing");
  Stage foreign = stage(one.pipe, "proposal");
  foreign.id = id<Stage>(99);
  const auto moved = move_to_stage(one.facts(), one.open_visit(), foreign, one.pipe.stages, "x", at(2026, 11, 23), "Lan");
  CHECK(moved.error().code == ErrorCode::not_found);
}

TEST_CASE("P-6 accepts: won with contract or order, date and amount; the account becomes a customer since its first sale") {
  Case one;
  one.opportunity = ripe_opportunity(one.pipe);
  const auto won = one.win(day(2026, 11, 23));
  REQUIRE(won);
  CHECK(won->opportunity.closed_on == day(2026, 11, 23));
  CHECK(won->opportunity.stage_id == stage(one.pipe, "won").id);
  Account firm = with_sale(account(), day(2026, 11, 23));
  CHECK(firm.status == AccountStatus::customer);
  CHECK(firm.customer_since == day(2026, 11, 23));
  firm = with_sale(with_sale(firm, day(2026, 12, 1)), day(2026, 3, 1));
  CHECK(firm.customer_since == day(2026, 3, 1));
}

TEST_CASE("P-6 refuses: won without its gate, and without a date even when overridden") {
  Case one;
  one.opportunity.amount = dong(5);
  CHECK(one.win(day(2026, 11, 23)).error().code == ErrorCode::refused);
  CHECK(one.win(day(2026, 11, 23), "Sếp duyệt"));
  const auto undated = one.win(std::nullopt, "Sếp duyệt");
  REQUIRE_FALSE(undated);
  CHECK(undated.error().missing.back() == msg("gate.close_date"));
}

TEST_CASE("P-6 accepts: lost with a reason keeps the stage, reopening returns there and clears the closing") {
  Case one;
  one.opportunity = ripe_opportunity(one.pipe);
  one.apply(*one.move("negotiation"));
  const auto lost = one.lose({day(2026, 11, 23), "other", "Giám đốc mới", "In Nhanh"});
  REQUIRE(lost);
  CHECK(lost->opportunity.lost_at_stage_id == stage(one.pipe, "negotiation").id);
  CHECK(lost->opportunity.competitor == "In Nhanh");
  one.apply(*lost);
  const auto again = reopen(one.opportunity, one.visits, one.pipe.stages, at(2026, 11, 24), "Lan");
  REQUIRE(again);
  CHECK(again->opportunity.stage_id == stage(one.pipe, "negotiation").id);
  CHECK_FALSE(again->opportunity.closed_on);
  CHECK(again->opportunity.loss_reason.empty());
  CHECK(again->opportunity.lost_at_stage_id.empty());
  REQUIRE(again->left);
  CHECK(again->left->stage_id == stage(one.pipe, "lost").id);
}

TEST_CASE("P-6 refuses: lost without a reason or with Other and no note; moving a closed one; reopening an open one") {
  Case one;
  CHECK(one.lose({day(2026, 11, 23), "", "", ""}).error().missing == std::vector<Message>{msg("gate.loss_reason")});
  CHECK_FALSE(one.lose({day(2026, 11, 23), "other", " ", ""}));
  CHECK(reopen(one.opportunity, one.visits, one.pipe.stages, at(2026, 11, 24), "Lan").error().code == ErrorCode::conflict);
  one.apply(*one.lose({day(2026, 11, 23), "price", "", ""}));
  CHECK(one.move("proposal", "x").error().message.key == "refusal.closed");
  CHECK(one.win(day(2026, 11, 23), "x").error().code == ErrorCode::conflict);
}

TEST_CASE("P-6: one that was imported closed reopens where it was lost, or at the first stage") {
  Case one;
  one.opportunity.stage_id = stage(one.pipe, "lost").id;
  one.opportunity.lost_at_stage_id = stage(one.pipe, "proposal").id;
  CHECK(reopen(one.opportunity, {}, one.pipe.stages, at(2026, 11, 24), "Lan")->opportunity.stage_id == stage(one.pipe, "proposal").id);
  one.opportunity.lost_at_stage_id = {};
  const auto first = reopen(one.opportunity, {}, one.pipe.stages, at(2026, 11, 24), "Lan");
  CHECK(first->opportunity.stage_id == stage(one.pipe, "needs").id);
  CHECK_FALSE(first->left);
}
