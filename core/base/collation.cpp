// Keys of three levels, each ended by the lowest byte: letters, then tones and marks, then case. All bytes are ASCII,
// so that a key may stand in a text column. Trailing lowest weights of a level are left out; that never changes the
// order, because the byte that follows is lower than any weight.
#include <array>
#include <cstdint>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"
#include "core/base/vietnamese_letters.h"

namespace cohoi {
namespace {

constexpr char level_end = 0x01;
constexpr char lowest = 0x02;
constexpr char space_weight = 0x02;
// Digits stand for themselves between symbols and letters.
constexpr char symbol_weight = 0x03;  // + place among the ASCII symbols, at most 32
constexpr char first_letter_weight = 0x40;
constexpr char other_symbol_weight = 0x2E;
constexpr char other_letter_weight = 0x70;  // + four bytes of the code point

// Place of each letter: a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z.
constexpr std::array<char, 26> make_letter_weights() {
  std::array<char, 26> weights{};
  int weight = first_letter_weight;
  for (int i = 0; i < 26; ++i) {
    weights[static_cast<std::size_t>(i)] = static_cast<char>(weight);
    const char letter = static_cast<char>('a' + i);
    if (letter == 'a' || letter == 'o') {
      weight += 3;
    } else if (letter == 'd' || letter == 'e' || letter == 'u') {
      weight += 2;
    } else {
      weight += 1;
    }
  }
  return weights;
}
constexpr std::array<char, 26> letter_weights = make_letter_weights();

struct Levels {
  std::string letters;
  std::string marks;
  std::string cases;

  void letter(char base, std::uint8_t variant, Tone tone, bool upper) {
    letters.push_back(
        static_cast<char>(letter_weights[static_cast<std::size_t>(base - 'a')] + static_cast<char>(variant)));
    marks.push_back(static_cast<char>(lowest + static_cast<char>(tone)));
    cases.push_back(static_cast<char>(upper ? lowest + 1 : lowest));
  }

  void ascii(char c) {
    if (c >= 'a' && c <= 'z') {
      letter(c, 0, Tone::ngang, false);
    } else if (c >= 'A' && c <= 'Z') {
      letter(static_cast<char>(c - 'A' + 'a'), 0, Tone::ngang, true);
    } else if (c >= '0' && c <= '9') {
      letters.push_back(c);
      marks.push_back(lowest);
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      letters.push_back(space_weight);
      marks.push_back(lowest);
    } else if (c > ' ' && c < 0x7F) {
      const int place = c < '0' ? c - '!' : c < 'A' ? c - ':' + 15 : c < 'a' ? c - '[' + 22 : c - '{' + 28;
      letters.push_back(static_cast<char>(symbol_weight + place));
      marks.push_back(lowest);
    }
  }

  // Six bits a byte, from 0x40 up.
  static void append_code_point(std::string& level, char32_t c) {
    for (int shift = 18; shift >= 0; shift -= 6)
      level.push_back(static_cast<char>(0x40U | ((c >> static_cast<unsigned>(shift)) & 0x3FU)));
  }

  void mark(char32_t c) {
    marks.push_back(static_cast<char>(lowest + 6));
    append_code_point(marks, c);
  }

  void other(char32_t c) {
    const char32_t small = unicode::to_lower(c);
    const bool word = unicode::kind_of(c) == unicode::Kind::word;
    letters.push_back(word ? other_letter_weight : other_symbol_weight);
    append_code_point(letters, small);
    marks.push_back(lowest);
    if (word) cases.push_back(static_cast<char>(small == c ? lowest : lowest + 1));
  }
};

Tone tone_of_mark(char32_t mark) {
  switch (mark) {
    case 0x300:
      return Tone::huyen;
    case 0x309:
      return Tone::hoi;
    case 0x303:
      return Tone::nga;
    case 0x301:
      return Tone::sac;
    case 0x323:
      return Tone::nang;
    default:
      return Tone::ngang;
  }
}

void add_general(Levels& levels, char32_t c, std::u32string& parts) {
  parts.clear();
  unicode::decompose(c, parts);
  for (const char32_t part : parts) {
    if (part < 0x80) {
      levels.ascii(static_cast<char>(part));
      continue;
    }
    switch (unicode::kind_of(part)) {
      case unicode::Kind::mark:
        // A tone on a letter that Vietnamese does not put it on (ñ, ś) still sorts as that tone.
        if (const Tone tone = tone_of_mark(part);
            tone != Tone::ngang && !levels.marks.empty() && levels.marks.back() == lowest)
          levels.marks.back() = static_cast<char>(lowest + static_cast<char>(tone));
        else
          levels.mark(part);
        break;
      case unicode::Kind::space:
        levels.ascii(' ');
        break;
      case unicode::Kind::hidden:
        break;
      case unicode::Kind::word:
      case unicode::Kind::other:
        levels.other(part);
        break;
    }
  }
}

bool needs_composing(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    if (c >= 0x300 && !(c >= 0x1E00 && c <= 0x1EFF) && !is_plain_punctuation(c)) return true;
  }
  return false;
}

void append_level(std::string& key, std::string_view level) {
  while (!level.empty() && level.back() == lowest) level.remove_suffix(1);
  key.append(level);
}

}  // namespace

std::string collation_key(std::string_view text) {
  Levels levels;
  levels.letters.reserve(text.size() * 3 + 2);
  levels.marks.reserve(text.size());
  levels.cases.reserve(text.size());
  if (utf8::is_ascii(text)) {
    for (const char c : text) levels.ascii(c);
  } else {
    std::string composed;
    if (needs_composing(text)) {
      composed = nfc(text);
      text = composed;
    }
    std::u32string parts;
    for (std::size_t i = 0; i < text.size();) {
      const char32_t c = utf8::next(text, i);
      if (c < 0x80)
        levels.ascii(static_cast<char>(c));
      else if (const VietnameseLetter letter = vietnamese_letter(c); letter.base != 0)
        levels.letter(letter.base, letter.variant, letter.tone, letter.upper);
      else if (is_plain_punctuation(c))
        levels.other(c);
      else
        add_general(levels, c, parts);
    }
  }
  std::string key = std::move(levels.letters);
  key.push_back(level_end);
  append_level(key, levels.marks);
  key.push_back(level_end);
  append_level(key, levels.cases);
  return key;
}

}  // namespace cohoi
