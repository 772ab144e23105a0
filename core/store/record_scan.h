// Passes over all records of a kind that need little of each.
#pragma once

#include <span>

#include "core/store/records.h"

namespace cohoi::store {

// Some of the fields, in slices: up to `most` records with a higher row number than `after`, which becomes the last one's. Tells how many
// were visited; fewer than `most` when all are had.
[[nodiscard]] Result<int> some_raw(Database& db, Entity entity, std::span<const std::string_view> fields, std::int64_t& after, int most,
                                   const std::function<void(const RawRecord&)>& visit);
// The ids of the records of `from` that are not in `here`, oldest row first; an error of `visit` ends it.
[[nodiscard]] Status each_missing(Database& from, Database& here, Entity entity, const std::function<Status(const Uuid&)>& visit);

}  // namespace cohoi::store
