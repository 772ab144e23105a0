#include <algorithm>

#include "core/domain/stage_rules.h"

namespace cohoi {
namespace {

constexpr std::int64_t ms_of_second = 1000;
constexpr std::int64_t ms_of_day = 24 * 60 * 60 * ms_of_second;

}  // namespace

Rotting rotting(const Stage& stage, Timestamp entered_at, std::optional<Timestamp> last_done, bool future_activity_planned, Timestamp now) {
  const Timestamp since = last_done ? std::max(entered_at, *last_done) : entered_at;
  Rotting result;
  result.days = std::max<std::int64_t>(0, now.ms - since.ms) / ms_of_day;
  result.limit = stage.rots_after_days;
  result.rots = stage.kind == StageKind::open && result.limit > 0 && !future_activity_planned && result.days > result.limit;
  return result;
}

std::vector<StageTime> time_in_stages(std::span<const StageVisit> visits, Timestamp now) {
  std::vector<StageTime> times;
  for (const StageVisit& visit : visits) {
    if (!visit.entered_at) continue;
    auto found = std::find_if(times.begin(), times.end(), [&](const StageTime& one) { return one.stage_id == visit.stage_id; });
    if (found == times.end()) found = times.insert(times.end(), StageTime{.stage_id = visit.stage_id});
    const Timestamp end = visit.left_at.value_or(now);
    found->seconds += std::max<std::int64_t>(0, end.ms - visit.entered_at->ms) / ms_of_second;
    ++found->visits;
  }
  return times;
}

int probability_of(const Opportunity& opportunity, const Stage& stage) {
  const bool by_hand = opportunity.probability && stage.kind == StageKind::open;
  return static_cast<int>(std::clamp<std::int64_t>(by_hand ? *opportunity.probability : stage.probability, 0, 100));
}

std::optional<Money> weighted_amount(const Opportunity& opportunity, const Stage& stage) {
  if (!opportunity.amount) return std::nullopt;
  return percent_of(*opportunity.amount, probability_of(opportunity, stage));
}

ForecastCategory forecast_of(const Opportunity& opportunity, const Stage& stage) {
  if (stage.kind != StageKind::open) return stage.forecast_category;
  return enum_named<ForecastCategory>(opportunity.forecast_category).value_or(stage.forecast_category);
}

}  // namespace cohoi
