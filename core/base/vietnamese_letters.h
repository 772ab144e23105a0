// The letters of Vietnamese taken apart: ASCII base, letter of the alphabet, tone and case. A table, so that folding
// and sorting 100,000 names need no general Unicode machinery.
#pragma once

#include <cstdint>

namespace cohoi {

// In the order of the alphabet.
enum class Tone : std::uint8_t { ngang, huyen, hoi, nga, sac, nang };

struct VietnameseLetter {
  char base = 0;             // a-z; 0 when the character is no marked Vietnamese letter
  std::uint8_t variant = 0;  // place among the letters of one base: a 0, ă 1, â 2; d 0, đ 1; o 0, ô 1, ơ 2
  Tone tone = Tone::ngang;
  bool upper = false;
};

// Only letters outside ASCII are known here.
[[nodiscard]] VietnameseLetter vietnamese_letter(char32_t code_point);

}  // namespace cohoi
