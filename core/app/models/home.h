// What is due, first of all what is overdue; what could move on today; the month's forecast and the funnel in one strip. Of one owner or
// of everybody.
#pragma once

#include <string>
#include <vector>

#include "core/app/models/names.h"
#include "core/app/models/timeline.h"

namespace cohoi::app {

struct HomeRow {
  std::string title, address;
  Label second;
};

// The first few of something, how many there are, and the address of the list that holds them all.
struct HomeList {
  std::vector<HomeRow> rows;
  std::int64_t count = 0;
  std::string address;
};

struct HomeDue {
  std::vector<ActivityRow> rows;
  std::int64_t count = 0;
};

struct FunnelStep {
  Label name;
  std::string address;
  std::int64_t count = 0;
  std::string sum;
  double share = 0;  // of the largest
  Tone tone = Tone::accent;
};

struct Home {
  bool empty = true;   // nothing in the product yet: three ways in
  HomeDue overdue, today;
  std::string due_address;
  Label next_due;      // what comes after today, when nothing is due; empty = nothing is planned
  HomeList ready;      // leads that may be converted now (C-0)
  HomeList lack_one;   // leads that lack one answer, with its question
  HomeList rotting;    // P-4, the longest first
  std::string forecast_month, forecast_weighted, forecast_amount, forecast_address;  // of open opportunities expected to close this month
  std::int64_t forecast_count = 0;
  std::vector<FunnelStep> funnel;  // leads, then the stages, then what was won this year
};

// `owner` empty: of everybody.
[[nodiscard]] Result<Home> home(Session& session, Names& names, OwnerId owner);

}  // namespace cohoi::app
