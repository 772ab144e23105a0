#include "core/base/date.h"

#include <algorithm>
#include <limits>

#include "core/base/civil.h"
#include "core/base/padded.h"
#include "core/base/text.h"

namespace cohoi {
namespace {

constexpr std::int64_t ms_of_minute = 60'000;
constexpr std::int64_t ms_of_day = 86'400'000;
constexpr int last_year = 9999;

std::int32_t clamped(std::int64_t value) {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, std::numeric_limits<std::int32_t>::min(),
                                                            std::numeric_limits<std::int32_t>::max()));
}

std::string year_text(std::int64_t year) {
  const std::string digits = padded(static_cast<std::uint64_t>(year < 0 ? -year : year), 4);
  return year < 0 ? "-" + digits : digits;
}

std::string two(int number) { return padded(static_cast<std::uint64_t>(number), 2); }

// Exactly the digits of `text`; -1 when there is anything else.
int number_of(std::string_view text) {
  if (!is_ascii_digits(text)) return -1;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < 1 || year > last_year || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
    return std::nullopt;
  return Date{static_cast<std::int32_t>(days_of({year, month, day}))};
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return from_ymd(number_of(text.substr(0, 4)), number_of(text.substr(5, 2)), number_of(text.substr(8, 2)));
}

std::string Date::to_iso() const {
  const Civil civil = civil_of(days);
  return year_text(civil.year) + "-" + two(civil.month) + "-" + two(civil.day);
}

int Date::year() const { return static_cast<int>(civil_of(days).year); }
int Date::month() const { return civil_of(days).month; }
int Date::day() const { return civil_of(days).day; }

int Date::weekday() const {
  const std::int64_t since_monday = std::int64_t{days} + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday - floor_div(since_monday, 7) * 7) + 1;
}

std::optional<Month> Month::from_ym(int year, int month) {
  if (year < 1 || year > last_year || month < 1 || month > 12) return std::nullopt;
  return Month{(year - 1970) * 12 + month - 1};
}

std::optional<Month> Month::parse_iso(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  return from_ym(number_of(text.substr(0, 4)), number_of(text.substr(5, 2)));
}

Month Month::of(Date date) {
  const Civil civil = civil_of(date.days);
  return Month{clamped((civil.year - 1970) * 12 + civil.month - 1)};
}

std::string Month::to_iso() const { return year_text(year()) + "-" + two(month()); }
int Month::year() const { return static_cast<int>(1970 + floor_div(months, 12)); }
int Month::month() const { return static_cast<int>(months - floor_div(months, 12) * 12) + 1; }

Month add_months(Month month, int count) { return Month{clamped(std::int64_t{month.months} + count)}; }

Date Timestamp::date(int utc_offset_minutes) const {
  const std::int64_t utc_days = floor_div(ms, ms_of_day);
  const std::int64_t local_ms_of_day = floor_mod(ms, ms_of_day) + utc_offset_minutes * ms_of_minute;
  return Date{clamped(utc_days + floor_div(local_ms_of_day, ms_of_day))};
}

Timestamp Timestamp::at(Date date, int minutes_of_day, int utc_offset_minutes) {
  return Timestamp{date.days * ms_of_day + (std::int64_t{minutes_of_day} - utc_offset_minutes) * ms_of_minute};
}

std::string Timestamp::to_iso() const {
  const std::int64_t days = floor_div(ms, ms_of_day);
  const auto rest = static_cast<int>(floor_mod(ms, ms_of_day));
  const Civil civil = civil_of(days);
  return year_text(civil.year) + "-" + two(civil.month) + "-" + two(civil.day) + "T" + two(rest / 3'600'000) + ":" +
         two(rest / 60'000 % 60) + ":" + two(rest / 1000 % 60) + "." +
         padded(static_cast<std::uint64_t>(rest % 1000), 3) + "Z";
}

}  // namespace cohoi
