// Pieces of the board that draw a card and carry it. For web/ui only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/ui/board.h"
#include "web/ui/internals.h"

namespace cohoi::ui {

inline constexpr float card_pad = 12.0F;
inline constexpr float card_gap = 8.0F;
inline constexpr float board_column_width = 280.0F;

[[nodiscard]] float card_height(const BoardCard& card, float width);
[[nodiscard]] float card_height_at_most();           // for columns too long to measure every card
void draw_card(const Rect& box, const BoardCard& card, const Touch& now, bool lifted);
[[nodiscard]] std::string card_description(const BoardCard& card);

// Where a carried card may be put: a column's or zone's key and its place on the canvas.
struct DropTarget {
  std::string key;
  Rect rect;
};

// The pressed card follows the pointer once it has moved; pressing and letting go in place stays a click.
void begin_carry(ImGuiID card, const Rect& box, const std::string& key, const std::string& from, bool hovered);
[[nodiscard]] bool carrying(ImGuiID card);
[[nodiscard]] const DropTarget* target_under_pointer(const std::vector<DropTarget>& targets);
// After all cards: moves the picture, scrolls at the edges; the finished move when the pointer lets go over another place.
[[nodiscard]] std::optional<BoardMove> carry(const Board& look, ImGuiID scroll, const Rect& view, const std::vector<DropTarget>& targets);
// The drop zones at the bottom of the board while something is carried; adds them to the targets.
void draw_zones(const Board& look, const Rect& view, std::vector<DropTarget>& targets);

}  // namespace cohoi::ui
