// A list screen: search inside it, filters, sort by the heads, rows that open their pages. One for all kinds of records.
#pragma once

#include "core/app/models/record_list.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct ListState {
  app::ListRequest request;
};

// The tool bar (search, filters, count) and the grid; fills the remaining height. `name` is the accessible name of the grid.
void draw_list(app::RecordList& model, ListState& state, const std::string& name, IntentSink& sink);
// The same as a whole page with its title and New button.
void draw_list_page(app::RecordList& model, ListState& state, const std::string& title, IntentSink& sink);

}  // namespace cohoi::views
