#include "core/base/when.h"

#include <doctest/doctest.h>

using namespace cohoi;

TEST_CASE("a moment near today is said as people say it") {
  const Date today = *Date::parse_iso("2026-11-24");
  const auto said = [&](const char* day, int minutes, Language language) {
    return format_when(Timestamp::at(*Date::parse_iso(day), minutes, 420), today, 420, language);
  };
  CHECK(said("2026-11-24", 540, Language::vi) == "Hôm nay 09:00");
  CHECK(said("2026-11-24", 540, Language::en) == "Today 09:00");
  CHECK(said("2026-11-25", 0, Language::vi) == "Ngày mai");
  CHECK(said("2026-11-23", 870, Language::en) == "Yesterday 14:30");
  CHECK(said("2026-11-27", 870, Language::vi) == "Thứ Sáu 27/11 14:30");
  CHECK(said("2026-12-05", 0, Language::en) == "Sat 5 Dec");
  CHECK(said("2027-01-05", 545, Language::vi) == "05/01/2027 09:05");
  CHECK(said("2025-01-05", 0, Language::en) == "5 Jan 2025");
}

TEST_CASE("days and months have their names") {
  CHECK(format_long_day(*Date::parse_iso("2026-11-27"), Language::vi) == "Thứ Sáu, 27/11/2026");
  CHECK(format_long_day(*Date::parse_iso("2026-11-29"), Language::en) == "Sunday, 29 Nov 2026");
  CHECK(format_long_month(*Month::parse_iso("2026-12"), Language::vi) == "Tháng 12 năm 2026");
  CHECK(format_long_month(*Month::parse_iso("2026-12"), Language::en) == "December 2026");
  CHECK(weekday_short(7, Language::vi) == "CN");
  CHECK(weekday_short(1, Language::vi) == "T2");
  CHECK(minutes_of_day(Timestamp{-1}, 0) == 1439);
}
