#include "core/base/date.h"

#include <doctest/doctest.h>

#include <limits>

#include "tests/support/seeded_ids.h"

using namespace cohoi;

TEST_CASE("date: the calendar is strict") {
  CHECK(Date::from_ymd(2024, 2, 29));
  CHECK(Date::from_ymd(2000, 2, 29));
  CHECK_FALSE(Date::from_ymd(2023, 2, 29));
  CHECK_FALSE(Date::from_ymd(1900, 2, 29));
  CHECK_FALSE(Date::from_ymd(2026, 4, 31));
  CHECK_FALSE(Date::from_ymd(2026, 0, 1));
  CHECK_FALSE(Date::from_ymd(2026, 13, 1));
  CHECK_FALSE(Date::from_ymd(2026, 1, 0));
  CHECK_FALSE(Date::from_ymd(0, 1, 1));
  CHECK_FALSE(Date::from_ymd(10'000, 1, 1));
}

TEST_CASE("date: known days") {
  CHECK(Date::from_ymd(1970, 1, 1)->days == 0);
  CHECK(Date::from_ymd(2026, 11, 23)->days == 20780);
  CHECK(Date{20780}.to_iso() == "2026-11-23");
  CHECK(Date{20780}.weekday() == 1);
  CHECK(Date{0}.weekday() == 4);
  CHECK(Date{-1}.weekday() == 3);
}

TEST_CASE("date: every day of 800 years goes to parts and text and back, weekdays in turn") {
  int weekday = Date{-146'097}.weekday();
  for (std::int32_t days = -146'097; days <= 146'097; ++days) {
    const Date date{days};
    const bool same = Date::from_ymd(date.year(), date.month(), date.day()) == date &&
                      Date::parse_iso(date.to_iso()) == date && date.weekday() == weekday &&
                      Month::of(date).year() == date.year() && Month::of(date).month() == date.month();
    REQUIRE(same);
    weekday = weekday % 7 + 1;
  }
}

TEST_CASE("date: ISO text is read strictly") {
  for (const char* text :
       {"", "2026-11-3", "2026/11/03", "2026-02-30", "20261103", "2026-11-03 ", "-026-11-03", "2026-1a-03"})
    CHECK_FALSE(Date::parse_iso(text));
}

TEST_CASE("date: no number of days is out of reach") {
  for (const std::int32_t days : {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()}) {
    CHECK_FALSE(Date{days}.to_iso().empty());
    CHECK_FALSE(Month::of(Date{days}).to_iso().empty());
    CHECK(Timestamp::at(Date{days}, 0, 0).date(0) == Date{days});
  }
}

TEST_CASE("month: parts, text and sums") {
  CHECK(Month::from_ym(1970, 1)->months == 0);
  CHECK(Month::parse_iso("2026-11") == Month::from_ym(2026, 11));
  CHECK(Month::from_ym(2026, 11)->to_iso() == "2026-11");
  CHECK_FALSE(Month::parse_iso("2026-13"));
  CHECK_FALSE(Month::parse_iso("2026-1"));
  CHECK(add_months(*Month::from_ym(2026, 11), 2) == Month::from_ym(2027, 1));
  CHECK(add_months(*Month::from_ym(1970, 1), -1) == Month::from_ym(1969, 12));
  CHECK(add_months(Month{std::numeric_limits<std::int32_t>::max()}, 5).months ==
        std::numeric_limits<std::int32_t>::max());
  for (int months = -4800; months <= 4800; ++months) REQUIRE(Month::parse_iso(Month{months}.to_iso()) == Month{months});
}

TEST_CASE("instant: the day depends on the offset") {
  const auto late = Timestamp::at(*Date::from_ymd(2026, 11, 23), 17 * 60, 0);
  CHECK(late.to_iso() == "2026-11-23T17:00:00.000Z");
  CHECK(late.date(0).to_iso() == "2026-11-23");
  CHECK(late.date(7 * 60).to_iso() == "2026-11-24");
  CHECK(Timestamp{-1}.date(0).to_iso() == "1969-12-31");
  CHECK(Timestamp{-1}.to_iso() == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("instant: ISO text of any instant of 800 years is read back") {
  test::SeededBits bits(19);
  constexpr std::int64_t span = std::int64_t{146'097} * 86'400'000;
  for (int i = 0; i < 20'000; ++i) {
    const Timestamp time{static_cast<std::int64_t>(bits.below(2 * static_cast<std::uint64_t>(span))) - span};
    REQUIRE(parse_timestamp(time.to_iso(), 7 * 60) == time);
    const int offset = static_cast<int>(bits.below(28 * 60)) - 14 * 60;
    const Date date = time.date(offset);
    REQUIRE(Timestamp::at(date, 0, offset) <= time);
    REQUIRE(time < Timestamp::at(Date{date.days + 1}, 0, offset));
  }
}

TEST_CASE("instant: the ends of 64 bits do not overflow") {
  for (const std::int64_t ms : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    CHECK_FALSE(Timestamp{ms}.to_iso().empty());
    CHECK(Timestamp{ms}.date(14 * 60) == Timestamp{ms}.date(-14 * 60));
  }
}
