#include "core/app/models/home.h"

#include <algorithm>

#include "core/app/models/activity_item.h"
#include "core/app/models/board_totals.h"
#include "core/app/models/list_cells.h"
#include "core/domain/labels.h"
#include "core/store/home_rows.h"
#include "core/store/list_query.h"
#include "core/store/opportunity_rows.h"

namespace cohoi::app {

namespace {

constexpr int rows_shown = 6;
constexpr std::int64_t ms_a_day = 24 * 60 * 60 * 1000;

HomeDue due_rows(const store::FirstOf<Activity>& due, Session& session, Names& names) {
  HomeDue result{.rows = {}, .count = due.count};
  for (const auto& activity : due.first) {
    auto row = activity_row(activity, names, session);
    row.about_address = address_of_subject(activity);
    row.about = title_of(session, subject_of(activity));
    result.rows.push_back(std::move(row));
  }
  return result;
}

Status add_day(Home& home, Session& session, Names& names, OwnerId owner) {
  const auto& clock = session.clock();
  const auto now = clock.now();
  const auto tomorrow = Timestamp::at(Date{clock.today().days + 1}, 0, clock.utc_offset_minutes());
  auto& db = session.db();
  COHOI_TRY(const auto overdue, store::due_activities(db, owner, std::nullopt, now, rows_shown));
  COHOI_TRY(const auto today, store::due_activities(db, owner, now, tomorrow, rows_shown));
  home.overdue = due_rows(overdue, session, names);
  home.today = due_rows(today, session, names);
  home.due_address = address_of(Entity::activity);
  if (overdue.count + today.count > 0) return {};
  COHOI_TRY(const auto later, store::due_activities(db, owner, tomorrow, Timestamp{INT64_MAX}, 1));
  if (later.first.empty()) return {};
  const auto row = activity_row(later.first.front(), names, session);
  const Arg title = row.title.message.key.empty() ? Arg(row.title.text) : Arg(std::vector<Message>{row.title.message});
  home.next_due = msg("home.next_due", title, later.first.front().due_at->date(clock.utc_offset_minutes()));
  return {};
}

HomeRow lead_row(const Lead& lead, Label second) { return {title_of(lead), address_of(Entity::lead, lead.id.uuid), std::move(second)}; }

Status add_leads(Home& home, Session& session, OwnerId owner) {
  auto& db = session.db();
  COHOI_TRY(const auto ready, store::leads_ready(db, owner, session.settings(), rows_shown));
  home.ready = {.rows = {}, .count = ready.count, .address = address_of(Entity::lead)};
  for (const auto& lead : ready.first) home.ready.rows.push_back(lead_row(lead, Label(lead.interest)));
  COHOI_TRY(const auto lacking, store::leads_lacking_one(db, owner, rows_shown));
  home.lack_one = {.rows = {}, .count = lacking.count, .address = address_of(Entity::lead)};
  COHOI_TRY(const auto criteria, store::all<Criterion>(db));
  for (const auto& lead : lacking.first) {
    COHOI_TRY(const auto facts, store::lead_facts(db, lead.id));
    Label question;
    for (const auto& criterion : criteria)
      if (!facts.missing.empty() && criterion.key == facts.missing.front()) question = Label(criterion_question(criterion));
    home.lack_one.rows.push_back(lead_row(lead, std::move(question)));
  }
  return {};
}

struct Waiting {
  const store::OpportunityRow* row = nullptr;
  std::int64_t days = 0;
};

Status add_rotting(Home& home, Session& session, Names& names, std::vector<Waiting> waiting) {
  const auto longest = std::min<std::size_t>(waiting.size(), static_cast<std::size_t>(rows_shown));
  std::partial_sort(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(longest), waiting.end(),
                    [](const Waiting& a, const Waiting& b) { return std::pair(b.days, a.row->rid) < std::pair(a.days, b.row->rid); });
  home.rotting = {.rows = {}, .count = static_cast<std::int64_t>(waiting.size()), .address = address_of(Entity::opportunity)};
  for (std::size_t i = 0; i < longest; ++i) {
    COHOI_TRY(const auto opportunity, store::get(session.db(), waiting[i].row->id));
    const auto* stage = names.stage(opportunity.stage_id);
    if (stage)
      home.rotting.rows.push_back({title_of(opportunity), address_of(Entity::opportunity, opportunity.id.uuid),
                                   msg("home.rots", std::vector<Message>{stage_name(*stage)}, waiting[i].days)});
  }
  return {};
}

Status add_opportunities(Home& home, Session& session, Names& names, OwnerId owner) {
  const auto language = session.language();
  const auto now = session.clock().now();
  const auto today = session.clock().today();
  const auto month = Month::of(today);
  const auto new_year = Date::from_ymd(today.year(), 1, 1).value_or(today);
  std::int64_t limit = 0;
  for (const auto& stage : names.stages()) limit = std::max(limit, stage.rots_after_days);
  // A year back tells the days of those that wait for long; beyond that nobody counts.
  COHOI_TRY(const auto rows, store::opportunity_rows(session.db(), new_year, Timestamp{now.ms - std::max<std::int64_t>(limit + 1, 366) * ms_a_day}));

  struct Step { Totals sum; std::int64_t count = 0; };
  std::vector<Step> steps(names.stages().size());
  std::vector<Waiting> waiting;
  Totals amount, weighted;
  for (const auto& row : rows) {
    if (!owner.empty() && row.owner != owner) continue;
    const auto stage = std::find_if(names.stages().begin(), names.stages().end(), [&](const Stage& s) { return s.id == row.stage; });
    if (stage == names.stages().end()) continue;
    auto& step = steps[static_cast<std::size_t>(stage - names.stages().begin())];
    ++step.count;
    step.sum.add(row.amount);
    if (stage->kind != StageKind::open) continue;
    if (row.expected_close && Month::of(*row.expected_close) == month) {
      ++home.forecast_count;
      amount.add(row.amount);
      weighted.add(row.weighted);
    }
    if (!row.entered_at) continue;
    const auto rot = rotting(*stage, *row.entered_at, row.last_done, row.last_due && *row.last_due > now, now);
    if (rot.rots) waiting.push_back({&row, rot.days});
  }
  home.forecast_month = format_month(month, language);
  home.forecast_amount = amount.text(language);
  home.forecast_weighted = weighted.text(language);
  home.forecast_address = address_of(Entity::opportunity);
  COHOI_CHECK(add_rotting(home, session, names, std::move(waiting)));

  COHOI_TRY(const auto leads, store::open_leads(session.db(), owner));
  home.funnel.push_back({.name = msg("home.funnel_leads"), .address = address_of(Entity::lead), .count = leads});
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& stage = names.stages()[i];
    if (stage.kind == StageKind::lost) continue;
    const bool won = stage.kind == StageKind::won;
    home.funnel.push_back({.name = won ? Label(msg("home.funnel_won", std::to_string(today.year()))) : Label(stage_name(stage)),
                           .address = address_of(Entity::opportunity),
                           .count = steps[i].count,
                           .sum = steps[i].sum.text(language),
                           .tone = won ? Tone::good : Tone::accent});
  }
  std::int64_t largest = 1;
  for (const auto& step : home.funnel) largest = std::max(largest, step.count);
  for (auto& step : home.funnel) step.share = static_cast<double>(step.count) / static_cast<double>(largest);
  return {};
}

}  // namespace

Result<Home> home(Session& session, Names& names, OwnerId owner) {
  Home home;
  for (const auto entity : {Entity::lead, Entity::account, Entity::contact, Entity::opportunity}) {
    COHOI_TRY(const auto records, store::count(session.db(), entity));
    if (records > 0) home.empty = false;
  }
  if (home.empty) return home;
  COHOI_CHECK(add_day(home, session, names, owner));
  COHOI_CHECK(add_leads(home, session, owner));
  COHOI_CHECK(add_opportunities(home, session, names, owner));
  return home;
}

}  // namespace cohoi::app
