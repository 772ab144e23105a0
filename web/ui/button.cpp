#include "web/ui/button.h"

#include <cmath>

#include "web/ui/internals.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

struct Colours {
  ImU32 back, ink, edge;  // 0 = none
};

Colours colours_of(ButtonKind kind, const Touch& now, bool refused, bool on) {
  const Theme& t = theme();
  if (refused) return {kind == ButtonKind::quiet ? 0U : t.neutral_soft, t.second, kind == ButtonKind::secondary ? t.border : 0U};
  switch (kind) {
    case ButtonKind::primary: return {now.held ? t.accent_pressed : now.hovered ? t.accent_hover : t.accent, t.on_accent, 0U};
    case ButtonKind::danger: return {now.hovered ? t.bad_hover : t.bad, t.on_bad, 0U};
    case ButtonKind::secondary:
      if (on) return {t.accent_soft, t.accent, t.accent};
      return {now.held ? t.pressed : now.hovered ? t.hover : t.surface, t.text, mix(t.border, t.border_strong, 0.25F)};
    case ButtonKind::quiet:
      if (on) return {t.accent_soft, t.accent, 0U};
      return {now.held ? t.pressed : now.hovered ? mix(t.hover, t.pressed, 0.6F) : 0U, t.text, 0U};
  }
  return {};
}

void paint_box(const Rect& box, const Colours& colours, const Touch& now) {
  if (colours.back != 0U) fill(box, colours.back, radius_control);
  if (colours.edge != 0U) outline(box, colours.edge, radius_control);
  if (now.ring) focus_ring(box, radius_control);
}

}  // namespace

bool button(std::string_view key, const Button& look) {
  const ImGuiID id = id_of(key);
  const float pad = px(look.label.empty() ? 8.0F : 12.0F);
  const float lead = look.icon == nullptr ? 0.0F : px(look.label.empty() ? 16.0F : 16.0F + 6.0F);
  const float label = text_width(look.label, TextStyle::semibold);
  const ImVec2 size(pad * 2.0F + lead + label, control_height());
  const Rect box = look.wide ? place(control_height()) : place(size);
  const Touch now = touch(id, box);
  const bool on = look.pressed == Tristate::yes || (look.expanded == Tristate::yes && look.kind != ButtonKind::primary);
  const Colours colours = colours_of(look.kind, now, look.refused, on);
  paint_box(box, colours, now);

  const float content = std::min(lead + label, box.width() - pad * 2.0F);
  const float x = std::max(box.min.x + pad, std::floor(box.centre().x - content * 0.5F));
  if (look.icon != nullptr) draw_icon(ImVec2(x + px(8), box.centre().y), look.icon, 16.0F, colours.ink);
  const Rect text_box{ImVec2(x + lead, box.min.y), ImVec2(std::max(x + lead, box.max.x - pad), box.max.y)};
  const bool cut = draw_text(text_box, look.label, TextStyle::semibold, colours.ink);

  Node node = node_of(id, Role::button, look.name.empty() ? look.label : look.name, box);
  node.hint = !look.hint.empty() ? look.hint : cut ? look.label : std::string();
  node.disabled = look.refused;
  node.pressed = look.pressed;
  node.expanded = look.expanded;
  internals().last_box = box;
  offer_tooltip(id, box, node.hint, now.ring);
  semantics().leaf(std::move(node));
  return now.activated;
}

bool icon_button(std::string_view key, const IconButton& look) {
  const ImGuiID id = id_of(key);
  const bool bar = !look.caption.empty();
  const Rect box = bar ? place(ImVec2(region().width, px(56))) : place(ImVec2(control_height(), control_height()));
  const Touch now = touch(id, box);
  Colours colours = colours_of(look.kind, now, look.refused, look.pressed == Tristate::yes || look.expanded == Tristate::yes);
  // Quiet icons step back until they are wanted.
  if (look.kind == ButtonKind::quiet && look.pressed != Tristate::yes && !now.hovered) colours.ink = theme().second;
  paint_box(box, colours, now);
  draw_icon(bar ? ImVec2(box.centre().x, box.min.y + px(18)) : box.centre(), look.icon, bar ? 20.0F : 16.0F, colours.ink);
  if (bar) draw_text(box.below(px(32)).top(px(16)), look.caption, TextStyle::tab, colours.ink, Align::centre);
  Node node = node_of(id, Role::button, look.name, box);
  node.hint = look.hint;
  offer_tooltip(id, box, look.hint.empty() ? look.name : look.hint, now.ring);
  node.disabled = look.refused;
  node.pressed = look.pressed;
  node.expanded = look.expanded;
  internals().last_box = box;
  semantics().leaf(std::move(node));
  return now.activated;
}

bool link(std::string_view key, const Link& look) {
  const ImGuiID id = id_of(key);
  const float lead = look.icon == nullptr ? 0.0F : px(16.0F + 4.0F);
  const float label = text_width(look.label, look.style);
  const float height = std::max(metrics(look.style).line_height, context().touch ? px(24) : 0.0F);
  const Rect room = place_up_to(ImVec2(lead + label, height));
  const Rect box = room.left(std::min(room.width(), lead + label));
  const Touch now = touch(id, box);
  if (look.icon != nullptr) draw_icon(ImVec2(box.min.x + px(8), box.centre().y), look.icon, 16.0F, theme().accent);
  const bool cut = draw_text(box.from(lead), look.label, look.style, theme().accent);
  if (now.hovered) {
    const float y = box.centre().y + metrics(look.style).em * 0.5F + 1.0F;
    line(ImVec2(box.min.x + lead, std::round(y)), ImVec2(box.max.x, std::round(y)), theme().accent);
  }
  if (now.ring) focus_ring(box.inset(-px(2), 0.0F), radius_control);
  Node node = node_of(id, Role::link, look.label, box);
  node.href = look.href;
  node.hint = !look.hint.empty() ? look.hint : cut ? look.label : std::string();
  offer_tooltip(id, box, node.hint, now.ring);
  semantics().leaf(std::move(node));
  return now.activated;
}

bool navigation_link(std::string_view key, const NavigationLink& look) {
  const ImGuiID id = id_of(key);
  const float square = std::max(control_height(), px(36));
  const Rect box = look.bar         ? place(ImVec2(region().width, px(56)))
                   : look.icon_only ? place(ImVec2(square, square))
                                    : place(std::max(px(32), control_height()));
  const Touch now = touch(id, box);
  const Theme& t = theme();
  if (!look.bar && look.current) fill(box, t.accent_soft, radius_control);
  else if (!look.bar && now.hovered) fill(box, mix(t.hover, t.pressed, 0.5F), radius_control);
  const ImU32 ink = look.current ? t.accent : now.hovered ? t.text : t.second;
  bool cut = false;
  if (look.bar) {
    draw_icon(ImVec2(box.centre().x, box.min.y + px(18)), look.icon, 20.0F, ink);
    cut = draw_text(box.below(px(32)).top(px(16)), look.label, TextStyle::tab, ink, Align::centre);
  } else if (look.icon_only) {
    draw_icon(box.centre(), look.icon, 18.0F, ink);
  } else {
    draw_icon(ImVec2(box.min.x + px(10.0F + 8.0F), box.centre().y), look.icon, 16.0F, ink);
    Rect label = box.from(px(10.0F + 16.0F + 10.0F));
    label.max.x -= px(8);
    cut = draw_text(label, look.label, look.current ? TextStyle::semibold : TextStyle::body, look.current ? t.accent : t.text);
  }
  if (now.ring) focus_ring(box.inset(px(2), px(2)), radius_control);
  Node node = node_of(id, Role::link, look.label, box);
  node.href = look.href;
  node.current = look.current;
  if (look.icon_only || cut) offer_tooltip(id, box, look.label, now.ring);
  semantics().leaf(std::move(node));
  return now.activated;
}

}  // namespace cohoi::ui
