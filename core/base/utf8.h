// UTF-8 one code point at a time. Damage never stops anybody: each maximal broken part reads as one U+FFFD (the WHATWG
// rule).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cohoi::utf8 {

inline constexpr char32_t replacement = 0xFFFD;

// Reads the code point at `position` and moves past it. `position` must be below text.size().
[[nodiscard]] char32_t next(std::string_view text, std::size_t& position);
// Surrogates and values beyond U+10FFFF are written as U+FFFD.
void append(std::string& out, char32_t code_point);
[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace cohoi::utf8
