#include "core/app/models/home.h"

#include <algorithm>

#include "core/app/models/record_list.h"
#include "core/app/models/list_shapes.h"

namespace cohoi::app {

namespace {

constexpr std::size_t rows_shown = 6;

using store::Compare;
using store::Filter;
using store::ListQuery;

template <class T>
Result<std::vector<T>> first_of(Session& session, const ListQuery& query, std::size_t limit, std::int64_t* total = nullptr) {
  COHOI_TRY(auto rows, store::run(session.db(), query));
  if (total) *total = static_cast<std::int64_t>(rows.size());
  if (rows.size() > limit) rows.resize(limit);
  return store::fetch<T>(session.db(), rows);
}

std::string sums(const std::vector<Money>& amounts, Language language) {
  std::string joined;
  for (const auto& amount : amounts) joined += (joined.empty() ? "" : " + ") + format_money_short(amount, language);
  return joined;
}

Status add_day(Home& home, Session& session, Names& names) {
  const auto& clock = session.clock();
  const auto day_end = Timestamp::at(Date{clock.today().days + 1}, 0, clock.utc_offset_minutes());
  const ListQuery query{.entity = Entity::activity,
                        .text = {},
                        .filters = {{"open", Compare::equals, {std::int64_t{1}}}, {"due_at", Compare::less, {day_end.ms}}},
                        .order = {{"due_at", false}}};
  COHOI_TRY(const auto due, first_of<Activity>(session, query, 4 * rows_shown));
  for (const auto& activity : due) {
    auto row = activity_row(activity, names, session);
    row.about_address = address_of_subject(activity);
    row.about = !activity.account_id.empty() ? names.account(activity.account_id) : names.contact(activity.contact_id);
    auto& list = row.overdue ? home.overdue : home.today;
    if (list.size() < rows_shown) list.push_back(std::move(row));
  }
  return {};
}

Filter open_lead() { return {"status", Compare::one_of, {Value("new"), Value("working"), Value("nurturing")}}; }

Status add_leads(Home& home, Session& session) {
  const ListQuery qualified{.entity = Entity::lead,
                            .text = {},
                            .filters = {open_lead(), {"verdict", Compare::equals, {Value("qualified")}}},
                            .order = {{"score", true}}};
  COHOI_TRY(const auto leads, first_of<Lead>(session, qualified, 10 * rows_shown, nullptr));
  for (const auto& lead : leads) {
    if (!session.can_execute(ConvertLead{lead.id, {}})) continue;
    ++home.ready_count;
    if (home.ready.size() < rows_shown)
      home.ready.push_back({title_of(lead), address_of(Entity::lead, lead.id.uuid), Label(lead.interest), Tone::good});
  }
  const ListQuery incomplete{.entity = Entity::lead,
                             .text = {},
                             .filters = {open_lead(), {"verdict", Compare::equals, {Value("incomplete")}}},
                             .order = {{"score", true}}};
  COHOI_TRY(const auto candidates, first_of<Lead>(session, incomplete, 10 * rows_shown));
  for (const auto& lead : candidates) {
    COHOI_TRY(const auto facts, store::lead_facts(session.db(), lead.id));
    if (facts.missing.size() != 1) continue;
    ++home.lack_one_count;
    if (home.lack_one.size() < rows_shown)
      home.lack_one.push_back({title_of(lead), address_of(Entity::lead, lead.id.uuid),
                               msg("home.lacks", std::vector<Message>{msg("criterion." + facts.missing.front())}), Tone::warning});
  }
  return {};
}

Status add_rotting(Home& home, Session& session, Names& names) {
  const auto now = session.clock().now();
  const ListQuery open{.entity = Entity::opportunity,
                       .text = {},
                       .filters = {{"stage_kind", Compare::equals, {Value("open")}}},
                       .order = {{"entered_at", false}}};
  COHOI_TRY(const auto oldest, first_of<Opportunity>(session, open, 5 * rows_shown));
  for (const auto& opportunity : oldest) {
    if (home.rotting.size() == rows_shown) break;
    const auto* stage = names.stage(opportunity.stage_id);
    COHOI_TRY(const auto visits, store::find_by<StageVisit>(session.db(), "opportunity_id", to_value(opportunity.id)));
    const auto visit = std::find_if(visits.begin(), visits.end(), [](const StageVisit& v) { return !v.left_at && v.entered_at; });
    if (!stage || visit == visits.end()) continue;
    std::optional<Timestamp> last_done;
    bool planned = false;
    COHOI_TRY(const auto activities, activities_of(session, Entity::opportunity, opportunity.id.uuid));
    for (const auto& activity : activities) {
      if (activity.done_at && (!last_done || *activity.done_at > *last_done)) last_done = activity.done_at;
      planned |= !activity.done_at && activity.due_at && *activity.due_at > now;
    }
    const auto rot = rotting(*stage, *visit->entered_at, last_done, planned, now);
    if (rot.rots)
      home.rotting.push_back({title_of(opportunity), address_of(Entity::opportunity, opportunity.id.uuid),
                              msg("home.rots", std::vector<Message>{stage_name(*stage)}, rot.days), Tone::warning});
  }
  return {};
}

Status add_figures(Home& home, Session& session, Names& names) {
  const auto language = session.language();
  const auto month = Month::of(session.clock().today());
  const auto next = add_months(month, 1);
  const auto first_day = [](Month m) { return Date::from_ymd(m.year(), m.month(), 1).value_or(Date{}).to_iso(); };
  home.forecast_month = format_month(month, language);
  const ListQuery this_month{.entity = Entity::opportunity,
                             .text = {},
                             .filters = {{"stage_kind", Compare::equals, {Value("open")}},
                                         {"expected_close", Compare::greater_or_equal, {Value(first_day(month))}},
                                         {"expected_close", Compare::less, {Value(first_day(next))}}},
                             .order = {}};
  COHOI_TRY(const auto forecast, store::group(session.db(), this_month, "stage_kind"));
  for (const auto& group : forecast) {
    home.forecast_count += group.count;
    home.forecast_amount = sums(group.sums, language);
    home.forecast_weighted = sums(group.weighted, language);
  }

  COHOI_TRY(const auto open_leads, store::count(session.db(), ListQuery{.entity = Entity::lead, .text = {}, .filters = {open_lead()}, .order = {}}));
  home.funnel.push_back({msg("home.funnel_leads"), address_of(Entity::lead), open_leads, {}, 0});
  COHOI_TRY(const auto stages, store::group(session.db(), ListQuery{.entity = Entity::opportunity, .text = {}, .filters = {}, .order = {}}, "stage_id"));
  for (const auto& stage : names.stages()) {
    if (stage.kind == StageKind::lost) continue;
    FunnelStep step{Label(stage_name(stage)), address_of(Entity::opportunity), 0, {}, 0};
    for (const auto& group : stages)
      if (group.group == to_value(stage.id)) {
        step.count = group.count;
        step.sum = sums(group.sums, language);
      }
    home.funnel.push_back(std::move(step));
  }
  std::int64_t largest = 1;
  for (const auto& step : home.funnel) largest = std::max(largest, step.count);
  for (auto& step : home.funnel) step.share = static_cast<double>(step.count) / static_cast<double>(largest);
  return {};
}

}  // namespace

Result<Home> home(Session& session, Names& names) {
  Home home;
  for (const auto entity : {Entity::lead, Entity::account, Entity::contact, Entity::opportunity}) {
    COHOI_TRY(const auto records, store::count(session.db(), entity));
    if (records > 0) home.empty = false;
  }
  if (home.empty) return home;
  COHOI_CHECK(add_day(home, session, names));
  COHOI_CHECK(add_leads(home, session));
  COHOI_CHECK(add_rotting(home, session, names));
  COHOI_CHECK(add_figures(home, session, names));
  return home;
}

}  // namespace cohoi::app
