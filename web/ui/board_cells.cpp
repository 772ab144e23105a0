#include <algorithm>
#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/board_parts.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

// A board of few cards has each as high as its words; in longer ones all are of one height, so that none needs to be read to know where
// the others are.
constexpr std::size_t measured_cards = 240;

}  // namespace

void BoardDrawing::measure() {
  const float inner = px(board_column_width) - px(card_gap) * 2.0F;
  if (state.version == look.version && state.measured_width == inner && state.tops.size() == look.lanes.size() * look.columns.size()) return;
  state.version = look.version;
  state.measured_width = inner;
  state.tops.assign(look.lanes.size() * look.columns.size(), {});
  std::size_t all = 0;
  for (const BoardLane& lane : look.lanes)
    for (const std::size_t cards : lane.cards) all += cards;
  if (all > measured_cards) return;
  for (std::size_t lane = 0; lane < look.lanes.size(); ++lane) {
    for (std::size_t column = 0; column < look.columns.size(); ++column) {
      auto& tops = state.tops[lane * look.columns.size() + column];
      const float width = std::min(inner, column_width(look.columns[column]) - px(card_gap) * 2.0F);
      float y = px(2);
      for (std::size_t i = 0; i < look.lanes[lane].cards[column]; ++i) {
        tops.push_back(y);
        y += card_height(look.card_of({lane, column, i}), width) + px(card_gap);
      }
      tops.push_back(y);
    }
  }
}

float BoardDrawing::cell_height(std::size_t lane, std::size_t column) const {
  const auto& own = tops(lane, column);
  if (!own.empty()) return own.back();
  return px(2) + (card_height_at_most() + px(card_gap)) * static_cast<float>(look.lanes[lane].cards[column]);
}

Rect BoardDrawing::card_box(const BoardPlace& place, const Rect& cell) const {
  const auto& own = tops(place.lane, place.column);
  const float step = card_height_at_most() + px(card_gap);
  const float top = own.empty() ? px(2) + step * static_cast<float>(place.index) : own[place.index];
  const float end = own.empty() ? top + step : own[place.index + 1];
  const float y = std::round(cell.min.y + top);
  return Rect{ImVec2(cell.min.x + px(card_gap), y), ImVec2(cell.max.x - px(card_gap), std::round(y + end - top - px(card_gap)))};
}

void BoardDrawing::focus_card(const BoardPlace& place) {
  const std::string key = look.card_of(place).key;
  state.focused = key;
  semantics().focus(card_id(key));
  context().request_frame();
}

// A card that was moved by key or menu is somewhere else now: it is drawn there, in sight or not, and the focus goes with it.
void BoardDrawing::follow() {
  if (state.followed.empty()) return;
  const auto place = look.place_of(state.followed);
  if (place && look.columns[place->column].key == state.followed_from) return;
  if (place) focus_card(*place);
  state.followed.clear();
}

float BoardDrawing::scroll_of(std::size_t column) const {
  const ImGuiID scroll = sub_id(sub_id(sub_id(id, "columns"), look.columns[column].key), "cards");
  return semantics().scroll_of(scroll).value_or(ImVec2(0, 0)).y;
}

std::size_t BoardDrawing::index_at(std::size_t lane, std::size_t column, float y) const {
  const std::size_t last = look.lanes[lane].cards[column] - 1;
  const auto& own = tops(lane, column);
  const auto past = std::upper_bound(own.begin(), own.end(), y + 1.0F);
  const auto at = own.empty() ? static_cast<std::ptrdiff_t>((y + 1.0F) / (card_height_at_most() + px(card_gap))) : past - own.begin() - 1;
  return std::min(last, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at)));
}

void BoardDrawing::take_keys(const BoardPlace& place, const BoardCard& card, float y) {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->target != card_id(card.key) || press->ctrl || press->alt) return;
  const std::size_t cards = look.lanes[place.lane].cards[place.column];
  const std::string_view key = press->key;
  const bool right = key == "ArrowRight";
  if (right || key == "ArrowLeft") {
    const bool moves = press->shift;
    semantics().consume_key();
    std::size_t to = place.column;
    const auto step = [&] {
      if (right ? to + 1 >= look.columns.size() : to == 0) return false;
      to = right ? to + 1 : to - 1;
      return true;
    };
    if (!step()) return;
    if (moves) {
      const std::string& lane = look.lanes[place.lane].key;
      events.moved = BoardMove{card.key, look.columns[place.column].key, look.columns[to].key, lane, lane};
      state.followed = card.key;
      state.followed_from = look.columns[place.column].key;
      return;
    }
    while (look.columns[to].folded || look.lanes[place.lane].cards[to] == 0)
      if (!step()) return;
    // The card beside it on the screen, not the one with the same number.
    float beside = y;
    if (!in_lanes()) beside += scroll_of(to) - scroll_of(place.column);
    focus_card({place.lane, to, index_at(place.lane, to, beside)});
    return;
  }
  if (press->shift) return;
  std::optional<BoardPlace> next;
  if (key == "ArrowDown" || key == "j") {
    next = place;
    if (place.index + 1 < cards) ++next->index;
    // Past the end of a lane: the first card of the next one that has any here.
    else do {
        if (++next->lane >= look.lanes.size()) return;
        next->index = 0;
      } while (look.lanes[next->lane].folded || look.lanes[next->lane].cards[place.column] == 0);
  } else if (key == "ArrowUp" || key == "k") {
    next = place;
    if (place.index > 0) --next->index;
    else do {
        if (next->lane-- == 0) return;
        next->index = look.lanes[next->lane].cards[place.column] - 1;
      } while (look.lanes[next->lane].folded || look.lanes[next->lane].cards[place.column] == 0);
  } else if (key == "Home") {
    next = BoardPlace{place.lane, place.column, 0};
  } else if (key == "End") {
    next = BoardPlace{place.lane, place.column, cards - 1};
  } else if (key == "Enter") {
    events.opened = card.key;
  } else {
    return;
  }
  semantics().consume_key();
  if (next) focus_card(*next);
}

void BoardDrawing::draw_menu(const BoardPlace& place, const BoardCard& card, const Rect& box, bool pressed) {
  if (!look.menu_of) return;
  const ImGuiID key = card_id(card.key);
  const bool asked = take_key(key, "ContextMenu") || take_key(key, ".");  // not every keyboard has a key for menus
  if (asked || pressed) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool at_pointer = asked && !semantics().focus_visible() && box.contains(mouse);
    state.menu_anchor = at_pointer ? Rect{mouse, mouse} : menu_corner(box, card);
  }
  if (!asked && !pressed && internals().popup.owner != key) return;
  const auto chosen = run_menu(key, card.name, asked || pressed, state.menu_anchor, look.menu_of(place));
  if (!chosen) return;
  events.chosen = BoardChoice{card.key, *chosen};
  state.followed = card.key;
  state.followed_from = look.columns[place.column].key;
}

void BoardDrawing::draw_one(const BoardPlace& place, const Rect& cell) {
  const Rect box = card_box(place, cell);
  const BoardCard card = look.card_of(place);
  const ImGuiID key = card_id(card.key);
  const ImGuiID more = sub_id(key, "more");
  const Touch now = touch(key, box);
  Internals& in = internals();
  const Rect corner = menu_corner(box, card);
  const bool wanted = look.menu_of && (context().touch || now.hovered || now.focused || semantics().focused() == more || in.popup.owner == key);
  begin_carry(key, box, card.key, place, now.hovered && !(wanted && pointer_in(corner)));
  if (now.focused) state.focused = card.key;
  take_keys(place, card, box.min.y - cell.min.y);
  // The click that ends a drag is none.
  if (now.activated && in.frame > in.carried_until) events.opened = card.key;
  if (carrying(key)) {
    fill(box, theme().neutral_soft, radius_card);
    outline(box, theme().border, radius_card);
  } else {
    draw_card(box, card, {.hovered = now.hovered, .ring = now.ring, .menu = wanted});
  }
  Node node = node_of(key, Role::listitem, card.name, box);
  node.focusable = true;
  node.hint = card_description(card);
  semantics().open(std::move(node));
  bool pressed = false;
  if (wanted) {
    const bool over = pointer_in(corner);
    if (over || in.popup.owner == key) fill(corner.inset(px(3), px(3)), theme().hover, radius_control);
    draw_icon(corner.centre(), icon::ellipsis, 16.0F, theme().second);
    if (semantics().focused() == more && semantics().focus_visible()) focus_ring(corner.inset(px(3), px(3)), radius_control);
    pressed = semantics().activated(more);
    Node button = node_of(more, Role::button, text::board_card_menu(card.name), corner);
    button.untabbed = true;  // the menu opens from the card by key
    button.expanded = in.popup.owner == key ? Tristate::yes : Tristate::no;
    semantics().leaf(std::move(button));
  }
  semantics().close();
  draw_menu(place, card, box, pressed);
}

void BoardDrawing::draw_cell(std::size_t lane, std::size_t column, const Rect& cell, const Rect& sight) {
  const std::size_t cards = look.lanes[lane].cards[column];
  if (cards == 0) return;
  // One screen more on both sides, for the browser's own scrolling.
  const float from = sight.min.y - sight.height(), until = sight.max.y + sight.height();
  std::size_t first = 0;
  const auto& own = tops(lane, column);
  if (own.empty()) {
    const float step = card_height_at_most() + px(card_gap);
    first = static_cast<std::size_t>(std::max(0.0F, (from - cell.min.y) / step - 1.0F));
  } else {
    while (first + 1 < cards && cell.min.y + own[first + 1] < from) ++first;
  }
  // The focused one stays in the page, or the focus would be lost.
  const bool holds = kept && kept->lane == lane && kept->column == column;
  if (holds && kept->index < first) draw_one(*kept, cell);
  std::size_t next = first;
  for (; next < cards; ++next) {
    if (card_box({lane, column, next}, cell).min.y > until) break;
    draw_one({lane, column, next}, cell);
  }
  if (holds && kept->index >= next && kept->index < cards) draw_one(*kept, cell);
}

}  // namespace cohoi::ui
