// The product's fonts in ImGui's dynamic atlas: any size, glyphs baked as they are drawn.
#pragma once

#include <imgui.h>

namespace cohoi::platform {

struct Fonts {
  ImFont* regular = nullptr;   // Be Vietnam Pro, with Lucide's icons merged in
  ImFont* semibold = nullptr;
  // CSS font size over ImGui font size: ImGui counts ascent + descent, CSS the em.
  float em_ratio = 1;
};

// From the files the page fetched. Missing ones (a failed request) leave the pointers null: the page has said so already.
[[nodiscard]] Fonts load_fonts(ImFontAtlas& atlas);

}  // namespace cohoi::platform
