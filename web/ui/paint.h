// Shapes in the product's manner: rounded, hairline borders, soft shadows. For widgets, and for the charts of the reports.
#pragma once

#include <imgui.h>

#include "web/ui/rect.h"

namespace cohoi::ui {

// Radii in CSS pixels (UX.md "Look").
inline constexpr float radius_card = 8.0F;
inline constexpr float radius_control = 6.0F;
inline constexpr float radius_full = 999.0F;

void fill(const Rect& rect, ImU32 colour, float css_radius = 0.0F, ImDrawFlags corners = 0);
void outline(const Rect& rect, ImU32 colour, float css_radius = 0.0F, float css_thickness = 1.0F);
void soft_shadow(const Rect& rect, float css_radius, float css_depth = 2.0F);
void focus_ring(const Rect& rect, float css_radius);  // outside the rectangle
void line(ImVec2 from, ImVec2 to, ImU32 colour, float css_thickness = 1.0F);
void dot(ImVec2 centre, float css_radius, ImU32 colour);
[[nodiscard]] ImU32 mix(ImU32 one, ImU32 other, float share);  // share of `other`, 0 … 1

// Draws and hears only inside the rectangle until the end of the scope.
class Clip {
 public:
  explicit Clip(const Rect& rect);
  ~Clip();
  Clip(const Clip&) = delete;
  Clip& operator=(const Clip&) = delete;
};
[[nodiscard]] Rect current_clip();
[[nodiscard]] bool is_visible(const Rect& rect);  // any part inside the clip

}  // namespace cohoi::ui
