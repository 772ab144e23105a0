// The activities screen: to do, done, the calendar and the list, each with an address of its own.
#pragma once

#include "core/app/models/activities_page.h"
#include "core/app/models/activity_form.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct ActivitiesState {
  app::ActivitiesPlace place;
  bool everybody = false;
  std::size_t limit = 50;
  Date chosen;              // day of the calendar: on a phone its activities stand below
};

// The tool bar with the views; then what `body` draws.
void draw_activities(ActivitiesState& state, IntentSink& sink, const ui::Draw& body);
// Bodies of the views.
void draw_activity_groups(const app::ActivitiesPage& model, ActivitiesState& state, const app::ActivityForms& forms, IntentSink& sink);
void draw_calendar(const app::CalendarPage& model, ActivitiesState& state, const app::ActivityForms& forms, IntentSink& sink);

// One activity as a row: done, what, when, about what, and what can be done with it.
void draw_activity_item(const app::ActivityItem& item, bool with_owner, const app::ActivityForms& forms, IntentSink& sink);

}  // namespace cohoi::views
