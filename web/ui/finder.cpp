#include "web/ui/finder.h"

#include <algorithm>
#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/button.h"
#include "web/ui/field_frame.h"
#include "web/ui/internals.h"
#include "web/ui/keycaps.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float head_height = 52.0F, title_height = 30.0F;

ImGuiID option_id(ImGuiID owner, int index) { return sub_id(sub_id(owner, "option"), static_cast<std::size_t>(index)); }

float row_height() { return std::max(px(36), control_height()); }

float content_height(const std::vector<FinderSection>& sections) {
  float height = px(4) * 2.0F;
  for (const FinderSection& section : sections) height += (section.title.empty() ? 0.0F : px(title_height)) + row_height() * static_cast<float>(section.options.size());
  return height;
}

void draw_option(ImGuiID id, const Rect& cell, const FinderOption& option, bool active) {
  const Theme& t = theme();
  const Touch now = touch(id, cell);
  if (active || now.hovered) fill(cell, active ? t.selected : t.hover, radius_control);
  // Not by colour alone.
  if (active) fill(Rect{ImVec2(cell.min.x, cell.min.y + px(8)), ImVec2(cell.min.x + px(3), cell.max.y - px(8))}, t.accent, radius_full);
  draw_icon(ImVec2(cell.min.x + px(12.0F + 8.0F), cell.centre().y), option.icon, 16.0F, active ? t.accent : t.second);
  Rect room = cell.from(px(12.0F + 16.0F + 10.0F));
  room.max.x -= px(12);
  if (!option.keys.empty() && !context().touch) {
    draw_keycaps(room, option.keys);
    room.max.x -= keycaps_width(option.keys) + px(12);
  }
  const float label = std::min(text_width(option.label, TextStyle::body), room.width());
  bool cut = draw_text(room.left(label), option.label, TextStyle::body, t.text);
  if (!option.second.empty() && room.width() - label > px(60))
    cut = draw_text(room.from(label + px(8)), option.second, TextStyle::caption, t.second) || cut;
  Node node = node_of(id, Role::option, option.second.empty() ? option.label : option.label + ", " + option.second, cell);
  if (!option.keys.empty()) node.hint = words_of_keys(option.keys);
  if (cut) offer_tooltip(id, cell, node.name);
  node.selected = active ? Tristate::yes : Tristate::no;
  semantics().leaf(std::move(node));
}

void draw_options(ImGuiID id, const std::string& name, const Rect& view, const std::vector<FinderSection>& sections, int active, bool moved) {
  // The listbox lies in what scrolls, not around it: it may hold nothing but options, and what scrolls is a tab stop.
  const ImVec2 size(view.width(), content_height(sections));
  const Scroll scroll("options", view, size);
  const ImVec2 start = scroll.origin();
  semantics().open(node_of(sub_id(id, "list"), Role::listbox, name, Rect{start, ImVec2(start.x + size.x, start.y + size.y)}));
  const float x = start.x + px(8);
  const float width = view.width() - px(16);
  float y = start.y + px(4);
  int index = 0;
  for (const FinderSection& section : sections) {
    const Rect head{ImVec2(x, y), ImVec2(x + width, y + px(title_height))};
    const float height = row_height() * static_cast<float>(section.options.size());
    semantics().open(node_of(sub_id(sub_id(id, "section"), section.title), Role::group, section.title, Rect{head.min, ImVec2(head.max.x, head.max.y + height)}));
    if (!section.title.empty()) {
      draw_text(Rect{ImVec2(x + px(12), y + px(4)), ImVec2(head.max.x, head.max.y)}, section.title, TextStyle::caption_semibold, theme().second);
      y += px(title_height);
    }
    for (const FinderOption& option : section.options) {
      const Rect cell{ImVec2(x, y), ImVec2(x + width, y + row_height())};
      draw_option(option_id(id, index), cell, option, index == active);
      if (moved && index == active) scroll_to_show(scroll.id(), view, index == 0 ? 0.0F : cell.min.y - start.y, cell.max.y - start.y + px(4));
      y = cell.max.y;
      ++index;
    }
    semantics().close();
  }
  semantics().close();
}

}  // namespace

FinderEvents finder(std::string_view key, const Finder& look, const std::vector<FinderSection>& sections, std::string& query, int& active) {
  FinderEvents events;
  Internals& all = internals();
  const IdScope scope(key);
  const ImGuiID id = id_of("query");
  int count = 0;
  for (const FinderSection& section : sections) count += static_cast<int>(section.options.size());
  ++all.dialogs;
  if (const TextInput* typed = semantics().text_input(id); typed != nullptr && typed->value != query) {
    query = typed->value;
    active = 0;
    events.query_changed = true;
  }
  active = std::clamp(active, 0, std::max(0, count - 1));
  const int before = active;
  if (count > 0 && take_key(0, "ArrowDown")) active = (active + 1) % count;
  if (count > 0 && take_key(0, "ArrowUp")) active = (active + count - 1) % count;
  const bool enters = take_key(id, "Enter");
  int index = 0;
  for (const FinderSection& section : sections) {
    for (const FinderOption& option : section.options) {
      if ((enters && index == active) || semantics().activated(option_id(id, index))) events.chosen = option.key;
      ++index;
    }
  }

  const Rect page = page_rect();
  const bool sheet = is_phone();
  const float width = sheet ? page.width() - px(16) : std::min(px(640), page.width() - px(48));
  const float top = sheet ? px(8) : std::round(std::min(px(120), page.height() * 0.12F));
  const float head = std::max(px(head_height), control_height() + px(8));
  const float list = count > 0 ? content_height(sections) : px(60);
  const float height = std::min(head + list, page.height() - top - px(sheet ? 8.0F : 48.0F));
  const float x = std::round(page.centre().x - width * 0.5F);
  const Rect box{ImVec2(x, top), ImVec2(x + width, top + height)};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  events.dismissed = take_key(0, "Escape") || semantics().activated(id_of("close")) || (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains(mouse));

  const Layer layer(id_of("layer"), page);
  const Theme& t = theme();
  draw_dim();
  soft_shadow(box, radius_card, 16.0F);
  fill(box, t.raised, radius_card);
  outline(box, t.border, radius_card);
  semantics().open(node_of(id_of("dialog"), Role::dialog, look.title, box));
  const Rect bar = box.top(head);
  draw_icon(ImVec2(bar.min.x + px(20), bar.centre().y), icon::search, 16.0F, t.second);
  Rect words{ImVec2(bar.min.x + px(40), bar.min.y + px(6)), ImVec2(bar.max.x - control_height() - px(12), bar.max.y - px(6))};
  const Touch now = touch(id, words);
  if (query.empty()) draw_text(words, look.placeholder, TextStyle::body, t.second);
  else if (!now.focused) draw_text(words, query, TextStyle::body, t.text);
  Field field{.label = look.placeholder, .placeholder = look.placeholder};
  Node node = field_node(id, Role::combobox, field, query, words);
  node.pad_x = 0.0F;
  node.expanded = count > 0 ? Tristate::yes : Tristate::no;
  semantics().leaf(std::move(node));
  fill(Rect{ImVec2(box.min.x, bar.max.y - hairline()), bar.max}, t.border);
  const Rect view{ImVec2(box.min.x, bar.max.y), box.max};
  if (count > 0) {
    draw_options(id, look.title, view, sections, active, active != before || events.query_changed);
  } else {
    const Rect line = view.inset(px(20), 0.0F);
    draw_text(line, look.nothing, TextStyle::body, t.second);
    semantics().leaf(node_of(id_of("nothing"), Role::status, look.nothing, line));
  }
  Region corner;
  corner.width = control_height();
  corner.x = box.max.x - px(8) - corner.width;
  corner.y = std::round(bar.centre().y - control_height() * 0.5F);
  push_region(corner);
  static_cast<void>(icon_button("close", {.name = text::ui_close(), .icon = icon::x}));
  pop_region();
  semantics().close();
  return events;
}

}  // namespace cohoi::ui
