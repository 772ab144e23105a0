#include "core/domain/stage_rules.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;
using Items = std::vector<GateItem>;

namespace {

struct Case {
  DefaultPipeline pipe = pipeline();
  Opportunity opportunity = samples::opportunity(pipe);
  std::vector<Activity> activities;
  std::vector<ContactRole> roles;

  [[nodiscard]] Items missing(std::string_view key) const {
    return missing_for_stage({opportunity, activities, roles}, stage(pipe, key), pipe.stages);
  }
  void stand_at(std::string_view key) { opportunity.stage_id = stage(pipe, key).id; }
};

}  // namespace

TEST_CASE("P-1 accepts: each gate when what it asks is there") {
  Case one;
  one.opportunity = ripe_opportunity(one.pipe);
  one.opportunity.closed_on = day(2026, 11, 23);
  one.activities = {done_call()};
  one.roles = {role(Part::decision_maker)};
  for (const char* key : {"proposal", "negotiation", "contract", "won"}) CHECK(one.missing(key).empty());
}

TEST_CASE("P-1 refuses: each gate names each missing item") {
  Case one;
  CHECK(one.missing("proposal") == Items{GateItem::amount, GateItem::buyer_role});
  one.stand_at("proposal");
  CHECK(one.missing("negotiation") == Items{GateItem::supplier_dropped, GateItem::payment_terms_discussed, GateItem::expected_close});
  one.stand_at("negotiation");
  CHECK(one.missing("contract") == Items{GateItem::payment_terms_written, GateItem::contract_drafted});
  one.stand_at("contract");
  CHECK(one.missing("won") == Items{GateItem::amount, GateItem::contract_or_order, GateItem::close_date});
  CHECK(one.missing("lost") == Items{GateItem::loss_reason});
  const Error refusal = gate_refusal(stage(one.pipe, "lost"), one.missing("lost"));
  CHECK(refusal.code == ErrorCode::refused);
  CHECK(refusal.missing == std::vector<Message>{msg("gate.loss_reason")});
}

TEST_CASE("P-1 refuses: half answers") {
  Case one;
  const auto passes_now = [&](GateItem item) { return passes(item, {one.opportunity, one.activities, one.roles}); };
  one.opportunity.amount = dong(0);
  CHECK_FALSE(passes_now(GateItem::amount));
  one.opportunity.supplier_dropped = SupplierDropped::no;
  CHECK_FALSE(passes_now(GateItem::supplier_dropped));
  one.roles = {role(Part::influencer), role(Part::advisor, 2)};
  CHECK_FALSE(passes_now(GateItem::buyer_role));
  one.opportunity.contract_number = "HD-1";
  CHECK_FALSE(passes_now(GateItem::contract_or_order));
  one.opportunity.loss_reason = "other";
  CHECK_FALSE(passes_now(GateItem::loss_reason));
  one.opportunity.loss_note = "Giám đốc mới";
  CHECK(passes_now(GateItem::loss_reason));
  one.opportunity.payment_terms = "30 ngày";
  CHECK(passes_now(GateItem::payment_terms_discussed));
}

TEST_CASE("P-2 accepts: going back asks nothing") {
  Case one;
  one.stand_at("contract");
  CHECK(one.missing("needs").empty());
  CHECK(one.missing("negotiation").empty());
  CHECK(one.missing("contract").empty());
}

TEST_CASE("P-2 refuses: skipping a stage without passing the gates between, each item named once and in order") {
  Case one;
  CHECK(one.missing("contract") == Items{GateItem::amount, GateItem::buyer_role, GateItem::supplier_dropped,
                                         GateItem::payment_terms_discussed, GateItem::expected_close, GateItem::payment_terms_written,
                                         GateItem::contract_drafted});
  const Items won = one.missing("won");
  CHECK(won.size() == 9);
  CHECK(std::count(won.begin(), won.end(), GateItem::amount) == 1);
}

TEST_CASE("P-1 refuses: an opportunity made directly is asked what a conversion would have shown") {
  Case one;
  one.opportunity.stage_id = {};
  one.opportunity.needs.clear();
  CHECK(one.missing("needs") == Items{GateItem::relationship_built, GateItem::needs_written});
  CHECK(one.missing("proposal") ==
        Items{GateItem::relationship_built, GateItem::needs_written, GateItem::amount, GateItem::buyer_role});
  one.activities = {done_call()};
  one.opportunity.needs = "Máy in";
  CHECK(one.missing("needs").empty());
}

TEST_CASE("P-2: losing asks only its own gate, from anywhere") {
  Case one;
  one.opportunity.loss_reason = "price";
  for (const char* from : {"needs", "proposal", "negotiation", "contract"}) {
    one.stand_at(from);
    CHECK(one.missing("lost").empty());
  }
}

TEST_CASE("P-7: gates are the user's: an emptied gate asks nothing") {
  Case one;
  for (Stage& each : one.pipe.stages) each.gate = {};
  CHECK(one.missing("won").empty());
}

TEST_CASE("A gate that passes stays passed when more is known, over random opportunities") {
  const DefaultPipeline pipe = pipeline();
  for (unsigned bits = 0; bits < 1024; ++bits) {
    const auto has = [&](unsigned bit) { return (bits >> bit & 1U) != 0; };
    Case less;
    less.opportunity.stage_id = {};
    less.opportunity.needs = has(0) ? "x" : "";
    if (has(1)) less.opportunity.amount = dong(5);
    if (has(2)) less.opportunity.supplier_dropped = SupplierDropped::yes;
    less.opportunity.payment_terms_discussed = has(3);
    if (has(4)) less.opportunity.expected_close = today();
    less.opportunity.payment_terms = has(5) ? "x" : "";
    less.opportunity.contract_drafted = has(6);
    less.opportunity.contract_signed = has(7);
    if (has(8)) less.roles = {role(Part::buyer)};
    if (has(9)) less.activities = {done_call()};
    Case more = less;
    more.roles.push_back(role(Part::decision_maker, 2));
    more.activities.push_back(done_call());
    more.opportunity.payment_terms = "y";
    more.opportunity.order_number = "z";
    std::size_t before = 0;
    for (const char* key : {"needs", "proposal", "negotiation", "contract", "won"}) {
      const Items missing = less.missing(key);
      const Items still = more.missing(key);
      CHECK(missing.size() >= before);  // a later stage never asks less
      before = missing.size();
      for (const GateItem item : still) CHECK(std::find(missing.begin(), missing.end(), item) != missing.end());
    }
  }
}
