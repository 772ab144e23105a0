#include "web/ui/typography.h"

#include <imgui_internal.h>

#include <cmath>

#include "web/ui/internals.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

// Be Vietnam Pro's ascent and descent in ems: Dear ImGui sizes a font by their sum, CSS by the em.
constexpr float ascent_em = 1.0F;
constexpr float line_em = 1.265F;
constexpr std::string_view ellipsis = "\xe2\x80\xa6";

struct Shape {
  float em, line;
  bool semibold;
};

constexpr Shape shape_of(TextStyle style) {
  switch (style) {
    case TextStyle::title: return {22.0F, 28.0F, true};
    case TextStyle::section: return {16.0F, 24.0F, true};
    case TextStyle::body: return {14.0F, 20.0F, false};
    case TextStyle::semibold: return {14.0F, 20.0F, true};
    case TextStyle::caption: return {12.0F, 16.0F, false};
    case TextStyle::caption_semibold: return {12.0F, 16.0F, true};
    case TextStyle::figure: return {22.0F, 28.0F, true};
    case TextStyle::tab: return {11.0F, 16.0F, false};
  }
  return {14.0F, 20.0F, false};
}

float width_of(const StyleMetrics& style, const char* begin, const char* end) {
  return begin == end ? 0.0F : style.font->CalcTextSizeA(style.size, FLT_MAX, 0.0F, begin, end).x;
}

ImU32 faded(ImU32 colour) { return internals().fade >= 1.0F ? colour : 0U; }

void put(const StyleMetrics& style, ImVec2 at, ImU32 ink, const char* begin, const char* end) {
  canvas()->AddText(style.font, style.size, ImVec2(std::floor(at.x), std::floor(at.y)), faded(ink), begin, end);
}

// Text may be cut by a clip above or below, never at its side.
void watch(std::string_view text, float left, float right, const Rect& box) {
  Internals& in = internals();
  if (in.sideways > 0) return;
  const Rect clip = current_clip();
  const bool outside_box = right - left > box.width() + 1.0F;
  const bool outside_clip = box.overlaps(clip) && (right > clip.max.x + 1.0F || left < clip.min.x - 1.0F);
  if (outside_box || outside_clip) in.overflowing.emplace_back(text);
}

// Draws [begin, end) within the width, "…" where it had to end. Returns whether it was cut.
bool put_shortened(const StyleMetrics& style, ImVec2 at, float width, ImU32 ink, std::string_view text, Align align, const Rect& box) {
  const char* begin = text.data();
  const char* end = begin + text.size();
  const float full = width_of(style, begin, end);
  if (full <= width + 0.5F) {
    const float room = width - full;
    at.x += align == Align::start ? 0.0F : align == Align::end ? room : room * 0.5F;
    put(style, at, ink, begin, end);
    watch(text, at.x, at.x + full, box);
    return false;
  }
  const float dots = width_of(style, ellipsis.data(), ellipsis.data() + ellipsis.size());
  const char* rest = begin;
  style.font->CalcTextSizeA(style.size, std::max(0.0F, width - dots), 0.0F, begin, end, &rest);
  while (rest > begin && rest[-1] == ' ') --rest;
  const float kept = width_of(style, begin, rest);
  put(style, at, ink, begin, rest);
  put(style, ImVec2(at.x + kept, at.y), ink, ellipsis.data(), ellipsis.data() + ellipsis.size());
  watch(text, at.x, at.x + kept + dots, box);
  return true;
}

// Calls use(line, last) for each line of the text at that width; stops when it returns false.
template <class Use>
void each_line(std::string_view text, const StyleMetrics& style, float width, const Use& use) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    const char* stop = at;
    while (stop < end && *stop != '\n') ++stop;
    do {
      const char* cut = at == stop ? stop : style.font->CalcWordWrapPosition(style.size, at, stop, width);
      if (cut == at && at < stop) ++cut;
      if (!use(std::string_view(at, static_cast<std::size_t>(cut - at)), std::string_view(at, static_cast<std::size_t>(stop - at)), cut >= end)) return;
      at = cut;
      while (at < stop && *at == ' ') ++at;
    } while (at < stop);
    if (stop >= end) return;
    at = stop + 1;
  }
}

}  // namespace

StyleMetrics metrics(TextStyle style) {
  const Shape shape = shape_of(style);
  const Fonts& fonts = context().fonts;
  const float em = shape.em * context().scale;
  return StyleMetrics{shape.semibold ? fonts.semibold : fonts.regular, em * line_em, em, px(shape.line)};
}

float text_width(std::string_view text, TextStyle style) {
  return std::ceil(width_of(metrics(style), text.data(), text.data() + text.size()));
}

float wrapped_height(std::string_view text, TextStyle style, float width, int most_lines) {
  const StyleMetrics shape = metrics(style);
  int lines = 0;
  each_line(text, shape, width, [&](std::string_view, std::string_view, bool) {
    ++lines;
    return most_lines == 0 || lines < most_lines;
  });
  return shape.line_height * static_cast<float>(std::max(1, lines));
}

bool draw_text(const Rect& box, std::string_view text, TextStyle style, ImU32 ink, Align align) {
  if (text.empty() || !is_visible(box)) return false;
  const StyleMetrics shape = metrics(style);
  const float y = std::round(box.min.y + (box.height() - shape.size) * 0.5F);
  return put_shortened(shape, ImVec2(box.min.x, y), box.width(), ink, text, align, box);
}

bool draw_wrapped(const Rect& box, std::string_view text, TextStyle style, ImU32 ink, int most_lines) {
  if (text.empty() || !is_visible(box)) return false;
  const StyleMetrics shape = metrics(style);
  float y = box.min.y + std::round((shape.line_height - shape.size) * 0.5F);
  int lines = 0;
  bool cut = false;
  each_line(text, shape, box.width(), [&](std::string_view line, std::string_view rest, bool last) {
    ++lines;
    const bool closes = most_lines > 0 && lines == most_lines && !last;
    const bool shortened = put_shortened(shape, ImVec2(box.min.x, y), box.width(), ink, closes ? rest : line, Align::start, box);
    cut = cut || shortened || closes;
    y += shape.line_height;
    return !closes && (most_lines == 0 || lines < most_lines);
  });
  return cut;
}

void draw_icon(ImVec2 centre, Icon icon, float css_size, ImU32 ink) {
  if (icon == nullptr) return;
  const float size = px(css_size);
  const ImVec2 corner(std::round(centre.x - size * 0.5F), std::round(centre.y - size * 0.5F));
  if (!is_visible(Rect{corner, ImVec2(corner.x + size, corner.y + size)})) return;
  // Lucide's square stands on the baseline of the font it is merged into, one em (= `size`) high.
  const float baseline = std::ceil(size * ascent_em / line_em);
  canvas()->AddText(context().fonts.regular, size, ImVec2(corner.x, corner.y + size - baseline), faded(ink), icon);
}

const std::vector<std::string>& overflowing_texts() { return internals().overflowing; }

}  // namespace cohoi::ui
