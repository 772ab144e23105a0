#include "core/domain/figures.h"

#include <doctest/doctest.h>

using namespace cohoi;

namespace {

Date day(const char* text) { return Date::parse_iso(text).value(); }
std::string span_of(ReportPeriod period, const char* today) {
  const auto window = window_of(period, day(today));
  return window.first.to_iso() + " " + window.last.to_iso();
}

}  // namespace

TEST_CASE("periods are whole calendar months, quarters and years around today") {
  CHECK(span_of(ReportPeriod::this_month, "2026-11-24") == "2026-11-01 2026-11-30");
  CHECK(span_of(ReportPeriod::last_month, "2026-01-31") == "2025-12-01 2025-12-31");
  CHECK(span_of(ReportPeriod::this_quarter, "2026-11-24") == "2026-10-01 2026-12-31");
  CHECK(span_of(ReportPeriod::last_quarter, "2026-02-28") == "2025-10-01 2025-12-31");
  CHECK(span_of(ReportPeriod::this_year, "2024-02-29") == "2024-01-01 2024-12-31");
  CHECK(span_of(ReportPeriod::last_year, "2026-11-24") == "2025-01-01 2025-12-31");
  CHECK(span_of(ReportPeriod::last_12, "2026-11-24") == "2025-12-01 2026-11-30");
  CHECK(span_of(ReportPeriod::next_6, "2026-11-24") == "2026-11-01 2027-04-30");
  CHECK(months_of(window_of(ReportPeriod::last_12, day("2026-11-24"))).size() == 12);
}

TEST_CASE("sums keep currencies apart, and say when they no longer fit") {
  MoneySums sums;
  const auto usd = Currency::parse("USD").value();
  REQUIRE(sums.add({150, usd}));
  REQUIRE(sums.add({1'000'000, {}}));
  REQUIRE(sums.add({50, usd}));
  REQUIRE(sums.all().size() == 2);
  CHECK(sums.in(usd).minor == 200);
  CHECK(sums.in({}).minor == 1'000'000);
  CHECK(sums.in(Currency::parse("EUR").value()).minor == 0);
  CHECK_FALSE(sums.add({INT64_MAX, usd}));
}

TEST_CASE("mean and median are rounded half up; of two in the middle the median is between them") {
  CHECK(spread({}) == Spread{});
  CHECK(spread({7}) == Spread{1, 7, 7});
  CHECK(spread({4, 1}) == Spread{2, 3, 3});       // 2.5
  CHECK(spread({1, 100, 2}) == Spread{3, 34, 2});  // 34.33
  CHECK(spread({9, 1, 3, 2}) == Spread{4, 4, 3});  // 3.75, 2.5
}

TEST_CASE("whoever reached a later stage reached the earlier ones") {
  CHECK(reached({}, 3) == std::vector<std::int64_t>{0, 0, 0});
  CHECK(reached({-1, 0, 2, 2, 1}, 3) == std::vector<std::int64_t>{4, 3, 2});
}

TEST_CASE("an axis has at most five steps of 1, 2 or 5 times a power of ten") {
  CHECK(axis_step(0) == 1);
  CHECK(axis_step(5) == 1);
  CHECK(axis_step(6) == 2);
  CHECK(axis_step(10) == 2);
  CHECK(axis_step(11) == 5);
  CHECK(axis_step(26) == 10);
  CHECK(axis_step(4238) == 1000);
  for (std::int64_t largest = 1; largest < 2000; ++largest) CHECK((largest + axis_step(largest) - 1) / axis_step(largest) <= 5);
}
