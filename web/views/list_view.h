// A list screen: views, search and filter, columns, rows with cells that can be edited, selection with what can be done to it. One for
// all kinds of records.
#pragma once

#include "web/views/list_state.h"

namespace cohoi::views {

// The tool bar and the grid; fills the remaining height. `name` is the accessible name of the grid.
void draw_list(app::RecordList& model, ListState& state, const std::string& name, IntentSink& sink);
// What hangs over it (filter builder, columns, dialogs): after the page's scope.
void draw_list_panels(app::RecordList& model, ListState& state, IntentSink& sink);
// Both as a whole page with its title and New button.
void draw_list_page(app::RecordList& model, ListState& state, const std::string& title, IntentSink& sink);
// What was refused of a bulk command, with reasons.
void draw_bulk_result(const app::Outcome& outcome, IntentSink& sink);

}  // namespace cohoi::views
