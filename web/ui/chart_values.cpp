#include <algorithm>
#include <cmath>

#include "web/ui/chart_parts.h"
#include "web/ui/internals.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

struct Values {
  Rect box;
  std::string title, note;
  std::vector<std::pair<ChartSeries, std::string>> rows;
};

void draw_values(const Values& values) {
  const Layer layer(sub_id(1U, "chart_values"), values.box);
  const Theme& t = theme();
  soft_shadow(values.box, radius_card, 8.0F);
  fill(values.box, t.raised, radius_card);
  outline(values.box, t.border, radius_card);
  const Rect inner = values.box.inset(px(12), px(10));
  const float line_height = px(20);
  Rect row = inner.top(line_height);
  draw_text(row, values.title, TextStyle::caption_semibold, t.text);
  for (const auto& [series, text] : values.rows) {
    row = row.moved(0.0F, line_height);
    dot({row.min.x + px(4), row.centre().y}, 4.0F, ink_of(series.ink));
    draw_text(row.from(px(14)), series.name, TextStyle::caption, t.second);
    draw_text(row, text, TextStyle::caption_semibold, t.text, Align::end);
  }
  if (!values.note.empty()) draw_text(row.moved(0.0F, line_height), values.note, TextStyle::caption, t.second);
}

}  // namespace

void show_chart_values(const Chart& look, std::size_t index, ImVec2 pointer) {
  const ChartPoint& point = look.points[index];
  Values values{.box = {}, .title = point.label, .note = point.note, .rows = {}};
  float width = std::max(text_width(point.label, TextStyle::caption_semibold), text_width(point.note, TextStyle::caption));
  for (std::size_t s = 0; s < look.series.size() && s < point.texts.size(); ++s) {
    values.rows.emplace_back(look.series[s], point.texts[s]);
    width = std::max(width, px(14 + 24) + text_width(look.series[s].name, TextStyle::caption) + text_width(point.texts[s], TextStyle::caption_semibold));
  }
  const auto lines = static_cast<float>(values.rows.size() + 1 + (point.note.empty() ? 0 : 1));
  const ImVec2 size(width + px(26), lines * px(20) + px(20));
  const Rect page = page_rect();
  ImVec2 at(pointer.x + px(14), pointer.y + px(14));
  if (at.x + size.x > page.max.x - px(8)) at.x = pointer.x - size.x - px(10);
  if (at.y + size.y > page.max.y - px(8)) at.y = pointer.y - size.y - px(10);
  at.x = std::max(page.min.x + px(4), std::round(at.x));
  at.y = std::max(page.min.y + px(4), std::round(at.y));
  values.box = {at, {at.x + size.x, at.y + size.y}};
  internals().overlays.emplace_back([values = std::move(values)] { draw_values(values); });
}

}  // namespace cohoi::ui
