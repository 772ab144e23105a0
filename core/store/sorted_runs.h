// Many items, got back in order. No call takes long: they are sorted in runs as they come and merged as they go. Internal to core/store.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace cohoi::store {

template <class T>
class SortedRuns {
 public:
  // Not after the first next().
  void add(T item) {
    if (runs_.empty() || runs_.back().items.size() == run_size) {
      if (!runs_.empty()) sort_last();
      runs_.emplace_back().items.reserve(run_size);
    }
    runs_.back().items.push_back(std::move(item));
  }

  // The smallest of those left; nothing when all were had.
  [[nodiscard]] std::optional<T> next() {
    if (!merging_) begin_merging();
    if (heads_.empty()) return std::nullopt;
    const auto later = [this](std::size_t a, std::size_t b) { return runs_[b].items[runs_[b].taken] < runs_[a].items[runs_[a].taken]; };
    std::pop_heap(heads_.begin(), heads_.end(), later);
    Run& run = runs_[heads_.back()];
    std::optional<T> item(std::move(run.items[run.taken++]));
    if (run.taken == run.items.size()) {
      run.items = {};
      heads_.pop_back();
    } else {
      std::push_heap(heads_.begin(), heads_.end(), later);
    }
    return item;
  }

 private:
  static constexpr std::size_t run_size = 8192;
  struct Run {
    std::vector<T> items;
    std::size_t taken = 0;
  };

  void sort_last() { std::sort(runs_.back().items.begin(), runs_.back().items.end()); }
  void begin_merging() {
    merging_ = true;
    if (!runs_.empty()) sort_last();
    for (std::size_t i = 0; i < runs_.size(); ++i) heads_.push_back(i);
    std::make_heap(heads_.begin(), heads_.end(), [this](std::size_t a, std::size_t b) { return runs_[b].items.front() < runs_[a].items.front(); });
  }

  std::vector<Run> runs_;
  std::vector<std::size_t> heads_;  // runs with something left, a heap by what comes next
  bool merging_ = false;
};

}  // namespace cohoi::store
