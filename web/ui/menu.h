// A button that opens a short list of commands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/button.h"

namespace cohoi::ui {

struct MenuItem {
  std::string key;
  std::string label;
  Icon icon = nullptr;
  std::string shortcut;     // shown at the end
  bool refused = false;
  bool danger = false;
  bool chosen = false;      // a tick in front
  bool divided = false;     // a hairline above
  std::string hint;
};

// The key of the item that was chosen in this frame. Arrows, Home, End, Enter and Escape work; focus returns to the button.
[[nodiscard]] std::optional<std::string> menu_button(std::string_view key, const Button& look, const std::vector<MenuItem>& items);
[[nodiscard]] std::optional<std::string> menu_icon_button(std::string_view key, const IconButton& look, const std::vector<MenuItem>& items);

}  // namespace cohoi::ui
