#include "web/ui/picker.h"

#include <algorithm>
#include <utility>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/field_frame.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

// What the option list of one frame needs; a copy, because it is drawn after the caller has gone on.
struct Menu {
  ImGuiID owner = 0;
  std::string name;
  Rect anchor;
  std::vector<PickerOption> options;
  std::string create_label, note;
  int active = -1;
};

ImGuiID option_id(ImGuiID owner, std::size_t index) { return sub_id(sub_id(owner, "option"), index); }

void draw_options(const Menu& menu) {
  const Theme& t = theme();
  const std::size_t count = menu.options.size() + (menu.create_label.empty() ? 0 : 1);
  const bool two_lines = [&menu] {
    for (const PickerOption& option : menu.options) {
      if (!option.second.empty()) return true;
    }
    return false;
  }();
  const float row = std::max(px(two_lines ? 44.0F : 32.0F), control_height());
  const float pad = px(4);
  const float note = menu.note.empty() ? 0.0F : px(32);
  const Rect box = popup_rect(menu.anchor, ImVec2(std::max(menu.anchor.width(), px(240)), row * static_cast<float>(count) + note + pad * 2.0F));
  internals().popup.rect = box;
  const Layer layer(sub_id(menu.owner, "layer"), box);
  soft_shadow(box, radius_card, 10.0F);
  fill(box, t.raised, radius_card);
  outline(box, t.border, radius_card);
  const Clip clip(box);
  semantics().open(node_of(sub_id(menu.owner, "list"), Role::listbox, menu.name, box));
  float y = box.min.y + pad;
  if (note > 0.0F) {
    draw_text(Rect{ImVec2(box.min.x + px(12), y), ImVec2(box.max.x - px(12), y + note)}, menu.note, TextStyle::body, t.second);
    y += note;
  }
  // Keep the highlighted row in sight when there is not room for all.
  const float hidden = static_cast<float>(menu.active + 1) * row - (box.height() - pad * 2.0F - note);
  if (hidden > 0.0F) y -= hidden;
  for (std::size_t i = 0; i < count; ++i) {
    const Rect cell{ImVec2(box.min.x + pad, y), ImVec2(box.max.x - pad, y + row)};
    y += row;
    if (!cell.overlaps(box)) continue;
    const ImGuiID id = option_id(menu.owner, i);
    const Touch now = touch(id, cell);
    const bool active = menu.active == static_cast<int>(i);
    if (active || now.hovered) fill(cell, active ? t.selected : t.hover, radius_control);
    const bool creates = i == menu.options.size();
    std::string name;
    if (creates) {
      name = menu.create_label;
      draw_icon(ImVec2(cell.min.x + px(8.0F + 8.0F), cell.centre().y), icon::plus, 16.0F, t.accent);
      draw_text(cell.from(px(32)).inset(px(4), 0.0F), name, TextStyle::body, t.accent);
    } else {
      const PickerOption& option = menu.options[i];
      name = option.second.empty() ? option.label : option.label + ", " + option.second;
      const Rect label = cell.inset(px(8), px(two_lines ? 3.0F : 0.0F));
      const float first = two_lines && !option.second.empty() ? metrics(TextStyle::body).line_height : label.height();
      bool cut = draw_text(label.top(first), option.label, TextStyle::body, t.text);
      if (two_lines && !option.second.empty()) cut = draw_text(label.below(first), option.second, TextStyle::caption, t.second) || cut;
      if (cut) offer_tooltip(id, cell, name);
    }
    Node node = node_of(id, Role::option, name, cell);
    node.selected = active ? Tristate::yes : Tristate::no;
    semantics().leaf(std::move(node));
  }
  semantics().close();
}

}  // namespace

Picked record_picker(std::string_view key, const Picker& look, const std::vector<PickerOption>& options, std::string& query) {
  const ImGuiID id = id_of(key);
  Popup& popup = internals().popup;
  Picked result;
  const int count = static_cast<int>(options.size()) + (look.create_label.empty() || query.empty() ? 0 : 1);
  const auto close = [&popup] { popup = Popup{}; };
  const auto open = [&popup, id] {
    popup = Popup{};
    popup.owner = id;
  };
  const auto choose = [&](int index) {
    if (index < static_cast<int>(options.size())) {
      const PickerOption& option = options[static_cast<std::size_t>(index)];
      result.chosen = option.key;
      query = option.label;
    } else {
      result.create = true;
    }
    close();
    context().request_frame();
  };

  bool left = false;
  if (const TextInput* typed = semantics().text_input(id); typed != nullptr) {
    result.query_changed = query != typed->value;
    query = typed->value;
    if (result.query_changed) {
      open();
      popup.typed = !query.empty();
    }
    left = typed->committed;
  }
  const bool focused = semantics().focused() == id;
  if (semantics().activated(id) && popup.owner != id) open();
  if (popup.owner == id) {
    for (int i = 0; i < count; ++i) {
      if (semantics().activated(option_id(id, static_cast<std::size_t>(i)))) choose(i);
    }
  }
  if (popup.owner == id && popup.typed && popup.active < 0 && !options.empty()) popup.active = 0;
  if (popup.owner == id) popup.active = std::min(popup.active, count - 1);
  if (popup.owner == id && focused) {
    if (take_key(id, "ArrowDown")) popup.active = count == 0 ? -1 : (popup.active + 1) % count;
    if (take_key(id, "ArrowUp")) popup.active = count == 0 ? -1 : (popup.active <= 0 ? count : popup.active) - 1;
    if (popup.active >= 0 && popup.active < count && take_key(id, "Enter")) choose(popup.active);
    if (popup.owner == id && take_key(id, "Escape")) close();
  } else if (focused && take_key(id, "ArrowDown")) {
    open();
    popup.active = count > 0 ? 0 : -1;
  }
  if (popup.owner == id && !focused) {
    // A press on an option may take the focus before its click arrives.
    const bool pressing = popup.rect.contains(ImGui::GetIO().MousePos) && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    popup.away = pressing ? 0 : popup.away + 1;
    if (popup.away > 4) close();
    else context().request_frame();
  }
  result.cleared = left && query.empty() && !result.chosen;

  FieldFrame frame(words_of(look.field), look.field.css_width);
  const Rect box = place(control_height());
  const Touch now = touch(id, box);
  draw_field_box(box, now, !look.field.error.empty(), look.field.read_only, look.field.quiet);
  draw_icon(ImVec2(box.max.x - px(8.0F + 8.0F), box.centre().y), icon::chevron_down, 14.0F, theme().second);
  Rect room = box;
  room.max.x -= px(20);
  const Rect words = room.inset(px(field_pad), 0.0F);
  if (query.empty()) {
    draw_text(words, look.field.placeholder, TextStyle::body, theme().second);
  } else if (!now.focused && draw_text(words, query, TextStyle::body, theme().text)) {
    offer_tooltip(id, box, query);
  }
  const bool shown = popup.owner == id && (focused || popup.age > 0 || popup.away <= 4);
  Node node = field_node(id, Role::combobox, look.field, query, room);
  node.expanded = shown ? Tristate::yes : Tristate::no;
  semantics().leaf(std::move(node));
  if (!shown) return result;

  Menu menu{.owner = id, .name = look.field.label, .anchor = box, .options = options, .active = popup.active};
  if (!query.empty()) menu.create_label = look.create_label;
  if (look.searching) menu.note = text::ui_searching();
  else if (options.empty() && menu.create_label.empty()) menu.note = text::ui_no_results();
  internals().overlays.push_back([menu] { draw_options(menu); });
  return result;
}

}  // namespace cohoi::ui
