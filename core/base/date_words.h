// A written date cut into numbers, words and signs, and the words' meanings in English and Vietnamese.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cohoi {

struct DateToken {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind = Kind::sign;
  int value = 0;     // of a number; -1 when it is too long for any date
  int digits = 0;    // of a number
  std::string word;  // folded
  char32_t sign = 0;
};

[[nodiscard]] std::vector<DateToken> date_tokens(std::string_view text);
// jan, january … of English: 1-12. 0 when none.
[[nodiscard]] int english_month(std::string_view folded);
// một, hai … mười, and giêng, chạp: the number of a Vietnamese month. 0 when none.
[[nodiscard]] int vietnamese_month_number(std::string_view folded);
[[nodiscard]] bool is_english_weekday(std::string_view folded);
[[nodiscard]] bool is_vietnamese_weekday_number(std::string_view folded);

}  // namespace cohoi
