// How values are written in each language: 1.234.567 ₫ and 23/11/2026 in Vietnamese, ₫1,234,567 and 23 Nov 2026 in English.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/date.h"
#include "core/base/money.h"

namespace cohoi {

enum class Language : std::uint8_t { vi, en };

[[nodiscard]] std::string format_money(Money money, Language language);
[[nodiscard]] std::string format_money_short(Money money, Language language);  // 1,2 tỷ ₫ / ₫1.2B, for heads and axes
[[nodiscard]] std::string format_number(std::int64_t number, Language language);
[[nodiscard]] std::string format_percent(std::int64_t numerator, std::int64_t denominator, Language language);  // one decimal; "–" for 0
[[nodiscard]] std::string format_date(Date date, Language language);
[[nodiscard]] std::string format_month(Month month, Language language);  // 11/2026 · Nov 2026
[[nodiscard]] std::string format_timestamp(Timestamp time, int utc_offset_minutes, Language language);  // date and 24-hour time
[[nodiscard]] std::string money_for_field(Money money, Language language);  // digits and separators without the sign, as typed

}  // namespace cohoi
