#include "web/ui/menu.h"

#include <utility>

#include "generated/icons.h"
#include "web/ui/internals.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr int patience_frames = 12;  // the DOM needs a few frames to put the focus into a new menu

ImGuiID item_id(ImGuiID menu, const MenuItem& item) { return sub_id(sub_id(menu, "item"), item.key); }

void close_menu(ImGuiID menu, bool refocus) {
  internals().popup = Popup{};
  if (refocus) semantics().focus(menu);
}

bool focus_inside(ImGuiID menu, const std::vector<MenuItem>& items) {
  const ImGuiID focused = semantics().focused();
  if (focused == menu) return true;
  for (const MenuItem& item : items) {
    if (focused == item_id(menu, item)) return true;
  }
  return false;
}

void draw_menu(ImGuiID menu, const std::string& name, const Rect& anchor, const std::vector<MenuItem>& items) {
  const float row = std::max(px(32), control_height());
  const float pad = px(4);
  const float divide = px(9);
  float width = px(160);
  float height = pad * 2.0F;
  for (const MenuItem& item : items) {
    const float shortcut = item.shortcut.empty() ? 0.0F : text_width(item.shortcut, TextStyle::caption) + px(24);
    width = std::max(width, px(8.0F + 16.0F + 8.0F) + text_width(item.label, TextStyle::body) + shortcut + px(12) + pad * 2.0F);
    height += row + (item.divided ? divide : 0.0F);
  }
  const Rect box = popup_rect(anchor, ImVec2(width, height));
  internals().popup.rect = box;
  const Layer layer(sub_id(menu, "layer"), box);
  const Theme& t = theme();
  soft_shadow(box, radius_card, 10.0F);
  fill(box, t.raised, radius_card);
  outline(box, t.border, radius_card);
  semantics().open(node_of(sub_id(menu, "menu"), Role::menu, name, box));
  float y = box.min.y + pad;
  for (const MenuItem& item : items) {
    if (item.divided) {
      fill(Rect{ImVec2(box.min.x, y + px(4)), ImVec2(box.max.x, y + px(4) + hairline())}, t.border);
      y += divide;
    }
    const Rect cell{ImVec2(box.min.x + pad, y), ImVec2(box.max.x - pad, y + row)};
    y += row;
    const ImGuiID id = item_id(menu, item);
    const Touch now = touch(id, cell);
    if (now.hovered || now.focused) fill(cell, t.dark ? t.pressed : t.hover, radius_control);
    if (now.ring) outline(cell, t.accent, radius_control, 2.0F);
    const ImU32 ink = item.refused ? t.second : item.danger ? t.bad : t.text;
    const Icon glyph = item.chosen ? icon::check : item.icon;
    if (glyph != nullptr) draw_icon(ImVec2(cell.min.x + px(8.0F + 8.0F), cell.centre().y), glyph, 16.0F, item.danger ? ink : item.chosen ? t.accent : t.second);
    Rect label = cell.from(px(8.0F + 16.0F + 8.0F)).inset(0.0F, 0.0F);
    label.max.x -= px(8);
    if (!item.shortcut.empty()) {
      const float room = text_width(item.shortcut, TextStyle::caption);
      draw_text(label.right(room), item.shortcut, TextStyle::caption, t.second, Align::end);
      label.max.x -= room + px(8);
    }
    if (draw_text(label, item.label, TextStyle::body, ink)) offer_tooltip(id, cell, item.label);
    Node node = node_of(id, Role::menuitem, item.label, cell);
    node.disabled = item.refused;
    node.hint = item.hint;
    semantics().leaf(std::move(node));
  }
  semantics().close();
}

}  // namespace

std::optional<std::string> run_menu(ImGuiID menu, const std::string& name, bool pressed, const Rect& anchor, const std::vector<MenuItem>& items) {
  Popup& popup = internals().popup;
  if (items.empty()) return std::nullopt;
  const bool opens_by_key = popup.owner != menu && semantics().focused() == menu && take_key(menu, "ArrowDown");
  if (pressed && popup.owner == menu) {
    close_menu(menu, true);
    return std::nullopt;
  }
  if (pressed || opens_by_key) {
    popup = Popup{};
    popup.owner = menu;
    semantics().focus(item_id(menu, items.front()));
    context().request_frame();
  }
  if (popup.owner != menu) return std::nullopt;

  for (const MenuItem& item : items) {
    if (!semantics().activated(item_id(menu, item))) continue;
    close_menu(menu, true);
    return item.key;
  }
  if (take_key(0, "Escape")) {
    close_menu(menu, true);
    return std::nullopt;
  }
  ++popup.age;
  // The press that opened it counts for none, even if the page was scrolled just before it and the anchor is still drawn elsewhere.
  const bool pointer_outside = popup.age > 1 && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !popup.rect.contains(ImGui::GetIO().MousePos) &&
                               !anchor.contains(ImGui::GetIO().MousePos);
  const bool left = popup.age > patience_frames && !focus_inside(menu, items) && !ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (pointer_outside || left) {
    close_menu(menu, false);
    context().request_frame();
    return std::nullopt;
  }
  internals().overlays.push_back([menu, name, anchor, items] { draw_menu(menu, name, anchor, items); });
  return std::nullopt;
}

std::optional<std::string> menu_button(std::string_view key, const Button& look, const std::vector<MenuItem>& items) {
  const ImGuiID id = id_of(key);
  Button shown = look;
  shown.expanded = internals().popup.owner == id ? Tristate::yes : Tristate::no;
  const bool pressed = button(key, shown);
  return run_menu(id, look.label, pressed, last_box(), items);
}

std::optional<std::string> menu_icon_button(std::string_view key, const IconButton& look, const std::vector<MenuItem>& items) {
  const ImGuiID id = id_of(key);
  IconButton shown = look;
  shown.expanded = internals().popup.owner == id ? Tristate::yes : Tristate::no;
  const bool pressed = icon_button(key, shown);
  return run_menu(id, look.name, pressed, last_box(), items);
}

}  // namespace cohoi::ui
