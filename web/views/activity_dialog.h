// The dialog of an activity: what was done is logged, what shall be done is planned (its date may stand in the sentence), and an old one
// is edited, moved or deleted. Enter saves.
#pragma once

#include "core/app/models/activity_form.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct ActivityState {
  app::ActivityForm form;
  bool logs = false;          // opened from a record's own buttons: what it is about is clear
  std::map<std::string, Message> errors;
  std::vector<app::OfferedRecord> offers;
  bool asked = false;         // the first offers are there
  std::string told;           // the date last announced
};
void draw_activity_dialog(ActivityState& state, const app::ActivityForms& forms, IntentSink& sink);

}  // namespace cohoi::views
