#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/board_parts.h"
#include "web/ui/button.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

// A quiet button at a place of its own, outside the flow.
bool button_at(const Rect& box, std::string_view key, const IconButton& look) {
  Region corner;
  corner.x = box.min.x;
  corner.y = box.min.y;
  corner.width = box.width();
  push_region(corner);
  const bool pressed = icon_button(key, look);
  pop_region();
  return pressed;
}

void fold_button(const BoardColumn& column, const Rect& box, BoardEvents& events) {
  const std::string name = column.folded ? text::ui_unfold_column(column.name) : text::ui_fold_column(column.name);
  if (button_at(box, "fold", {.name = name, .icon = column.folded ? icon::chevron_right : icon::chevron_left})) events.folded = column.key;
}

// Bottom to top, beside a folded column's button.
void draw_turned(ImVec2 start, float room, const std::string& words) {
  ImDrawList* list = canvas();
  const int first = list->VtxBuffer.Size;
  const float height = metrics(TextStyle::semibold).line_height;
  ++internals().sideways;
  list->PushClipRectFullScreen();
  draw_text(Rect{start, ImVec2(start.x + room, start.y + height)}, words, TextStyle::semibold, theme().second);
  list->PopClipRect();
  --internals().sideways;
  for (int i = first; i < list->VtxBuffer.Size; ++i) {
    ImVec2& at = list->VtxBuffer[i].pos;
    const ImVec2 off(at.x - start.x, at.y - start.y);
    at = ImVec2(start.x + height - off.y, start.y + off.x);
  }
}

// A number in a pill; returns where it ends.
float draw_count(float x, float middle, const std::string& count) {
  const float width = text_width(count, TextStyle::caption_semibold) + px(14);
  const Rect box{ImVec2(x, std::round(middle - px(10))), ImVec2(x + width, std::round(middle + px(10)))};
  fill(box, theme().dark ? theme().pressed : theme().border, radius_full);
  draw_text(box, count, TextStyle::caption_semibold, theme().second, Align::centre);
  text_node(count, box);
  return box.max.x;
}

}  // namespace

void BoardDrawing::draw_folded(const BoardColumn& column, const Rect& box) {
  fold_button(column, Rect{ImVec2(std::floor(box.centre().x - control_height() * 0.5F), box.min.y + px(6)), ImVec2(box.max.x, box.max.y)}, events);
  const Rect count{ImVec2(box.min.x + px(4), box.min.y + px(6) + control_height()), ImVec2(box.max.x - px(4), box.min.y + px(6) + control_height() + px(20))};
  draw_text(count, column.count, TextStyle::caption_semibold, theme().second, Align::centre);
  text_node(column.count, count);
  const ImVec2 start(std::floor(box.centre().x - metrics(TextStyle::semibold).line_height * 0.5F), count.max.y + px(8));
  draw_turned(start, box.max.y - start.y - px(8), column.name);
}

void BoardDrawing::draw_head(const BoardColumn& column, const Rect& head) {
  const Theme& t = theme();
  const float line_height = metrics(TextStyle::semibold).line_height;
  Rect first = head.top(px(32)).inset(px(4), 0.0F);
  fold_button(column, Rect{ImVec2(first.max.x - control_height() + px(4), first.centre().y - control_height() * 0.5F), first.max}, events);
  first.max.x -= (control_height() + px(16)) * 0.5F;  // as far as its picture: the rest of it is empty
  dot(ImVec2(first.min.x + px(4), first.centre().y), 4.0F, column.tone == Tone::second ? t.border_strong : ink_of(t, column.tone));
  const float count_width = text_width(column.count, TextStyle::caption_semibold) + px(14);
  const float name_width = std::min(text_width(column.name, TextStyle::semibold), first.width() - px(14) - count_width - px(6));
  const Rect name{ImVec2(first.min.x + px(14), std::round(first.centre().y - line_height * 0.5F)), ImVec2(first.min.x + px(14) + name_width, std::round(first.centre().y + line_height * 0.5F))};
  const bool cut = draw_text(name, column.name, TextStyle::semibold, t.text);
  if (cut || !column.hint.empty()) offer_tooltip(sub_id(id_of("name"), "tip"), name, column.hint.empty() ? column.name : column.hint);
  Node heading = node_of(0, Role::heading, column.name, name);
  heading.level = 2;
  heading.hint = column.hint;
  semantics().leaf(std::move(heading));
  draw_count(name.max.x + px(6), first.centre().y, column.count);
  const Rect second = head.below(px(32)).top(px(20)).inset(px(4), 0.0F);
  const float sum_width = std::min(text_width(column.sum, TextStyle::caption_semibold), second.width());
  if (draw_text(second.left(sum_width), column.sum, TextStyle::caption_semibold, t.text)) offer_tooltip(id_of("sum"), second.left(sum_width), column.sum);
  if (!column.sum.empty()) text_node(column.sum, second.left(sum_width));
  const Rect rest = sums_apart ? head.below(px(52)).top(px(20)).inset(px(4), 0.0F) : second.from(sum_width + px(8));
  if (draw_text(rest, column.weighted, TextStyle::caption, t.second, sums_apart ? Align::start : Align::end)) offer_tooltip(id_of("weighted"), rest, column.weighted);
  if (!column.weighted.empty()) text_node(column.weighted, rest);
}

void BoardDrawing::draw_lane_head(const BoardLane& lane, const Rect& box, bool over) {
  const Theme& t = theme();
  // It stays in sight while the columns scroll sideways below it.
  const Rect seen = box.clipped(current_clip());
  const Rect bar{ImVec2(seen.min.x, box.min.y + px(4)), ImVec2(seen.max.x, box.max.y - px(4))};
  fill(bar, over ? t.accent_soft : t.surface, radius_control);
  outline(bar, t.border, radius_control);
  const std::string name = lane.folded ? text::board_unfold_lane(lane.name) : text::board_fold_lane(lane.name);
  const Rect corner{ImVec2(bar.min.x, bar.centre().y - control_height() * 0.5F), ImVec2(bar.min.x + control_height(), bar.max.y)};
  if (button_at(corner, "fold", {.name = name, .icon = lane.folded ? icon::chevron_right : icon::chevron_down, .expanded = lane.folded ? Tristate::no : Tristate::yes}))
    events.lane_folded = lane.key;
  float x = corner.max.x + px(4);
  draw_avatar(ImVec2(x + px(12), bar.centre().y), lane.name, 24.0F);
  x += px(24.0F + 8.0F);
  const float width = std::min(text_width(lane.name, TextStyle::semibold), std::max(0.0F, bar.max.x - x - px(160)));
  const Rect words{ImVec2(x, bar.min.y), ImVec2(x + width, bar.max.y)};
  draw_text(words, lane.name, TextStyle::semibold, t.text);
  Node heading = node_of(0, Role::heading, lane.name, words);
  heading.level = 3;
  semantics().leaf(std::move(heading));
  x = draw_count(words.max.x + px(8), bar.centre().y, lane.count) + px(12);
  const Rect sum{ImVec2(x, bar.min.y), ImVec2(std::max(x, bar.max.x - px(8)), bar.max.y)};
  draw_text(sum, lane.sum, TextStyle::caption_semibold, t.second);
  if (!lane.sum.empty()) text_node(lane.sum, sum.left(std::min(sum.width(), text_width(lane.sum, TextStyle::caption_semibold))));
}

}  // namespace cohoi::ui
