// Plain decimals as texts ("-25400.5"): exact, at most 18 digits, nine of them behind the point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/locale.h"

namespace cohoi {

[[nodiscard]] bool is_decimal(std::string_view text);
// What is typed ("25.400,5" in Vietnamese, "25,400.5" in English) as a plain decimal; nothing when it is none. One mark before three
// digits groups thousands where that is the language's way.
[[nodiscard]] std::optional<std::string> parse_decimal(std::string_view typed, Language language);
// Rounded towards zero; for comparing. At the ends of its range when it does not fit.
[[nodiscard]] std::int64_t decimal_millionths(std::string_view plain);
[[nodiscard]] std::string format_decimal(std::string_view plain, Language language);

}  // namespace cohoi
