// One calendar while it is drawn. For web/ui/calendar*.cpp only.
#pragma once

#include "web/ui/calendar.h"
#include "web/ui/internals.h"

namespace cohoi::ui {

struct CalendarDrawing {
  const Calendar& look;
  ImGuiID id = 0;
  CalendarEvents events;
  Rect view;
  struct Target { std::size_t day; Rect rect; bool by_hour; };
  std::vector<Target> targets;
  float hour_top = 0.0F, hour_height = 0.0F;  // of midnight on the canvas, in a week

  [[nodiscard]] ImGuiID cell_id(Date day) const { return sub_id(sub_id(id, "day"), day.to_iso()); }
  [[nodiscard]] ImGuiID item_id(const std::string& key) const { return sub_id(sub_id(id, "item"), key); }
  void draw_heads(const Rect& box, float lead);
  void draw_month();
  void draw_week();
  // The cell of a day: node, ring, keys and presses. The caller closes it with semantics().close().
  void open_cell(std::size_t day, const Rect& box, bool by_hour);
  void draw_number(const CalendarDay& day, const Rect& box) const;
  void draw_item(std::size_t day, std::size_t item, const Rect& box);
  void draw_block(const CalendarItem& item, const Rect& box, const Touch& now) const;
  void take_day_keys(std::size_t day, ImGuiID cell);
  void take_item_keys(std::size_t day, const CalendarItem& item);
  void walk(Date to);
  void carry();
  [[nodiscard]] int minutes_at(float y) const;
};

}  // namespace cohoi::ui
