#include "core/domain/stage_rules.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

TEST_CASE("P-3 accepts: several visits to a stage add up and the open one counts up to now") {
  const DefaultPipeline pipe = pipeline();
  const auto visit = [&](const char* key, Timestamp in, std::optional<Timestamp> out) {
    StageVisit one;
    one.stage_id = stage(pipe, key).id;
    one.entered_at = in;
    one.left_at = out;
    return one;
  };
  const std::vector<StageVisit> visits{visit("needs", at(2026, 11, 1), at(2026, 11, 3)), visit("proposal", at(2026, 11, 3), at(2026, 11, 4)),
                                       visit("needs", at(2026, 11, 4), std::nullopt)};
  const auto times = time_in_stages(visits, at(2026, 11, 10));
  constexpr std::int64_t day_seconds = 86400;
  REQUIRE(times.size() == 2);
  CHECK(times[0].stage_id == stage(pipe, "needs").id);
  CHECK(times[0].seconds == 8 * day_seconds);
  CHECK(times[0].visits == 2);
  CHECK(times[1].seconds == day_seconds);
}

TEST_CASE("P-4 accepts: an opportunity within its limit, with a recent activity, or with one planned") {
  const DefaultPipeline pipe = pipeline();
  const Stage& needs = stage(pipe, "needs");
  CHECK_FALSE(rotting(needs, at(2026, 11, 1), std::nullopt, false, at(2026, 11, 22)).rots);
  CHECK_FALSE(rotting(needs, at(2026, 10, 1), at(2026, 11, 20), false, at(2026, 11, 23)).rots);
  CHECK_FALSE(rotting(needs, at(2026, 1, 1), std::nullopt, true, at(2026, 11, 23)).rots);
  Stage never = needs;
  never.rots_after_days = 0;
  CHECK_FALSE(rotting(never, at(2020, 1, 1), std::nullopt, false, at(2026, 11, 23)).rots);
  CHECK_FALSE(rotting(stage(pipe, "won"), at(2020, 1, 1), std::nullopt, false, at(2026, 11, 23)).rots);
}

TEST_CASE("P-4 refuses: more days than the limit since the later of entering and the last done activity") {
  const DefaultPipeline pipe = pipeline();
  const Rotting result = rotting(stage(pipe, "needs"), at(2026, 10, 1), at(2026, 10, 20), false, at(2026, 11, 11));
  CHECK(result.rots);
  CHECK(result.days == 22);
  CHECK(result.limit == 21);
}

TEST_CASE("P-5 accepts: the stage's probability until one is set by hand, and the weighted amount rounded half up") {
  const DefaultPipeline pipe = pipeline();
  Opportunity one = opportunity(pipe);
  CHECK(probability_of(one, stage(pipe, "negotiation")) == 65);
  CHECK_FALSE(weighted_amount(one, stage(pipe, "negotiation")));
  one.amount = dong(1);
  one.probability = 50;
  CHECK(probability_of(one, stage(pipe, "negotiation")) == 50);
  CHECK(weighted_amount(one, stage(pipe, "negotiation")) == dong(1));
  one.probability = 49;
  CHECK(weighted_amount(one, stage(pipe, "negotiation")) == dong(0));
  one.probability.reset();
  CHECK(probability_of(one, stage(pipe, "contract")) == 85);
}

TEST_CASE("P-5 refuses: a probability set by hand for one that is closed, or beyond 0 to 100") {
  const DefaultPipeline pipe = pipeline();
  Opportunity one = opportunity(pipe);
  one.probability = 60;
  CHECK(probability_of(one, stage(pipe, "won")) == 100);
  CHECK(probability_of(one, stage(pipe, "lost")) == 0);
  CHECK(check_field(*field_of(Entity::opportunity, "probability"), Value{std::int64_t{101}}).error().message.key == "error.percent");
}

TEST_CASE("P-9: the forecast category follows the stage until it is set, and a closed one is closed") {
  const DefaultPipeline pipe = pipeline();
  Opportunity one = opportunity(pipe);
  CHECK(forecast_of(one, stage(pipe, "contract")) == ForecastCategory::commit);
  one.forecast_category = "omitted";
  CHECK(forecast_of(one, stage(pipe, "contract")) == ForecastCategory::omitted);
  CHECK(forecast_of(one, stage(pipe, "won")) == ForecastCategory::closed);
}
