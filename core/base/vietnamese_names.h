// What Vietnamese names are made of: family names, and syllables as the language allows them.
#pragma once

#include <string_view>

namespace cohoi {

// One word in any case, with all its marks or with none.
[[nodiscard]] bool is_vietnamese_family_name(std::string_view word);
// Whether a folded word can be one syllable of Vietnamese: initial, vowels, final ("nguyen", "thi"; not "john",
// "blanc").
[[nodiscard]] bool is_vietnamese_syllable(std::string_view folded);
// Folded given names of English that could be syllables by their spelling: ben, tim, tom …
[[nodiscard]] bool is_english_given_name(std::string_view folded);

}  // namespace cohoi
