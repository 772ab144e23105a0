// One list while it is drawn. For web/ui/list*.cpp only.
#pragma once

#include "web/ui/internals.h"
#include "web/ui/list.h"
#include "web/ui/list_cells.h"

namespace cohoi::ui {

inline constexpr float cell_pad = 12.0F;
inline constexpr std::size_t no_row = static_cast<std::size_t>(-1);

struct Grid {
  const List& look;
  ImGuiID id;
  ListEvents events;
  Rect box, view;
  std::vector<float> lefts, widths;  // of the columns, from the left edge of the content
  float content_width = 0.0F, head = 0.0F, row = 0.0F, lead = 0.0F, shift = 0.0F;
  float frozen = 0.0F;  // check box and first column stay when the rest scrolls sideways
  bool phone = false;
  CellCollector cells;
  std::size_t focused_row = no_row;

  [[nodiscard]] ImGuiID row_id(std::size_t index) const { return sub_id(sub_id(id, "row"), look.key_of(index)); }
  [[nodiscard]] const GroupHead* group_at(std::size_t index) const { return look.group_of ? look.group_of(index) : nullptr; }
  [[nodiscard]] int column_index(std::size_t column) const { return static_cast<int>(column) + (lead > 0.0F ? 2 : 1); }
  // Where a column stands now, from the left edge of the box; and that without what is scrolled out of sight.
  [[nodiscard]] Rect place_of(std::size_t column, float top, float bottom) const;
  [[nodiscard]] Rect seen(const Rect& cell, std::size_t column) const;
  void measure(float width);

  // list_head.cpp
  void draw_head();
  void draw_head_cell(std::size_t index);
  void arrange(std::size_t index, ImGuiID key, const Rect& cell, const Touch& now);
  void take_head_keys(std::size_t index, ImGuiID key);
  void drop_line();
  // list_rows.cpp
  void draw_row(std::size_t index, float top);
  void draw_group(std::size_t index, const GroupHead& group, const Rect& band);
  void draw_cells(std::size_t index, ImGuiID key, const Rect& band);
  void draw_one_cell(std::size_t index, ImGuiID key, std::size_t column, const Rect& band);
  void draw_editor(ImGuiID cell, const Rect& place);
  void draw_check(ImGuiID row_key, const Rect& cell, std::size_t index, Tristate chosen);
  void toggle(std::size_t index, bool range);
  void press_row(std::size_t index, ImGuiID key, bool hovered);
  // list_keys.cpp
  void take_keys(std::size_t index, ImGuiID row);
  void take_loose_keys();
  void move_focus(std::size_t index, int column);
  void settle_focus(std::size_t index, ImGuiID row);
};

[[nodiscard]] float list_row_height(bool phone, bool compact);

}  // namespace cohoi::ui
