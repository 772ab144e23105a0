// A sentence cut into numbers, words and signs with their places, for natural_date.cpp only.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace cohoi::natural {

struct Token {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind = Kind::sign;
  int value = -1;              // of a number, -1 when it is too long
  int digits = 0;              // of a number
  std::string lower, folded;   // of a word; the sign itself
  bool bare = false;           // a word without marks
  bool capital = false;
  bool joined = false;         // nothing between it and the token before
  std::size_t begin = 0, end = 0;  // bytes
};

[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

// The word itself, or the same letters without any marks.
[[nodiscard]] bool is_word(const Token& token, std::string_view marked);
[[nodiscard]] bool is_one_of(const Token& token, std::initializer_list<std::string_view> marked);
// một … mười, a, an, one … ten. 0 when it is none.
[[nodiscard]] int spoken_number(const Token& token);
// 1 Monday … 7 Sunday; 0 when it is none. `full` when it is no abbreviation.
[[nodiscard]] int english_weekday(const Token& token, bool& full);

}  // namespace cohoi::natural
