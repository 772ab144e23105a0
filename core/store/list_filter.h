// Which rows a list holds. Internal to core/store.
#pragma once

#include "core/store/list_cache.h"
#include "core/store/list_query.h"

namespace cohoi::store {

// A set of row numbers.
class RowSet {
 public:
  void add(std::int64_t rid);
  [[nodiscard]] bool holds(std::int64_t rid) const {
    const auto at = static_cast<std::size_t>(rid);
    return at < bits_.size() && bits_[at];
  }

 private:
  std::vector<bool> bits_;
};

// The rows for which all filters hold, in no order.
[[nodiscard]] Result<Rows> filtered_rows(Database& db, Entity entity, const std::vector<Filter>& filters);
// The rows that hold all words of the text. invalid for an entity that has no full-text search.
[[nodiscard]] Result<std::vector<std::int64_t>> rows_with_words(Database& db, Entity entity, const std::string& query);

// The text that names a value in the keys of the cache.
[[nodiscard]] std::string cache_text(const Value& value);

}  // namespace cohoi::store
