// One activity as screens show it.
#pragma once

#include <string>

#include "core/app/models/names.h"

namespace cohoi::app {

// In the story of a record, where the record itself need not be said.
struct ActivityRow {
  ActivityId id;
  ActivityKind kind = ActivityKind::task;
  Label title;
  std::string notes;
  std::string when;                  // due, or done at: "Hôm nay 09:00"
  std::string who;                   // its owner
  std::string about, about_address;  // where the list mixes records
  bool done = false, overdue = false;
};

// In a list of all, or on a day of the calendar; it is about the opportunity, else the lead, account or contact.
struct ActivityItem : ActivityRow {
  std::string second;  // whose that is: its account
  Date day;            // it lies on; of those without a date nothing
  int minutes = 0;     // of that day; 0 = the whole day
  Date done_on;
};

[[nodiscard]] ActivityRow activity_row(const Activity& activity, Names& names, Session& session);
[[nodiscard]] ActivityItem activity_item(const Activity& activity, Names& names, Session& session);
// What the record is called; empty when it is gone.
[[nodiscard]] std::string title_of(Session& session, const RecordRef& record);
// What an activity is about first of all: the opportunity, else the lead, the account or the contact. An empty id: nothing.
[[nodiscard]] RecordRef subject_of(const Activity& activity);

}  // namespace cohoi::app
