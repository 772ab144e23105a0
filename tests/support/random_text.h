// Random texts for property tests: from everyday Vietnamese to broken bytes.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "tests/support/seeded_ids.h"

namespace cohoi::test {

// Vietnamese composed and decomposed, other scripts, punctuation, spaces, zero-width characters and marks that stand
// alone.
inline std::string random_text(SeededBits& bits, std::size_t most = 24) {
  constexpr std::u32string_view pool =
      U"aAbBdDeEoOuUyYzZ019 "
      U".,-_@+'"
      U"\"\t\nđĐăÂêÔơƯạẢữỆöñÇßøŁſİıΩΣςЖж中한각ไทยनिʻ₫€–…\u00A0\u200B\u2000\u2126\u212A\uFEFF\U0001F600\U0001D400";
  constexpr std::u32string_view marks =
      U"\u0300\u0301\u0302\u0303\u0306\u0309\u0323\u031B\u0308\u0338\u0345\u0344\u0E38";
  std::string text;
  for (std::uint64_t i = bits.below(most); i > 0; --i) {
    const std::uint64_t kind = bits.below(20);
    if (kind == 0) {
      utf8::append(text, static_cast<char32_t>(bits.below(0x110000)));
    } else if (kind < 5) {
      utf8::append(text, marks[static_cast<std::size_t>(bits.below(marks.size()))]);
    } else {
      utf8::append(text, pool[static_cast<std::size_t>(bits.below(pool.size()))]);
    }
  }
  return text;
}

inline std::string random_bytes(SeededBits& bits, std::size_t most = 24) {
  std::string text;
  for (std::uint64_t i = bits.below(most); i > 0; --i)
    text.push_back(static_cast<char>(static_cast<std::uint8_t>(bits.below(256))));
  return text;
}

}  // namespace cohoi::test
