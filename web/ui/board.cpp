#include "web/ui/board.h"

#include <cmath>

#include "web/ui/board_parts.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float folded_width = 44.0F;
constexpr float column_gap = 12.0F;

float lane_head() { return control_height() + px(8); }

ImU32 ground(bool over) {
  const Theme& t = theme();
  return over ? t.accent_soft : t.dark ? mix(t.page, t.surface, 0.5F) : t.neutral_soft;
}

}  // namespace

float column_width(const BoardColumn& column) {
  const float room = ImGui::GetIO().DisplaySize.x - px(48);
  return column.folded ? px(folded_width) : std::min(px(board_column_width), room);
}

// All heads are of one height: a line more where one column's two sums do not fit beside each other.
float BoardDrawing::head_height() {
  int lines = 0;
  for (const BoardColumn& column : look.columns) {
    if (column.folded || (column.sum.empty() && column.weighted.empty())) continue;
    const float both = text_width(column.sum, TextStyle::caption_semibold) + px(8) + text_width(column.weighted, TextStyle::caption);
    lines = std::max(lines, both > column_width(column) - px(card_gap + 4.0F) * 2.0F ? 2 : 1);
  }
  sums_apart = lines > 1;
  return px(8.0F + 32.0F + 8.0F) + px(20) * static_cast<float>(lines);
}

float BoardDrawing::width() const {
  float sum = -px(column_gap);
  for (const BoardColumn& column : look.columns) sum += column_width(column) + px(column_gap);
  return std::max(0.0F, sum);
}

bool BoardDrawing::takes(std::size_t lane, std::size_t column, const Rect& box) const {
  const Drag& drag = internals().drag;
  return drag.moving && !drag.key.empty() && (drag.column != column || drag.lane != lane) && box.contains(ImGui::GetIO().MousePos);
}

void BoardDrawing::draw_column(std::size_t column, const Rect& box) {
  const IdScope scope(look.columns[column].key);
  const bool over = takes(0, column, box);
  fill(box, ground(over), radius_card);
  if (over) outline(box, theme().accent, radius_card);
  if (look.columns[column].folded) {
    targets.push_back({look.columns[column].key, look.lanes[0].key, box});
    draw_folded(look.columns[column], box);
    semantics().leaf(node_of(list_id(0, column), Role::list, look.columns[column].name, box.below(px(6) + control_height() + px(28))));
    return;
  }
  const float head = head_height();
  draw_head(look.columns[column], box.inset(px(card_gap), 0.0F).below(px(8)).top(head));
  const Rect body = box.below(head);
  const std::size_t cards = look.lanes[0].cards[column];
  Node list = node_of(list_id(0, column), Role::list, look.columns[column].name, body);
  if (cards == 0) {
    // The words stand beside the list, not in it: a list holds nothing but its items.
    semantics().leaf(std::move(list));
    targets.push_back({look.columns[column].key, look.lanes[0].key, box});
    const float inset = px(card_gap);
    const Rect words = body.inset(inset, px(12)).top(wrapped_height(look.empty_column, TextStyle::caption, body.width() - inset * 2.0F));
    draw_wrapped(words, look.empty_column, TextStyle::caption, theme().second);
    if (!look.empty_column.empty()) text_node(look.empty_column, words);
    return;
  }
  semantics().open(std::move(list));
  {
    const Scroll scroll("cards", body, ImVec2(body.width(), cell_height(0, column)));
    targets.push_back({look.columns[column].key, look.lanes[0].key, box, scroll.id()});
    draw_cell(0, column, Rect{scroll.origin(), ImVec2(scroll.origin().x + body.width(), scroll.origin().y + cell_height(0, column))}, body);
  }
  semantics().close();
}

void BoardDrawing::draw_columns() {
  float x = view.min.x;
  for (std::size_t i = 0; i < look.columns.size(); ++i) {
    const float own = column_width(look.columns[i]);
    draw_column(i, Rect{ImVec2(x, view.min.y), ImVec2(x + own, view.max.y)});
    x += own + px(column_gap);
  }
}

void BoardDrawing::draw_lanes() {
  const float head = head_height();
  float x = view.min.x;
  for (const BoardColumn& column : look.columns) {
    const IdScope scope(column.key);
    const Rect box{ImVec2(x, view.min.y), ImVec2(x + column_width(column), view.max.y)};
    fill(box, ground(false), radius_card);
    if (column.folded) draw_folded(column, box);
    else draw_head(column, box.inset(px(card_gap), 0.0F).below(px(8)).top(head));
    x = box.max.x + px(column_gap);
  }
  std::vector<float> heights;
  float whole = 0.0F;
  for (std::size_t lane = 0; lane < look.lanes.size(); ++lane) {
    float tallest = look.lanes[lane].folded ? 0.0F : px(48);
    for (std::size_t column = 0; column < look.columns.size() && !look.lanes[lane].folded; ++column)
      if (!look.columns[column].folded) tallest = std::max(tallest, cell_height(lane, column));
    heights.push_back(tallest);
    whole += lane_head() + tallest;
  }
  const Rect body = view.below(head);
  const Scroll scroll("lanes", body, ImVec2(body.width(), whole));
  float y = scroll.origin().y;
  for (std::size_t lane = 0; lane < look.lanes.size(); ++lane) {
    const BoardLane& own = look.lanes[lane];
    const Rect strip{ImVec2(body.min.x, y), ImVec2(body.max.x, y + lane_head())};
    const Rect room{ImVec2(body.min.x, strip.max.y), ImVec2(body.max.x, strip.max.y + heights[lane])};
    y = room.max.y;
    const IdScope scope(own.key);
    if (strip.max.y < body.min.y - body.height() && room.max.y < body.min.y - body.height()) continue;
    if (strip.min.y > body.max.y + body.height()) break;
    Node group = node_of(id_of("lane"), Role::group, own.name, Rect{strip.min, room.max});
    semantics().open(std::move(group));
    draw_lane_head(own, strip, false);
    float left = body.min.x;
    for (std::size_t column = 0; column < look.columns.size(); ++column) {
      const Rect cell{ImVec2(left, room.min.y), ImVec2(left + column_width(look.columns[column]), room.max.y)};
      left = cell.max.x + px(column_gap);
      if (own.folded || look.columns[column].folded) continue;
      if (takes(lane, column, cell)) {
        fill(cell, ground(true), radius_card);
        outline(cell, theme().accent, radius_card);
      }
      targets.push_back({look.columns[column].key, own.key, cell.clipped(body), scroll.id()});
      semantics().open(node_of(list_id(lane, column), Role::list, look.columns[column].name, cell));
      draw_cell(lane, column, cell, body);
      semantics().close();
    }
    semantics().close();
  }
}

BoardEvents board(std::string_view key, const Board& look, BoardState& state) {
  BoardDrawing drawing{.look = look, .state = state, .id = id_of(key)};
  if (look.lanes.empty()) return {};
  const IdScope scope(key);
  const Rect whole = place(std::floor(remaining_height()));
  semantics().open(node_of(drawing.id, Role::group, look.name, whole));
  drawing.measure();
  drawing.follow();
  if (!state.focused.empty()) drawing.kept = look.place_of(state.focused);
  ImGuiID scroll_id = 0;
  {
    const float width = drawing.width();
    const Scroll scroll("columns", whole, ImVec2(width, whole.height()));
    scroll_id = scroll.id();
    ++internals().sideways;
    const float bottom = width > whole.width() ? whole.max.y - px(12) : whole.max.y;
    drawing.view = Rect{ImVec2(scroll.origin().x, whole.min.y), ImVec2(scroll.origin().x + width, bottom)};
    if (drawing.in_lanes()) drawing.draw_lanes();
    else drawing.draw_columns();
    --internals().sideways;
  }
  draw_zones(look, whole, drawing.targets);
  if (auto move = carry(look, scroll_id, whole, drawing.targets)) drawing.events.moved = std::move(move);
  semantics().close();
  return drawing.events;
}

}  // namespace cohoi::ui
