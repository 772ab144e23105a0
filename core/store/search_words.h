// The words of every searchable record, in memory: read from the search table once, then kept in step with it. SQLite's full-text index
// would do it too, for 50 kB more of every first visit and a tenth more of the data (tests/bench/README.md compares them). Internal to
// core/store; one per connection.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cohoi::store {

class Database;

inline constexpr std::string_view search_table = "search";

// What is looked for: every word as the beginning of a word.
class WordQuery {
 public:
  explicit WordQuery(const std::vector<std::string>& words);
  [[nodiscard]] bool empty() const { return words_.empty(); }

 private:
  friend class SearchWords;
  std::vector<std::string> words_;  // each after a space
  std::uint64_t letters_ = 0, pairs_ = 0;
};

class SearchWords {
 public:
  struct Entry {
    std::int64_t rid = 0;  // of the search table
    std::uint32_t begin = 0, length = 0;
    std::uint64_t letters = 0, pairs = 0;  // with which letters, and pairs of letters, its words begin
  };

  // A row of the search table was written.
  void changed(std::int64_t rid);
  // The table may have become any other: a rollback, another file, a table emptied whole.
  void clear();
  // Takes in what changed and at most `rows` not read so far. False: everything is known now.
  [[nodiscard]] Result<bool> read(Database& db, int rows);

  // In the order of the rids; valid until the next read.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] bool holds(const Entry& entry, const WordQuery& query) const;
  [[nodiscard]] std::string_view text(const Entry& entry) const {
    return std::string_view(text_).substr(entry.begin + 1, entry.length - 1);
  }

 private:
  [[nodiscard]] Status read_changed(Database& db);
  [[nodiscard]] Entry make_entry(std::int64_t rid, std::string_view folded);

  std::vector<Entry> entries_;
  std::string text_;                   // a space before every word
  std::vector<std::int64_t> changed_;  // written since they were read
  std::int64_t read_to_ = 0;           // rows up to here are known
};

}  // namespace cohoi::store
