#include "core/base/person_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"
#include "core/base/vietnamese_names.h"

namespace cohoi {
namespace {

constexpr std::size_t most_given_words = 4;
constexpr std::array<std::string_view, 4> double_families{"âu dương", "tôn nữ", "tôn thất", "công tằng"};

bool plausible_given_name(std::string_view first, bool family_has_marks) {
  const std::vector<std::string> syllables = words(fold(first));
  if (syllables.empty() || syllables.size() > most_given_words) return false;
  if (!std::all_of(syllables.begin(), syllables.end(),
                   [](const std::string& word) { return is_vietnamese_syllable(word); }))
    return false;
  // Without a single mark "Do" or "Ho" may be anybody's: Tom Ho is greeted as Tom.
  const bool unmarked = !family_has_marks && utf8::is_ascii(first);
  return !(unmarked && syllables.size() == 1 && is_english_given_name(syllables.front()));
}

bool is_double_family(std::string_view two_words) {
  const std::string small = lower(two_words);
  const bool plain = utf8::is_ascii(small);
  return std::any_of(double_families.begin(), double_families.end(),
                     [&](std::string_view family) { return small == (plain ? fold(family) : std::string(family)); });
}

// "Kim Nguyen" and "Mai Tran" without marks are in Western order: these family names are no given names.
bool western_order(std::string_view name, std::size_t space) {
  constexpr std::array<std::string_view, 6> families{"dang", "huynh", "nguyen", "pham", "tran", "truong"};
  if (!utf8::is_ascii(name) || name.find(' ', space + 1) != std::string_view::npos) return false;
  const auto known = [&](std::string_view word) {
    return std::find(families.begin(), families.end(), lower(word)) != families.end();
  };
  return known(name.substr(space + 1)) && !known(name.substr(0, space));
}

bool is_family(std::string_view last) {
  return last.find(' ') == std::string_view::npos ? is_vietnamese_family_name(last) : is_double_family(last);
}

std::string first_letter_upper(std::string_view word) {
  const std::string composed = nfc(word);
  for (std::size_t i = 0; i < composed.size();) {
    const char32_t c = utf8::next(composed, i);
    if (unicode::kind_of(c) != unicode::Kind::word) continue;
    std::string letter;
    utf8::append(letter, unicode::to_upper(c));
    return letter;
  }
  return {};
}

}  // namespace

bool is_vietnamese_name(std::string_view last, std::string_view first) {
  const std::string family = tidy(last);
  return is_family(family) && plausible_given_name(first, !utf8::is_ascii(family));
}

namespace {

// In the order of its language.
std::string join_name(std::string_view first, std::string_view last) {
  std::string front = tidy(first);
  std::string back = tidy(last);
  if (is_vietnamese_name(back, front)) std::swap(front, back);
  if (!front.empty() && !back.empty()) front += ' ';
  return front + back;
}

}  // namespace

std::string full_name(std::string_view first, std::string_view last) {
  // While a record is written its name is asked for again and again: by title, search and matching.
  struct Known {
    std::string first, last, full;
  };
  thread_local Known known;
  if (known.first != first || known.last != last) known = {std::string(first), std::string(last), join_name(first, last)};
  return known.full;
}

PersonName split_name(std::string_view full, bool single_is_last) {
  const std::string name = tidy(full);
  if (const std::size_t comma = name.find(',');
      comma != std::string::npos && comma == name.rfind(',')) {  // "Smith, John"
    std::string last = tidy(std::string_view(name).substr(0, comma));
    std::string first = tidy(std::string_view(name).substr(comma + 1));
    if (!last.empty() && !first.empty()) return {std::move(first), std::move(last)};
  }
  const std::size_t first_space = name.find(' ');
  if (first_space == std::string::npos) return single_is_last ? PersonName{{}, name} : PersonName{name, {}};
  const std::size_t second_space = name.find(' ', first_space + 1);
  for (const std::size_t space : {second_space, first_space}) {
    if (space == std::string::npos || western_order(name, space)) continue;
    const std::string_view last = std::string_view(name).substr(0, space);
    const std::string_view first = std::string_view(name).substr(space + 1);
    if (is_vietnamese_name(last, first)) return {std::string(first), std::string(last)};
  }
  const std::size_t last_space = name.rfind(' ');
  return {name.substr(0, last_space), name.substr(last_space + 1)};
}

std::string given_name(std::string_view first, std::string_view last) {
  const std::string given = tidy(first);
  const std::string family = tidy(last);
  if (given.empty()) return family;
  if (is_vietnamese_name(family, given))
    return given.substr(given.rfind(' ') == std::string::npos ? 0 : given.rfind(' ') + 1);
  return given.substr(0, given.find(' '));
}

std::string initials(std::string_view full) {
  std::string first;
  std::string last;
  for (const std::string& word : words(tidy(full))) {
    std::string letter = first_letter_upper(word);
    if (letter.empty()) continue;
    if (first.empty())
      first = std::move(letter);
    else
      last = std::move(letter);
  }
  return first + last;
}

}  // namespace cohoi
