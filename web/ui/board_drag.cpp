#include <climits>
#include <cmath>

#include "web/ui/board_parts.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr float threshold = 6.0F;     // CSS pixels before a press becomes a drag
constexpr float edge = 56.0F;         // this near an edge the board scrolls
constexpr float most_speed = 900.0F;  // CSS pixels a second
constexpr float head_room = 40.0F;    // a column's head scrolls up too, all of it at full speed
constexpr float zone_room = 64.0F;    // the drop zones at the bottom

// Faster the nearer the edge, 0 away from it.
float pull(float at, float low, float high) {
  const float reach = px(edge);
  if (at < low + reach) return -std::min(1.0F, (low + reach - at) / reach);
  if (at > high - reach) return std::min(1.0F, (at - high + reach) / reach);
  return 0.0F;
}

void scroll_by(ImGuiID scroll, float x, float y) {
  if (scroll == 0 || (x == 0.0F && y == 0.0F)) return;
  const float step = px(most_speed) * std::min(0.05F, ImGui::GetIO().DeltaTime);
  const ImVec2 at = semantics().scroll_of(scroll).value_or(ImVec2(0, 0));
  semantics().set_scroll(scroll, ImVec2(std::max(0.0F, at.x + x * step), std::max(0.0F, at.y + y * step)));
}

// Sideways the whole board, up and down what lies under the pointer.
void scroll_at_edges(ImGuiID scroll, const Rect& view, const DropTarget* target) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  scroll_by(scroll, pull(mouse.x, view.min.x, view.max.x), 0.0F);
  if (target != nullptr && !target->zone) scroll_by(target->scroll, 0.0F, pull(mouse.y, view.min.y + px(head_room), view.max.y - px(zone_room)));
}

}  // namespace

void begin_carry(ImGuiID card, const Rect& box, const std::string& key, const BoardPlace& place, bool hovered) {
  Drag& drag = internals().drag;
  if (!hovered || drag.source != 0 || context().touch || !ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  drag = Drag{};
  drag.source = card;
  drag.start = mouse;
  drag.offset = ImVec2(mouse.x - box.min.x, mouse.y - box.min.y);
  drag.key = key;
  drag.lane = place.lane;
  drag.column = place.column;
  drag.index = place.index;
}

bool carrying(ImGuiID card) { return internals().drag.source == card && internals().drag.moving; }

const DropTarget* target_under_pointer(const std::vector<DropTarget>& targets) {
  // Zones come last and lie on top.
  for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
    if (target->rect.contains(ImGui::GetIO().MousePos)) return &*target;
  }
  return nullptr;
}

std::optional<BoardMove> carry(const Board& look, ImGuiID scroll, const Rect& view, const std::vector<DropTarget>& targets) {
  Internals& in = internals();
  Drag& drag = in.drag;
  // What was given up still ends in a click somewhere.
  if (in.carried_until == INT_MAX && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) in.carried_until = in.frame + 3;
  if (drag.key.empty()) return std::nullopt;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!drag.moving) {
    const float moved = std::hypot(mouse.x - drag.start.x, mouse.y - drag.start.y);
    if (moved > px(threshold) && ImGui::IsMouseDown(ImGuiMouseButton_Left)) drag.moving = true;
    else return std::nullopt;
  }
  context().request_frame();
  const BoardPlace place{drag.lane, drag.column, drag.index};
  // Something changed under the pointer (another tab, an undo): the card is not where it was.
  const bool there = place.lane < look.lanes.size() && place.column < look.columns.size() && place.index < look.lanes[place.lane].cards[place.column];
  const BoardCard card = there ? look.card_of(place) : BoardCard{};
  if (card.key != drag.key || take_key(0, "Escape")) {
    drag = Drag{};
    in.carried_until = INT_MAX;
    return std::nullopt;
  }
  const DropTarget* target = target_under_pointer(targets);
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    in.carried_until = in.frame + 3;
    std::optional<BoardMove> move;
    const std::string &from = look.columns[place.column].key, &lane = look.lanes[place.lane].key;
    if (target != nullptr && (target->key != from || (!target->zone && target->lane != lane)))
      move = BoardMove{drag.key, from, target->key, lane, target->zone ? lane : target->lane};
    drag = Drag{};
    return move;
  }
  scroll_at_edges(scroll, view, target);
  const float width = px(board_column_width) - px(card_gap) * 2.0F;
  const ImVec2 corner(std::floor(mouse.x - drag.offset.x), std::floor(mouse.y - drag.offset.y));
  const Rect box{corner, ImVec2(corner.x + width, corner.y + card_height(card, width))};
  internals().overlays.push_back([box, card] {
    const Layer layer(sub_id(1U, "carried"), box);
    ++internals().sideways;  // it may hang over the edge of the page
    draw_card(box, card, {.lifted = true});
    --internals().sideways;
  });
  return std::nullopt;
}

void draw_zones(const Board& look, const Rect& view, std::vector<DropTarget>& targets) {
  if (look.zones.empty() || !internals().drag.moving || internals().drag.key.empty()) return;
  const Rect bar = view.bottom(px(64)).inset(px(12), px(8));
  const float gap = px(12);
  const float width = (bar.width() - gap * static_cast<float>(look.zones.size() - 1)) / static_cast<float>(look.zones.size());
  float x = bar.min.x;
  for (const BoardZone& zone : look.zones) {
    const Rect box{ImVec2(std::floor(x), bar.min.y), ImVec2(std::floor(x + width), bar.max.y)};
    x += width + gap;
    const bool over = box.contains(ImGui::GetIO().MousePos);
    const ImU32 ink = ink_of(theme(), zone.tone);
    soft_shadow(box, radius_card, 8.0F);
    fill(box, over ? mix(soft_of(theme(), zone.tone), ink, 0.15F) : soft_of(theme(), zone.tone), radius_card);
    outline(box, over ? ink : mix(soft_of(theme(), zone.tone), ink, 0.4F), radius_card, over ? 2.0F : 1.0F);
    const float label = text_width(zone.label, TextStyle::semibold);
    const float lead = zone.icon == nullptr ? 0.0F : px(16.0F + 8.0F);
    const float start = std::floor(box.centre().x - (label + lead) * 0.5F);
    draw_icon(ImVec2(start + px(8), box.centre().y), zone.icon, 16.0F, ink);
    draw_text(Rect{ImVec2(start + lead, box.min.y), ImVec2(box.max.x, box.max.y)}, zone.label, TextStyle::semibold, ink);
    text_node(zone.label, box);
    targets.push_back({zone.key, {}, box, 0, true});
  }
}

}  // namespace cohoi::ui
