// The letters of Vietnamese taken apart: ASCII base, letter of the alphabet, tone and case. A table, so that folding and sorting
// 100,000 names need no general Unicode machinery.
#pragma once

#include <cstdint>

namespace cohoi {

// In the order of the alphabet.
enum class Tone : std::uint8_t { ngang, huyen, hoi, nga, sac, nang };

struct VietnameseLetter {
  char base = 0;              // a-z; 0 when the character is no marked Vietnamese letter
  std::uint8_t variant = 0;   // 0 plain, 1 ă đ ê ô ư, … : place among the letters of the same base (a ă â, o ô ơ)
  Tone tone = Tone::ngang;
  bool upper = false;
};

// Only letters outside ASCII are known here.
[[nodiscard]] VietnameseLetter vietnamese_letter(char32_t code_point);

}  // namespace cohoi
