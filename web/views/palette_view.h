// The palette: commands and records found while typing (Ctrl+K).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/ui/finder.h"

namespace cohoi::views {

struct PaletteState {
  std::string typed;
  int active = 0;
  std::vector<ui::FinderSection> sections;  // what `typed` finds
};
// The key of what was chosen; `dismissed` when it is to be closed.
struct PaletteAnswer {
  std::optional<std::string> chosen;
  bool typed = false, dismissed = false;
};
[[nodiscard]] PaletteAnswer draw_palette(PaletteState& state);

}  // namespace cohoi::views
