// The heads of a list's columns: sort, resize at the edge, carry to another place, menu.
#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/list_grid.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float threshold = 6.0F;  // CSS pixels before a press becomes a drag
constexpr float key_step = 16.0F;  // CSS pixels a key press widens by
constexpr float grip = 5.0F;       // to both sides of an edge

}  // namespace

// The pointer at a head: its right edge resizes, the rest carries it to another place.
void Grid::arrange(std::size_t index, ImGuiID key, const Rect& cell, const Touch& now) {
  Drag& drag = internals().drag;
  const Column& column = look.columns[index];
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ImGuiID edge_id = sub_id(key, "edge");
  const Rect edge{ImVec2(cell.max.x - px(grip), cell.min.y), ImVec2(cell.max.x + px(grip), cell.max.y)};
  const bool over_edge = pointer_in(edge) && drag.source == 0;
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && drag.source == 0 && (over_edge || now.hovered)) {
    drag = Drag{};
    drag.source = over_edge ? edge_id : key;
    drag.start = mouse;
    drag.offset = ImVec2(cell.width(), 0.0F);
  }
  if (over_edge || drag.source == edge_id) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    fill(Rect{ImVec2(cell.max.x - px(1), cell.min.y + px(8)), ImVec2(cell.max.x + px(1), cell.max.y - px(8))}, theme().accent);
  }
  if (drag.source == edge_id) {
    internals().carried_until = internals().frame + 3;
    if (mouse.x != drag.start.x && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
      drag.moving = true;
      events.resized = column.key;
      events.css_width = std::clamp((drag.offset.x + mouse.x - drag.start.x) / context().scale, least_column, most_column);
      context().request_frame();
    }
    return;
  }
  if (drag.source != key) return;
  if (!drag.moving && std::abs(mouse.x - drag.start.x) > px(threshold) && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    drag.moving = true;
    drag.key = column.key;
  }
  if (!drag.moving) return;
  context().request_frame();
  internals().carried_until = internals().frame + 3;
  // Before the first column whose middle is right of the pointer.
  std::size_t before = 0;
  while (before < look.columns.size() && place_of(before, 0.0F, 0.0F).centre().x < mouse.x) ++before;
  drag.from = before < look.columns.size() ? look.columns[before].key : std::string();
  if (take_key(0, "Escape")) {
    drag = Drag{};
  } else if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    if (before != index && before != index + 1) {
      events.moved = column.key;
      events.moved_before = drag.from;
    }
    drag = Drag{};
  }
}

// Where the carried column would go.
void Grid::drop_line() {
  const Drag& drag = internals().drag;
  if (!drag.moving || drag.key.empty()) return;
  for (std::size_t i = 0; i < look.columns.size(); ++i) {
    if (drag.source != sub_id(sub_id(id, "head"), look.columns[i].key)) continue;
    float x = place_of(look.columns.size() - 1, 0.0F, 0.0F).max.x;
    for (std::size_t j = 0; j < look.columns.size(); ++j)
      if (look.columns[j].key == drag.from) x = place_of(j, 0.0F, 0.0F).min.x;
    x = std::clamp(x, box.min.x + px(1), box.max.x - px(1));
    fill(Rect{ImVec2(x - px(1), box.min.y), ImVec2(x + px(1), box.max.y)}, theme().accent);
    const Column& column = look.columns[i];
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float width = text_width(column.label, TextStyle::caption_semibold) + px(24);
    const Rect tag{ImVec2(mouse.x + px(8), box.min.y + px(4)), ImVec2(mouse.x + px(8) + width, box.min.y + px(32))};
    internals().overlays.push_back([tag, label = column.label] {
      const Layer layer(sub_id(1U, "carried-head"), tag);
      ++internals().sideways;
      soft_shadow(tag, radius_control, 8.0F);
      fill(tag, theme().raised, radius_control);
      outline(tag, theme().accent, radius_control);
      draw_text(tag.inset(px(12), 0.0F), label, TextStyle::caption_semibold, theme().text);
      --internals().sideways;
    });
    return;
  }
}

void Grid::take_head_keys(std::size_t index, ImGuiID key) {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->target != key) return;
  const Column& column = look.columns[index];
  const bool left = press->key == "ArrowLeft", right = press->key == "ArrowRight";
  if (press->key == "Enter" && press->shift && column.sortable) {
    events.sort_by = column.key;
    events.sort_additive = true;
  } else if ((left || right) && press->shift && look.arrangeable) {
    events.resized = column.key;
    events.css_width = std::clamp(widths[index] / context().scale + (left ? -key_step : key_step), least_column, most_column);
  } else if ((left || right) && press->ctrl && look.arrangeable) {
    if (left ? index == 0 : index + 1 >= look.columns.size()) return;
    events.moved = column.key;
    const std::size_t before = left ? index - 1 : index + 2;
    events.moved_before = before < look.columns.size() ? look.columns[before].key : std::string();
  } else {
    return;
  }
  semantics().consume_key();
  context().request_frame();
}

void Grid::draw_head_cell(std::size_t index) {
  const Column& column = look.columns[index];
  const Theme& t = theme();
  const Rect whole = place_of(index, box.min.y, box.min.y + head);
  const Rect cell = seen(whole, index).clipped(box);
  const ImGuiID key = sub_id(sub_id(id, "head"), column.key);
  const ImGuiID more = sub_id(key, "more");
  const Clip clip(cell.inset(0.0F, -px(2)));
  const Touch now = touch(key, cell);
  const bool carried = internals().frame <= internals().carried_until;
  if (now.activated && column.sortable && !carried) {
    events.sort_by = column.key;
    events.sort_additive = semantics().activated_with_shift();
  }
  take_head_keys(index, key);
  // A head reached by keyboard comes into sight.
  if (now.ring && frozen > 0.0F && index > 0 && cell.width() < std::min(whole.width(), px(24))) {
    const ImGuiID rows = id_of("rows");
    const ImVec2 at = semantics().scroll_of(rows).value_or(ImVec2(0, 0));
    semantics().set_scroll(rows, ImVec2(std::max(0.0F, lefts[index] - frozen), at.y));
  }
  Rect words = whole.inset(px(cell_pad), 0.0F);
  const bool sorted = column.sort == Sort::ascending || column.sort == Sort::descending;
  const bool open = internals().popup.owner == key;
  const bool shows_menu = look.head_menu && (now.hovered || now.ring || open || pointer_in(cell)) && !internals().drag.moving && cell.width() > px(40);
  const ImU32 ink = sorted || (now.hovered && column.sortable) ? t.text : t.second;
  const Rect menu_box = Rect{ImVec2(whole.max.x - px(28), whole.centre().y - px(12)), ImVec2(whole.max.x - px(4), whole.centre().y + px(12))};
  if (shows_menu) words.max.x = menu_box.min.x - px(2);
  if (sorted) {
    const Icon arrow = column.sort == Sort::ascending ? icon::arrow_up : icon::arrow_down;
    const std::string rank = column.sort_rank > 0 ? std::to_string(column.sort_rank) : std::string();
    const float mark = px(16) + (rank.empty() ? 0.0F : text_width(rank, TextStyle::caption));
    const float label = std::min(text_width(column.label, TextStyle::caption_semibold), std::max(0.0F, words.width() - mark));
    const float x = column.align == Align::end ? words.max.x - mark + px(10) : words.min.x + label + px(4.0F + 6.0F);
    draw_icon(ImVec2(x, words.centre().y), arrow, 12.0F, t.text);
    if (!rank.empty()) draw_text(Rect{ImVec2(x + px(7), words.min.y), ImVec2(x + px(7) + mark, words.max.y)}, rank, TextStyle::caption, t.second);
    words.max.x -= mark;
  }
  if (draw_text(words, column.label, TextStyle::caption_semibold, ink, column.align) && !shows_menu) offer_tooltip(key, cell, column.label, now.ring);
  if (now.ring) outline(cell.inset(px(2), px(3)), t.accent, radius_control, 2.0F);
  Node node = node_of(key, Role::columnheader, column.label, cell);
  node.column_index = column_index(index);
  if (column.sortable) node.sort = column.sort == Sort::absent ? Sort::none : column.sort;
  semantics().open(std::move(node));
  if (look.head_menu) {
    const Rect hit = menu_box.clipped(cell);
    const Touch at = touch(more, hit);
    if (shows_menu) {
      if (at.hovered || open) fill(menu_box, t.pressed, radius_control);
      draw_icon(menu_box.centre(), icon::chevron_down, 14.0F, at.hovered || open ? t.text : t.second);
    }
    Node chevron = node_of(more, Role::button, text::ui_column_menu(column.label), hit);
    chevron.expanded = open ? Tristate::yes : Tristate::no;
    chevron.untabbed = true;
    semantics().leaf(std::move(chevron));
  }
  semantics().close();
  if (look.head_menu) {
    if (const auto chosen = run_menu(key, column.label, semantics().activated(more) && !carried, cell, look.head_menu(index))) {
      events.head = column.key;
      events.head_command = *chosen;
    }
  }
  if (look.arrangeable && !context().touch) arrange(index, key, whole, now);
}

void Grid::draw_head() {
  if (phone) return;
  const Clip clip(box.top(head));
  Node headings = node_of(sub_id(id, "headings"), Role::row, {}, box.top(head));
  headings.row_index = 1;
  semantics().open(std::move(headings));
  ++internals().sideways;
  if (lead > 0.0F) {
    const Rect cell = Rect{box.min, ImVec2(box.min.x + lead, box.min.y + head)};
    Node holder = node_of(sub_id(id, "check-head"), Role::gridcell, {}, cell);
    holder.column_index = 1;
    semantics().open(std::move(holder));
    draw_check(0, cell, 0, look.all_selected);
    semantics().close();
  }
  for (std::size_t i = 0; i < look.columns.size(); ++i) draw_head_cell(i);
  --internals().sideways;
  semantics().close();
  fill(Rect{ImVec2(box.min.x, box.min.y + head - hairline()), ImVec2(box.max.x, box.min.y + head)}, theme().border);
}

}  // namespace cohoi::ui
