// Duplicates (#/duplicates): groups of records that look like one, and one group's records beside each other, to be merged or kept apart.
#pragma once

#include "core/app/models/duplicates_page.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct DuplicatesState {
  std::string kind = "lead";
  std::size_t limit = 20;
  bool comparing = false;  // what the address names; set by the shell
};

void draw_duplicates(app::DuplicatesPage& page, DuplicatesState& state, IntentSink& sink);
// What it is for, and the way there; a section of other pages.
void draw_way_to_duplicates();

}  // namespace cohoi::views
