#include "core/store/search_words.h"

#include <algorithm>
#include <limits>

#include "core/store/database.h"

namespace cohoi::store {
namespace {

constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();
// More changes than this, and reading it all anew is cheaper: an import.
constexpr std::size_t most_changes = 4096;

// Latin letters and digits are told apart by the list a word stands in, all others only by what is compared afterwards.
constexpr std::size_t other_letter = 36, no_letter = 37, letter_count = 38;
constexpr std::size_t letter_of(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a');
  if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0') + 26;
  return other_letter;
}
std::size_t letter_at(std::string_view word, std::size_t i) { return i < word.size() ? letter_of(word[i]) : no_letter; }

// The bytes from `from` on as a number that orders as they do, with zeros where there are none.
template <class Number>
Number packed(std::string_view text, std::size_t from) {
  Number number = 0;
  for (std::size_t i = from; i < from + sizeof(Number); ++i)
    number = static_cast<Number>(number << 8U) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return number;
}
// The bits of the first `bytes` of a packed number.
template <class Number>
Number leading(std::size_t bytes) {
  if (bytes >= sizeof(Number)) return static_cast<Number>(~Number{0});
  return static_cast<Number>(~(static_cast<Number>(~Number{0}) >> (8 * bytes)));
}

// Is there `word`, after a space?
bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word, 1); at != std::string_view::npos; at = text.find(word, at + 1))
    if (text[at - 1] == ' ') return true;
  return false;
}

// How much of a word its list and its place tell.
constexpr std::size_t listed = 2, told = listed + sizeof(std::uint32_t);
bool is_told(std::string_view word) {
  return word.size() <= told && letter_at(word, 0) != other_letter && letter_at(word, 1) != other_letter;
}

}  // namespace

Beginning::Beginning(std::string_view wanted)
    : text(wanted), head(packed<std::uint64_t>(wanted, 0)), mask(leading<std::uint64_t>(wanted.size())) {}

bool SearchWords::holds(const Entry& entry, const std::vector<std::string>& words) const {
  const std::string_view text = std::string_view(text_).substr(entry.begin, entry.length);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return holds_word(text, word); });
}

RowSet SearchWords::begun_by(std::string_view word) const {
  RowSet found;
  if (places_.empty()) return found;
  const auto mask = word.size() <= listed ? 0U : leading<std::uint32_t>(word.size() - listed);
  const auto letters = packed<std::uint32_t>(word, listed);
  const auto read = [&](const std::vector<Place>& places) {
    for (const Place& place : places)
      if ((place.letters & mask) == letters) found.set(place.entry);
  };
  const auto* const lists = places_.data() + letter_at(word, 0) * letter_count;
  if (word.size() == 1)
    std::for_each(lists, lists + letter_count, read);
  else
    read(lists[letter_at(word, 1)]);
  return found;
}

RowSet SearchWords::holding(const std::vector<std::string>& words) const {
  if (words.empty()) return {};
  RowSet common = current_;
  for (const std::string& word : words) common.keep_common(begun_by(word));
  if (std::all_of(words.begin(), words.end(), is_told)) return common;
  RowSet held;
  common.each([&](std::int64_t number) {
    if (holds(entry(number), words)) held.set(number);
  });
  return held;
}

bool SearchWords::begins_with(const Entry& entry, const Beginning& beginning) const {
  if ((entry.head & beginning.mask) != beginning.head) return false;
  const std::size_t length = beginning.text.size();
  return length <= sizeof(entry.head) || text(entry).substr(0, length) == beginning.text;
}

bool SearchWords::less(const Entry& a, const Entry& b) const {
  return a.head != b.head ? a.head < b.head : text(a) < text(b);
}

void SearchWords::changed(std::int64_t rid) {
  if (rid > read_to_) return;
  if (changed_.size() < most_changes)
    changed_.push_back(rid);
  else
    clear();
}

void SearchWords::clear() { *this = {}; }

std::uint32_t SearchWords::add(std::int64_t rid, std::string_view text) {
  if (places_.empty()) places_.resize(letter_count * letter_count);
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({rid, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size() + 1),
                      packed<std::uint64_t>(text, 0)});
  current_.set(number);
  text_ += ' ';
  text_ += text;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = text.substr(at, text.find(' ', at) - at);
    if (!word.empty() && word.substr(0, exact_sign.size()) != exact_sign)
      places_[letter_at(word, 0) * letter_count + letter_at(word, 1)].push_back({number, packed<std::uint32_t>(word, listed)});
    at += word.size() + 1;
  }
  return number;
}

Status SearchWords::read_changed(Database& db) {
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  for (const std::int64_t rid : changed_) {
    COHOI_TRY(Statement row, db.prepare("SELECT folded FROM search WHERE rid=?"));
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    auto at = std::lower_bound(order_.begin(), order_.end(), rid,
                               [&](std::uint32_t number, std::int64_t wanted) { return entries_[number].rid < wanted; });
    const bool known = at != order_.end() && entries_[*at].rid == rid;
    if (known) current_.set(*at, false);
    if (there && known)
      *at = add(rid, row.text(0));
    else if (there)
      order_.insert(at, add(rid, row.text(0)));
    else if (known)
      order_.erase(at);
  }
  changed_.clear();
  return {};
}

bool SearchWords::complete() const { return read_to_ == everything; }

Result<bool> SearchWords::read(Database& db, int rows) {
  // What changed leaves its old words behind; once they are the most, all is read anew.
  if (entries_.size() > 2 * order_.size() + most_changes) clear();
  if (!changed_.empty()) COHOI_CHECK(read_changed(db));
  if (complete()) return false;
  COHOI_TRY(Statement unread, db.prepare("SELECT rid, folded FROM search WHERE rid>? ORDER BY rid LIMIT ?"));
  unread.bind(read_to_, rows);
  for (int i = 0; i < rows; ++i) {
    COHOI_TRY(const bool row, unread.step());
    if (!row) {
      read_to_ = everything;
      return false;
    }
    read_to_ = unread.integer(0);
    order_.push_back(add(read_to_, unread.text(1)));
  }
  return true;
}

}  // namespace cohoi::store
