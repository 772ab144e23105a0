// The words of every searchable record, in memory: read from the search table once, then kept in step with it. SQLite's full-text index
// would do it too, for 50 kB more of every first visit and a tenth more of the data (tests/bench/README.md compares them). Internal to
// core/store; one per connection.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/row_set.h"

namespace cohoi::store {

class Database;

inline constexpr std::string_view search_table = "search";
// Before a word that stands there with its marks; on no keyboard.
inline constexpr std::string_view exact_sign = "\xC7\x82";

// How a text may begin, made once for many comparisons.
struct Beginning {
  explicit Beginning(std::string_view wanted);
  std::string_view text;
  std::uint64_t head = 0, mask = 0;
};

class SearchWords {
 public:
  // A record, by its place among the entries. One that changed becomes a new entry.
  struct Entry {
    std::int64_t rid = 0;  // of the search table
    std::uint32_t begin = 0, length = 0;
    std::uint64_t head = 0;  // the first letters of its text: most comparisons end there
  };

  // A row of the search table was written.
  void changed(std::int64_t rid);
  // The table may have become any other: a rollback, another file, a table emptied whole.
  void clear();
  // Takes in what changed and at most `rows` not read so far. False: everything is known now.
  [[nodiscard]] Result<bool> read(Database& db, int rows);
  [[nodiscard]] bool complete() const;  // but for what changed

  // The entries that hold every one of the folded words as the beginning of a word; without words, none.
  [[nodiscard]] RowSet holding(const std::vector<std::string>& words) const;
  // The same of one entry, for exact words too.
  [[nodiscard]] bool holds(const Entry& entry, const std::vector<std::string>& words) const;

  // These are valid until the next read.
  [[nodiscard]] const Entry& entry(std::int64_t number) const { return entries_[static_cast<std::size_t>(number)]; }
  [[nodiscard]] std::string_view text(const Entry& entry) const {
    return std::string_view(text_).substr(entry.begin + 1, entry.length - 1);
  }
  [[nodiscard]] bool begins_with(const Entry& entry, const Beginning& beginning) const;
  [[nodiscard]] bool less(const Entry& a, const Entry& b) const;  // by their texts

 private:
  // Where a word stands: with the letters after the first two, which tell its list.
  struct Place {
    std::uint32_t entry = 0, letters = 0;
  };

  [[nodiscard]] Status read_changed(Database& db);
  [[nodiscard]] std::uint32_t add(std::int64_t rid, std::string_view text);
  // At least the entries with a word that begins so.
  [[nodiscard]] RowSet begun_by(std::string_view word) const;

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> order_;  // the entries that count, by rid
  RowSet current_;                    // the same
  std::vector<std::vector<Place>> places_;  // of the words that begin with the same two letters
  std::string text_;                        // a space before every word
  std::vector<std::int64_t> changed_;       // written since they were read
  std::int64_t read_to_ = 0;                // rows up to here are known
};

}  // namespace cohoi::store
