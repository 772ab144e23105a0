// Inside the charts. For web/ui only.
#pragma once

#include <imgui.h>

#include "web/ui/chart.h"

namespace cohoi::ui {

[[nodiscard]] ImU32 ink_of(ChartInk ink);
// A card beside the pointer with everything one point holds, above all else.
void show_chart_values(const Chart& look, std::size_t point, ImVec2 pointer);

}  // namespace cohoi::ui
