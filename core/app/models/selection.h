// Which records of a list are selected: some by id, or the whole result except some (Ctrl+A means the result, not the page).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/app/models/record_list.h"

namespace cohoi::app {

class Selection {
 public:
  [[nodiscard]] bool holds(const Uuid& id) const { return (ids_.count(id) > 0) != all_; }
  [[nodiscard]] bool all() const { return all_; }  // the whole result, perhaps except some
  [[nodiscard]] bool empty(const RecordList& list) const { return count(list) == 0; }
  [[nodiscard]] std::int64_t count(const RecordList& list) const {
    const auto named = static_cast<std::int64_t>(ids_.size());
    return all_ ? list.total() - named : named;
  }

  void set(const Uuid& id, bool selected);
  void toggle(const Uuid& id) { set(id, !holds(id)); }
  // Shift: everything between two records of the list (indexes as RecordList::row), both included.
  void set_range(RecordList& list, std::int64_t from, std::int64_t to, bool selected);
  void select_all();
  void clear();
  // After the list showed another result or its data changed: what is no longer in it is no longer selected.
  void keep_within(RecordList& list);

  // The records for a command, in the order of the list.
  [[nodiscard]] Result<std::vector<Uuid>> ids(RecordList& list) const;
  // "2 selected", and what they add up to: one text per currency joined with " + ", empty when the records hold no amount.
  struct Figures {
    std::int64_t count = 0;
    std::string sum;
  };
  [[nodiscard]] Result<Figures> figures(RecordList& list) const;

  bool operator==(const Selection&) const = default;

 private:
  bool all_ = false;
  std::set<Uuid> ids_;  // selected; of `all_`: those left out
};

}  // namespace cohoi::app
