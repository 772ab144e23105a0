// What the board and Home ask of every opportunity at once: a few numbers each, read in one pass instead of record by record.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/stage_rules.h"
#include "core/store/database.h"

namespace cohoi::store {

struct OpportunityRow {
  std::int64_t rid = 0;
  OpportunityId id;
  StageId stage;
  OwnerId owner;
  std::optional<Money> amount;
  std::optional<Money> weighted;             // P-5
  std::optional<Date> expected_close, closed_on;
  std::optional<Timestamp> entered_at;       // the stage it is in
  std::optional<Timestamp> next_due, last_due;  // of what is still to be done
  std::optional<Timestamp> last_done;        // P-4
};

// All open opportunities, and those closed on `closed_since` or later. Oldest row first. What was done before `done_since` is not looked
// at: give a time before which it makes no difference to whether one rots.
[[nodiscard]] Result<std::vector<OpportunityRow>> opportunity_rows(Database& db, std::optional<Date> closed_since, Timestamp done_since);

}  // namespace cohoi::store
