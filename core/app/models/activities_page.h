// The activities screen: what is to do, in the order it presses; what was done; and where on the screen one is.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/app/models/activity_item.h"

namespace cohoi::app {

enum class ActivitiesView : std::uint8_t { to_do, done, calendar, list };

// Which part of the screen an address means: "#/activities?view=calendar&month=2026-12" or "…&week=2026-11-23".
struct ActivitiesPlace {
  ActivitiesView view = ActivitiesView::to_do;
  bool week = false;  // of the calendar; else the month
  Date day;           // any day of that month or week
  bool operator==(const ActivitiesPlace&) const = default;
};
[[nodiscard]] ActivitiesPlace activities_place(const std::map<std::string, std::string>& query, Date today);
[[nodiscard]] std::string address_of(const ActivitiesPlace& place);

struct ActivitiesRequest {
  bool everybody = false;      // else only mine
  std::size_t limit = 50;      // rows shown of a group
  bool operator==(const ActivitiesRequest&) const = default;
};

struct ActivityGroup {
  std::string key;             // language-free
  Label name;
  Tone tone = Tone::neutral;
  std::int64_t count = 0;      // of all, shown or not
  std::vector<ActivityItem> rows;
};

struct ActivitiesPage {
  std::vector<ActivityGroup> groups;  // none empty
  bool more = false;                  // some group has more rows than shown
};

// Overdue, today, this week, later, without a date. Overdue are those of past days; of today's, those whose hour has passed say so.
[[nodiscard]] Result<ActivitiesPage> activities_to_do(Session& session, Names& names, const ActivitiesRequest& request);
// The latest first, a group for each day.
[[nodiscard]] Result<ActivitiesPage> activities_done(Session& session, Names& names, const ActivitiesRequest& request);

struct CalendarPage {
  bool week = false;
  std::string title;                            // "December 2026"
  Month month;
  Date first;                                   // a Monday
  std::vector<std::vector<ActivityItem>> days;  // whole weeks; within a day whole-day ones first, then by the hour
  Date today;
  int now_minutes = 0;
};
// What is or was planned for its days, and what was done without a plan. Notes are no appointments.
[[nodiscard]] Result<CalendarPage> calendar_page(Session& session, Names& names, const ActivitiesPlace& place, bool everybody);
// The same place some months or weeks on.
[[nodiscard]] ActivitiesPlace turned(ActivitiesPlace place, int by);

}  // namespace cohoi::app
