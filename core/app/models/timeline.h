// What was and will be done about a record, and what was changed in it: the two halves of every page's history.
#pragma once

#include <string>
#include <vector>

#include "core/app/models/names.h"

namespace cohoi::app {

struct ActivityRow {
  ActivityId id;
  ActivityKind kind = ActivityKind::task;
  Label title;
  std::string notes, when, who;
  std::string about, about_address;  // where the list mixes records
  bool done = false, overdue = false;
};

struct HistoryRow {
  Label what;        // "Stage: Proposal → Negotiation", "Created"
  std::string when, who;
};

struct Timeline {
  std::vector<ActivityRow> open;  // soonest first
  std::vector<ActivityRow> done;  // newest first
  std::vector<HistoryRow> history;  // newest first
};

[[nodiscard]] ActivityRow activity_row(const Activity& activity, Names& names, Session& session);
// Activities linked to the record; for an opportunity those of the lead it came from as well (C-9).
[[nodiscard]] Result<std::vector<Activity>> activities_of(Session& session, Entity entity, const Uuid& id);
[[nodiscard]] Result<Timeline> timeline_of(Session& session, Names& names, Entity entity, const Uuid& id);

}  // namespace cohoi::app
