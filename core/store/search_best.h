// Which of all hits are worth a closer look. Internal to core/store.
#pragma once

#include <string_view>
#include <vector>

#include "core/store/search_text.h"

namespace cohoi::store {

struct BestHit {
  SearchWords::Entry entry;
  bool exact = false;   // with the marks as typed
  bool begins = false;  // its title begins with what was typed

  [[nodiscard]] int rank() const { return (exact ? 0 : 2) + (begins ? 0 : 1); }  // the least is the best
};

// At most `most`, in no order. `folded`: what was typed, as one. As their titles are not known yet, their texts are compared.
[[nodiscard]] std::vector<BestHit> best_hits(const SearchWords& words, const TypedWords& typed, std::string_view folded, std::size_t most);

}  // namespace cohoi::store
