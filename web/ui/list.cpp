#include "web/ui/list.h"

#include <cmath>

#include "web/ui/list_grid.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float check_column = 40.0F;

float width_of(const Column& column) { return px(column.width > 0.0F ? column.width : 96.0F); }

}  // namespace

float list_row_height(bool phone, bool compact) {
  if (phone) return px(64);
  return px(context().touch ? 44.0F : compact ? 32.0F : 40.0F);
}

void Grid::measure(float width) {
  lead = look.is_selected && (!phone || look.selecting) ? px(check_column) : 0.0F;
  float least = lead;
  float weights = 0.0F;
  for (const Column& column : look.columns) {
    least += width_of(column);
    weights += column.weight;
  }
  const float spare = std::max(0.0F, width - least);
  float x = lead;
  float shared = 0.0F;
  for (const Column& column : look.columns) {
    float own = width_of(column);
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
  // Half of the room at most, or nothing else could be read beside it.
  if (content_width > width + 1.0F && !widths.empty()) frozen = lead + std::min(widths[0], width * 0.5F - lead);
}

Rect Grid::place_of(std::size_t column, float top, float bottom) const {
  const float x = box.min.x + lefts[column] - (frozen > 0.0F && column == 0 ? 0.0F : shift);
  const float width = frozen > 0.0F && column == 0 ? frozen - lead : widths[column];
  return Rect{ImVec2(x, top), ImVec2(x + width, bottom)};
}

Rect Grid::seen(const Rect& cell, std::size_t column) const {
  if (frozen <= 0.0F) return cell;
  return cell.clipped(Rect{ImVec2(box.min.x + (column == 0 ? 0.0F : frozen), cell.min.y), ImVec2(box.max.x, cell.max.y)});
}

ListEvents list(std::string_view key, const List& look) {
  Grid grid{.look = look, .id = id_of(key)};
  grid.phone = region_css_width() < 560.0F;
  grid.row = list_row_height(grid.phone, look.compact);
  grid.head = grid.phone ? 0.0F : px(36);
  const float foot = px(look.css_foot);
  const float room = look.css_height > 0.0F ? px(look.css_height) : remaining_height();
  const float wanted = grid.head + grid.row * static_cast<float>(std::min<std::size_t>(look.row_count, 10000)) + hairline();
  grid.events.box = grid.box = place(std::floor(std::min(room, std::max(wanted, grid.head + grid.row))));
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
    const float rows_height = grid.row * static_cast<float>(look.row_count);
    // What floats over the list must not hide its last row, but only when the list is long enough to lie under it.
    const ImVec2 content(grid.content_width, rows_height + (wanted + foot > room ? foot : 0.0F));
    const ImVec2 scrolled = semantics().scroll_of(id_of("rows")).value_or(ImVec2(0, 0));
    grid.shift = std::clamp(scrolled.x, 0.0F, std::max(0.0F, content.x - grid.view.width()));
    grid.draw_head();
    grid.take_loose_keys();
    Scroll scroll("rows", grid.view, content);
    const float y = scroll.position().y;
    const auto first = static_cast<std::size_t>(std::max(0.0F, std::floor(y / grid.row)));
    const auto end = std::min(look.row_count, static_cast<std::size_t>(std::ceil((y + grid.view.height()) / grid.row)));
    grid.events.first_visible = std::min(first, end);
    grid.events.end_visible = end;
    // The focused row stays among the nodes when it is scrolled away, so that the focus is not lost.
    const ImGuiID memory = sub_id(grid.id, "focused");
    const auto kept = static_cast<std::size_t>(std::max(0.0F, recall(memory, 0.0F)));
    const bool away = kept < look.row_count && (kept < first || kept >= end);
    const bool held = recall(sub_id(grid.id, "held"), 0.0F) > 0.5F || recall(sub_id(grid.id, "wanted"), 0.0F) > 0.5F;
    const auto draw = [&](std::size_t index) { grid.draw_row(index, scroll.origin().y + grid.row * static_cast<float>(index)); };
    if (away && held && kept < first) draw(kept);
    for (std::size_t i = first; i < end; ++i) draw(i);
    if (away && held && kept >= end) draw(kept);
    if (grid.focused_row != no_row && recall(sub_id(grid.id, "wanted"), 0.0F) < 0.5F) remember(memory, static_cast<float>(grid.focused_row));
    remember(sub_id(grid.id, "held"), grid.focused_row != no_row || !look.editing.row.empty() ? 1.0F : 0.0F);
  }
  semantics().close();
  if (grid.frozen > 0.0F && grid.shift > 0.0F) {
    const float x = grid.box.min.x + grid.frozen;
    fill(Rect{ImVec2(x, grid.box.min.y), ImVec2(x + hairline(), grid.box.max.y)}, t.border);
  }
  grid.drop_line();
  outline(grid.box, t.border, radius_card);
  return grid.events;
}

void list_focus_row(std::string_view key, const List& look, std::size_t row, int column) {
  if (row >= look.row_count) return;
  const ImGuiID id = id_of(key);
  const bool phone = region_css_width() < 560.0F;
  const float height = list_row_height(phone, look.compact);
  const Rect view = peek(std::max(height, remaining_height() - px(36)));
  remember(sub_id(id, "focused"), static_cast<float>(row));
  remember(sub_id(id, "column"), static_cast<float>(column));
  remember(sub_id(id, "wanted"), 1.0F);
  scroll_to_show(sub_id(id, "rows"), view, height * static_cast<float>(row), height * static_cast<float>(row + 1));
}

}  // namespace cohoi::ui
