#include "core/domain/figures.h"

#include <algorithm>

#include "core/base/civil.h"

namespace cohoi {
namespace {

Window months(Month first, int count) { return {first_day(first), last_day(add_months(first, count - 1))}; }

std::int64_t rounded(std::int64_t sum, std::int64_t parts) { return floor_div(2 * sum + parts, 2 * parts); }

}  // namespace

Date first_day(Month month) { return Date::from_ymd(month.year(), month.month(), 1).value_or(Date{}); }
Date last_day(Month month) { return Date{first_day(add_months(month, 1)).days - 1}; }

Window window_of(ReportPeriod period, Date today) {
  const Month now = Month::of(today);
  const Month quarter = add_months(now, -((now.month() - 1) % 3));
  const Month year = add_months(now, 1 - now.month());
  switch (period) {
    case ReportPeriod::this_month: return months(now, 1);
    case ReportPeriod::last_month: return months(add_months(now, -1), 1);
    case ReportPeriod::this_quarter: return months(quarter, 3);
    case ReportPeriod::last_quarter: return months(add_months(quarter, -3), 3);
    case ReportPeriod::this_year: return months(year, 12);
    case ReportPeriod::last_year: return months(add_months(year, -12), 12);
    case ReportPeriod::last_12: return months(add_months(now, -11), 12);
    case ReportPeriod::next_6: return months(now, 6);
    case ReportPeriod::all:
    case ReportPeriod::custom: break;
  }
  return months(Month{}, (2199 - 1970 + 1) * 12);
}

std::vector<Month> months_of(Window window) {
  std::vector<Month> list;
  for (Month month = Month::of(window.first); month <= Month::of(window.last); month = add_months(month, 1)) list.push_back(month);
  return list;
}

Status MoneySums::add(Money money) {
  const auto at = std::lower_bound(sums_.begin(), sums_.end(), money, [](const Money& a, const Money& b) { return a.currency.code() < b.currency.code(); });
  if (at == sums_.end() || at->currency != money.currency) {
    sums_.insert(at, money);
    return {};
  }
  const auto sum = cohoi::add(*at, money);
  if (!sum) return fail(ErrorCode::invalid, msg("store.sum_too_large"));
  *at = *sum;
  return {};
}

Money MoneySums::in(Currency currency) const {
  for (const Money& sum : sums_)
    if (sum.currency == currency) return sum;
  return {0, currency};
}

Spread spread(std::vector<std::int64_t> values) {
  Spread result{.n = static_cast<std::int64_t>(values.size())};
  if (values.empty()) return result;
  std::int64_t sum = 0;
  for (const std::int64_t value : values) sum += value;
  result.mean = rounded(sum, result.n);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  result.median = values.size() % 2 == 1 ? *middle : rounded(*middle + *std::max_element(values.begin(), middle), 2);
  return result;
}

std::vector<std::int64_t> reached(const std::vector<int>& furthest, std::size_t steps) {
  std::vector<std::int64_t> counts(steps, 0);
  for (const int step : furthest)
    if (step >= 0 && static_cast<std::size_t>(step) < steps) ++counts[static_cast<std::size_t>(step)];
  for (std::size_t i = steps; i > 1; --i) counts[i - 2] += counts[i - 1];
  return counts;
}

std::int64_t axis_step(std::int64_t largest) {
  constexpr std::int64_t most_marks = 5;
  std::int64_t step = 1;
  while (largest / step > most_marks || (largest / step == most_marks && largest % step != 0)) {
    const std::int64_t leading = [step] {
      std::int64_t digit = step;
      while (digit >= 10) digit /= 10;
      return digit;
    }();
    step = leading == 2 ? step / 2 * 5 : step * 2;
    if (step > largest) break;
  }
  return step;
}

}  // namespace cohoi
