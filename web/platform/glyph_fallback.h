// Names in any script, and emoji: what our font files lack is drawn by the browser's fonts on a 2D canvas and packed into the atlas.
// No shaping: Arabic, Thai and Indic scripts come out letter by letter.
#pragma once

#include <imgui.h>

namespace cohoi::platform {

// Adds the last source of `font`, which must be the font added last. weight: as in CSS; em_ratio: CSS font size / ImGui font size.
void add_browser_glyphs(ImFontAtlas& atlas, ImFont* font, int weight, float em_ratio);

}  // namespace cohoi::platform
