// Home: what is due, what could move on, the month and the funnel; in an empty product the three ways in.
#pragma once

#include "core/app/models/home.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct HomeState {
  std::string whose = "everybody";  // or "mine"
};

void draw_home(const app::Home& model, HomeState& state, IntentSink& sink);

}  // namespace cohoi::views
