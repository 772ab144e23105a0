#include "web/ui/layout.h"

#include <cmath>

#include "web/ui/internals.h"

namespace cohoi::ui {

namespace {

Rect place_inline(Region& in, ImVec2 size) {
  const float width = std::min(size.x, in.width);
  if (in.line_x > in.x && in.line_x + width > in.x + in.width + 0.5F) break_line(in);
  in.tallest = std::max(in.tallest, size.y);
  const float height = std::max(in.tallest, in.line_height);
  const float y = std::round(in.line_top + (height - size.y) * 0.5F);
  const Rect rect{ImVec2(in.line_x, y), ImVec2(in.line_x + width, y + size.y)};
  in.natural += (in.empty ? 0.0F : in.gap) + size.x;
  in.line_x += width + in.gap;
  in.y = std::max(in.y, in.line_top + height);
  in.empty = false;
  return rect;
}

Rect take(Region& in, float width, float height) {
  const float top = in.y + (in.empty ? 0.0F : in.gap);
  in.y = top + height;
  in.empty = false;
  return Rect{ImVec2(in.x, top), ImVec2(in.x + width, top + height)};
}

}  // namespace

void break_line(Region& in) {
  in.line_top += in.tallest + in.gap;
  in.y = in.line_top;
  in.line_x = in.x;
  in.tallest = 0.0F;
}

void push_region(const Region& inner) { internals().regions.push_back(inner); }

Region pop_region() {
  const Region done = region();
  internals().regions.pop_back();
  return done;
}

Rect peek(float height) {
  const Region& in = region();
  const float top = in.y + (in.empty ? 0.0F : in.gap);
  return Rect{ImVec2(in.x, top), ImVec2(in.x + in.width, top + height)};
}

Rect place(float height) {
  Region& in = region();
  return in.inline_flow ? place_inline(in, ImVec2(in.x + in.width - in.line_x, height)) : take(in, in.width, height);
}

Rect place(ImVec2 natural_size) {
  Region& in = region();
  if (in.inline_flow) return place_inline(in, natural_size);
  in.natural = std::max(in.natural, natural_size.x);
  return take(in, std::min(natural_size.x, in.width), natural_size.y);
}

Rect place_up_to(ImVec2 natural_size) {
  Region& in = region();
  if (in.inline_flow) return place_inline(in, natural_size);
  in.natural = std::max(in.natural, natural_size.x);
  return take(in, in.width, natural_size.y);
}

void space(float css) {
  Region& in = region();
  if (in.inline_flow) {
    in.line_x += px(css);
    in.natural += px(css);
  } else {
    in.y += px(css);
  }
}

float region_width() { return region().width; }
float region_css_width() { return region().width / context().scale; }

float remaining_height() {
  const Region& in = region();
  const float page_end = ImGui::GetIO().DisplaySize.y;
  const float end = in.limit < page_end * 4.0F ? in.limit : page_end;
  return std::max(px(160), end - peek(0.0F).min.y);
}

Stack::Stack(float css_gap) : gap_before_(region().gap) {
  // The gap before the first thing inside is still the outer one.
  Region& in = region();
  if (!in.empty) {
    in.y += in.gap;
    in.empty = true;
  }
  in.gap = px(css_gap);
}

Stack::~Stack() {
  Region& in = region();
  in.gap = gap_before_;
}

Inline::Inline(Align align, float css_gap) : joins_(region().inline_flow) {
  if (joins_) return;
  const Rect top = peek(0.0F);
  Region flow;
  flow.key = ordinal_id("inline");
  flow.x = top.min.x;
  flow.width = region().width;
  flow.y = flow.line_top = top.min.y;
  flow.limit = region().limit;
  flow.gap = px(css_gap);
  flow.inline_flow = true;
  flow.line_height = recall(sub_id(flow.key, "height"), 0.0F);
  const float total = recall(sub_id(flow.key, "width"), 0.0F);
  if (align != Align::start && total < flow.width) {
    const float room = flow.width - total;
    const float shift = std::floor(align == Align::end ? room : room * 0.5F);
    flow.x += shift;
    flow.width -= shift;
  }
  flow.line_x = flow.x;
  push_region(flow);
}

Inline::~Inline() {
  if (joins_) return;
  const Region done = pop_region();
  const float top = peek(0.0F).min.y;
  const bool one_line = done.line_top == top;
  remember(sub_id(done.key, "height"), one_line ? done.tallest : 0.0F);
  remember(sub_id(done.key, "width"), done.natural);
  if (done.empty) return;
  Region& outer = region();
  outer.natural = std::max(outer.natural, done.natural);
  take(outer, outer.width, std::max(done.y, done.line_top + done.tallest) - top);
}

struct Row::State {
  std::vector<Width> widths;
  std::vector<float> sizes;
  ImGuiID key = 0;
  float x = 0.0F, top = 0.0F, gap = 0.0F, row_gap = 0.0F, bottom = 0.0F, limit = 0.0F;
  std::size_t cell = 0;
  bool stacked = false;
  float natural = 0.0F;

  [[nodiscard]] bool unmeasured() const { return !stacked && widths[cell].kind == Width::Kind::natural && recall(sub_id(key, cell), -1.0F) < 0.0F; }
  void measure(float room);
  void open_cell() const;
  void close_cell();
};

void Row::State::measure(float room) {
  sizes.assign(widths.size(), room);
  if (stacked) return;
  float left = room - gap * static_cast<float>(widths.size() - 1);
  float weights = 0.0F;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i].kind == Width::Kind::flexible) {
      weights += widths[i].amount;
      continue;
    }
    sizes[i] = widths[i].kind == Width::Kind::fixed ? px(widths[i].amount) : recall(sub_id(key, i), px(120));
    sizes[i] = std::min(sizes[i], std::max(0.0F, left));
    left -= sizes[i];
  }
  float shared = 0.0F;
  float taken = 0.0F;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i].kind != Width::Kind::flexible) continue;
    // Edges on whole pixels, without losing one to rounding.
    shared += widths[i].amount;
    const float until = std::floor(std::max(0.0F, left) * shared / weights);
    sizes[i] = until - taken;
    taken = until;
  }
}

void Row::State::open_cell() const {
  Region in;
  in.x = x;
  for (std::size_t i = 0; i < cell && !stacked; ++i) in.x += sizes[i] + gap;
  in.width = sizes[cell];
  in.y = top;
  in.limit = limit;
  in.gap = row_gap;
  push_region(in);
  // Its first frame only measures: what is too wide for the guess says nothing.
  internals().sideways += unmeasured() ? 1 : 0;
}

void Row::State::close_cell() {
  const Region done = pop_region();
  internals().sideways -= unmeasured() ? 1 : 0;
  if (widths[cell].kind == Width::Kind::natural && !stacked) remember(sub_id(key, cell), done.natural);
  natural += done.natural + (cell > 0 ? gap : 0.0F);
  bottom = std::max(bottom, done.y);
}

Row::Row(std::initializer_list<Width> widths, float css_gap, float stack_below)
    : Row(std::vector<Width>(widths), css_gap, stack_below) {}

Row::Row(const std::vector<Width>& widths, float css_gap, float stack_below) : state_(std::make_unique<State>()) {
  State& row = *state_;
  const Rect start = peek(0.0F);
  row.widths = widths;
  row.key = ordinal_id("row");
  row.x = start.min.x;
  row.top = row.bottom = start.min.y;
  row.gap = px(css_gap);
  row.row_gap = region().gap;
  row.limit = region().limit;
  row.stacked = region_css_width() < stack_below;
  row.measure(region().width);
  row.open_cell();
}

void Row::next() {
  State& row = *state_;
  row.close_cell();
  ++row.cell;
  const bool wraps = row.cell == row.widths.size();
  if (wraps) row.cell = 0;
  if (wraps || row.stacked) {
    if (row.bottom > row.top) row.top = row.bottom + row.gap;
    row.bottom = row.top;
  }
  row.open_cell();
}

Row::~Row() {
  State& row = *state_;
  row.close_cell();
  Region& outer = region();
  outer.natural = std::max(outer.natural, row.natural);
  // Nothing inside: no room, and no gap for what follows.
  if (row.bottom <= peek(0.0F).min.y) return;
  outer.y = row.bottom;
  outer.empty = false;
}

std::vector<Width> equal_columns(float least_css_width, int most, float css_gap) {
  const float room = region_css_width() + css_gap;
  const int fitting = static_cast<int>(std::floor(room / (least_css_width + css_gap)));
  return std::vector<Width>(static_cast<std::size_t>(std::clamp(fitting, 1, std::max(1, most))), flexible());
}

Inset::Inset(float css_x, float css_y) : pad_y_(px(css_y)) {
  Region in = region();
  const Rect start = peek(0.0F);
  in.x += px(css_x);
  in.width = std::max(0.0F, in.width - px(css_x) * 2.0F);
  in.y = start.min.y + pad_y_;
  in.limit -= pad_y_;
  in.empty = true;
  in.natural = 0.0F;
  push_region(in);
}

Inset::~Inset() {
  const Region done = pop_region();
  Region& outer = region();
  outer.natural = std::max(outer.natural, done.natural + (done.x - outer.x) * 2.0F);
  outer.y = done.y + pad_y_;
  outer.empty = false;
}

}  // namespace cohoi::ui
