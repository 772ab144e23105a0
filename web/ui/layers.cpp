#include <imgui_internal.h>

#include <cstdio>
#include <utility>

#include "web/ui/internals.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

Layer::Layer(ImGuiID id, const Rect& rect, bool front) {
  char name[32];
  std::snprintf(name, sizeof name, "##layer%08x", static_cast<unsigned>(id));
  ImGui::SetNextWindowPos(rect.min);
  ImGui::SetNextWindowSize(ImVec2(std::max(1.0F, rect.width()), std::max(1.0F, rect.height())));
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  // Windows keep the order of their first appearance; ours lie in the order they are drawn in.
  if (front) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  // A shadow may fall outside.
  const ImVec2 page = ImGui::GetIO().DisplaySize;
  ImGui::PushClipRect(ImVec2(0, 0), page, false);
}

Layer::~Layer() {
  ImGui::PopClipRect();
  ImGui::End();
}

void draw_dim() {
  constexpr double motion = 0.12;  // seconds
  Internals& in = internals();
  if (in.dim_frame < in.frame - 1) in.dim_since = context().now;
  in.dim_frame = in.frame;
  const double share = context().reduced_motion ? 1.0 : std::min(1.0, (context().now - in.dim_since) / motion);
  const ImU32 dim = theme().dim;
  fill(page_rect(), mix(dim & ~static_cast<ImU32>(IM_COL32_A_MASK), dim, static_cast<float>(share)));
  if (share < 1.0) context().request_frame();
}

void draw_overlays() {
  for (const auto& draw : std::exchange(internals().overlays, {})) draw();
}

void offer_tooltip(ImGuiID id, const Rect& rect, std::string_view words, bool focus_shown) {
  if (words.empty() || context().touch || internals().popup.owner != 0 || internals().drag.moving) return;
  if (!focus_shown && !pointer_in(rect)) return;
  Tooltip& tip = internals().tooltip;
  if (tip.owner != id) {
    tip.owner = id;
    tip.since = context().now;
  }
  tip.wanted = id;
  tip.anchor = rect;
  tip.words = words;
  tip.by_focus = focus_shown;
}

void draw_tooltip() {
  constexpr double patience = 0.4;
  Tooltip& tip = internals().tooltip;
  if (std::exchange(tip.wanted, 0U) != tip.owner || tip.owner == 0) {
    tip.owner = 0;
    return;
  }
  // Escape or a press sends it away until the pointer has left.
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) tip.since = context().now + 3600.0;
  const double left = tip.since + patience - context().now;
  if (left > 0.0) {
    if (left < patience + 0.1) context().wake_after(left);
    return;
  }
  const float most = std::min(px(320), page_rect().width() - px(32));
  const float width = std::min(text_width(tip.words, TextStyle::caption), most);
  const float height = wrapped_height(tip.words, TextStyle::caption, width);
  const Rect page = page_rect().inset(px(8), px(8));
  const ImVec2 size(width + px(16), height + px(10));
  const bool below = tip.anchor.max.y + px(6) + size.y <= page.max.y;
  const float x = std::clamp(tip.anchor.centre().x - size.x * 0.5F, page.min.x, std::max(page.min.x, page.max.x - size.x));
  const float y = below ? tip.anchor.max.y + px(6) : tip.anchor.min.y - px(6) - size.y;
  const Rect box = Rect{ImVec2(x, y), ImVec2(x + size.x, y + size.y)};
  const Layer layer(sub_id(1U, "tooltip"), box);
  soft_shadow(box, radius_control, 8.0F);
  fill(box, theme().text, radius_control);
  draw_wrapped(box.inset(px(8), px(5)), tip.words, TextStyle::caption, theme().page);
}

Rect page_rect() { return Rect{ImVec2(0, 0), ImGui::GetIO().DisplaySize}; }

Rect popup_rect(const Rect& anchor, ImVec2 size) {
  const Rect page = page_rect().inset(px(8), px(8));
  const float gap = px(4);
  const float below = page.max.y - anchor.max.y - gap;
  const float above = anchor.min.y - gap - page.min.y;
  const bool down = below >= size.y || below >= above;
  const float height = std::min(size.y, std::max(px(44), down ? below : above));
  const float width = std::min(size.x, page.width());
  const float x = std::clamp(anchor.min.x, page.min.x, std::max(page.min.x, page.max.x - width));
  const float y = down ? anchor.max.y + gap : anchor.min.y - gap - height;
  return Rect{ImVec2(x, y), ImVec2(x + width, y + height)};
}

}  // namespace cohoi::ui
