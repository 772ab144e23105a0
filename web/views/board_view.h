// Opportunities as a board or as a list: the same search and filters over both.
#pragma once

#include "core/app/models/opportunity_board.h"
#include "web/ui/board.h"
#include "web/views/list_view.h"

namespace cohoi::views {

struct OpportunitiesState {
  ListState list;
  std::string view = "board";  // or "list"
  app::BoardRequest board;     // its filter is the list's
  std::vector<std::string> folded;   // columns and lanes
  std::uint64_t board_version = 0;   // another one after folding
  ui::BoardState drawn;
};

void draw_opportunities(app::OpportunityBoard& board, app::RecordList& list, OpportunitiesState& state, IntentSink& sink);

// What the device remembers of the board: order, lanes, closed columns, what is folded. One line; reading skips what it does not know.
[[nodiscard]] std::string board_habits(const OpportunitiesState& state);
void take_board_habits(OpportunitiesState& state, std::string_view line);

}  // namespace cohoi::views
