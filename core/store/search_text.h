// What full-text search reads of a record, and what it looks for. Internal to core/store.
//
// Words stand folded in the search table, so that "nguyen" finds Nguyễn. Words with marks stand there a second time, as they are,
// behind a sign nobody types: that is how exact marks rank first without reading every hit's title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/record.h"
#include "core/store/search_words.h"

namespace cohoi::store {

struct SearchText {
  std::string title;   // what people call it
  std::string folded;  // begins with the folded title
  bool operator==(const SearchText&) const = default;
};

[[nodiscard]] std::string display_title(const Account& record);
[[nodiscard]] std::string display_title(const Contact& record);
[[nodiscard]] std::string display_title(const Lead& record);
[[nodiscard]] std::string display_title(const Opportunity& record);
[[nodiscard]] std::string display_title(const Product& record);
[[nodiscard]] std::string display_title(const Activity& record);

// `more` is text of other records it is found by too: an opportunity by its account's name.
template <class T>
[[nodiscard]] SearchText search_text(const T& record, std::string_view more = {});

[[nodiscard]] bool is_searchable(Entity entity);

// The order of people by given name; a space sorts before every letter, so the whole name decides among equal ones.
[[nodiscard]] std::string given_name_key(std::string_view first_name, std::string_view last_name);

// What was typed. A record is found by all of its words, or by the digits.
struct TypedWords {
  std::vector<std::string> folded;
  std::vector<std::string> digits;  // only of what looks like a phone number
  std::vector<std::string> exact;   // marks and all; only of words that carry some
};
[[nodiscard]] TypedWords typed_words(std::string_view text);
// The entries of what was found.
[[nodiscard]] inline RowSet found(const TypedWords& typed, const SearchWords& words) {
  RowSet entries = words.holding(typed.folded);
  entries.add_all(words.holding(typed.digits));
  return entries;
}

// search.rid of a record.
inline constexpr std::int64_t entities_in_rid = 32;
[[nodiscard]] constexpr std::int64_t search_rid(Entity entity, std::int64_t rid) {
  return rid * entities_in_rid + static_cast<std::int64_t>(entity);
}

}  // namespace cohoi::store
