#include "core/store/search_best.h"

#include <algorithm>

namespace cohoi::store {

std::vector<BestHit> best_hits(const SearchWords& words, const TypedWords& typed, std::string_view folded, std::size_t most) {
  const auto better = [&](const BestHit& a, const BestHit& b) {
    if (a.rank() != b.rank()) return a.rank() < b.rank();
    if (words.less(a.entry, b.entry)) return true;
    return !words.less(b.entry, a.entry) && a.entry.rid < b.entry.rid;
  };
  const Beginning whole(folded);
  std::vector<BestHit> best;  // a heap with the worst of them in front
  found(typed, words).each([&](std::int64_t number) {
    const SearchWords::Entry& entry = words.entry(number);
    BestHit hit{entry, !typed.exact.empty(), words.begins_with(entry, whole)};
    // Most hits would not be among the best even with every mark as typed, which is the dearest to find out.
    const bool full = best.size() == most;
    if (full && !better(hit, best.front())) return;
    hit.exact = hit.exact && words.holds(entry, typed.exact);
    if (full) {
      if (!better(hit, best.front())) return;
      std::pop_heap(best.begin(), best.end(), better);
      best.pop_back();
    }
    best.push_back(hit);
    std::push_heap(best.begin(), best.end(), better);
  });
  return best;
}

}  // namespace cohoi::store
