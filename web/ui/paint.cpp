#include "web/ui/paint.h"

#include <imgui_internal.h>

#include <cmath>

#include "web/ui/internals.h"

namespace cohoi::ui {

namespace {

ImU32 faded(ImU32 colour) {
  const float fade = internals().fade;
  if (fade >= 1.0F) return colour;
  const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xFFU) * fade;
  return (colour & ~static_cast<ImU32>(IM_COL32_A_MASK)) | (static_cast<ImU32>(alpha) << IM_COL32_A_SHIFT);
}

float radius_of(const Rect& rect, float css) {
  return css <= 0.0F ? 0.0F : std::min(css * context().scale, std::min(rect.width(), rect.height()) * 0.5F);
}

}  // namespace

void fill(const Rect& rect, ImU32 colour, float css_radius, ImDrawFlags corners) {
  if (!is_visible(rect)) return;
  canvas()->AddRectFilled(rect.min, rect.max, faded(colour), radius_of(rect, css_radius), corners);
}

void outline(const Rect& rect, ImU32 colour, float css_radius, float css_thickness) {
  if (!is_visible(rect)) return;
  const float thick = std::max(1.0F, std::floor(css_thickness * context().scale));
  // ImGui centres the stroke on the edge less half a pixel: keep it wholly inside, on whole pixels.
  const float in = (thick - 1.0F) * 0.5F;
  canvas()->AddRect(rect.inset(in, in).min, rect.inset(in, in).max, faded(colour), radius_of(rect, css_radius) - in, 0, thick);
}

void soft_shadow(const Rect& rect, float css_radius, float css_depth) {
  if (!is_visible(rect.inset(-px(24), -px(24)))) return;
  const bool deep = css_depth > 4.0F;
  const int layers = deep ? 12 : 3;
  const ImU32 colour = deep ? mix(theme().shadow & ~static_cast<ImU32>(IM_COL32_A_MASK), theme().shadow, 0.5F) : theme().shadow;
  const float drop = css_depth * context().scale * (deep ? 0.4F : 0.5F);
  for (int layer = layers; layer > 0; --layer) {
    // Dense at the box, thin outside: the last ring is not seen as an edge.
    const float share = static_cast<float>(layer) / static_cast<float>(layers);
    const float spread = css_depth * 1.4F * context().scale * share * share;
    const Rect box = rect.inset(-spread, -spread).moved(0.0F, drop);
    canvas()->AddRectFilled(box.min, box.max, faded(colour), radius_of(box, css_radius + spread / context().scale));
  }
}

void focus_ring(const Rect& rect, float css_radius) {
  const float grow = px(2);
  const Rect box = rect.inset(-grow, -grow);
  const float thick = std::max(2.0F, px(2));
  canvas()->AddRect(box.min, box.max, faded(theme().accent), radius_of(box, css_radius + 2.0F), 0, thick);
}

void line(ImVec2 from, ImVec2 to, ImU32 colour, float css_thickness) {
  const float thick = std::max(1.0F, std::floor(css_thickness * context().scale));
  // Straight lines as rectangles: never blurred over two pixels.
  if (from.y == to.y || from.x == to.x) {
    const ImVec2 low(std::min(from.x, to.x), std::min(from.y, to.y));
    const ImVec2 high(std::max(from.x, to.x), std::max(from.y, to.y));
    canvas()->AddRectFilled(low, ImVec2(high.x + (from.x == to.x ? thick : 0.0F), high.y + (from.y == to.y ? thick : 0.0F)), faded(colour));
    return;
  }
  canvas()->AddLine(from, to, faded(colour), css_thickness * context().scale);
}

void dot(ImVec2 centre, float css_radius, ImU32 colour) {
  canvas()->AddCircleFilled(centre, css_radius * context().scale, faded(colour));
}

ImU32 mix(ImU32 one, ImU32 other, float share) {
  ImU32 result = 0;
  for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT, IM_COL32_A_SHIFT}) {
    const auto from = static_cast<float>((one >> shift) & 0xFFU);
    const auto to = static_cast<float>((other >> shift) & 0xFFU);
    result |= static_cast<ImU32>(std::lround(from + (to - from) * share)) << shift;
  }
  return result;
}

Clip::Clip(const Rect& rect) { ImGui::PushClipRect(rect.min, rect.max, true); }
Clip::~Clip() { ImGui::PopClipRect(); }

Rect current_clip() {
  const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
  return Rect{clip.Min, clip.Max};
}

bool is_visible(const Rect& rect) { return internals().fade > 0.0F && rect.overlaps(current_clip()); }

}  // namespace cohoi::ui
