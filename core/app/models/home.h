// What is due, first of all what is overdue; what could move on today; the month's forecast and the funnel in one strip.
#pragma once

#include <string>
#include <vector>

#include "core/app/models/names.h"
#include "core/app/models/timeline.h"

namespace cohoi::app {

struct HomeRow {
  std::string title, address;
  Label second;
  Tone tone = Tone::neutral;
};

struct FunnelStep {
  Label name;
  std::string address;
  std::int64_t count = 0;
  std::string sum;
  double share = 0;  // of the largest
};

struct Home {
  bool empty = true;   // nothing in the product yet: three ways in
  std::vector<ActivityRow> overdue, today;
  std::vector<HomeRow> ready;         // leads that may be converted now (C-0)
  std::vector<HomeRow> lack_one;      // leads that lack one answer
  std::vector<HomeRow> rotting;       // P-4
  std::int64_t ready_count = 0, lack_one_count = 0;
  std::string forecast_month, forecast_weighted, forecast_amount;  // of open opportunities expected to close this month
  std::int64_t forecast_count = 0;
  std::vector<FunnelStep> funnel;     // leads, then the stages, then won
};

[[nodiscard]] Result<Home> home(Session& session, Names& names);

}  // namespace cohoi::app
