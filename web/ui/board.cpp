#include "web/ui/board.h"

#include <cmath>
#include <memory>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/board_parts.h"
#include "web/ui/button.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float folded_width = 44.0F;
constexpr float column_gap = 12.0F;
constexpr std::size_t measured_cards = 80;   // longer columns give every card the same height

struct Drawing {
  const Board& look;
  ImGuiID id;
  Rect view;
  BoardEvents events;
  std::vector<DropTarget> targets;

  [[nodiscard]] ImGuiID card_id(const std::string& key) const { return sub_id(sub_id(id, "card"), key); }
  void draw_column(std::size_t index, const Rect& box);
  void draw_folded(const BoardColumn& column, const Rect& box);
  void draw_head(const BoardColumn& column, const Rect& head);
  void draw_cards(std::size_t index, const Rect& body);
  void draw_empty(std::size_t index, const Rect& body);
  void draw_one(std::size_t column, std::size_t index, const BoardCard& card, const Rect& box);
  void take_keys(std::size_t column, std::size_t index, const BoardCard& card);
  void focus_card(std::size_t column, std::size_t index) const;
};

float column_width(const BoardColumn& column) {
  const float room = ImGui::GetIO().DisplaySize.x - px(48);
  return column.folded ? px(folded_width) : std::min(px(board_column_width), room);
}

void fold_button(const BoardColumn& column, const Rect& box, BoardEvents& events) {
  Region corner;
  corner.x = box.min.x;
  corner.y = box.min.y;
  corner.width = box.width();
  push_region(corner);
  const std::string name = column.folded ? text::ui_unfold_column(column.name) : text::ui_fold_column(column.name);
  if (icon_button("fold", {.name = name, .icon = column.folded ? icon::chevron_right : icon::chevron_left})) events.folded = column.key;
  pop_region();
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

void Drawing::draw_folded(const BoardColumn& column, const Rect& box) {
  const Theme& t = theme();
  const DropTarget* over = internals().drag.moving ? target_under_pointer(targets) : nullptr;
  fill(box, over != nullptr && over->key == column.key ? t.accent_soft : t.neutral_soft, radius_card);
  fold_button(column, Rect{ImVec2(std::floor(box.centre().x - control_height() * 0.5F), box.min.y + px(6)), ImVec2(box.max.x, box.max.y)}, events);
  const Rect count{ImVec2(box.min.x + px(4), box.min.y + px(6) + control_height()), ImVec2(box.max.x - px(4), box.min.y + px(6) + control_height() + px(20))};
  draw_text(count, column.count, TextStyle::caption_semibold, t.second, Align::centre);
  text_node(column.count, count);
  const ImVec2 start(std::floor(box.centre().x - metrics(TextStyle::semibold).line_height * 0.5F), count.max.y + px(8));
  draw_turned(start, box.max.y - start.y - px(8), column.name);
  const Rect name{ImVec2(box.min.x, start.y), box.max};
  semantics().leaf(node_of(sub_id(id, column.key), Role::list, column.name, name));
}

void Drawing::draw_head(const BoardColumn& column, const Rect& head) {
  const Theme& t = theme();
  const float line_height = metrics(TextStyle::semibold).line_height;
  Rect first = head.top(px(32)).inset(px(4), 0.0F);
  fold_button(column, Rect{ImVec2(first.max.x - control_height() + px(4), first.centre().y - control_height() * 0.5F), first.max}, events);
  first.max.x -= control_height();
  dot(ImVec2(first.min.x + px(4), first.centre().y), 4.0F, column.tone == Tone::second ? t.border_strong : ink_of(t, column.tone));
  const float count_width = text_width(column.count, TextStyle::caption_semibold) + px(14);
  const float name_width = std::min(text_width(column.name, TextStyle::semibold), first.width() - px(14) - count_width - px(8));
  const Rect name{ImVec2(first.min.x + px(14), std::round(first.centre().y - line_height * 0.5F)), ImVec2(first.min.x + px(14) + name_width, std::round(first.centre().y + line_height * 0.5F))};
  if (draw_text(name, column.name, TextStyle::semibold, t.text) || !column.hint.empty()) offer_tooltip(sub_id(id_of("name"), "tip"), name, column.hint.empty() ? column.name : column.hint);
  Node heading = node_of(0, Role::heading, column.name, name);
  heading.level = 2;
  heading.hint = column.hint;
  semantics().leaf(std::move(heading));
  const Rect count{ImVec2(name.max.x + px(8), std::round(first.centre().y - px(10))), ImVec2(name.max.x + px(8) + count_width, std::round(first.centre().y + px(10)))};
  fill(count, t.dark ? t.pressed : t.border, radius_full);
  draw_text(count, column.count, TextStyle::caption_semibold, t.second, Align::centre);
  text_node(column.count, count);
  const Rect second = head.below(px(32)).top(px(20)).inset(px(4), 0.0F);
  const float half = std::floor(second.width() * 0.5F);
  draw_text(second.left(half), column.sum, TextStyle::caption_semibold, t.text);
  if (!column.sum.empty()) text_node(column.sum, second.left(half));
  draw_text(second.from(half), column.weighted, TextStyle::caption, t.second, Align::end);
  if (!column.weighted.empty()) text_node(column.weighted, second.from(half));
}

void Drawing::focus_card(std::size_t column, std::size_t index) const {
  semantics().focus(card_id(look.card_of(column, index).key));
  context().request_frame();
}

void Drawing::take_keys(std::size_t column, std::size_t index, const BoardCard& card) {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->target != card_id(card.key) || press->ctrl || press->alt) return;
  const bool right = press->key == "ArrowRight";
  if (right || press->key == "ArrowLeft") {
    const bool at_end = right ? column + 1 >= look.columns.size() : column == 0;
    const bool moves = press->shift;
    semantics().consume_key();
    if (at_end) return;
    std::size_t to = right ? column + 1 : column - 1;
    if (moves) {
      events.moved = BoardMove{card.key, look.columns[column].key, look.columns[to].key};
      internals().refocus = card_id(card.key);
      internals().refocus_from = look.columns[column].key;
      return;
    }
    while (look.columns[to].folded || look.columns[to].card_count == 0) {
      if (right ? to + 1 >= look.columns.size() : to == 0) return;
      to = right ? to + 1 : to - 1;
    }
    focus_card(to, std::min(index, look.columns[to].card_count - 1));
    return;
  }
  if (press->key == "Enter") {
    semantics().consume_key();
    events.opened = card.key;
  } else if ((press->key == "ArrowDown" || press->key == "j") && index + 1 < look.columns[column].card_count) {
    semantics().consume_key();
    focus_card(column, index + 1);
  } else if ((press->key == "ArrowUp" || press->key == "k") && index > 0) {
    semantics().consume_key();
    focus_card(column, index - 1);
  }
}

void Drawing::draw_one(std::size_t column, std::size_t index, const BoardCard& card, const Rect& box) {
  const ImGuiID key = card_id(card.key);
  const Touch now = touch(key, box);
  Internals& in = internals();
  begin_carry(key, box, card.key, look.columns[column].key, now.hovered);
  take_keys(column, index, card);
  if (in.refocus == key && in.refocus_from != look.columns[column].key) {
    in.refocus = 0;
    semantics().focus(key);
  }
  // The click that ends a drag is none.
  if (now.activated && in.frame > in.carried_until) events.opened = card.key;
  if (carrying(key)) {
    fill(box, theme().neutral_soft, radius_card);
    outline(box, theme().border, radius_card);
  } else {
    draw_card(box, card, now, false);
  }
  Node node = node_of(key, Role::listitem, card.name, box);
  node.focusable = true;
  node.hint = card_description(card);
  semantics().leaf(std::move(node));
}

void Drawing::draw_cards(std::size_t index, const Rect& body) {
  const BoardColumn& column = look.columns[index];
  const float inset = px(card_gap);
  const float width = body.width() - inset * 2.0F;
  const bool uniform = column.card_count > measured_cards;
  std::vector<BoardCard> cards;
  std::vector<float> tops;
  float total = px(2);
  const float step = card_height_at_most() + px(card_gap);
  if (uniform) {
    total += step * static_cast<float>(column.card_count);
  } else {
    for (std::size_t i = 0; i < column.card_count; ++i) {
      cards.push_back(look.card_of(index, i));
      tops.push_back(total);
      total += card_height(cards.back(), width) + px(card_gap);
    }
  }
  semantics().open(node_of(sub_id(id, column.key), Role::list, column.name, body));
  auto scroll = std::make_unique<Scroll>("cards", body, ImVec2(body.width(), total + px(card_gap)));
  const ImVec2 origin = scroll->origin();
  const float from = scroll->position().y - body.height();
  const float until = scroll->position().y + body.height() * 2.0F;
  const ImGuiID focused = semantics().focused();
  for (std::size_t i = 0; i < column.card_count; ++i) {
    const float top = uniform ? px(2) + step * static_cast<float>(i) : tops[i];
    const float height = uniform ? step - px(card_gap) : card_height(cards[i], width);
    const bool near = top + height >= from && top <= until;
    if (!near && (uniform || card_id(cards[i].key) != focused)) continue;
    const Rect box{ImVec2(origin.x + inset, std::round(origin.y + top)), ImVec2(origin.x + inset + width, std::round(origin.y + top + height))};
    draw_one(index, i, uniform ? look.card_of(index, i) : cards[i], box);
  }
  scroll.reset();
  semantics().close();
}

// Beside the list, not in it: a list holds nothing but its items.
void Drawing::draw_empty(std::size_t index, const Rect& body) {
  const float inset = px(card_gap);
  semantics().leaf(node_of(sub_id(id, look.columns[index].key), Role::list, look.columns[index].name, body));
  if (look.empty_column.empty()) return;
  const float top = body.min.y + px(12);
  const Rect words{ImVec2(body.min.x + inset, top), ImVec2(body.max.x - inset, top + wrapped_height(look.empty_column, TextStyle::caption, body.width() - inset * 2.0F))};
  draw_wrapped(words, look.empty_column, TextStyle::caption, theme().second);
  text_node(look.empty_column, words);
}

void Drawing::draw_column(std::size_t index, const Rect& box) {
  const BoardColumn& column = look.columns[index];
  const IdScope scope(column.key);
  targets.push_back(DropTarget{column.key, box});
  if (column.folded) {
    draw_folded(column, box);
    return;
  }
  const Theme& t = theme();
  const bool over = internals().drag.moving && box.contains(ImGui::GetIO().MousePos) && internals().drag.from != column.key;
  fill(box, over ? t.accent_soft : t.dark ? mix(t.page, t.surface, 0.5F) : t.neutral_soft, radius_card);
  if (over) outline(box, t.accent, radius_card);
  const float sums = column.sum.empty() && column.weighted.empty() ? 0.0F : px(20);
  const float head = px(8.0F + 32.0F) + sums + px(4);
  draw_head(column, box.inset(px(card_gap), 0.0F).below(px(8)).top(head));
  const Rect body = box.below(head + px(4));
  if (column.card_count == 0) draw_empty(index, body);
  else draw_cards(index, body);
}

}  // namespace

BoardEvents board(std::string_view key, const Board& look) {
  Drawing drawing{.look = look, .id = id_of(key)};
  const IdScope scope(key);
  drawing.view = place(std::floor(remaining_height()));
  semantics().open(node_of(drawing.id, Role::group, look.name, drawing.view));
  float width = 0.0F;
  for (const BoardColumn& column : look.columns) width += column_width(column) + px(column_gap);
  ImGuiID scroll_id = 0;
  {
    Scroll scroll("columns", drawing.view, ImVec2(std::max(0.0F, width - px(column_gap)), drawing.view.height()));
    scroll_id = scroll.id();
    ++internals().sideways;
    float x = scroll.origin().x;
    const float bottom = width > drawing.view.width() ? drawing.view.max.y - px(12) : drawing.view.max.y;
    for (std::size_t i = 0; i < look.columns.size(); ++i) {
      const float own = column_width(look.columns[i]);
      drawing.draw_column(i, Rect{ImVec2(x, drawing.view.min.y), ImVec2(x + own, bottom)});
      x += own + px(column_gap);
    }
    --internals().sideways;
  }
  draw_zones(look, drawing.view, drawing.targets);
  if (auto move = carry(look, scroll_id, drawing.view, drawing.targets)) drawing.events.moved = std::move(move);
  semantics().close();
  return drawing.events;
}

}  // namespace cohoi::ui
