#include "core/base/text.h"

#include <algorithm>

#include "core/base/unicode.h"
#include "core/base/utf8.h"

namespace cohoi {
namespace {

// Characters that are their own NFC form and never combine with the one before: all of Latin with Vietnamese, and the
// punctuation and currency signs up to the Ohm sign. Enough to skip normalising nearly every text people store here.
constexpr bool surely_composed(char32_t c) {
  return c < 0x300 || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x20CF);
}

void normalise(std::u32string& text) {
  if (std::all_of(text.begin(), text.end(), surely_composed)) return;
  std::u32string parts;
  parts.reserve(text.size() * 2);
  for (const char32_t c : text) unicode::decompose(c, parts);
  unicode::compose(parts);
  text = std::move(parts);
}

constexpr bool is_ascii_space(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

bool is_blank(char32_t c) {
  if (c < 0x80) return is_ascii_space(static_cast<char>(c));
  const auto kind = unicode::kind_of(c);
  return kind == unicode::Kind::space || c == 0x200B || c == 0xFEFF;
}

bool is_zero_width(char32_t c) { return c == 0x200B || c == 0xFEFF; }

// Nearly every text is as it should be: Latin letters with single blanks between them. False says nothing.
bool surely_tidy(std::string_view text) {
  char32_t before = U' ';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    const bool letter = (c > 0x20 && c < 0x7F) || (c >= 0xC0 && c < 0x300) || (c >= 0x1E00 && c <= 0x1EFF);
    if (!letter && (c != U' ' || before == U' ')) return false;
    before = c;
  }
  return before != U' ' || text.empty();
}

}  // namespace

std::string nfc(std::string_view text) {
  if (utf8::is_ascii(text)) return std::string(text);
  std::u32string points = utf8::to_utf32(text);
  normalise(points);
  return utf8::to_utf8(points);
}

std::string tidy(std::string_view text) {
  if (surely_tidy(text)) return std::string(text);
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    if (is_zero_width(c)) continue;
    if (!is_blank(c))
      out.push_back(c);
    else if (!out.empty() && out.back() != U' ')
      out.push_back(U' ');
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  normalise(out);
  return utf8::to_utf8(out);
}

bool is_tidy(std::string_view text) { return surely_tidy(text) || text == tidy(text); }

std::string tidy_long(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    if (c == U'\r') {
      if (i < text.size() && text[i] == '\n') ++i;
      out.push_back(U'\n');
    } else if (c == U'\n' || c == U'\t' || (c >= 0x20 && c != 0x7F && !is_zero_width(c))) {
      out.push_back(c);
    }
  }
  while (!out.empty() && is_blank(out.back())) out.pop_back();
  normalise(out);
  return utf8::to_utf8(out);
}

namespace {

std::string lower_general(std::string_view text) {
  std::u32string points = utf8::to_utf32(text);
  normalise(points);
  for (char32_t& c : points) c = unicode::to_lower(c);
  normalise(points);
  return utf8::to_utf8(points);
}

}  // namespace

std::string lower(std::string_view text) {
  if (utf8::is_ascii(text)) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    const char32_t small = unicode::to_lower(c);
    if (!surely_composed(c) || !surely_composed(small)) return lower_general(text);
    utf8::append(out, small);
  }
  return out;
}

std::vector<std::string> words(std::string_view folded) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', i), folded.size());
    if (end > i) out.emplace_back(folded.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

std::size_t utf16_length(std::string_view text) {
  if (utf8::is_ascii(text)) return text.size();
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size();) length += utf8::next(text, i) > 0xFFFF ? 2U : 1U;
  return length;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  if (utf8::is_ascii(text)) return text;
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (is_blank(utf8::next(text, i))) continue;
    begin = std::min(begin, start);
    end = i;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view{};
}

bool is_ascii_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace cohoi
