// The rows of a list: records with their cells, heads of groups, and the one cell that is being edited.
#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/field_frame.h"
#include "web/ui/list_grid.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr float long_press = 0.5F;  // seconds

// What is wrong with a cell's new value, under the cell (or over it at the end of the page).
void draw_cell_error(ImGuiID cell, const Rect& at, const std::string& words) {
  internals().overlays.push_back([cell, at, words] {
    const float most = std::max(px(200), at.width());
    const float width = std::min(most, text_width(words, TextStyle::caption));
    const float height = wrapped_height(words, TextStyle::caption, width);
    const Rect bubble = popup_rect(at, ImVec2(width + px(16), height + px(12)));
    const Layer layer(sub_id(cell, "error"), bubble);
    soft_shadow(bubble, radius_control, 8.0F);
    fill(bubble, theme().raised, radius_control);
    outline(bubble, theme().bad, radius_control);
    draw_wrapped(bubble.inset(px(8), px(6)), words, TextStyle::caption, theme().bad);
    text_node(words, bubble);
  });
}

}  // namespace

void Grid::toggle(std::size_t index, bool range) {
  const ImGuiID anchor = sub_id(id, "anchor");
  events.toggled = index;
  events.toggled_range = range;
  events.range_from = std::min(static_cast<std::size_t>(std::max(0.0F, recall(anchor, static_cast<float>(index)))), look.row_count - 1);
  if (!range) remember(anchor, static_cast<float>(index));
}

// Row 0 stands for the box in the head.
void Grid::draw_check(ImGuiID row_key, const Rect& cell, std::size_t index, Tristate chosen) {
  const ImGuiID key = sub_id(row_key == 0 ? sub_id(id, "all") : row_key, "check");
  const float mark = px(16);
  const ImVec2 middle = cell.centre();
  const Rect square{ImVec2(std::round(middle.x - mark * 0.5F), std::round(middle.y - mark * 0.5F)), ImVec2(std::round(middle.x + mark * 0.5F), std::round(middle.y + mark * 0.5F))};
  const Rect hit = cell.inset(px(4), px(2));
  const Touch now = touch(key, hit);
  if (now.activated) {
    if (row_key == 0) events.toggled_all = true;
    else toggle(index, semantics().activated_with_shift());
  }
  ui::draw_check(square, chosen, now.hovered);
  if (now.ring) focus_ring(square, 4.0F);
  const std::string name = row_key == 0 ? text::ui_select_all() : text::ui_select_row(cells.size() > 0 ? cells[0].words : std::string());
  Node node = node_of(key, Role::checkbox, name, hit);
  node.checked = chosen;
  node.untabbed = row_key != 0;  // Space and X on the row do the same
  semantics().leaf(std::move(node));
}

void Grid::draw_editor(ImGuiID cell, const Rect& place) {
  const Rect room = place.inset(px(2), 0.0F);
  Region in;
  in.x = room.min.x;
  in.width = room.width();
  in.y = std::round(room.centre().y - control_height() * 0.5F);
  {
    // The field's own error line lies outside the cell; it is said in a bubble instead.
    const Clip clip(place.inset(-px(3), -px(3)));
    IdScope scope("editor");
    push_region(in);
    look.draw_editor();
    pop_region();
    const ImGuiID editor = id_of(look.editor_key);
    const ImGuiID memory = sub_id(cell, "away");
    if (semantics().focused() == editor) {
      remember(memory, 1.0F);
    } else if (recall(memory, 0.0F) > 0.5F && internals().popup.owner != editor) {
      events.edit_end = EditEnd::left;
      remember(memory, 0.0F);
    }
    const KeyPress* press = semantics().key();
    if (press != nullptr && press->target == editor) {
      if (press->key == "Escape") events.edit_end = EditEnd::escape;
      else if (press->key == "Enter") events.edit_end = EditEnd::enter;
      else if (press->key == "Tab") events.edit_end = press->shift ? EditEnd::previous : EditEnd::next;
      if (events.edit_end != EditEnd::none) semantics().consume_key();
    }
  }
  if (!look.editor_error.empty()) draw_cell_error(cell, place, look.editor_error);
}

void Grid::draw_one_cell(std::size_t index, ImGuiID key, std::size_t column, const Rect& band) {
  const ImGuiID cell = sub_id(key, column);
  const Rect place = place_of(column, band.min.y, band.max.y);
  const Rect visible = seen(place, column);
  const Column& look_of = look.columns[column];
  if (!look.editing.row.empty() && look.editing.column == look_of.key && look.editing.row == look.key_of(index)) {
    Node node = node_of(cell, Role::gridcell, {}, visible);
    node.column_index = column_index(column);
    semantics().open(std::move(node));
    draw_editor(cell, place);
    semantics().close();
    return;
  }
  const bool walks = focused_row == index && recall(sub_id(id, "column"), -1.0F) >= 0.0F;
  const bool pen = look_of.editable && !context().touch && pointer_in(visible) && visible.width() > px(48) && !internals().drag.moving;
  Rect words = place.inset(px(cell_pad), 0.0F);
  if (pen && look_of.align == Align::end) words.max.x -= px(20);
  const bool focused = semantics().focused() == cell;
  draw_cell(cell, visible, words, cells[column], look_of.align, column_index(column), walks, pen ? sub_id(cell, "edit") : 0U, look_of.label);
  if (pen && semantics().activated(sub_id(cell, "edit"))) {
    events.edit_row = index;
    events.edit_column = look_of.key;
  }
  if (focused && semantics().focus_visible()) outline(visible.inset(px(1), px(1)), theme().accent, radius_control, 2.0F);
}

void Grid::draw_cells(std::size_t index, ImGuiID key, const Rect& band) {
  const std::size_t count = std::min(cells.size(), look.columns.size());
  if (frozen <= 0.0F) {
    for (std::size_t i = 0; i < count; ++i) draw_one_cell(index, key, i, band);
    return;
  }
  if (count > 0) {
    const Clip clip(Rect{band.min, ImVec2(band.min.x + frozen, band.max.y)});
    draw_one_cell(index, key, 0, band);
  }
  const Clip clip(Rect{ImVec2(band.min.x + frozen, band.min.y), band.max});
  for (std::size_t i = 1; i < count; ++i) draw_one_cell(index, key, i, band);
}

void Grid::draw_group(std::size_t index, const GroupHead& group, const Rect& band) {
  const Theme& t = theme();
  const ImGuiID key = row_id(index);
  const ImGuiID fold = sub_id(key, "fold");
  const Touch now = touch(fold, band);
  if (now.focused || semantics().focused() == key) focused_row = index;
  settle_focus(index, fold);
  take_keys(index, fold);
  if (now.activated) events.folded = index;
  fill(band, now.hovered ? t.hover : mix(t.surface, t.neutral_soft, 0.6F));
  Node node = node_of(key, Role::row, {}, band);
  node.row_index = static_cast<int>(index) + (phone ? 1 : 2);
  semantics().open(std::move(node));
  Node cell = node_of(sub_id(key, "cell"), Role::gridcell, {}, band);
  cell.column_index = 1;
  semantics().open(std::move(cell));
  float x = band.min.x + px(cell_pad);
  draw_icon(ImVec2(x + px(8), band.centre().y), group.folded ? icon::chevron_right : icon::chevron_down, 16.0F, t.second);
  x += px(24);
  const auto put = [&](const std::string& words, TextStyle style, ImU32 ink) {
    const float width = std::min(text_width(words, style), std::max(0.0F, band.max.x - px(cell_pad) - x));
    const bool cut = draw_text(Rect{ImVec2(x, band.min.y), ImVec2(x + width, band.max.y)}, words, style, ink);
    x += width + px(10);
    return cut;
  };
  if (put(group.label, TextStyle::semibold, t.text)) offer_tooltip(fold, band, group.label, now.ring);
  put(group.count, TextStyle::caption, t.second);
  if (!group.sum.empty()) put(group.sum, TextStyle::caption_semibold, t.second);
  Node button = node_of(fold, Role::button, group.label, band);
  button.hint = group.sum.empty() ? group.count : group.count + ", " + group.sum;
  button.expanded = group.folded ? Tristate::no : Tristate::yes;
  button.untabbed = focused_row != index;
  semantics().leaf(std::move(button));
  semantics().close();
  semantics().close();
  fill(Rect{ImVec2(band.min.x, band.max.y - hairline()), band.max}, t.border);
  if (now.ring) outline(band.inset(px(2), px(1)), t.accent, radius_control, 2.0F);
}

// A finger that rests on a row begins to select; the click that follows is none.
void Grid::press_row(std::size_t index, ImGuiID key, bool hovered) {
  Drag& drag = internals().drag;
  if (!context().touch || !look.is_selected) return;
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && drag.source == 0) drag.source = key;
  if (drag.source != key || drag.moving || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  const float held = ImGui::GetIO().MouseDownDuration[0];
  if (held < long_press) {
    context().wake_after(static_cast<double>(long_press - held) + 0.02);
    return;
  }
  drag.moving = true;
  internals().carried_until = internals().frame + 3;
  toggle(index, false);
}

void Grid::draw_row(std::size_t index, float top) {
  const Theme& t = theme();
  const Rect band{ImVec2(view.min.x, top), ImVec2(view.max.x, top + row)};
  if (const GroupHead* group = group_at(index)) return draw_group(index, *group, band);
  const ImGuiID key = row_id(index);
  const Rect whole{ImVec2(view.min.x - shift, top), ImVec2(view.min.x - shift + content_width, top + row)};
  const bool chosen = look.is_selected && look.is_selected(index);
  const bool current = !look.current.empty() && look.key_of(index) == look.current;
  const Touch now = touch(key, band);
  const auto columns = look.columns.size();
  bool inside = now.focused;
  for (std::size_t i = 0; i < columns && !inside; ++i) inside = semantics().focused() == sub_id(key, i);
  if (inside) focused_row = index;
  const bool wanted = recall(sub_id(id, "wanted"), 0.0F) > 0.5F;
  if (now.focused && !wanted) remember(sub_id(id, "column"), -1.0F);
  if (wanted && recall(sub_id(id, "focused"), 0.0F) == static_cast<float>(index)) focused_row = index;
  take_keys(index, key);
  if (chosen || current) fill(band, t.selected);
  else if (now.hovered) fill(band, t.hover);
  if (current) fill(band.left(px(2)), t.accent);

  Node node = node_of(key, Role::row, {}, whole);
  node.row_index = static_cast<int>(index) + (phone ? 1 : 2);
  node.focusable = true;
  node.selected = chosen || current ? Tristate::yes : look.is_selected ? Tristate::no : Tristate::absent;
  semantics().open(std::move(node));
  cells.clear();
  look.cells_of(index, cells);
  bool clicked = now.activated;
  bool twice = semantics().activated_twice(key);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const ImGuiID cell = sub_id(key, i);
    clicked = clicked || semantics().activated(cell);
    twice = twice || semantics().activated_twice(cell);
  }
  if (clicked && internals().frame > internals().carried_until) {
    const bool selects = look.is_selected && (semantics().activated_with_ctrl() || semantics().activated_with_shift() || (phone && look.selecting));
    if (selects) toggle(index, semantics().activated_with_shift());
    else events.clicked = index;
  }
  if (twice) events.opened = index;
  press_row(index, key, now.hovered);

  if (lead > 0.0F) {
    const Rect box_cell{band.min, ImVec2(band.min.x + lead, band.max.y)};
    Node holder = node_of(sub_id(key, "check-cell"), Role::gridcell, {}, box_cell);
    holder.column_index = 1;
    semantics().open(std::move(holder));
    draw_check(key, box_cell, index, chosen ? Tristate::yes : Tristate::no);
    semantics().close();
  }
  if (phone) draw_two_lines(key, band.from(lead).inset(px(cell_pad), 0.0F), cells, look.columns);
  else draw_cells(index, key, band);
  semantics().close();
  settle_focus(index, key);
  fill(Rect{ImVec2(band.min.x, band.max.y - hairline()), band.max}, t.border);
  if (now.ring) outline(band.inset(px(2), px(1)), t.accent, radius_control, 2.0F);
}

}  // namespace cohoi::ui
