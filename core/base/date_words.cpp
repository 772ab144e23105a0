#include "core/base/date_words.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"

namespace cohoi {
namespace {

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

constexpr std::array<std::string_view, 12> english_months{"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

constexpr std::array<std::string_view, 7> english_weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};

struct Numeral {
  std::string_view word;
  int value;
};

constexpr std::array<Numeral, 13> numerals{{{"mot", 1},
                                            {"gieng", 1},
                                            {"hai", 2},
                                            {"ba", 3},
                                            {"tu", 4},
                                            {"bon", 4},
                                            {"nam", 5},
                                            {"sau", 6},
                                            {"bay", 7},
                                            {"tam", 8},
                                            {"chin", 9},
                                            {"muoi", 10},
                                            {"chap", 12}}};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  const std::u32string points = utf8::to_utf32(tidy(text));
  std::vector<DateToken> tokens;
  for (std::size_t i = 0; i < points.size();) {
    DateToken token;
    if (is_digit(points[i])) {
      token.kind = DateToken::Kind::number;
      for (; i < points.size() && is_digit(points[i]); ++i) {
        token.value = token.digits < 9 ? token.value * 10 + static_cast<int>(points[i] - U'0') : -1;
        ++token.digits;
      }
      if (token.digits > 9) token.value = -1;
    } else if (unicode::kind_of(points[i]) == unicode::Kind::word) {
      token.kind = DateToken::Kind::word;
      const std::size_t start = i;
      while (i < points.size() && !is_digit(points[i]) && unicode::kind_of(points[i]) == unicode::Kind::word) ++i;
      token.word = fold(utf8::to_utf8(std::u32string_view(points).substr(start, i - start)));
    } else {
      token.sign = points[i++];
      if (unicode::kind_of(token.sign) == unicode::Kind::space) continue;
      if (token.sign == U'–' || token.sign == U'−') token.sign = U'-';
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

int english_month(std::string_view folded) {
  if (folded == "sept") return 9;
  for (std::size_t i = 0; i < english_months.size(); ++i)
    if (folded == english_months[i] || folded == english_months[i].substr(0, 3)) return static_cast<int>(i) + 1;
  return 0;
}

int vietnamese_month_number(std::string_view folded) {
  const auto found =
      std::find_if(numerals.begin(), numerals.end(), [&](const Numeral& numeral) { return numeral.word == folded; });
  return found == numerals.end() ? 0 : found->value;
}

bool is_english_weekday(std::string_view folded) {
  return folded == "tues" || folded == "thur" || folded == "thurs" ||
         std::any_of(english_weekdays.begin(), english_weekdays.end(),
                     [&](std::string_view day) { return folded == day || folded == day.substr(0, 3); });
}

bool is_vietnamese_weekday_number(std::string_view folded) {
  const int number = vietnamese_month_number(folded);
  return number >= 2 && number <= 7;
}

}  // namespace cohoi
