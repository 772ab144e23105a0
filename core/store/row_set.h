// A set of row numbers, a bit each: sets of a filter's parts are put together word by word.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace cohoi::store {

class RowSet {
 public:
  void set(std::int64_t rid, bool held = true) {
    const auto word = static_cast<std::size_t>(rid) / 64;
    const auto bit = std::uint64_t{1} << (static_cast<std::uint64_t>(rid) % 64);
    if (word >= words_.size()) {
      if (!held) return;
      words_.resize(word + word / 2 + 1);
    }
    words_[word] = held ? words_[word] | bit : words_[word] & ~bit;
  }
  [[nodiscard]] bool holds(std::int64_t rid) const {
    const auto word = static_cast<std::size_t>(rid) / 64;
    return word < words_.size() && (words_[word] >> (static_cast<std::uint64_t>(rid) % 64) & 1U) != 0;
  }
  void keep_common(const RowSet& other) {
    if (words_.size() > other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void add_all(const RowSet& other) {
    if (words_.size() < other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
  }
  // In rising order.
  template <class F>
  void each(F&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        visit(static_cast<std::int64_t>(i) * 64 + std::countr_zero(word));
  }
  [[nodiscard]] std::int64_t count() const {
    std::int64_t count = 0;
    for (std::uint64_t word : words_)
      for (; word != 0; word &= word - 1) ++count;
    return count;
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace cohoi::store
