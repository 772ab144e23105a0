// Cards, sections, groups, areas and pages: regions with a look or a name.
#include <imgui_internal.h>

#include <cmath>

#include "web/ui/display.h"
#include "web/ui/internals.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

Group::Group(std::string_view key, Role role, std::string name, bool walks) : id_(id_of(key)), top_(peek(0.0F).min.y) {
  const Rect start = peek(recall(sub_id(id_, "height"), px(32)));
  if (walks && pointer_in(start)) fill(start, theme().hover, radius_control);
  if (semantics().focused() == id_ && semantics().focus_visible()) outline(start, theme().accent, radius_control, 2.0F);
  Node node = node_of(id_, role, std::move(name), start);
  node.focusable = walks;
  semantics().open(std::move(node));
  internals().ids.push_back(IdLevel{id_, 0});
}

bool Group::activated() const { return semantics().activated(id_); }

Group::~Group() {
  internals().ids.pop_back();
  semantics().close();
  const float end = region().inline_flow ? region().line_top + region().tallest : region().y;
  remember(sub_id(id_, "height"), std::max(0.0F, end - top_));
}

// The box is painted when its height is known, under what was drawn meanwhile.
struct Card::State {
  ImDrawListSplitter layers;
  Rect start;
  float padding = 0.0F;
};

Card::Card(float css_padding) : state_(std::make_unique<State>()) {
  State& card = *state_;
  card.start = peek(0.0F);
  card.padding = px(css_padding);
  card.layers.Split(canvas(), 2);
  card.layers.SetCurrentChannel(canvas(), 1);
  Region in = region();
  in.x += card.padding;
  in.width = std::max(0.0F, in.width - card.padding * 2.0F);
  in.y = card.start.min.y + card.padding;
  in.limit -= card.padding;
  in.gap = px(gap_medium);
  in.empty = true;
  in.natural = 0.0F;
  push_region(in);
}

Card::~Card() {
  State& card = *state_;
  const Region done = pop_region();
  Region& outer = region();
  const float bottom = done.y + card.padding;
  const Rect box{card.start.min, ImVec2(card.start.min.x + outer.width, bottom)};
  card.layers.SetCurrentChannel(canvas(), 0);
  soft_shadow(box, radius_card);
  fill(box, theme().surface, radius_card);
  outline(box, theme().border, radius_card);
  card.layers.Merge(canvas());
  outer.natural = std::max(outer.natural, done.natural + card.padding * 2.0F);
  outer.y = bottom;
  outer.empty = false;
}

namespace {

// As many lines as it needs, at most so many (0 = any). Beside actions one line stands on their middle.
void title_beside(const std::string& title, TextStyle style, int level, float least_height, int most_lines) {
  const float words = wrapped_height(title, style, region().width, most_lines);
  const Rect box = place_up_to(ImVec2(text_width(title, style), std::max(words, least_height)));
  Node node = node_of(0, Role::heading, title, box);
  node.level = level;
  if (draw_wrapped(box.below(std::round((box.height() - words) * 0.5F)), title, style, theme().text, most_lines)) {
    node.hint = title;
    offer_tooltip(ordinal_id("title"), box, title);
  }
  semantics().leaf(std::move(node));
}

// A title and what stands beside it; below it where the title would have to break for it.
void titled(const std::string& title, TextStyle style, int level, int most_lines, bool may_break, const Draw& actions) {
  const ImGuiID key = ordinal_id("head");
  const bool below = !may_break && text_width(title, style) + px(gap_medium) + recall(key, 0.0F) > region().width;
  Row head({flexible(), natural()}, gap_medium, below ? region_css_width() + 1.0F : 0.0F);
  // As high as the buttons beside it, so that both stand on one line.
  if (!title.empty()) title_beside(title, style, level, below ? 0.0F : control_height(), most_lines);
  head.next();
  Inline line(below ? Align::start : Align::end);
  region().line_height = std::max(region().line_height, control_height());
  actions();
  remember(key, region().natural);
}

}  // namespace

Section::Section(const std::string& title, const Draw& actions)
    : card_(std::make_unique<Card>(is_phone() ? gap_medium : gap_large)) {
  if (title.empty() && !actions) return;
  if (!actions) {
    heading(title, 2);
    return;
  }
  titled(title, TextStyle::section, 2, 0, false, actions);
}

Section::~Section() = default;

Area::Area(const Rect& rect, float css_padding) : clip_(std::make_unique<Clip>(rect)) {
  const float pad = px(css_padding);
  Region in;
  in.x = rect.min.x + pad;
  in.width = std::max(0.0F, rect.width() - pad * 2.0F);
  in.y = rect.min.y + pad;
  in.limit = rect.max.y - pad;
  in.gap = px(gap_small);
  push_region(in);
}

Area::~Area() { pop_region(); }

struct Page::State {
  std::unique_ptr<IdScope> scope;
  std::unique_ptr<Scroll> scroll;
  std::unique_ptr<Inset> inset;
};

namespace {

void page_head(const std::string& title, const Draw& actions) {
  if (title.empty() && !actions) return;
  if (actions) titled(title, TextStyle::title, 1, is_phone() ? 3 : 2, !is_phone(), actions);
  else title_beside(title, TextStyle::title, 1, 0.0F, is_phone() ? 3 : 2);
}

constexpr float widest_page = 1280.0F;  // CSS pixels of what scrolls: lines of text stay readable on the widest screens

}  // namespace

Page::Page(std::string_view key, const std::string& title, PageBody body, const Draw& actions, const Draw& above_title)
    : state_(std::make_unique<State>()) {
  State& page = *state_;
  page.scope = std::make_unique<IdScope>(key);
  const float padding = is_phone() ? 16.0F : 24.0F;
  if (body == PageBody::scrolls) {
    const Rect view{peek(0.0F).min, ImVec2(region().x + region().width, region().limit)};
    page.scroll = std::make_unique<Scroll>("page", view, std::max(padding, std::floor((view.width() / context().scale - widest_page) * 0.5F)), padding);
  } else {
    page.inset = std::make_unique<Inset>(padding, body == PageBody::fills && is_phone() ? 16.0F : padding);
  }
  region().gap = px(gap_large);
  if (above_title) {
    Stack stack(gap_small);
    above_title();
    page_head(title, actions);
  } else {
    page_head(title, actions);
  }
}

Page::~Page() {
  // Inside out: the last opened closes first.
  state_->inset.reset();
  state_->scroll.reset();
  state_->scope.reset();
}

}  // namespace cohoi::ui
