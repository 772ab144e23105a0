#include "core/app/models/selection.h"

#include <algorithm>

namespace cohoi::app {

void Selection::set(const Uuid& id, bool selected) {
  if (selected != all_) ids_.insert(id);
  else ids_.erase(id);
}

void Selection::set_range(RecordList& list, std::int64_t from, std::int64_t to, bool selected) {
  if (from > to) std::swap(from, to);
  from = std::max<std::int64_t>(from, 0);
  to = std::min(to, list.total() - 1);
  if (from > to) return;
  const auto& rows = list.row_numbers();
  const auto ids = store::ids_of(list.session().db(), list.entity(),
                                 {rows.begin() + static_cast<std::ptrdiff_t>(from), rows.begin() + static_cast<std::ptrdiff_t>(to) + 1});
  if (!ids) return;
  for (const Uuid& id : *ids) set(id, selected);
}

void Selection::select_all() {
  all_ = true;
  ids_.clear();
}

void Selection::clear() {
  all_ = false;
  ids_.clear();
}

void Selection::keep_within(RecordList& list) {
  for (auto id = ids_.begin(); id != ids_.end();) id = list.index_of(*id) ? std::next(id) : ids_.erase(id);
}

Result<std::vector<Uuid>> Selection::ids(RecordList& list) const {
  if (!all_ && ids_.empty()) return std::vector<Uuid>{};
  COHOI_TRY(std::vector<Uuid> ids, store::ids_of(list.session().db(), list.entity(), list.row_numbers()));
  ids.erase(std::remove_if(ids.begin(), ids.end(), [&](const Uuid& id) { return !holds(id); }), ids.end());
  return ids;
}

Result<Selection::Figures> Selection::figures(RecordList& list) const {
  Figures figures;
  auto& db = list.session().db();
  std::vector<std::int64_t> rows;
  if (all_ && ids_.empty()) {
    rows = list.row_numbers();
  } else if (all_) {
    std::set<std::int64_t> out;
    for (const Uuid& id : ids_) out.insert(store::row_of(db, list.entity(), id).value_or(0));
    for (const auto row : list.row_numbers())
      if (out.count(row) == 0) rows.push_back(row);
  } else {
    for (const Uuid& id : ids_)
      if (const auto row = store::row_of(db, list.entity(), id).value_or(0)) rows.push_back(row);
  }
  COHOI_TRY(const auto sums, store::group_rows(db, list.entity(), rows, {}));
  figures.count = static_cast<std::int64_t>(rows.size());
  for (const auto& group : sums)
    for (const Money& money : group.sums) figures.sum += (figures.sum.empty() ? "" : " + ") + format_money(money, list.session().language());
  return figures;
}

}  // namespace cohoi::app
