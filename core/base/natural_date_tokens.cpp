#include "core/base/natural_date_tokens.h"

#include <array>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"

namespace cohoi::natural {
namespace {

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) {
  const auto kind = unicode::kind_of(c);
  return !is_digit(c) && (kind == unicode::Kind::word || kind == unicode::Kind::mark);
}

struct Numeral { std::string_view word; int value; };
constexpr std::array<Numeral, 29> numerals{{{"một", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"tư", 4}, {"năm", 5}, {"sáu", 6}, {"bảy", 7},
                                            {"bẩy", 7}, {"tám", 8}, {"chín", 9}, {"mười", 10}, {"vài", 3}, {"a", 1}, {"an", 1}, {"one", 1},
                                            {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8},
                                            {"nine", 9}, {"ten", 10}, {"couple", 2}, {"few", 3}, {"eleven", 11}, {"twelve", 12}}};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t end_before = 0;
  for (std::size_t at = 0; at < text.size();) {
    Token token;
    token.begin = at;
    std::size_t next = at;
    const char32_t first = utf8::next(text, next);
    const auto take_while = [&](auto&& fits) {
      for (at = next; at < text.size(); at = next)
        if (!fits(utf8::next(text, next))) break;
    };
    if (is_digit(first)) {
      token.kind = Token::Kind::number;
      take_while(is_digit);
      token.digits = static_cast<int>(at - token.begin);
      if (token.digits <= 8) {
        token.value = 0;
        for (std::size_t i = token.begin; i < at; ++i) token.value = token.value * 10 + (text[i] - '0');
      }
    } else if (is_letter(first)) {
      token.kind = Token::Kind::word;
      token.capital = unicode::to_lower(first) != first;
      take_while(is_letter);
      token.lower = lower(text.substr(token.begin, at - token.begin));
      token.folded = fold(token.lower);
      token.bare = utf8::is_ascii(token.lower);
    } else {
      at = next;
      if (unicode::kind_of(first) == unicode::Kind::space) continue;
      token.lower = std::string(text.substr(token.begin, at - token.begin));
    }
    token.end = at;
    token.joined = !tokens.empty() && token.begin == end_before;
    end_before = at;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool is_word(const Token& token, std::string_view marked) {
  if (token.lower == marked) return true;
  return token.kind == Token::Kind::word && token.bare && token.folded == fold(marked);
}

bool is_one_of(const Token& token, std::initializer_list<std::string_view> marked) {
  for (const auto word : marked)
    if (is_word(token, word)) return true;
  return false;
}

int spoken_number(const Token& token) {
  if (token.kind != Token::Kind::word) return 0;
  for (const auto& numeral : numerals)
    if (is_word(token, numeral.word)) return numeral.value;
  return 0;
}

int english_weekday(const Token& token, bool& full) {
  if (token.kind != Token::Kind::word || !token.bare) return 0;
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    full = token.lower == weekdays[i];
    const bool longer = token.lower.size() > 3 && token.lower.size() < 6 && weekdays[i].starts_with(token.lower);  // tues, thurs
    if (full || longer || token.lower == weekdays[i].substr(0, 3)) {
      full = full || longer;
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

}  // namespace cohoi::natural
