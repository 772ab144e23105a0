#include "web/ui/calendar.h"

#include <cmath>

#include "generated/text.h"
#include "web/ui/calendar_parts.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr float head_height = 32.0F, number_room = 30.0F, line_step = 22.0F, line_height = 20.0F;
constexpr float threshold = 5.0F;  // CSS pixels before a press becomes a drag

ImU32 weekend_tint() { return theme().dark ? mix(theme().surface, theme().page, 0.5F) : mix(theme().surface, theme().neutral_soft, 0.35F); }

}  // namespace

void CalendarDrawing::draw_heads(const Rect& box, float lead) {
  const Theme& t = theme();
  Node row = node_of(sub_id(id, "heads"), Role::row, {}, box);
  row.row_index = 1;
  semantics().open(std::move(row));
  const float width = (box.width() - lead) / 7.0F;
  for (std::size_t i = 0; i < 7; ++i) {
    const Rect cell{ImVec2(std::floor(box.min.x + lead + width * static_cast<float>(i)), box.min.y), ImVec2(std::floor(box.min.x + lead + width * static_cast<float>(i + 1)), box.max.y)};
    const bool today = look.hours && look.days[i].date == look.today;
    draw_text(cell.inset(px(8), 0.0F), look.weekdays[i], TextStyle::caption_semibold, today ? t.accent : t.second, look.dots || look.hours ? Align::centre : Align::start);
    Node head = node_of(sub_id(sub_id(id, "head"), i), Role::columnheader, look.weekday_names[i], cell);
    head.column_index = static_cast<int>(i) + 1;
    semantics().leaf(std::move(head));
  }
  semantics().close();
}

// The day the keyboard goes to; beyond the page the view turns it, and the focus waits for the cell to come.
void CalendarDrawing::walk(Date to) {
  Internals& in = internals();
  in.refocus = cell_id(to);
  in.refocus_from.clear();
  if (to < look.days.front().date || to > look.days.back().date || (!look.hours && look.days[static_cast<std::size_t>(to.days - look.days.front().date.days)].outside)) events.go_to = to;
  else semantics().focus(in.refocus);
  context().request_frame();
}

void CalendarDrawing::take_day_keys(std::size_t day, ImGuiID cell) {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->target != cell || press->ctrl || press->alt || press->shift) return;
  const Date date = look.days[day].date;
  const auto month_on = [&](int by) {
    const Month month = add_months(Month::of(date), by);
    for (int number = date.day();; --number)
      if (const auto found = Date::from_ymd(month.year(), month.month(), number)) return *found;
  };
  const std::string& key = press->key;
  Date to = date;
  if (key == "ArrowLeft") --to.days;
  else if (key == "ArrowRight") ++to.days;
  else if (key == "ArrowUp") to.days -= 7;
  else if (key == "ArrowDown") to.days += 7;
  else if (key == "Home") to.days -= date.weekday() - 1;
  else if (key == "End") to.days += 7 - date.weekday();
  else if (key == "PageUp") to = look.hours ? Date{date.days - 7} : month_on(-1);
  else if (key == "PageDown") to = look.hours ? Date{date.days + 7} : month_on(1);
  else if (key == "Enter" || key == " ") events.day = date;
  else return;
  semantics().consume_key();
  if (to != date) walk(to);
}

void CalendarDrawing::take_item_keys(std::size_t day, const CalendarItem& item) {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->target != item_id(item.key) || press->ctrl || press->alt) return;
  const std::string& key = press->key;
  if (!press->shift) {
    if (key != "Escape") return;
    semantics().consume_key();
    semantics().focus(cell_id(look.days[day].date));
    return;
  }
  const int by = key == "ArrowLeft" ? -1 : key == "ArrowRight" ? 1 : key == "ArrowUp" ? -7 : key == "ArrowDown" ? 7 : 0;
  if (by == 0) return;
  semantics().consume_key();
  if (item.done) return;
  events.moved = CalendarEvents::Move{item.key, Date{look.days[day].date.days + by}, {}};
  // It is focused again where it goes.
  internals().refocus = item_id(item.key);
  internals().refocus_from = look.days[day].date.to_iso();
}

int CalendarDrawing::minutes_at(float y) const {
  if (hour_height <= 0.0F) return 0;
  const int minutes = static_cast<int>((y - hour_top) / hour_height * 60.0F);
  return std::clamp(minutes / 30 * 30, 0, 24 * 60 - 30);
}

void CalendarDrawing::open_cell(std::size_t day, const Rect& box, bool by_hour) {
  const CalendarDay& at = look.days[day];
  const ImGuiID cell = cell_id(at.date);
  const Theme& t = theme();
  Internals& in = internals();
  if (box.clipped(current_clip()).height() > 0.0F) targets.push_back({day, box.clipped(current_clip()), by_hour});
  if (at.date.weekday() >= 6 && !look.dots) fill(box, weekend_tint());
  if (in.drag.moving && !in.drag.key.empty() && box.contains(ImGui::GetIO().MousePos)) fill(box, t.accent_soft);
  const Touch now = touch(cell, box);
  if (look.dots && at.date == look.chosen) fill(box.inset(px(3), px(3)), t.selected, radius_control);
  else if (now.hovered && !in.drag.moving) fill(box, t.hover);
  take_day_keys(day, cell);
  if (in.refocus == cell) {
    semantics().focus(cell);
    in.refocus = 0;
  }
  if (now.activated && in.frame > in.carried_until) {
    events.day = at.date;
    events.minutes = by_hour && !semantics().focus_visible() ? minutes_at(ImGui::GetIO().MousePos.y) : 0;
  }
  if (now.ring) outline(box.inset(px(2), px(2)), t.accent, radius_control, 2.0F);
  Node node = node_of(cell, Role::gridcell, at.name, box);
  node.column_index = static_cast<int>(day % 7) + 1;
  node.focusable = true;
  node.selected = at.date == look.chosen ? Tristate::yes : Tristate::no;
  semantics().open(std::move(node));
}

void CalendarDrawing::draw_number(const CalendarDay& day, const Rect& box) const {
  const Theme& t = theme();
  const std::string number = std::to_string(day.date.day());
  const bool today = day.date == look.today;
  const float size = px(24);
  const ImVec2 centre(look.dots ? std::round(box.centre().x) : box.min.x + px(4) + size * 0.5F, box.min.y + px(3) + size * 0.5F);
  if (today) dot(centre, 12.0F, t.accent);
  const Rect words{ImVec2(centre.x - size * 0.5F, centre.y - size * 0.5F), ImVec2(centre.x + size * 0.5F, centre.y + size * 0.5F)};
  draw_text(words, number, today ? TextStyle::caption_semibold : TextStyle::caption, today ? t.on_accent : day.outside ? t.second : t.text, Align::centre);
}

void CalendarDrawing::draw_block(const CalendarItem& item, const Rect& box, const Touch& now) const {
  const Theme& t = theme();
  const Tone tone = item.done ? Tone::second : item.tone;
  const ImU32 soft = item.done ? t.neutral_soft : soft_of(t, tone);
  fill(box, now.hovered ? mix(soft, ink_of(t, tone), 0.12F) : soft, 4.0F);
  fill(box.left(px(3)), ink_of(t, tone), 2.0F);
  Rect words = box.top(std::min(box.height(), px(line_height))).inset(px(6), 0.0F);
  words.min.x += px(2);
  if (!item.clock.empty()) {
    const float width = text_width(item.clock, TextStyle::caption_semibold);
    if (width + px(40) < words.width()) {
      draw_text(words.left(width + 1.0F), item.clock, TextStyle::caption_semibold, ink_of(t, tone));
      words.min.x += width + px(5);
    }
  }
  draw_text(words, item.label, TextStyle::caption, item.done ? t.second : t.text);
  if (item.done) {
    const float y = std::round(words.centre().y);
    line(ImVec2(words.min.x, y), ImVec2(std::min(words.max.x, words.min.x + text_width(item.label, TextStyle::caption)), y), t.second);
  }
  if (now.ring) focus_ring(box, 4.0F);
}

void CalendarDrawing::draw_item(std::size_t day, std::size_t index, const Rect& box) {
  const CalendarItem& item = look.days[day].items[index];
  const ImGuiID key = item_id(item.key);
  Internals& in = internals();
  Touch now = touch(key, box);
  now.hovered = pointer_in(box) && !in.drag.moving;  // the cell below has taken the pointer from Dear ImGui's view
  take_item_keys(day, item);
  if (in.refocus == key && in.refocus_from != look.days[day].date.to_iso()) {
    semantics().focus(key);
    in.refocus = 0;
  }
  if (now.hovered && in.drag.source == 0 && !item.done && !context().touch && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    in.drag = Drag{};
    in.drag.source = key;
    in.drag.start = mouse;
    in.drag.offset = ImVec2(mouse.x - box.min.x, mouse.y - box.min.y);
    in.drag.key = item.key;
    in.drag.from = look.days[day].date.to_iso();
  }
  if (now.activated && in.frame > in.carried_until) events.item = item.key;
  if (in.drag.source == key && in.drag.moving) {
    fill(box, theme().neutral_soft, 4.0F);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Rect lifted = box.moved(mouse.x - in.drag.offset.x - box.min.x, mouse.y - in.drag.offset.y - box.min.y);
    in.overlays.push_back([lifted, item, id_here = id] {
      const Layer layer(sub_id(id_here, "carried"), lifted);
      ++internals().sideways;  // it may hang over the edge of the page
      soft_shadow(lifted, 4.0F, 8.0F);
      const Calendar empty{};
      CalendarDrawing{empty, id_here}.draw_block(item, lifted, Touch{});
      --internals().sideways;
    });
  } else {
    draw_block(item, box, now);
  }
  if (text_width(item.label, TextStyle::caption) > box.width() - px(60)) offer_tooltip(key, box, item.name, now.ring);
  semantics().leaf(node_of(key, Role::button, item.name, box));
}

void CalendarDrawing::carry() {
  Internals& in = internals();
  Drag& drag = in.drag;
  if (drag.key.empty()) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool down = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (!drag.moving) {
    if (!down) drag = Drag{};
    else drag.moving = std::hypot(mouse.x - drag.start.x, mouse.y - drag.start.y) > px(threshold);
    if (!drag.moving) return;
  }
  context().request_frame();
  if (take_key(0, "Escape")) {
    drag = Drag{};
    in.carried_until = in.frame + 3;
    return;
  }
  if (down) return;
  in.carried_until = in.frame + 3;
  for (const Target& target : targets) {
    if (!target.rect.contains(mouse)) continue;
    const Date to = look.days[target.day].date;
    std::optional<int> minutes;
    if (target.by_hour) minutes = minutes_at(mouse.y - drag.offset.y + px(6));
    if (to.to_iso() != drag.from || minutes) events.moved = CalendarEvents::Move{drag.key, to, minutes};
    break;
  }
  drag = Drag{};
}

void CalendarDrawing::draw_month() {
  const Theme& t = theme();
  const auto weeks = look.days.size() / 7;
  draw_heads(view.top(px(head_height)), 0.0F);
  const Rect body = view.below(px(head_height));
  const float height = body.height() / static_cast<float>(weeks), width = body.width() / 7.0F;
  const auto edge = [](float from, float step, std::size_t i) { return std::floor(from + step * static_cast<float>(i)); };
  for (std::size_t week = 0; week < weeks; ++week) {
    const Rect band{ImVec2(body.min.x, edge(body.min.y, height, week)), ImVec2(body.max.x, edge(body.min.y, height, week + 1))};
    Node row = node_of(sub_id(sub_id(id, "week"), week), Role::row, {}, band);
    row.row_index = static_cast<int>(week) + 2;
    semantics().open(std::move(row));
    for (std::size_t column = 0; column < 7; ++column) {
      const std::size_t index = week * 7 + column;
      const CalendarDay& day = look.days[index];
      const Rect box{ImVec2(edge(body.min.x, width, column), band.min.y), ImVec2(edge(body.min.x, width, column + 1), band.max.y)};
      open_cell(index, box, false);
      draw_number(day, box);
      if (look.dots) {
        const std::size_t shown = std::min<std::size_t>(day.items.size(), 3);
        for (std::size_t i = 0; i < shown; ++i)
          dot(ImVec2(box.centre().x + px(7) * (static_cast<float>(i) - static_cast<float>(shown - 1) * 0.5F), box.min.y + px(number_room + 4)), 2.5F,
              ink_of(t, day.items[i].done ? Tone::second : day.items[i].tone));
      } else {
        const auto room = static_cast<std::size_t>(std::max(0.0F, std::floor((box.height() - px(number_room) - px(2)) / px(line_step))));
        const std::size_t shown = day.items.size() <= room ? day.items.size() : room > 0 ? room - 1 : 0;
        float y = box.min.y + px(number_room);
        for (std::size_t i = 0; i < shown; ++i, y += px(line_step)) draw_item(index, i, Rect{ImVec2(box.min.x + px(4), y), ImVec2(box.max.x - px(4), y + px(line_height))});
        if (shown < day.items.size()) {
          const ImGuiID more = sub_id(cell_id(day.date), "more");
          const Rect line_box = room > 0 ? Rect{ImVec2(box.min.x + px(4), y), ImVec2(box.max.x - px(4), y + px(line_height))}
                                         : Rect{ImVec2(box.min.x + px(32), box.min.y + px(4)), ImVec2(box.max.x - px(4), box.min.y + px(24))};
          const std::string words = text::calendar_more(std::to_string(day.items.size() - shown));
          Touch now = touch(more, line_box);
          now.hovered = pointer_in(line_box);
          if (now.activated) events.all_of = day.date;
          draw_text(line_box.inset(px(6), 0.0F), words, TextStyle::caption_semibold, now.hovered ? t.accent : t.second);
          if (now.ring) focus_ring(line_box, 4.0F);
          Node node = node_of(more, Role::button, words, line_box);
          node.hint = day.name;
          semantics().leaf(std::move(node));
        }
      }
      semantics().close();
      if (column > 0 && !look.dots) fill(Rect{box.min, ImVec2(box.min.x + hairline(), box.max.y)}, t.border);
    }
    semantics().close();
    fill(Rect{band.min, ImVec2(band.max.x, band.min.y + hairline())}, t.border);
  }
}

CalendarEvents calendar(std::string_view key, const Calendar& look) {
  CalendarDrawing drawing{.look = look, .id = id_of(key)};
  const IdScope scope(key);
  drawing.view = place(std::floor(look.css_height > 0.0F ? px(look.css_height) : remaining_height()));
  const Theme& t = theme();
  soft_shadow(drawing.view, radius_card);
  fill(drawing.view, t.surface, radius_card);
  Node grid = node_of(drawing.id, Role::grid, look.name, drawing.view);
  grid.column_count = 7;
  grid.row_count = look.hours ? 3 : static_cast<int>(look.days.size() / 7) + 1;
  semantics().open(std::move(grid));
  if (look.hours) drawing.draw_week();
  else drawing.draw_month();
  semantics().close();
  outline(drawing.view, t.border, radius_card);
  drawing.carry();
  return drawing.events;
}

}  // namespace cohoi::ui
