// Which rows a list holds. Internal to core/store.
#pragma once

#include "core/store/list_cache.h"
#include "core/store/list_query.h"

namespace cohoi::store {

// The rows of a query apart from their order. Nothing asked: all of them.
class Selection {
 public:
  [[nodiscard]] static Result<Selection> of(Database& db, const ListQuery& query);
  [[nodiscard]] bool all() const { return rows_ == nullptr; }
  [[nodiscard]] bool holds(std::int64_t rid) const { return rows_ == nullptr || rows_->holds(rid); }
  [[nodiscard]] std::int64_t count() const { return rows_ ? rows_->count() : 0; }  // not known of all()

 private:
  std::shared_ptr<const RowSet> rows_;
};

// The text that names a value in the keys of the cache.
[[nodiscard]] std::string cache_text(const Value& value);

}  // namespace cohoi::store
