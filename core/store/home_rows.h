// What Home asks: the first few of what is due or could move on, and how many there are, without reading the rest.
#pragma once

#include <vector>

#include "core/domain/record.h"
#include "core/store/database.h"

namespace cohoi::store {

template <class T>
struct FirstOf {
  std::vector<T> first;
  std::int64_t count = 0;
};

// Of one owner, or of everybody when empty.
// Still to be done and due from `from` (any time before when empty) until before `until`, the earliest first.
[[nodiscard]] Result<FirstOf<Activity>> due_activities(Database& db, OwnerId owner, std::optional<Timestamp> from, Timestamp until, int limit);
// Leads that pass C-0 now, the best first.
[[nodiscard]] Result<FirstOf<Lead>> leads_ready(Database& db, OwnerId owner, const Settings& settings, int limit);
// Leads whose verdict lacks exactly one answer or its evidence, the best first.
[[nodiscard]] Result<FirstOf<Lead>> leads_lacking_one(Database& db, OwnerId owner, int limit);
[[nodiscard]] Result<std::int64_t> open_leads(Database& db, OwnerId owner);

}  // namespace cohoi::store
