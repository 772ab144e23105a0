#include "core/base/locale.h"

#include <doctest/doctest.h>

#include <limits>

using namespace cohoi;

namespace {
Money money(const char* code, std::int64_t minor) { return {minor, *Currency::parse(code)}; }
}  // namespace

TEST_CASE("locale: money in Vietnamese and English") {
  CHECK(format_money(money("VND", 1'234'567), Language::vi) == "1.234.567 ₫");
  CHECK(format_money(money("VND", 1'234'567), Language::en) == "₫1,234,567");
  CHECK(format_money(money("USD", 123'450), Language::en) == "$1,234.50");
  CHECK(format_money(money("USD", 123'450), Language::vi) == "1.234,50 US$");
  CHECK(format_money(money("EUR", 5), Language::vi) == "0,05 €");
  CHECK(format_money(money("CHF", 100'000), Language::en) == "CHF 1,000.00");
  CHECK(format_money(money("CHF", 100'000), Language::vi) == "1.000,00 CHF");
  CHECK(format_money(money("USD", -123'450), Language::en) == "-$1,234.50");
  CHECK(format_money(money("VND", -999), Language::vi) == "-999 ₫");
  CHECK(format_money(money("VND", std::numeric_limits<std::int64_t>::min()), Language::en) ==
        "-₫9,223,372,036,854,775,808");
}

TEST_CASE("locale: short money for heads and axes") {
  const auto vi = [](std::int64_t minor) { return format_money_short(money("VND", minor), Language::vi); };
  const auto en = [](std::int64_t minor) { return format_money_short(money("VND", minor), Language::en); };
  CHECK(vi(1'200'000'000) == "1,2 tỷ ₫");
  CHECK(en(1'200'000'000) == "₫1.2B");
  CHECK(vi(350'000'000) == "350 tr ₫");
  CHECK(vi(1'000'000) == "1 tr ₫");
  CHECK(vi(12'500) == "12,5 nghìn ₫");
  CHECK(vi(999) == "999 ₫");
  CHECK(vi(0) == "0 ₫");
  CHECK(vi(999'499) == "999 nghìn ₫");
  CHECK(en(999'500) == "₫1M");
  CHECK(en(999'999'999) == "₫1B");
  CHECK(vi(2'500'000'000'000) == "2,5 nghìn tỷ ₫");
  CHECK(en(-1'250'000) == "-₫1.3M");
  CHECK(en(9'223'372'036'854'775'807) == "₫9,223,372T");
  CHECK(format_money_short(money("USD", 3'420'900), Language::en) == "$34.2K");
  CHECK(format_money_short(money("USD", 99'950), Language::en) == "$1K");
  CHECK(format_money_short(money("USD", 1'250), Language::en) == "$13");
}

TEST_CASE("locale: numbers and percentages") {
  CHECK(format_number(1'234'567, Language::vi) == "1.234.567");
  CHECK(format_number(-1'000, Language::en) == "-1,000");
  CHECK(format_number(std::numeric_limits<std::int64_t>::min(), Language::en) == "-9,223,372,036,854,775,808");
  CHECK(format_percent(1, 3, Language::vi) == "33,3%");
  CHECK(format_percent(2, 3, Language::en) == "66.7%");
  CHECK(format_percent(1, 1, Language::en) == "100.0%");
  CHECK(format_percent(-1, 8, Language::en) == "-12.5%");
  CHECK(format_percent(-1, 100'000, Language::en) == "0.0%");
  CHECK(format_percent(5, 0, Language::vi) == "–");
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(format_percent(most / 4, most, Language::en) == "25.0%");
}

TEST_CASE("locale: dates, months and times") {
  const Date date = *Date::from_ymd(2026, 3, 4);
  CHECK(format_date(date, Language::vi) == "04/03/2026");
  CHECK(format_date(date, Language::en) == "4 Mar 2026");
  CHECK(format_date(*Date::from_ymd(2026, 11, 23), Language::vi) == "23/11/2026");
  CHECK(format_month(Month::of(date), Language::vi) == "03/2026");
  CHECK(format_month(Month::of(date), Language::en) == "Mar 2026");
  const Timestamp time = Timestamp::at(date, 9 * 60 + 5, 7 * 60);
  CHECK(format_timestamp(time, 7 * 60, Language::vi) == "04/03/2026 09:05");
  CHECK(format_timestamp(time, 0, Language::en) == "4 Mar 2026 02:05");
  CHECK(format_timestamp(Timestamp{-1}, 0, Language::en) == "31 Dec 1969 23:59");
}

TEST_CASE("locale: a money field shows digits and separators only") {
  CHECK(money_for_field(money("VND", 1'234'567), Language::vi) == "1.234.567");
  CHECK(money_for_field(money("USD", 123'450), Language::en) == "1,234.50");
  CHECK(money_for_field(money("USD", -5), Language::vi) == "-0,05");
}
