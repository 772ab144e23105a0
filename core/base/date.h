// Calendar days, months and instants. Days and months have no time zone; instants are UTC milliseconds.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cohoi {

struct Date {
  std::int32_t days = 0;  // since 1970-01-01

  [[nodiscard]] static std::optional<Date> from_ymd(int year, int month, int day);
  [[nodiscard]] static std::optional<Date> parse_iso(std::string_view text);  // 2026-11-23
  [[nodiscard]] std::string to_iso() const;
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;  // 1-12
  [[nodiscard]] int day() const;
  [[nodiscard]] int weekday() const;  // ISO: 1 Monday … 7 Sunday
  auto operator<=>(const Date&) const = default;
};

struct Month {
  std::int32_t months = 0;  // since 1970-01

  [[nodiscard]] static std::optional<Month> from_ym(int year, int month);
  [[nodiscard]] static std::optional<Month> parse_iso(std::string_view text);  // 2026-11
  [[nodiscard]] static Month of(Date date);
  [[nodiscard]] std::string to_iso() const;
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;  // 1-12
  auto operator<=>(const Month&) const = default;
};

struct Timestamp {
  std::int64_t ms = 0;  // since 1970-01-01T00:00Z

  // The day it falls on at an offset from UTC.
  [[nodiscard]] Date date(int utc_offset_minutes) const;
  [[nodiscard]] static Timestamp at(Date date, int minutes_of_day, int utc_offset_minutes);
  [[nodiscard]] std::string to_iso() const;  // 2026-11-23T21:35:00.000Z
  auto operator<=>(const Timestamp&) const = default;
};

enum class DateOrder : std::uint8_t { day_first, month_first };

// Reads what people type or files hold: 23/11/2026, 23-11-2026, 23.11.2026, 2026-11-23, "15 Apr, 2021 00:03:00", "23 Nov 2026",
// "23 thg 11 2026". A time behind the date is ignored. `order` decides 3/4/2021.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text, DateOrder order = DateOrder::day_first);
// 11/2026, 2026-11, "Nov 2026", "tháng 11 2026", or a whole date.
[[nodiscard]] std::optional<Month> parse_month(std::string_view text);
// A date with an optional time "15 Apr, 2021 00:03:00", "2021-04-15 23:03:00", ISO 8601; midnight when none. Local to the offset
// unless the text names a zone.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text, int utc_offset_minutes,
                                                       DateOrder order = DateOrder::day_first);
[[nodiscard]] Month add_months(Month month, int count);

}  // namespace cohoi
