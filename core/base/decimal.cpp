#include "core/base/decimal.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace cohoi {
namespace {

constexpr std::size_t most_decimals = 9;
constexpr std::size_t most_digits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A mark followed by exactly three digits, and not behind a lonely zero, may group thousands.
bool may_group(std::string_view text, std::size_t at) {
  std::size_t digits = 0;
  while (at + 1 + digits < text.size() && is_digit(text[at + 1 + digits])) ++digits;
  return digits == 3 && at > 0 && text.substr(0, at) != "0";
}

}  // namespace

bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == point) continue;
    if (!is_digit(text[at]) || ++digits > most_digits) return false;
  }
  if (point == std::string_view::npos) return digits > 0;
  return point > 0 && point + 1 < text.size() && text.size() - point - 1 <= most_decimals;
}

std::optional<std::string> parse_decimal(std::string_view typed, Language language) {
  const char grouping = language == Language::vi ? '.' : ',';
  std::string text;
  for (const char c : typed)
    if (c != ' ') text += c;
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  const std::size_t last = text.find_last_of(".,");
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c != '.' && c != ',') {
      plain += c;
      continue;
    }
    const bool alone = text.find(c == '.' ? ',' : '.') == std::string::npos;
    const bool several = text.find(c) != text.rfind(c);
    if (several || !alone) {
      // Of two different marks the last one is the point.
      if (several || at != last) {
        if (!may_group(text, at)) return std::nullopt;
        continue;
      }
      plain += '.';
    } else if (c != grouping || !may_group(text, at)) {
      plain += '.';
    }
  }
  if (plain.find('.') != std::string::npos) {
    while (plain.back() == '0') plain.pop_back();
    if (plain.back() == '.') plain.pop_back();
  }
  if (negative && plain.find_first_not_of("0.") != std::string::npos) plain.insert(0, 1, '-');
  return is_decimal(plain) ? std::optional(plain) : std::nullopt;
}

std::int64_t decimal_millionths(std::string_view plain) {
  const bool negative = plain.starts_with('-');
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string digits(plain.substr(negative ? 1 : 0, point - (negative ? 1 : 0)));
  for (std::size_t at = point + 1; at <= point + 6; ++at) digits += at < plain.size() ? plain[at] : '0';
  std::int64_t number = std::numeric_limits<std::int64_t>::max();
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return negative ? -number : number;
}

std::string format_decimal(std::string_view plain, Language language) {
  std::string text;
  if (plain.starts_with('-')) {
    text = "-";
    plain.remove_prefix(1);
  }
  const std::size_t point = plain.find('.');
  const std::string_view whole = plain.substr(0, point);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) text += language == Language::vi ? '.' : ',';
    text += whole[i];
  }
  if (point != std::string_view::npos) {
    text += language == Language::vi ? ',' : '.';
    text += plain.substr(point + 1);
  }
  return text;
}

}  // namespace cohoi
