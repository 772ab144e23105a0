// Keys as the table of commands writes them ("g l", "mod+shift+z|mod+y"), for eyes and for screen readers.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/rect.h"

namespace cohoi::ui {

// In words: "G then L", "Ctrl+Shift+Z"; Cmd on an Apple keyboard. Of several ways the first.
[[nodiscard]] std::string words_of_keys(std::string_view keys);
// The words with the keys behind them, for tooltips: "Undo (Ctrl+Z)".
[[nodiscard]] std::string with_keys(const std::string& words, std::string_view keys);
[[nodiscard]] float keycaps_width(std::string_view keys);            // device pixels
void draw_keycaps(const Rect& box, std::string_view keys);           // at the right end, picture only

}  // namespace cohoi::ui
