// What was and will be done about a record, and what was changed in it, as one story, newest first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/app/models/activity_item.h"
#include "core/app/models/names.h"

namespace cohoi::app {

enum class StoryKind : std::uint8_t { activity, note, stage, change };  // stage: also a lead's status and its conversion

struct FieldChange {
  Label field, before, after;
};

struct StoryEntry {
  StoryKind kind = StoryKind::change;
  Timestamp at;
  Date day;
  std::string time, who;              // "14:05"
  ActivityRow activity;               // of activity and note
  Label title;                        // of the others: what was done
  std::string about, about_address;   // of an account: whose stage
  Label detail;                       // why a gate was passed all the same …
  std::vector<FieldChange> changes;   // in words and formatted values
  std::vector<Chip> marks;            // bulk change, import, taken back
};

struct StoryDay {
  Label day;  // Today, Yesterday, a date
  std::vector<const StoryEntry*> entries;
};

struct Timeline {
  std::vector<ActivityRow> open;    // soonest first
  std::vector<StoryEntry> entries;  // newest first
  Date today;
  Language language = Language::vi;

  // The newest `most` of one filter ("" all, "activities", "notes", "stages", "changes"), by day.
  [[nodiscard]] std::vector<StoryDay> days(std::string_view filter, std::size_t most) const;
  [[nodiscard]] std::size_t count(std::string_view filter) const;
};

// Activities linked to the record; for an opportunity those of the lead it came from as well (C-9).
[[nodiscard]] Result<std::vector<Activity>> activities_of(Session& session, Entity entity, const Uuid& id);
[[nodiscard]] Result<Timeline> timeline_of(Session& session, Names& names, Entity entity, const Uuid& id);

// A stored value as people read it: names for what it points to, money and dates of the language, "empty" for none.
[[nodiscard]] Label value_label(Session& session, Names& names, Entity entity, const FieldInfo& info, const Value& value);
// "(deleted stage)" for one that is gone.
[[nodiscard]] Label stage_or_gone(Names& names, StageId id);
// The entries of the change log about a record and its parts (answers, roles, line items), in no order.
[[nodiscard]] Status add_changes(std::vector<StoryEntry>& entries, Session& session, Names& names, Entity entity, const Uuid& id);

}  // namespace cohoi::app
