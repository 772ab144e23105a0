#include "web/ui/chart.h"

#include <algorithm>
#include <cmath>

#include "web/ui/chart_parts.h"
#include "web/ui/internals.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

ImU32 ink_of(ChartInk ink) {
  const Theme& t = theme();
  switch (ink) {
    case ChartInk::accent: return t.accent;
    case ChartInk::middle: return mix(t.accent, t.surface, 0.45F);
    case ChartInk::faint: return mix(t.accent, t.surface, t.dark ? 0.62F : 0.72F);
    case ChartInk::good: return mix(t.good, t.surface, 0.12F);
    case ChartInk::bad: return mix(t.bad, t.surface, 0.35F);
    case ChartInk::neutral: break;
  }
  return t.border_strong;
}

namespace {

std::int64_t sum_of(const ChartPoint& point) {
  std::int64_t sum = 0;
  for (const auto value : point.values) sum += value;
  return sum;
}

// Dots and names, going on in the next line where there is no more room; returns the height.
float draw_legend(const Rect& box, const Chart& look, bool measure) {
  const float line_height = px(20);
  float x = box.min.x, y = box.min.y;
  for (const ChartSeries& series : look.series) {
    const float width = px(14) + text_width(series.name, TextStyle::caption);
    if (x > box.min.x && x + width > box.max.x) {
      x = box.min.x;
      y += line_height;
    }
    if (!measure) {
      fill({{x, y + px(5)}, {x + px(8), y + px(13)}}, ink_of(series.ink), 2.0F);
      draw_text({{x + px(14), y}, {std::min(x + width, box.max.x), y + px(18)}}, series.name, TextStyle::caption, theme().second);
    }
    x += width + px(16);
  }
  return y + line_height + px(4) - box.min.y;
}

float share_of(std::int64_t value, std::int64_t largest) {
  return largest <= 0 ? 0.0F : std::clamp(static_cast<float>(static_cast<double>(value) / static_cast<double>(largest)), 0.0F, 1.0F);
}

std::size_t band_at(const Rect& box, std::size_t count) {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (count == 0 || !pointer_in(box)) return count;
  return std::min(count - 1, static_cast<std::size_t>((pointer.x - box.min.x) / (box.width() / static_cast<float>(count))));
}

// ---- lying bars

constexpr float narrow_chart = 560.0F;

struct BarLayout {
  bool narrow = false;
  float row = 0.0F, names = 0.0F, values = 0.0F;
  std::int64_t largest = 1;
};

std::string value_text(const Chart& look, const ChartPoint& point) {
  std::string text;
  if (look.series.size() == 1 && !point.texts.empty()) text = point.texts.front();
  if (!point.note.empty()) text += (text.empty() ? "" : " · ") + point.note;
  return text;
}

BarLayout measure_bars(const Chart& look) {
  BarLayout layout;
  layout.narrow = region_css_width() < narrow_chart;
  layout.row = px(layout.narrow ? 48 : 36);
  for (const ChartPoint& point : look.points) {
    layout.names = std::max(layout.names, text_width(point.label, TextStyle::body));
    layout.values = std::max(layout.values, text_width(value_text(look, point), TextStyle::caption_semibold));
    layout.largest = std::max(layout.largest, sum_of(point));
  }
  const float left = layout.narrow ? region_width() - layout.names - px(8) : 0.0F;  // beside the longest name
  layout.values = std::min(layout.values, std::max(left, region_width() * 0.4F));
  layout.names = std::min(layout.names, region_width() * 0.3F);
  return layout;
}

void draw_bars(const Rect& box, const Chart& look, const BarLayout& layout) {
  const Theme& t = theme();
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  for (std::size_t i = 0; i < look.points.size(); ++i) {
    const ChartPoint& point = look.points[i];
    const Rect row{{box.min.x, box.min.y + layout.row * static_cast<float>(i)}, {box.max.x, box.min.y + layout.row * static_cast<float>(i + 1)}};
    const bool hovered = pointer_in(row);
    if (hovered) fill(row.inset(-px(8), px(1)), t.hover, radius_control);
    Rect name = row.left(layout.names);
    Rect value = row.right(layout.values);
    Rect bar{{name.max.x + px(12), row.centre().y - px(8)}, {value.min.x - px(12), row.centre().y + px(8)}};
    if (layout.narrow) {
      name = {{row.min.x, row.min.y + px(4)}, {value.min.x - px(8), row.min.y + px(24)}};
      value = {{value.min.x, name.min.y}, {value.max.x, name.max.y}};
      bar = {{row.min.x, name.max.y + px(2)}, {row.max.x, name.max.y + px(14)}};
    }
    draw_text(name, point.label, TextStyle::body, t.text);
    draw_text(value, value_text(look, point), TextStyle::caption_semibold, t.text, Align::end);
    fill(bar, t.neutral_soft, 4.0F);
    const float length = bar.width() * share_of(sum_of(point), layout.largest);
    float x = bar.min.x;
    for (std::size_t s = 0; s < point.values.size(); ++s) {
      if (point.values[s] <= 0) continue;
      // A hairline of the surface between two of them; what there is is seen, be it ever so little.
      const float end = std::max(x + px(2), x + std::floor(length * share_of(point.values[s], sum_of(point))));
      fill({{x, bar.min.y}, {std::min(end, bar.max.x), bar.max.y}}, ink_of(look.series[s].ink), 4.0F);
      x = end + hairline();
    }
    if (hovered) show_chart_values(look, i, pointer);
  }
}

// ---- the funnel

constexpr float funnel_body = 168.0F;

float funnel_head() { return metrics(TextStyle::caption).line_height + metrics(TextStyle::section).line_height + metrics(TextStyle::caption).line_height + px(12); }

void draw_funnel(const Rect& box, const Chart& look) {
  const Theme& t = theme();
  const auto count = static_cast<float>(look.points.size());
  std::int64_t largest = 1;
  for (const ChartPoint& point : look.points) largest = std::max(largest, sum_of(point));
  const std::size_t over = band_at(box, look.points.size());
  const float band = box.width() / count;
  const Rect body = box.below(funnel_head());
  const float caption = metrics(TextStyle::caption).line_height, figure = metrics(TextStyle::section).line_height;
  for (std::size_t i = 0; i < look.points.size(); ++i) {
    const ChartPoint& point = look.points[i];
    const float left = std::round(box.min.x + band * static_cast<float>(i)), right = std::round(left + band);
    if (i == over) fill({{left, box.min.y}, {right, box.max.y}}, t.hover, radius_control);
    const float pad = px(8);
    draw_text({{left + pad, box.min.y}, {right - px(4), box.min.y + caption}}, point.label, TextStyle::caption, t.second);
    draw_text({{left + pad, box.min.y + caption}, {right - px(4), box.min.y + caption + figure}}, point.texts.empty() ? "" : point.texts.front(), TextStyle::section, t.text);
    draw_text({{left + pad, box.min.y + caption + figure}, {right - px(4), box.min.y + caption * 2 + figure}}, point.note, TextStyle::caption, t.second);
    const auto height_of = [&](std::size_t index) { return std::max(px(2), std::floor(body.height() * share_of(sum_of(look.points[index]), largest))); };
    const float top = body.max.y - height_of(i);
    const float end = std::round(left + band * (i + 1 == look.points.size() ? 0.94F : 0.66F));
    if (i + 1 < look.points.size() && is_visible(body))
      canvas()->AddQuadFilled({end, top}, {right + pad, body.max.y - height_of(i + 1)}, {right + pad, body.max.y}, {end, body.max.y}, t.accent_soft);
    fill({{left + pad, top}, {end, body.max.y}}, mix(ink_of(look.series.front().ink), t.surface, 0.08F), 3.0F, ImDrawFlags_RoundCornersTop);
    if (i > 0 && left > 0.0F) line({left, body.min.y}, {left, body.max.y}, mix(t.border, t.surface, 0.4F));
  }
  fill({{box.min.x, box.max.y - hairline()}, box.max}, t.border);
  if (over < look.points.size()) show_chart_values(look, over, ImGui::GetIO().MousePos);
}

// ---- stacks and lines over an axis

void draw_over_axis(const Rect& box, const Chart& look) {
  const Theme& t = theme();
  const std::int64_t largest = look.marks.empty() ? 1 : look.marks.back().value;
  float axis = 0.0F, label = 0.0F;
  for (const ChartMark& mark : look.marks) axis = std::max(axis, text_width(mark.text, TextStyle::caption));
  for (const ChartPoint& point : look.points) label = std::max(label, text_width(point.label, TextStyle::caption));
  const float foot = px(24);
  const Rect plot{{box.min.x + axis + px(12), box.min.y + px(8)}, {box.max.x, box.max.y - foot}};
  const auto y_of = [&](std::int64_t value) { return std::round(plot.max.y - plot.height() * share_of(value, largest)); };
  const float band = plot.width() / static_cast<float>(std::max<std::size_t>(1, look.points.size()));
  const std::size_t over = band_at({plot.min, {plot.max.x, box.max.y}}, look.points.size());
  if (over < look.points.size()) {
    const float left = std::round(plot.min.x + band * static_cast<float>(over));
    fill({{left, plot.min.y}, {std::round(left + band), box.max.y}}, t.hover, radius_control);
  }
  for (const ChartMark& mark : look.marks) {
    const float y = y_of(mark.value);
    fill({{plot.min.x, y}, {plot.max.x, y + hairline()}}, mark.value == 0 ? t.border_strong : t.border);
    draw_text({{box.min.x, y - px(9)}, {box.min.x + axis, y + px(9)}}, mark.text, TextStyle::caption, t.second, Align::end);
  }
  const auto every = static_cast<std::size_t>(std::max(1.0F, std::ceil((label + px(10)) / band)));
  for (std::size_t i = 0; i < look.points.size(); ++i) {
    const float centre = plot.min.x + band * (static_cast<float>(i) + 0.5F);
    const ChartPoint& point = look.points[i];
    if (i % every == 0) {
      const float half = std::ceil(label * 0.5F) + 1.0F;
      const float shift = std::clamp(centre, box.min.x + half, box.max.x - half);
      draw_text({{shift - half, plot.max.y + px(6)}, {shift + half, box.max.y}}, point.label, TextStyle::caption, t.second, Align::centre);
    }
    if (look.shape != ChartShape::stacks) continue;
    const float half = std::floor(std::min(band * 0.32F, px(28)));
    std::int64_t below = 0;
    for (std::size_t s = 0; s < point.values.size(); ++s) {
      if (point.values[s] <= 0) continue;
      const float from = y_of(below), to = y_of(below += point.values[s]);
      const bool top = below == sum_of(point);
      fill({{std::round(centre) - half, std::min(to, from - px(1))}, {std::round(centre) + half, from - hairline()}}, ink_of(look.series[s].ink), top ? 3.0F : 0.0F,
           ImDrawFlags_RoundCornersTop);
    }
  }
  if (look.shape == ChartShape::lines && is_visible(plot)) {
    std::vector<ImVec2> path;
    for (std::size_t s = 0; s < look.series.size(); ++s) {
      path.clear();
      for (std::size_t i = 0; i < look.points.size(); ++i)
        path.push_back({plot.min.x + band * (static_cast<float>(i) + 0.5F), y_of(look.points[i].values[s])});
      const ImU32 ink = ink_of(look.series[s].ink);
      canvas()->AddPolyline(path.data(), static_cast<int>(path.size()), ink, 0, 2.0F * context().scale);
      if (band < px(14)) continue;
      for (std::size_t i = 0; i < path.size(); ++i) {
        dot(path[i], i == over ? 5.0F : 3.5F, t.surface);
        dot(path[i], i == over ? 3.5F : 2.5F, ink);
      }
    }
  }
  if (over < look.points.size()) show_chart_values(look, over, ImGui::GetIO().MousePos);
}

}  // namespace

bool bring_into_sight(const Rect& place) {
  const Rect clip = current_clip();
  if (place.min.y >= clip.min.y && place.max.y <= clip.max.y) return true;
  const ImGuiID scroll = semantics().parent();
  const ImVec2 at = semantics().scroll_of(scroll).value_or(ImVec2(0, 0));
  semantics().set_scroll(scroll, {at.x, std::max(0.0F, at.y + (place.min.y < clip.min.y ? place.min.y - clip.min.y : place.max.y - clip.max.y))});
  context().request_frame();
  return false;
}

Rect chart(std::string_view key, const Chart& look) {
  const bool legend = look.series.size() > 1;
  const Rect room = peek(px(20));
  const float legend_height = legend ? draw_legend(room, look, true) : 0.0F;
  const bool bars = look.shape == ChartShape::bars || (look.shape == ChartShape::funnel && region_css_width() < 96.0F * static_cast<float>(look.points.size()));
  BarLayout layout;
  float height = px(look.shape == ChartShape::funnel ? 0 : is_phone() ? 220 : 260);
  if (bars) {
    layout = measure_bars(look);
    height = layout.row * static_cast<float>(look.points.size());
  } else if (look.shape == ChartShape::funnel) {
    height = funnel_head() + px(funnel_body);
  }
  const Rect box = place(legend_height + height);
  if (legend) draw_legend(box, look, false);
  const Rect body = box.below(legend_height);
  if (bars) draw_bars(body, look, layout);
  else if (look.shape == ChartShape::funnel) draw_funnel(body, look);
  else draw_over_axis(body, look);
  semantics().leaf(node_of(id_of(key), Role::img, look.name, box));
  return box;
}

}  // namespace cohoi::ui
