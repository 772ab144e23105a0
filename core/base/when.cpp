#include "core/base/when.h"

#include <array>
#include <string_view>

#include "core/base/civil.h"
#include "core/base/padded.h"

namespace cohoi {
namespace {

constexpr std::array<std::string_view, 7> weekdays_vi{"Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"};
constexpr std::array<std::string_view, 7> weekdays_en{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months_en{"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};

std::string_view near_day(int days, bool vi) {
  if (days == 0) return vi ? "Hôm nay" : "Today";
  if (days == 1) return vi ? "Ngày mai" : "Tomorrow";
  return days == -1 ? vi ? "Hôm qua" : "Yesterday" : "";
}

}  // namespace

int minutes_of_day(Timestamp time, int utc_offset_minutes) {
  return static_cast<int>(floor_mod(floor_div(time.ms, 60'000) + utc_offset_minutes, 24 * 60));
}

std::string format_clock(int minutes_of_day) {
  const auto minutes = static_cast<std::uint64_t>(minutes_of_day);
  return padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2);
}

std::string weekday_name(int weekday, Language language) {
  return std::string((language == Language::vi ? weekdays_vi : weekdays_en)[static_cast<std::size_t>(weekday - 1)]);
}

std::string weekday_short(int weekday, Language language) {
  if (language == Language::vi) return weekday == 7 ? "CN" : "T" + std::to_string(weekday + 1);
  return weekday_name(weekday, language).substr(0, 3);
}

std::string format_day(Date day, Date today, Language language) {
  const bool vi = language == Language::vi;
  if (const auto near = near_day(day.days - today.days, vi); !near.empty()) return std::string(near);
  if (day.year() != today.year()) return format_date(day, language);
  const std::string date = vi ? format_date(day, language).substr(0, 5) : std::to_string(day.day()) + " " + std::string(months_en[static_cast<std::size_t>(day.month() - 1)].substr(0, 3));
  return (vi ? weekday_name(day.weekday(), language) : weekday_short(day.weekday(), language)) + " " + date;
}

std::string format_when(Timestamp time, Date today, int utc_offset_minutes, Language language) {
  const int minutes = minutes_of_day(time, utc_offset_minutes);
  const std::string day = format_day(time.date(utc_offset_minutes), today, language);
  return minutes == 0 ? day : day + " " + format_clock(minutes);
}

std::string format_long_day(Date day, Language language) { return weekday_name(day.weekday(), language) + ", " + format_date(day, language); }

std::string format_long_month(Month month, Language language) {
  if (language == Language::vi) return "Tháng " + std::to_string(month.month()) + " năm " + std::to_string(month.year());
  return std::string(months_en[static_cast<std::size_t>(month.month() - 1)]) + " " + std::to_string(month.year());
}

}  // namespace cohoi
