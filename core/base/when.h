// A moment as people say it near today: "Hôm nay 09:00", "Ngày mai", "Thứ Sáu 27/11 14:30"; "Today 09:00", "Tomorrow", "Fri 27 Nov 14:30".
// Midnight stands for the whole day and is not written.
#pragma once

#include <string>

#include "core/base/locale.h"

namespace cohoi {

[[nodiscard]] std::string format_day(Date day, Date today, Language language);  // with the year when it is not today's
[[nodiscard]] std::string format_clock(int minutes_of_day);                     // 09:05
[[nodiscard]] std::string format_when(Timestamp time, Date today, int utc_offset_minutes, Language language);
[[nodiscard]] std::string weekday_name(int weekday, Language language);         // 1 Monday … 7 Sunday: Thứ Hai · Monday
[[nodiscard]] std::string weekday_short(int weekday, Language language);        // T2 · Mon
[[nodiscard]] std::string format_long_day(Date day, Language language);         // Thứ Sáu, 27/11/2026 · Friday, 27 Nov 2026
[[nodiscard]] std::string format_long_month(Month month, Language language);    // Tháng 12 năm 2026 · December 2026

[[nodiscard]] int minutes_of_day(Timestamp time, int utc_offset_minutes);

}  // namespace cohoi
