// All rows of an entity in the order of a list. Internal to core/store.
#pragma once

#include "core/store/list_cache.h"
#include "core/store/list_query.h"

namespace cohoi::store {

// Records without a value come last, whatever the direction. Ties: newest row first.
[[nodiscard]] Result<Rows> ordered_rows(Database& db, Entity entity, const std::vector<OrderKey>& order);

}  // namespace cohoi::store
