// Home: what is due, what could move on, the month and the funnel; in an empty product the three ways in.
#pragma once

#include "core/app/models/home.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct HomeState {
  std::string whose = "everybody";  // or "mine"
  int days_without_backup = 0;      // 0 = nothing to say about it
};

void draw_home(const app::Home& model, HomeState& state, IntentSink& sink);

}  // namespace cohoi::views
