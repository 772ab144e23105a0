// Opportunities as a board or as a list: the same search and filters over both.
#pragma once

#include "core/app/models/opportunity_board.h"
#include "web/views/list_view.h"

namespace cohoi::views {

struct OpportunitiesState {
  ListState list;
  std::string view = "board";  // or "list"
  std::vector<std::string> folded;
};

void draw_opportunities(app::OpportunityBoard& board, app::RecordList& list, OpportunitiesState& state, IntentSink& sink);

}  // namespace cohoi::views
