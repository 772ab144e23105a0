#include "web/ui/list.h"

#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/field_frame.h"
#include "web/ui/list_cells.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float cell_pad = 12.0F;
constexpr float check_column = 40.0F;

// One list while it is drawn.
struct Grid {
  const List& look;
  ImGuiID id;
  ListEvents events;
  Rect box, view;
  std::vector<float> lefts, widths;  // of the columns, from the left edge of the content
  float content_width = 0.0F, head = 0.0F, row = 0.0F, lead = 0.0F, shift = 0.0F;
  bool phone = false;
  CellCollector cells;
  std::size_t focused_row = static_cast<std::size_t>(-1);

  [[nodiscard]] ImGuiID row_id(std::size_t index) const { return sub_id(sub_id(id, "row"), look.key_of(index)); }
  void measure(float width);
  void draw_head();
  void draw_head_cell(std::size_t index);
  void draw_row(std::size_t index, float top);
  void draw_check(ImGuiID row_key, const Rect& cell, std::size_t index, bool chosen);
  void take_keys(std::size_t index, ImGuiID row);
  void move_focus(std::size_t index);
};

void Grid::measure(float width) {
  lead = look.is_selected && !phone ? px(check_column) : 0.0F;
  float least = lead;
  float weights = 0.0F;
  for (const Column& column : look.columns) {
    least += px(column.width > 0.0F ? column.width : 96.0F);
    weights += column.weight;
  }
  const float spare = std::max(0.0F, width - least);
  float x = lead;
  float shared = 0.0F;
  for (const Column& column : look.columns) {
    float own = px(column.width > 0.0F ? column.width : 96.0F);
    if (weights > 0.0F) {
      const float before = std::floor(spare * shared / weights);
      shared += column.weight;
      own += std::floor(spare * shared / weights) - before;
    }
    lefts.push_back(x);
    widths.push_back(own);
    x += own;
  }
  content_width = phone ? width : std::max(width, x);
}

void Grid::draw_head_cell(std::size_t index) {
  const Column& column = look.columns[index];
  const Theme& t = theme();
  const Rect whole{ImVec2(box.min.x + lefts[index] - shift, box.min.y), ImVec2(box.min.x + lefts[index] + widths[index] - shift, box.min.y + head)};
  const Rect cell = whole.clipped(box);
  if (cell.width() < px(8)) return;  // scrolled out sideways
  const ImGuiID key = sub_id(sub_id(id, "head"), column.key);
  const Touch now = touch(key, cell);
  if (now.activated && column.sortable) {
    events.sort_by = column.key;
    events.sort_additive = semantics().activated_with_shift();
  }
  Rect words = whole.inset(px(cell_pad), 0.0F);
  const bool sorted = column.sort == Sort::ascending || column.sort == Sort::descending;
  const ImU32 ink = sorted || (now.hovered && column.sortable) ? t.text : t.second;
  if (sorted) {
    const Icon arrow = column.sort == Sort::ascending ? icon::arrow_up : icon::arrow_down;
    const float label = std::min(text_width(column.label, TextStyle::caption_semibold), words.width() - px(16));
    const float x = column.align == Align::end ? words.max.x - px(6) : words.min.x + label + px(4.0F + 6.0F);
    draw_icon(ImVec2(x, words.centre().y), arrow, 12.0F, t.text);
    words.max.x -= px(16);
  }
  if (draw_text(words, column.label, TextStyle::caption_semibold, ink, column.align)) offer_tooltip(key, cell, column.label, now.ring);
  if (now.ring) outline(cell.inset(px(2), px(3)), t.accent, radius_control, 2.0F);
  Node node = node_of(key, Role::columnheader, column.label, cell);
  node.column_index = static_cast<int>(index) + 1 + (lead > 0.0F ? 1 : 0);
  if (column.sortable) node.sort = column.sort == Sort::absent ? Sort::none : column.sort;
  semantics().leaf(std::move(node));
}

void Grid::draw_head() {
  if (phone) return;
  const Clip clip(box.top(head));
  Node headings = node_of(sub_id(id, "headings"), Role::row, {}, box.top(head));
  headings.row_index = 1;
  semantics().open(std::move(headings));
  ++internals().sideways;
  if (lead > 0.0F) {
    const Rect cell{ImVec2(box.min.x - shift, box.min.y), ImVec2(box.min.x + lead - shift, box.min.y + head)};
    if (cell.max.x > box.min.x) {
      Node holder = node_of(sub_id(id, "check-head"), Role::gridcell, {}, cell.clipped(box));
      holder.column_index = 1;
      semantics().open(std::move(holder));
      draw_check(0, cell, 0, look.all_selected);
      semantics().close();
    }
  }
  for (std::size_t i = 0; i < look.columns.size(); ++i) draw_head_cell(i);
  --internals().sideways;
  semantics().close();
  fill(Rect{ImVec2(box.min.x, box.min.y + head - hairline()), ImVec2(box.max.x, box.min.y + head)}, theme().border);
}

// Row 0 stands for the box in the head.
void Grid::draw_check(ImGuiID row_key, const Rect& cell, std::size_t index, bool chosen) {
  const ImGuiID key = sub_id(row_key == 0 ? sub_id(id, "all") : row_key, "check");
  const float mark = px(16);
  const Rect square{ImVec2(std::round(cell.centre().x - mark * 0.5F), std::round(cell.centre().y - mark * 0.5F)), ImVec2(std::round(cell.centre().x + mark * 0.5F), std::round(cell.centre().y + mark * 0.5F))};
  const Rect hit = cell.inset(px(4), px(2));
  const Touch now = touch(key, hit);
  if (now.activated) {
    if (row_key == 0) {
      events.toggled_all = true;
    } else {
      events.toggled = index;
      events.toggled_range = semantics().activated_with_shift();
    }
  }
  ui::draw_check(square, chosen ? Tristate::yes : Tristate::no, now.hovered);
  if (now.ring) focus_ring(square, 4.0F);
  const std::string name = row_key == 0 ? text::ui_select_all() : text::ui_select_row(cells.size() > 0 ? cells[0].words : std::string());
  Node node = node_of(key, Role::checkbox, name, hit);
  node.checked = chosen ? Tristate::yes : Tristate::no;
  semantics().leaf(std::move(node));
}

void Grid::move_focus(std::size_t index) {
  if (look.row_count == 0) return;
  index = std::min(index, look.row_count - 1);
  remember(sub_id(id, "focused"), static_cast<float>(index));
  semantics().focus(row_id(index));
  scroll_to_show(sub_id(id, "rows"), view, row * static_cast<float>(index), row * static_cast<float>(index + 1));
  context().request_frame();
}

void Grid::take_keys(std::size_t index, ImGuiID row_key) {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->target != row_key) return;
  const auto page = static_cast<std::size_t>(std::max(1.0F, view.height() / row - 1.0F));
  const std::string& key = press->key;
  std::size_t to = index;
  if (key == "ArrowDown" || key == "j") to = index + 1;
  else if (key == "ArrowUp" || key == "k") to = index == 0 ? 0 : index - 1;
  else if (key == "PageDown") to = index + page;
  else if (key == "PageUp") to = index < page ? 0 : index - page;
  else if (key == "Home") to = 0;
  else if (key == "End") to = look.row_count - 1;
  else if (key == "Enter") events.opened = index;
  else if (look.is_selected && (key == " " || key == "x")) events.toggled = index;
  else if (look.is_selected && key == "a" && press->ctrl) events.toggled_all = true;
  else return;
  if (press->ctrl && key != "a" && to != index) return;
  if (events.toggled) events.toggled_range = press->shift;
  semantics().consume_key();
  if (to != index) move_focus(to);
}

void Grid::draw_row(std::size_t index, float top) {
  const Theme& t = theme();
  const ImGuiID key = row_id(index);
  const Rect band{ImVec2(view.min.x, top), ImVec2(view.max.x, top + row)};
  const Rect whole{ImVec2(view.min.x - shift, top), ImVec2(view.min.x - shift + content_width, top + row)};
  const bool chosen = look.is_selected && look.is_selected(index);
  const bool current = !look.current.empty() && look.key_of(index) == look.current;
  const Touch now = touch(key, band);
  if (now.focused) focused_row = index;
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
  if (clicked) events.clicked = index;
  if (twice) events.opened = index;

  if (phone) {
    draw_two_lines(key, band.inset(px(cell_pad), 0.0F), cells);
  } else {
    if (lead > 0.0F) {
      Node holder = node_of(sub_id(key, "check-cell"), Role::gridcell, {}, whole.left(lead));
      holder.column_index = 1;
      semantics().open(std::move(holder));
      draw_check(key, whole.left(lead), index, chosen);
      semantics().close();
    }
    const std::size_t count = std::min(cells.size(), look.columns.size());
    for (std::size_t i = 0; i < count; ++i) {
      const Rect cell{ImVec2(whole.min.x + lefts[i], top), ImVec2(whole.min.x + lefts[i] + widths[i], top + row)};
      draw_cell(sub_id(key, i), cell, cell.inset(px(cell_pad), 0.0F), cells[i], look.columns[i].align, static_cast<int>(i) + 1 + (lead > 0.0F ? 1 : 0));
    }
  }
  semantics().close();
  fill(Rect{ImVec2(band.min.x, band.max.y - hairline()), band.max}, t.border);
  if (now.ring) outline(band.inset(px(2), px(1)), t.accent, radius_control, 2.0F);
}

float row_height(bool phone) { return phone ? px(64) : std::max(px(context().touch ? 44.0F : 36.0F), px(32)); }

}  // namespace

ListEvents list(std::string_view key, const List& look) {
  Grid grid{.look = look, .id = id_of(key)};
  grid.phone = region_css_width() < 560.0F;
  grid.row = row_height(grid.phone);
  grid.head = grid.phone ? 0.0F : px(36);
  const float room = look.css_height > 0.0F ? px(look.css_height) : remaining_height();
  const float wanted = grid.head + grid.row * static_cast<float>(std::min<std::size_t>(look.row_count, 10000));
  grid.box = place(std::floor(std::min(room, std::max(wanted, grid.head + grid.row))));
  const Theme& t = theme();
  soft_shadow(grid.box, radius_card);
  fill(grid.box, t.surface, radius_card);
  grid.view = grid.box.below(grid.head);
  grid.measure(grid.box.width());

  Node node = node_of(grid.id, Role::grid, look.name, grid.box);
  node.row_count = static_cast<int>(look.row_count) + (grid.phone ? 0 : 1);
  node.column_count = static_cast<int>(look.columns.size()) + (grid.lead > 0.0F ? 1 : 0);
  semantics().open(std::move(node));
  {
    IdScope scope(key);
    const ImVec2 content(grid.content_width, grid.row * static_cast<float>(look.row_count));
    const ImVec2 scrolled = semantics().scroll_of(id_of("rows")).value_or(ImVec2(0, 0));
    grid.shift = std::clamp(scrolled.x, 0.0F, std::max(0.0F, content.x - grid.view.width()));
    grid.draw_head();
    Scroll scroll("rows", grid.view, content);
    const float y = scroll.position().y;
    const auto first = static_cast<std::size_t>(std::max(0.0F, std::floor(y / grid.row)));
    const auto end = std::min(look.row_count, static_cast<std::size_t>(std::ceil((y + grid.view.height()) / grid.row)));
    grid.events.first_visible = std::min(first, end);
    grid.events.end_visible = end;
    // The focused row stays among the nodes when it is scrolled away, so that the focus is not lost.
    const ImGuiID memory = sub_id(grid.id, "focused");
    const auto kept = static_cast<std::size_t>(std::max(0.0F, recall(memory, 0.0F)));
    const bool keeps = kept < look.row_count && (kept < first || kept >= end) && semantics().focused() != 0 && semantics().focused() == grid.row_id(kept);
    if (keeps && kept < first) grid.draw_row(kept, scroll.origin().y + grid.row * static_cast<float>(kept));
    for (std::size_t i = first; i < end; ++i) grid.draw_row(i, scroll.origin().y + grid.row * static_cast<float>(i));
    if (keeps && kept >= end) grid.draw_row(kept, scroll.origin().y + grid.row * static_cast<float>(kept));
    if (grid.focused_row != static_cast<std::size_t>(-1) && grid.focused_row != kept) remember(memory, static_cast<float>(grid.focused_row));
  }
  semantics().close();
  outline(grid.box, t.border, radius_card);
  return grid.events;
}

void list_focus_row(std::string_view key, const List& look, std::size_t row) {
  if (row >= look.row_count) return;
  const ImGuiID id = id_of(key);
  const bool phone = region_css_width() < 560.0F;
  const float height = row_height(phone);
  const Rect view = peek(std::max(height, remaining_height() - px(36)));
  remember(sub_id(id, "focused"), static_cast<float>(row));
  semantics().focus(sub_id(sub_id(id, "row"), look.key_of(row)));
  scroll_to_show(sub_id(id, "rows"), view, height * static_cast<float>(row), height * static_cast<float>(row + 1));
}

}  // namespace cohoi::ui
