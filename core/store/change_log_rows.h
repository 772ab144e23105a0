// How the change log stands in its tables. Internal to core/store.
#pragma once

#include "core/store/change_log.h"
#include "core/store/row_batch.h"

namespace cohoi::store {

[[nodiscard]] std::string_view name_of(TransactionKind kind);
[[nodiscard]] RowBatch::Cell logged_value(const Value& value);
[[nodiscard]] Value read_logged_value(const Statement& row, int column);

// Of the newest logged change; 0 in an empty log. The clock is raised above it before the first write.
[[nodiscard]] Result<std::uint64_t> last_hybrid_time(Database& db);
[[nodiscard]] Result<bool> is_reverted(Database& db, const Uuid& transaction);

}  // namespace cohoi::store
