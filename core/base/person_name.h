// Names of people by the habit of their language: "Nguyễn Văn An" (family name first), "John Smith" (given name first).
#pragma once

#include <string>
#include <string_view>

namespace cohoi {

struct PersonName {
  std::string first;  // given name, with the middle names of a Vietnamese name in front: "Văn An"
  std::string last;   // family name

  bool operator==(const PersonName&) const = default;
};

// True when the family name is one of the Vietnamese family names (with or without marks).
[[nodiscard]] bool is_vietnamese_name(std::string_view last, std::string_view first);
[[nodiscard]] std::string full_name(std::string_view first, std::string_view last);
// Splits a name written in one field; a single word is the last name when `single_is_last`.
[[nodiscard]] PersonName split_name(std::string_view full, bool single_is_last = true);
// The word people are sorted and greeted by: the last word of a Vietnamese name, the given name otherwise.
[[nodiscard]] std::string given_name(std::string_view first, std::string_view last);
// One or two capital letters for a round avatar.
[[nodiscard]] std::string initials(std::string_view full);

}  // namespace cohoi
