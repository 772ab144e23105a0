#include "core/app/models/activities_page.h"


#include "core/base/stable_order.h"
#include "core/base/when.h"
#include "core/store/list_query.h"

namespace cohoi::app {

namespace {

using store::Compare;
using store::Filter;
using store::ListQuery;

constexpr std::string_view view_names[] = {"todo", "done", "calendar", "list"};

Date first_of_month(Month month) { return Date::from_ymd(month.year(), month.month(), 1).value_or(Date{}); }
Date monday_of(Date day) { return Date{day.days + 1 - day.weekday()}; }

ListQuery query_of(Session& session, bool everybody, std::vector<Filter> filters, store::OrderKey order) {
  if (!everybody) filters.push_back({"owner_id", Compare::equals, {to_value(session.me().id)}});
  return {.entity = Entity::activity, .text = {}, .filters = std::move(filters), .order = {std::move(order)}};
}

Result<ActivityGroup> rows_of(Session& session, Names& names, const ListQuery& query, std::size_t limit) {
  COHOI_TRY(auto found, store::run(session.db(), query));
  ActivityGroup group;
  group.count = static_cast<std::int64_t>(found.size());
  if (found.size() > limit) found.resize(limit);
  COHOI_TRY(const auto activities, store::fetch<Activity>(session.db(), found));
  for (const auto& activity : activities) group.rows.push_back(activity_item(activity, names, session));
  return group;
}

Filter is_open(bool open) { return {"open", Compare::equals, {std::int64_t{open ? 1 : 0}}}; }
Filter from(const char* key, Timestamp time) { return {key, Compare::greater_or_equal, {time.ms}}; }
Filter before(const char* key, Timestamp time) { return {key, Compare::less, {time.ms}}; }

}  // namespace

ActivitiesPlace activities_place(const std::map<std::string, std::string>& query, Date today) {
  const auto said = [&](const char* key) {
    const auto found = query.find(key);
    return found == query.end() ? std::string() : found->second;
  };
  ActivitiesPlace place;
  place.day = today;
  for (std::size_t i = 0; i < std::size(view_names); ++i)
    if (said("view") == view_names[i]) place.view = static_cast<ActivitiesView>(i);
  if (const auto week = Date::parse_iso(said("week"))) {
    place.week = true;
    place.day = *week;
  } else if (const auto month = Month::parse_iso(said("month")); month && *month != Month::of(today)) {
    place.day = first_of_month(*month);
  }
  return place;
}

std::string address_of(const ActivitiesPlace& place) {
  std::string address = "#/activities?view=" + std::string(view_names[static_cast<std::size_t>(place.view)]);
  if (place.view != ActivitiesView::calendar) return address;
  return address + (place.week ? "&week=" + monday_of(place.day).to_iso() : "&month=" + Month::of(place.day).to_iso());
}

ActivitiesPlace turned(ActivitiesPlace place, int by) {
  if (place.week) place.day.days += 7 * by;
  else place.day = first_of_month(add_months(Month::of(place.day), by));
  return place;
}

Result<ActivitiesPage> activities_to_do(Session& session, Names& names, const ActivitiesRequest& request) {
  const Date today = session.clock().today();
  const auto start = [&](int days) { return Timestamp::at(Date{today.days + days}, 0, session.clock().utc_offset_minutes()); };
  const int next_monday = 8 - today.weekday();
  struct Part {
    const char* key;
    Message name;
    Tone tone;
    std::vector<Filter> filters;
  };
  const std::vector<Part> parts{{"overdue", msg("activities.overdue"), Tone::bad, {before("due_at", start(0))}},
                                {"today", msg("activities.today"), Tone::accent, {from("due_at", start(0)), before("due_at", start(1))}},
                                {"week", msg("activities.this_week"), Tone::neutral, {from("due_at", start(1)), before("due_at", start(next_monday))}},
                                {"later", msg("activities.later"), Tone::neutral, {from("due_at", start(next_monday))}},
                                {"none", msg("activity.no_date"), Tone::neutral, {{"due_at", Compare::is_empty, {}}}}};
  ActivitiesPage page;
  for (const auto& part : parts) {
    auto filters = part.filters;
    filters.push_back(is_open(true));
    COHOI_TRY(auto group, rows_of(session, names, query_of(session, request.everybody, std::move(filters), {"due_at", false}), request.limit));
    if (group.count == 0) continue;
    group.key = part.key;
    group.name = part.name;
    group.tone = part.tone;
    page.more = page.more || group.count > static_cast<std::int64_t>(group.rows.size());
    page.groups.push_back(std::move(group));
  }
  return page;
}

Result<ActivitiesPage> activities_done(Session& session, Names& names, const ActivitiesRequest& request) {
  COHOI_TRY(auto all, rows_of(session, names, query_of(session, request.everybody, {is_open(false)}, {"done_at", true}), request.limit));
  const auto& clock = session.clock();
  ActivitiesPage page;
  page.more = all.count > static_cast<std::int64_t>(all.rows.size());
  Date day;
  for (auto& row : all.rows) {
    if (page.groups.empty() || row.done_on != day) {
      day = row.done_on;
      page.groups.push_back({day.to_iso(), Label(format_day(day, clock.today(), session.language())), Tone::neutral, 0, {}});
    }
    ++page.groups.back().count;
    page.groups.back().rows.push_back(std::move(row));
  }
  return page;
}

Result<CalendarPage> calendar_page(Session& session, Names& names, const ActivitiesPlace& place, bool everybody) {
  const auto& clock = session.clock();
  const int offset = clock.utc_offset_minutes();
  CalendarPage page;
  page.week = place.week;
  page.month = Month::of(place.day);
  page.today = clock.today();
  page.now_minutes = minutes_of_day(clock.now(), offset);
  const Date first = place.week ? place.day : first_of_month(page.month);
  const Date last = place.week ? place.day : Date{first_of_month(add_months(page.month, 1)).days - 1};
  page.first = monday_of(first);
  const int days = monday_of(last).days + 7 - page.first.days;
  page.days.resize(static_cast<std::size_t>(days));
  page.title = place.week ? format_date(page.first, session.language()) + " – " + format_date(Date{page.first.days + 6}, session.language())
                          : format_long_month(page.month, session.language());
  const auto begin = Timestamp::at(page.first, 0, offset), end = Timestamp::at(Date{page.first.days + days}, 0, offset);
  const Filter no_note{"kind", Compare::not_equals, {Value("note")}};
  for (const bool planned : {true, false}) {
    const char* key = planned ? "due_at" : "done_at";
    std::vector<Filter> filters{from(key, begin), before(key, end), no_note};
    if (!planned) filters.push_back({"due_at", Compare::is_empty, {}});
    COHOI_TRY(auto group, rows_of(session, names, query_of(session, everybody, std::move(filters), {key, false}), 5000));
    for (auto& row : group.rows) {
      const int day = row.day.days - page.first.days;
      if (day >= 0 && day < days) page.days[static_cast<std::size_t>(day)].push_back(std::move(row));
    }
  }
  for (auto& day : page.days)
    stable_order(day, [](const ActivityItem& a, const ActivityItem& b) { return a.minutes < b.minutes; });
  return page;
}

}  // namespace cohoi::app
