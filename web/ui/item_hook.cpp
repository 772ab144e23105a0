// Dear ImGui's test-engine hooks (IMGUI_ENABLE_TEST_ENGINE), used to prove that no item is drawn without a node in the mirror.
#include "web/ui/semantics.h"

#include <imgui_internal.h>

namespace {

cohoi::ui::Semantics* semantics_of(ImGuiContext* context) {
  return static_cast<cohoi::ui::Semantics*>(context->TestEngine);
}

// Windows, child windows included, report themselves as items: they are places, not controls.
bool is_window(ImGuiContext* context, ImGuiID id) {
  for (const ImGuiWindow* window : context->Windows) {
    if (window->ID == id || window->ChildId == id) return true;
  }
  return false;
}

}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect&, const ImGuiLastItemData*) {
  cohoi::ui::Semantics* semantics = semantics_of(context);
  if (semantics == nullptr || id == 0 || is_window(context, id)) return;
  semantics->note_item(id, nullptr);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label, ImGuiItemStatusFlags) {
  cohoi::ui::Semantics* semantics = semantics_of(context);
  if (semantics == nullptr || id == 0 || is_window(context, id)) return;
  semantics->note_item(id, label);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

void cohoi::ui::watch_items(ImGuiContext* context, Semantics* semantics) {
  context->TestEngine = semantics;
  context->TestEngineHookItems = semantics != nullptr;
}
