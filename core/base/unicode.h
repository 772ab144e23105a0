// The few facts about Unicode characters the core needs: from utf8proc natively, from the browser in wasm (web/platform).
#pragma once

#include <cstdint>
#include <string>

namespace cohoi::unicode {

// The numbers cross to web/js/base/unicode.js.
enum class Kind : std::uint8_t {
  word,    // letters, digits and marks that take room of their own
  mark,    // nonspacing marks: tones, accents
  space,   // white space and controls that part words
  hidden,  // takes no room and parts nothing: zero-width characters, byte order mark, soft hyphen
  other,   // punctuation and symbols
};

[[nodiscard]] Kind kind_of(char32_t code_point);
[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] char32_t to_lower(char32_t code_point);
[[nodiscard]] char32_t to_upper(char32_t code_point);

// Appends the full canonical decomposition of one character.
void decompose(char32_t code_point, std::u32string& out);
// Canonical order and composition of a text of decomposed characters.
void compose(std::u32string& text);

}  // namespace cohoi::unicode
