// A month or a week of days with what lies on them. A grid in the mirror: a cell a day, named by its date; arrows walk the days, PageUp
// and PageDown turn the page, Enter asks for the day. What lies on a day are buttons inside its cell; Shift and an arrow moves one to
// another day, and so does dragging it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "web/ui/theme.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

struct CalendarItem {
  std::string key;
  std::string label;
  std::string clock;      // "09:00", empty = the whole day
  std::string name;       // accessible; begins with what is seen
  Icon icon = nullptr;
  Tone tone = Tone::accent;
  bool done = false;      // struck through, and stays where it is
  int minutes = 0;        // of the day; 0 = the whole day
};

struct CalendarDay {
  Date date;
  std::string name;       // "Friday, 27 Nov 2026, 2 activities"
  bool outside = false;   // of another month
  std::vector<CalendarItem> items;
};

struct Calendar {
  std::string name;                        // of the grid
  std::vector<std::string> weekdays;       // heads: seven, Monday first
  std::vector<std::string> weekday_names;  // the same in full
  std::vector<CalendarDay> days;           // whole weeks
  Date today, chosen;                      // chosen: where the keyboard comes in
  bool hours = false;                      // one week, by the hour
  int now_minutes = 0;                     // of today's line
  bool dots = false;                       // on a phone: marks instead of items
  float css_height = 0.0F;                 // 0 = what remains of the page
};

struct CalendarEvents {
  std::optional<Date> day;        // a day was pressed
  int minutes = 0;                // … at this hour
  std::optional<Date> all_of;     // its items that found no room
  std::optional<std::string> item;
  std::optional<Date> go_to;      // the keyboard left the page for this day
  struct Move { std::string item; Date to; std::optional<int> minutes; };  // without minutes its hour stays
  std::optional<Move> moved;
};

[[nodiscard]] CalendarEvents calendar(std::string_view key, const Calendar& look);

}  // namespace cohoi::ui
