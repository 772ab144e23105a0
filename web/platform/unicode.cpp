// core/base/unicode.h in the browser, which has the tables that natively come with utf8proc: 50 kB less of every first visit.
#include "core/base/unicode.h"

#include <array>
#include <cstddef>

extern "C" {
// web/js/base/unicode.js; not in js_bridge.h, because core/base is linked without the rest of the platform too.
int cohoi_unicode_kind(char32_t point);
int cohoi_unicode_letter(char32_t point);
char32_t cohoi_unicode_lower(char32_t point);
char32_t cohoi_unicode_upper(char32_t point);
int cohoi_unicode_normal(const char32_t* from, std::size_t size, char32_t* into, int composed);
}

namespace cohoi::unicode {
namespace {

constexpr char32_t beyond = 0x110000;
// No character comes apart into more than four.
constexpr std::size_t most_parts = 4;
// Imports ask for the kind of every letter; the browser is asked once for each of these.
constexpr char32_t remembered = 0x3000;

std::u32string normal(const char32_t* from, std::size_t size, bool composed) {
  std::u32string out(size * most_parts, U'\0');
  out.resize(static_cast<std::size_t>(cohoi_unicode_normal(from, size, out.data(), composed ? 1 : 0)));
  return out;
}

}  // namespace

Kind kind_of(char32_t code_point) {
  if (code_point >= beyond) return Kind::word;
  if (code_point >= remembered) return static_cast<Kind>(cohoi_unicode_kind(code_point));
  static std::array<std::uint8_t, remembered> kinds_plus_one{};
  std::uint8_t& known = kinds_plus_one[code_point];
  if (known == 0) known = static_cast<std::uint8_t>(cohoi_unicode_kind(code_point) + 1);
  return static_cast<Kind>(known - 1);
}

bool is_letter(char32_t code_point) { return code_point < beyond && cohoi_unicode_letter(code_point) != 0; }

char32_t to_lower(char32_t code_point) {
  if (code_point >= beyond) return code_point;
  if (code_point >= remembered) return cohoi_unicode_lower(code_point);
  static std::array<char16_t, remembered> small{};
  char16_t& known = small[code_point];
  if (known == 0 && code_point != 0) known = static_cast<char16_t>(cohoi_unicode_lower(code_point));
  return known;
}

char32_t to_upper(char32_t code_point) { return code_point < beyond ? cohoi_unicode_upper(code_point) : code_point; }

void decompose(char32_t code_point, std::u32string& out) {
  if (code_point < beyond)
    out += normal(&code_point, 1, false);
  else
    out.push_back(code_point);
}

void compose(std::u32string& text) {
  for (char32_t& c : text)
    if (c >= beyond) c = 0xFFFD;
  text = normal(text.data(), text.size(), true);
}

}  // namespace cohoi::unicode
