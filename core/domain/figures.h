// The arithmetic of the reports (DOMAIN.md "Figures"): windows of days, sums of money, means and medians, stages ever reached.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/enums.h"

namespace cohoi {

// Whole local days, both ends included.
struct Window {
  Date first, last;
  bool operator==(const Window&) const = default;
};

enum class ReportPeriod : std::uint8_t { this_month, last_month, this_quarter, last_quarter, this_year, last_year, last_12, next_6, all, custom };
template <>
struct EnumNames<ReportPeriod> {
  static constexpr std::array<std::string_view, 10> names{"this_month", "last_month", "this_quarter", "last_quarter", "this_year",
                                                          "last_year",  "last_12",    "next_6",       "all",          "custom"};
};

// Calendar months, quarters and years; the last 12 months are this one and the eleven before, the next 6 this one and the five after.
// `all` and `custom` have no window of their own: from 1970 to 2199.
[[nodiscard]] Window window_of(ReportPeriod period, Date today);
[[nodiscard]] Date first_day(Month month);
[[nodiscard]] Date last_day(Month month);
// The months the window touches, in order.
[[nodiscard]] std::vector<Month> months_of(Window window);

// One sum a currency; currencies are never added to each other.
class MoneySums {
 public:
  // Fails with invalid when a sum no longer fits.
  [[nodiscard]] Status add(Money money);
  [[nodiscard]] Money in(Currency currency) const;  // 0 when there is none
  [[nodiscard]] const std::vector<Money>& all() const { return sums_; }  // in order of the code

 private:
  std::vector<Money> sums_;
};

// Mean and median, rounded half up; of an even number the median is the middle of the two in the middle.
struct Spread {
  std::int64_t n = 0, mean = 0, median = 0;
  bool operator==(const Spread&) const = default;
};
[[nodiscard]] Spread spread(std::vector<std::int64_t> values);

// How many reached each of `steps` steps, when each of `furthest` came to that step (-1: to none): a later step implies the earlier.
[[nodiscard]] std::vector<std::int64_t> reached(const std::vector<int>& furthest, std::size_t steps);

// The step of an axis from 0 that has at most five marks: 1, 2 or 5 times a power of ten.
[[nodiscard]] std::int64_t axis_step(std::int64_t largest);

}  // namespace cohoi
