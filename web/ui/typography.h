// Text on the canvas: styles, measuring, and drawing that never leaves its box unseen.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/rect.h"

namespace cohoi::ui {

// A glyph of the icon font from generated/icons.h; null = none.
using Icon = const char*;

enum class TextStyle : std::uint8_t {
  title,     // 22 semibold
  section,   // 16 semibold
  body,      // 14
  semibold,  // 14 semibold
  caption,   // 12
  caption_semibold,
  figure,    // 22 semibold, for key figures (all figures are tabular)
  tab,       // 11, under the icons of the bottom bar only
};

enum class Align : std::uint8_t { start, centre, end };

struct StyleMetrics {
  ImFont* font;
  float size;         // ImGui size: em × (ascent + descent)
  float em;           // what CSS calls font-size, device pixels
  float line_height;  // device pixels
};
[[nodiscard]] StyleMetrics metrics(TextStyle style);

[[nodiscard]] float text_width(std::string_view text, TextStyle style);           // device pixels, whole
[[nodiscard]] float wrapped_height(std::string_view text, TextStyle style, float width, int most_lines = 0);  // 0 = any

// One line, centred in the height of the box. Too long: ends in "…" and returns true, so that the caller offers the whole text
// (a node's name or hint). Pictures only; the caller records the node.
bool draw_text(const Rect& box, std::string_view text, TextStyle style, ImU32 ink, Align align = Align::start);
// Wrapped at words from the top of the box; the last allowed line ends in "…". Returns whether something was cut.
bool draw_wrapped(const Rect& box, std::string_view text, TextStyle style, ImU32 ink, int most_lines = 0);
// The glyph's 24-unit square, `css_size` wide, centred on the point.
void draw_icon(ImVec2 centre, Icon icon, float css_size, ImU32 ink);

// Tests only: texts of this frame that were drawn wider than their clip and not shortened on purpose.
[[nodiscard]] const std::vector<std::string>& overflowing_texts();

}  // namespace cohoi::ui
