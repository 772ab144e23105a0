#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"
#include "core/base/vietnamese_letters.h"

namespace cohoi {
namespace {

// What one ASCII character folds to; a space parts words.
constexpr char fold_ascii(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return ' ';
}

template <class String>
void append_parted(String& out, typename String::value_type c) {
  if (c != ' ') {
    out.push_back(c);
  } else if (!out.empty() && out.back() != ' ') {
    out.push_back(c);
  }
}

template <class String>
void drop_last_space(String& out) {
  if (!out.empty() && out.back() == ' ') out.pop_back();
}

void fold_other(char32_t c, std::u32string& out, std::u32string& parts) {
  parts.clear();
  unicode::decompose(c, parts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] < 0x80) {
      append_parted(out, static_cast<char32_t>(fold_ascii(static_cast<char>(parts[i]))));
      continue;
    }
    switch (unicode::kind_of(parts[i])) {
      case unicode::Kind::word: {
        const char32_t small = unicode::to_lower(parts[i]);
        out.push_back(small == U'đ' ? U'd' : small);
        break;
      }
      case unicode::Kind::space:
      case unicode::Kind::other:
        append_parted(out, U' ');
        break;
      case unicode::Kind::mark:
      case unicode::Kind::hidden:
        break;
    }
  }
}

// For texts with characters that are neither ASCII nor Vietnamese; `done` is what was folded before the first of them.
std::string fold_general(std::string_view done, std::string_view rest) {
  std::u32string out = utf8::to_utf32(done);
  std::u32string parts;
  bool composable = false;
  for (std::size_t i = 0; i < rest.size();) {
    const char32_t c = utf8::next(rest, i);
    if (c < 0x80) {
      append_parted(out, static_cast<char32_t>(fold_ascii(static_cast<char>(c))));
    } else if (const VietnameseLetter letter = vietnamese_letter(c); letter.base != 0) {
      out.push_back(static_cast<char32_t>(letter.base));
    } else {
      const std::size_t before = out.size();
      fold_other(c, out, parts);
      for (std::size_t k = before; k < out.size(); ++k) composable = composable || out[k] >= 0x80;
    }
  }
  drop_last_space(out);
  // Hangul and some Indic vowels come apart without a mark being dropped; they are put together again.
  if (composable) unicode::compose(out);
  return utf8::to_utf8(out);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = utf8::next(text, i);
    if (c < 0x80) {
      append_parted(out, fold_ascii(static_cast<char>(c)));
    } else if (const VietnameseLetter letter = vietnamese_letter(c); letter.base != 0) {
      out.push_back(letter.base);
    } else if (is_plain_punctuation(c)) {  // the dash in every lead's title
      append_parted(out, ' ');
    } else if (c < 0x300 || c > 0x36F) {  // combining marks of decomposed Vietnamese are simply dropped
      return fold_general(out, text.substr(start));
    }
  }
  drop_last_space(out);
  return out;
}

}  // namespace cohoi
