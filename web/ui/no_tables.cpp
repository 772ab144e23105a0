// Dear ImGui without its tables and columns: our lists draw themselves (list.cpp), and the rest of ImGui only names these
// for windows that hold a table. Left out, they spare every first visit 13 kB of program and more. The one file that takes ImGui's own symbols.
#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {

namespace {
void never() { IM_ASSERT(false && "tables and columns are not linked"); }
}  // namespace

void EndTable() { never(); }
void TableEndRow(ImGuiTable*) { never(); }
void TableEndCell(ImGuiTable*) { never(); }
void TablePushBackgroundChannel() { never(); }
void TablePopBackgroundChannel() { never(); }
void TablePushColumnChannel(int) { never(); }
void TablePopColumnChannel() { never(); }
void EndColumns() { never(); }
void PushColumnsBackground() { never(); }
void PopColumnsBackground() { never(); }
float GetColumnOffsetFromNorm(const ImGuiOldColumns*, float) { return 0; }

// Called for the tables there are: none.
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
