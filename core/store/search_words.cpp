#include "core/store/search_words.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/store/database.h"

namespace cohoi::store {
namespace {

constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();
// More changes than this, and reading it all anew is cheaper: an import.
constexpr std::size_t most_changes = 4096;

// Latin letters and digits have a bit of their own, all others share the rest.
constexpr unsigned own_bits = 36;
constexpr unsigned letter_of(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a');
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0') + 26;
  return own_bits + static_cast<unsigned char>(c) % (64 - own_bits);
}
constexpr std::uint64_t bit(unsigned number) { return std::uint64_t{1} << (number % 64); }

// Marks the beginnings of the words in `text`, each after a space.
void mark_beginnings(std::string_view text, std::uint64_t& letters, std::uint64_t& pairs) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i - 1] != ' ') continue;
    letters |= bit(letter_of(text[i]));
    if (i + 1 < text.size() && text[i + 1] != ' ') pairs |= bit(letter_of(text[i]) * 7 + letter_of(text[i + 1]));
  }
}

// Is there `word`, with the space before it? Its first letter tells more than the space, which stands before every word.
bool holds_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  const char* const end = text.data() + text.size() - word.size() + 1;
  for (const char* at = text.data(); at != end; ++at)
    if (at[1] == word[1] && at[0] == ' ' && std::memcmp(at + 2, word.data() + 2, word.size() - 2) == 0) return true;
  return false;
}

}  // namespace

WordQuery::WordQuery(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const std::string wanted = ' ' + word;
    mark_beginnings(wanted, letters_, pairs_);
    // A single letter is told by its bit alone.
    words_.push_back(word.size() == 1 && letter_of(word.front()) < own_bits ? std::string() : wanted);
  }
}

bool SearchWords::holds(const Entry& entry, const WordQuery& query) const {
  if ((entry.letters & query.letters_) != query.letters_ || (entry.pairs & query.pairs_) != query.pairs_) return false;
  const std::string_view text = std::string_view(text_).substr(entry.begin, entry.length);
  return std::all_of(query.words_.begin(), query.words_.end(), [&](const std::string& word) {
    return word.empty() || holds_word(text, word);
  });
}

void SearchWords::changed(std::int64_t rid) {
  if (rid > read_to_) return;
  if (changed_.size() < most_changes)
    changed_.push_back(rid);
  else
    clear();
}

void SearchWords::clear() {
  entries_.clear();
  text_.clear();
  changed_.clear();
  read_to_ = 0;
}

SearchWords::Entry SearchWords::make_entry(std::int64_t rid, std::string_view folded) {
  Entry entry{rid, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(folded.size() + 1)};
  text_ += ' ';
  text_ += folded;
  mark_beginnings(std::string_view(text_).substr(entry.begin), entry.letters, entry.pairs);
  return entry;
}

Status SearchWords::read_changed(Database& db) {
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  for (const std::int64_t rid : changed_) {
    COHOI_TRY(Statement row, db.prepare("SELECT folded FROM search WHERE rid=?"));
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    auto at = std::lower_bound(entries_.begin(), entries_.end(), rid,
                               [](const Entry& entry, std::int64_t wanted) { return entry.rid < wanted; });
    const bool known = at != entries_.end() && at->rid == rid;
    if (!there) {
      if (known) entries_.erase(at);
      continue;
    }
    if (!known) at = entries_.insert(at, Entry{});
    *at = make_entry(rid, row.text(0));  // what it was stays unused in the text, until all is read anew
  }
  changed_.clear();
  return {};
}

Result<bool> SearchWords::read(Database& db, int rows) {
  if (!changed_.empty()) COHOI_CHECK(read_changed(db));
  if (read_to_ == everything) return false;
  COHOI_TRY(Statement unread, db.prepare("SELECT rid, folded FROM search WHERE rid>? ORDER BY rid LIMIT ?"));
  unread.bind(read_to_, rows);
  for (int i = 0; i < rows; ++i) {
    COHOI_TRY(const bool row, unread.step());
    if (!row) {
      read_to_ = everything;
      return false;
    }
    read_to_ = unread.integer(0);
    entries_.push_back(make_entry(read_to_, unread.text(1)));
  }
  return true;
}

}  // namespace cohoi::store
