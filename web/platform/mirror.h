// The DOM elements over the canvas: carries the semantics' diff out and the elements' events in.
#pragma once

#include "web/platform/canvas_backend.h"
#include "web/ui/semantics.h"

#include <string>

namespace cohoi::platform {

class Mirror {
 public:
  // Both must outlive this.
  Mirror(ui::Semantics& semantics, CanvasBackend& canvas) : semantics_(semantics), canvas_(canvas) {}
  Mirror(const Mirror&) = delete;
  Mirror& operator=(const Mirror&) = delete;

  // em_ratio: size of the font as CSS counts it (the em) over the size as ImGui does (ascent + descent).
  void attach(float em_ratio);
  void show(const std::string& patch);

  // From JS (js_bridge.h). Clicks, choices and keys are drawn at once, so that what they open (a file chooser, a copy) still
  // happens inside the user's gesture, and so that a key's fate is known before the browser asks.
  void clicked(ImGuiID id, bool twice, bool ctrl, bool shift);
  void typed(ImGuiID id, std::string value, bool committed);
  void chosen(ImGuiID id, std::string value);
  void focused(ImGuiID id, bool visible);
  void scrolled(ImGuiID id, ImVec2 position);
  [[nodiscard]] bool key_pressed(ui::KeyPress key);

 private:
  void settle();

  ui::Semantics& semantics_;
  CanvasBackend& canvas_;
};

}  // namespace cohoi::platform
