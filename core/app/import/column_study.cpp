#include "core/app/import/column_study.h"

#include <array>

#include "core/base/text.h"

namespace cohoi::app {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The first two numbers of a date written in numbers with the year last: 3/4/2021. Zeros when it is written otherwise.
std::array<int, 2> leading_pair(std::string_view text) {
  std::array<int, 2> pair{};
  std::size_t at = 0;
  for (int& number : pair) {
    std::size_t digits = 0;
    for (; at < text.size() && is_digit(text[at]); ++at, ++digits) {
      if (digits == 2) return {};
      number = number * 10 + (text[at] - '0');
    }
    if (digits == 0 || at >= text.size() || (text[at] != '/' && text[at] != '-' && text[at] != '.')) return {};
    ++at;
  }
  return at < text.size() && is_digit(text[at]) ? pair : std::array<int, 2>{};
}

}  // namespace

void DateStudy::see(std::string_view text) {
  const std::string_view clean = trim(text);
  const auto [first, second] = leading_pair(clean);
  if (first == 0 || second == 0) return;
  if (first > 12 && second <= 12) ++day_first_;
  else if (second > 12 && first <= 12) ++month_first_;
  else if (first != second && first <= 12) {
    if (either_++ == 0) example_ = std::string(clean);
  }
}

void MoneyStudy::see(std::string_view text) {
  const std::string_view clean = trim(text);
  if (clean.empty()) return;
  bool digits_only = true;
  std::size_t last_sign = std::string_view::npos, last_digit = std::string_view::npos;
  bool dot = false, comma = false;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    if (is_digit(c)) {
      last_digit = i;
    } else if (c == '.' || c == ',') {
      (c == '.' ? dot : comma) = true;
      last_sign = i;
    } else if (c != '-' && c != ' ') {
      digits_only = false;
    }
  }
  if (digits_only) ++plain_;
  if (last_sign == std::string_view::npos || last_digit == std::string_view::npos || last_digit < last_sign) return;
  const std::size_t behind = last_digit - last_sign;
  if (behind != 3 || (dot && comma)) ++(clean[last_sign] == '.' ? dot_ : comma_);
}

std::string MoneyStudy::normal(std::string_view text) const {
  if ((dot_ > 0) == (comma_ > 0)) return std::string(text);
  const char decimal = dot_ > 0 ? '.' : ',';
  std::string out;
  for (const char c : text) {
    if (c == decimal) out += '.';
    else if (c != '.' && c != ',') out += c;
  }
  return out;
}

}  // namespace cohoi::app
