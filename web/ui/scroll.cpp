#include "web/ui/scroll.h"

#include <cmath>

#include "web/ui/internals.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

struct Scroll::State {
  ImGuiID id = 0;
  Rect view;
  ImVec2 position{}, content{};
  float padding_y = 0.0F;
  bool measured = false;
  bool sideways = false;
  std::unique_ptr<Clip> clip;

  void open();
  void draw_bar(bool upright) const;
};

void Scroll::State::open() {
  const ImVec2 told = semantics().scroll_of(id).value_or(ImVec2(0, 0));
  position = told;
  position.x = std::clamp(position.x, 0.0F, std::max(0.0F, content.x - view.width()));
  position.y = std::clamp(position.y, 0.0F, std::max(0.0F, content.y - view.height()));
  // The content has shrunk: the DOM follows, or its elements would lie beside their pictures.
  if (position.x != told.x || position.y != told.y) semantics().set_scroll(id, position);
  Node node = node_of(id, Role::scroll, {}, view);
  node.content_width = content.x;
  node.content_height = content.y;
  semantics().open(std::move(node));
  internals().ids.push_back(IdLevel{id, 0});
  clip = std::make_unique<Clip>(view);
  sideways = content.x > view.width() + 1.0F;
  internals().sideways += sideways ? 1 : 0;
  ++internals().scroll_depth;
}

// Thin, rounded, over the content at the edge; it can be carried by the pointer.
void Scroll::State::draw_bar(bool upright) const {
  const float room = upright ? view.height() : view.width();
  const float whole = upright ? content.y : content.x;
  if (whole <= room + 1.0F || room <= 0.0F) return;
  const float at = upright ? position.y : position.x;
  const float length = std::max(px(28), room * room / whole);
  const float start = (room - length) * at / (whole - room);
  const float thick = px(5);
  const float edge = px(2);
  const Rect track = upright ? view.right(thick + edge * 2.0F) : view.bottom(thick + edge * 2.0F);
  const Rect thumb = upright ? Rect{ImVec2(view.max.x - edge - thick, view.min.y + start), ImVec2(view.max.x - edge, view.min.y + start + length)}
                             : Rect{ImVec2(view.min.x + start, view.max.y - edge - thick), ImVec2(view.min.x + start + length, view.max.y - edge)};
  Internals& in = internals();
  const ImGuiID grip = sub_id(id, upright ? "bar-y" : "bar-x");
  const bool hovered = pointer_in(track);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && in.drag.source == 0) {
    in.drag.source = grip;
    in.drag.offset = thumb.contains(mouse) ? ImVec2(mouse.x - thumb.min.x, mouse.y - thumb.min.y) : ImVec2(length * 0.5F, length * 0.5F);
  }
  const bool carried = in.drag.source == grip && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (carried && room > length) {
    const float along = upright ? mouse.y - in.drag.offset.y - view.min.y : mouse.x - in.drag.offset.x - view.min.x;
    const float wanted = std::clamp(along / (room - length), 0.0F, 1.0F) * (whole - room);
    if (std::abs(wanted - at) >= 1.0F) semantics().set_scroll(id, upright ? ImVec2(position.x, wanted) : ImVec2(wanted, position.y));
  }
  const ImU32 quiet = mix(theme().surface, theme().border_strong, 0.35F);
  fill(thumb, hovered || carried ? theme().border_strong : quiet, radius_full);
}

Scroll::Scroll(std::string_view key, const Rect& view, float css_padding_x, float css_padding_y) : state_(std::make_unique<State>()) {
  State& in = *state_;
  in.id = id_of(key);
  in.view = view;
  in.measured = true;
  in.padding_y = px(css_padding_y);
  in.content = ImVec2(view.width(), recall(sub_id(in.id, "content"), view.height()));
  in.open();
  Region inner;
  inner.x = view.min.x + px(css_padding_x);
  inner.width = std::max(0.0F, view.width() - px(css_padding_x) * 2.0F);
  inner.y = view.min.y - in.position.y + in.padding_y;
  inner.gap = px(gap_medium);
  push_region(inner);
}

Scroll::Scroll(std::string_view key, const Rect& view, ImVec2 content) : state_(std::make_unique<State>()) {
  State& in = *state_;
  in.id = id_of(key);
  in.view = view;
  in.content = content;
  in.open();
  Region inner;
  inner.x = view.min.x - in.position.x;
  inner.width = std::max(content.x, view.width());
  inner.y = view.min.y - in.position.y;
  push_region(inner);
}

Scroll::~Scroll() {
  State& in = *state_;
  const Region done = pop_region();
  if (in.measured) {
    const float height = std::ceil(done.y + in.padding_y - (in.view.min.y - in.position.y));
    remember(sub_id(in.id, "content"), height);
    in.content.y = height;
  }
  in.draw_bar(true);
  in.draw_bar(false);
  in.clip.reset();
  internals().sideways -= in.sideways ? 1 : 0;
  --internals().scroll_depth;
  internals().ids.pop_back();
  semantics().close();
}

ImVec2 Scroll::position() const { return state_->position; }
ImVec2 Scroll::origin() const {
  return ImVec2(state_->view.min.x - state_->position.x, state_->view.min.y - state_->position.y);
}
ImGuiID Scroll::id() const { return state_->id; }

void scroll_to_show(ImGuiID id, const Rect& view, float top, float bottom) {
  const ImVec2 at = semantics().scroll_of(id).value_or(ImVec2(0, 0));
  float y = at.y;
  if (bottom > y + view.height()) y = bottom - view.height();
  if (top < y) y = top;
  if (y != at.y) semantics().set_scroll(id, ImVec2(at.x, y));
}

}  // namespace cohoi::ui
