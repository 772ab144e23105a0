// The sheet of all keys ("?").
#pragma once

#include <string>
#include <vector>

#include "web/views/intent.h"

namespace cohoi::views {

struct KeyLine { std::string label, keys; };
struct KeyGroup { std::string title; std::vector<KeyLine> lines; };

// True when `single` (letters without Ctrl work as keys) was changed.
[[nodiscard]] bool draw_keys_sheet(const std::vector<KeyGroup>& groups, bool& single, IntentSink& sink);

}  // namespace cohoi::views
