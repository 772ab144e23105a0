#include "web/ui/popover.h"

#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/button.h"
#include "web/ui/internals.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

Rect last_button() { return last_box(); }

struct Popover::State {
  ImGuiID id = 0;
  Rect box;
  float fade_before = 1.0F;
  bool dismissed = false;
  std::unique_ptr<Layer> layer;
  std::unique_ptr<IdScope> scope;
  std::unique_ptr<Scroll> body;
};

Popover::Popover(std::string_view key, const std::string& title, const Rect& anchor, float css_width) : state_(std::make_unique<State>()) {
  State& in = *state_;
  Internals& all = internals();
  in.id = id_of(key);
  const bool on_top = ++all.dialogs >= all.dialogs_before;
  in.scope = std::make_unique<IdScope>(key);
  const bool no_popup = all.popup.owner == 0;
  in.dismissed = semantics().activated(id_of("close")) || (on_top && no_popup && take_key(0, "Escape"));

  const Theme& t = theme();
  const Rect page = page_rect();
  const bool sheet = is_phone();
  const float pad = px(16);
  const float head = pad + px(24) + px(gap_small);
  const float width = sheet ? page.width() : std::min(px(css_width), page.width() - px(32));
  const float measured = recall(sub_id(id_of("body"), "content"), -1.0F);
  const float height = head + std::max(0.0F, measured) + px(8);
  if (sheet) {
    const float most = std::min(height, page.height() - px(32));
    in.box = Rect{ImVec2(page.min.x, page.max.y - most), page.max};
  } else {
    in.box = popup_rect(anchor, ImVec2(width, height));
  }
  in.layer = std::make_unique<Layer>(in.id, page);
  if (sheet) fill(page, t.dim);
  const bool beside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !in.box.contains(ImGui::GetIO().MousePos);
  if (beside && on_top && no_popup && measured >= 0.0F) in.dismissed = true;
  in.fade_before = all.fade;
  if (measured < 0.0F) all.fade = 0.0F;  // the first frame only measures
  soft_shadow(in.box, radius_card, 14.0F);
  fill(in.box, t.raised, radius_card, sheet ? ImDrawFlags_RoundCornersTop : 0);
  if (all.fade > 0.0F) outline(in.box, t.border, radius_card);
  semantics().open(node_of(in.id, Role::dialog, title, in.box));
  const Rect words{ImVec2(in.box.min.x + pad, in.box.min.y + pad), ImVec2(in.box.max.x - pad - px(32), in.box.min.y + pad + px(24))};
  draw_text(words, title, TextStyle::semibold, t.text);
  Node heading = node_of(0, Role::heading, title, words);
  heading.level = 2;
  semantics().leaf(std::move(heading));
  in.body = std::make_unique<Scroll>("body", Rect{ImVec2(in.box.min.x, in.box.min.y + head), ImVec2(in.box.max.x, in.box.max.y - px(4))}, 16.0F, 4.0F);
  region().gap = px(gap_medium);
}

Popover::~Popover() {
  State& in = *state_;
  in.body.reset();
  Region corner;
  corner.width = control_height();
  corner.x = in.box.max.x - px(8) - corner.width;
  corner.y = in.box.min.y + px(28) - std::round(corner.width * 0.5F);
  push_region(corner);
  static_cast<void>(icon_button("close", {.name = text::ui_close(), .icon = icon::x}));
  pop_region();
  in.scope.reset();
  draw_overlays();
  semantics().close();
  internals().fade = in.fade_before;
  in.layer.reset();
}

bool Popover::dismissed() const { return state_->dismissed; }

struct FloatingBar::State {
  ImGuiID id = 0;
  Rect box;
  std::unique_ptr<Layer> layer;
  std::unique_ptr<IdScope> scope;
  std::unique_ptr<Inline> line;
};

FloatingBar::FloatingBar(std::string_view key, const std::string& name, const Rect& within) : state_(std::make_unique<State>()) {
  State& in = *state_;
  in.id = id_of(key);
  in.scope = std::make_unique<IdScope>(key);
  const float pad = px(8);
  const float most = within.width() - px(16);
  const float width = std::min(recall(sub_id(in.id, "width"), most - pad * 2.0F) + pad * 2.0F, most);
  const float height = recall(sub_id(in.id, "height"), control_height()) + pad * 2.0F;
  const float x = std::round(within.centre().x - width * 0.5F);
  in.box = Rect{ImVec2(x, within.max.y - height - px(10)), ImVec2(x + width, within.max.y - px(10))};
  in.layer = std::make_unique<Layer>(in.id, in.box);
  soft_shadow(in.box, radius_card, 12.0F);
  fill(in.box, theme().raised, radius_card);
  outline(in.box, mix(theme().border, theme().border_strong, 0.3F), radius_card);
  semantics().open(node_of(in.id, Role::group, name, in.box));
  Region inner;
  inner.x = in.box.min.x + pad;
  inner.y = in.box.min.y + pad;
  inner.width = most - pad * 2.0F;
  push_region(inner);
  in.line = std::make_unique<Inline>(Align::start, 4.0F);
  region().line_height = control_height();  // words stand on the middle of the buttons, on every line
}

FloatingBar::~FloatingBar() {
  State& in = *state_;
  in.line.reset();
  const Region done = pop_region();
  remember(sub_id(in.id, "width"), std::min(done.natural, done.width));
  remember(sub_id(in.id, "height"), std::max(control_height(), done.y - in.box.min.y - px(8)));
  semantics().close();
  in.scope.reset();
  in.layer.reset();
}

PillEvent pill(std::string_view key, const Pill& look) {
  const ImGuiID id = id_of(key);
  const ImGuiID cross = sub_id(id, "remove");
  const Theme& t = theme();
  const float height = std::max(px(28), context().touch ? px(36) : 0.0F);
  const float tail = look.remove_name.empty() ? px(10) : height;
  const float wanted = px(10) + text_width(look.label, TextStyle::body) + tail;
  const Rect box = place(ImVec2(std::min(wanted, region().width), height));
  const Rect words{box.min, ImVec2(box.max.x - tail, box.max.y)};
  const Touch now = touch(id, words);
  fill(box, now.hovered ? t.hover : t.surface, radius_full);
  outline(box, mix(t.border, t.border_strong, 0.25F), radius_full);
  const bool cut = draw_text(words.from(px(10)), look.label, TextStyle::body, t.text);
  if (cut) offer_tooltip(id, words, look.label, now.ring);
  if (now.ring) focus_ring(box, radius_full);
  semantics().leaf(node_of(id, Role::button, look.label, words));
  if (now.activated) return PillEvent::opened;
  if (look.remove_name.empty()) return PillEvent::none;
  const Rect end = box.right(tail);
  const Touch at = touch(cross, end);
  if (at.hovered) fill(Rect{ImVec2(end.centre().x - px(9), end.centre().y - px(9)), ImVec2(end.centre().x + px(9), end.centre().y + px(9))}, t.pressed, radius_full);
  draw_icon(end.centre(), icon::x, 12.0F, at.hovered || at.ring ? t.text : t.second);
  if (at.ring) focus_ring(end, radius_full);
  semantics().leaf(node_of(cross, Role::button, look.remove_name, end));
  return at.activated ? PillEvent::removed : PillEvent::none;
}

}  // namespace cohoi::ui
