// A part of the screen that scrolls. The DOM owns the position; here the content is drawn shifted by it and clipped, with a
// thin bar of our own.
#pragma once

#include <imgui.h>

#include <memory>
#include <string_view>

#include "web/ui/rect.h"

namespace cohoi::ui {

class Scroll {
 public:
  // Content as tall as it is drawn, in a region of the rectangle's width less the padding.
  Scroll(std::string_view key, const Rect& view, float css_padding_x = 0.0F, float css_padding_y = 0.0F);
  // Content of a known size (virtualised): draw at origin() + your own offsets. Device pixels.
  Scroll(std::string_view key, const Rect& view, ImVec2 content);
  ~Scroll();
  Scroll(const Scroll&) = delete;
  Scroll& operator=(const Scroll&) = delete;

  [[nodiscard]] ImVec2 position() const;  // device pixels from the top left of the content
  [[nodiscard]] ImVec2 origin() const;    // where the content's top left is on the canvas
  [[nodiscard]] ImGuiID id() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The key of a scroll area in the current scope may be asked to show a span of its content (device pixels).
void scroll_to_show(ImGuiID id, const Rect& view, float top, float bottom);

}  // namespace cohoi::ui
