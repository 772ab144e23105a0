// The week by the hour: whole-day things in a band on top, the hours scrolling below.
#include <cmath>

#include "core/base/when.h"
#include "web/ui/calendar_parts.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float head_height = 36.0F, hour_height_css = 44.0F, lead_css = 52.0F, line_step = 22.0F, line_height = 20.0F;
constexpr int block_minutes = 45;   // how long a thing without an end is drawn
constexpr int opens_at = 7;         // the hour shown on top at first
constexpr std::size_t most_whole_day = 4;

// Things at overlapping hours stand beside each other: the lane of each, and how many lanes its group has.
struct Lanes { std::vector<int> lane, of; };
Lanes lanes_of(const std::vector<CalendarItem>& items) {
  Lanes lanes{std::vector<int>(items.size(), 0), std::vector<int>(items.size(), 1)};
  std::vector<int> ends;  // of each lane of the present group
  std::size_t first = 0;
  int group_end = -1;
  const auto close = [&](std::size_t until) {
    for (std::size_t i = first; i < until; ++i) lanes.of[i] = std::max<int>(1, static_cast<int>(ends.size()));
    first = until;
    ends.clear();
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int start = items[i].minutes;
    if (start >= group_end) close(i);
    std::size_t lane = 0;
    while (lane < ends.size() && ends[lane] > start) ++lane;
    if (lane == ends.size()) ends.push_back(0);
    ends[lane] = start + block_minutes;
    lanes.lane[i] = static_cast<int>(lane);
    group_end = std::max(group_end, start + block_minutes);
  }
  close(items.size());
  return lanes;
}

}  // namespace

void CalendarDrawing::draw_week() {
  const Theme& t = theme();
  const float lead = px(lead_css), width = (view.width() - lead) / 7.0F;
  const auto column = [&](std::size_t i, float top, float bottom) {
    return Rect{ImVec2(std::floor(view.min.x + lead + width * static_cast<float>(i)), top), ImVec2(std::floor(view.min.x + lead + width * static_cast<float>(i + 1)), bottom)};
  };
  draw_heads(view.top(px(head_height)), lead);
  std::size_t tallest = 0;
  for (const auto& day : look.days) {
    std::size_t whole = 0;
    while (whole < day.items.size() && day.items[whole].minutes == 0) ++whole;
    tallest = std::max(tallest, std::min(whole, most_whole_day));
  }
  const float band_top = view.min.y + px(head_height);
  const float band_bottom = band_top + px(8) + px(line_step) * static_cast<float>(std::max<std::size_t>(1, tallest));
  const Rect band{ImVec2(view.min.x, band_top), ImVec2(view.max.x, band_bottom)};
  Node row = node_of(sub_id(id, "whole"), Role::row, {}, band);
  row.row_index = 2;
  semantics().open(std::move(row));
  for (std::size_t i = 0; i < 7; ++i) {
    const Rect box = column(i, band_top, band_bottom);
    open_cell(i, box, false);
    float y = band_top + px(4);
    for (std::size_t k = 0; k < look.days[i].items.size() && look.days[i].items[k].minutes == 0 && k < most_whole_day; ++k, y += px(line_step))
      draw_item(i, k, Rect{ImVec2(box.min.x + px(3), y), ImVec2(box.max.x - px(3), y + px(line_height))});
    semantics().close();
  }
  semantics().close();
  fill(Rect{ImVec2(view.min.x, band_bottom - hairline()), ImVec2(view.max.x, band_bottom)}, t.border);

  const Rect body{ImVec2(view.min.x, band_bottom), view.max};
  hour_height = px(hour_height_css);
  const ImGuiID scroll_id = id_of("hours");
  if (!semantics().scroll_of(scroll_id)) semantics().set_scroll(scroll_id, ImVec2(0.0F, hour_height * static_cast<float>(opens_at) - px(12)));
  Scroll scroll("hours", body, ImVec2(body.width(), hour_height * 24.0F));
  hour_top = scroll.origin().y;
  const float bottom = hour_top + hour_height * 24.0F;
  Node hours = node_of(sub_id(id, "timed"), Role::row, {}, Rect{ImVec2(view.min.x, hour_top), ImVec2(view.max.x, bottom)});
  hours.row_index = 3;
  semantics().open(std::move(hours));
  for (int hour = 1; hour < 24; ++hour) {
    const float y = std::floor(hour_top + hour_height * static_cast<float>(hour));
    fill(Rect{ImVec2(view.min.x + lead, y), ImVec2(view.max.x, y + hairline())}, t.border);
    const float half = metrics(TextStyle::caption).line_height * 0.5F;
    ++internals().sideways;  // half an hour's name may stand under the edge
    draw_text(Rect{ImVec2(view.min.x, y - half), ImVec2(view.min.x + lead - px(8), y + half)}, format_clock(hour * 60), TextStyle::caption, t.second, Align::end);
    --internals().sideways;
  }
  for (std::size_t i = 0; i < 7; ++i) {
    const Rect box = column(i, hour_top, bottom);
    const CalendarDay& day = look.days[i];
    // One day, one cell for the keyboard: the one of the band above.
    const ImGuiID cell = sub_id(cell_id(day.date), "hours");
    const Touch now = touch(cell, box);
    targets.push_back({i, box.clipped(body), true});
    if (internals().drag.moving && box.contains(ImGui::GetIO().MousePos)) fill(box, mix(t.surface, t.accent_soft, 0.5F));
    if (now.activated && internals().frame > internals().carried_until) {
      events.day = day.date;
      events.minutes = minutes_at(ImGui::GetIO().MousePos.y);
    }
    Node node = node_of(cell, Role::gridcell, day.name, box);
    node.column_index = static_cast<int>(i) + 1;
    semantics().open(std::move(node));
    std::vector<CalendarItem> timed;
    std::size_t first = 0;
    while (first < day.items.size() && day.items[first].minutes == 0) ++first;
    timed.assign(day.items.begin() + static_cast<std::ptrdiff_t>(first), day.items.end());
    const Lanes lanes = lanes_of(timed);
    for (std::size_t k = 0; k < timed.size(); ++k) {
      const float own = (box.width() - px(6)) / static_cast<float>(lanes.of[k]);
      const float x = box.min.x + px(3) + own * static_cast<float>(lanes.lane[k]);
      const float y = std::floor(hour_top + hour_height * static_cast<float>(timed[k].minutes) / 60.0F) + px(1);
      draw_item(i, first + k, Rect{ImVec2(x, y), ImVec2(x + own - px(2), y + hour_height * static_cast<float>(block_minutes) / 60.0F - px(2))});
    }
    semantics().close();
    fill(Rect{box.min, ImVec2(box.min.x + hairline(), box.max.y)}, t.border);
    if (day.date == look.today) {
      const float y = std::floor(hour_top + hour_height * static_cast<float>(look.now_minutes) / 60.0F);
      line(ImVec2(box.min.x, y), ImVec2(box.max.x, y), t.bad, 2.0F);
      dot(ImVec2(box.min.x, y), 4.0F, t.bad);
    }
  }
  semantics().close();
}

}  // namespace cohoi::ui
