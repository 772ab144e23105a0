// Pieces of the board: heads, cells of cards, the picture of a card, and carrying it. For web/ui only.
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
struct CardLook {
  bool hovered = false, ring = false, lifted = false;
  bool menu = false;                                 // its button stands where the owner does: no word is covered
};
[[nodiscard]] Rect menu_corner(const Rect& box, const BoardCard& card);
void draw_card(const Rect& box, const BoardCard& card, const CardLook& look);
[[nodiscard]] std::string card_description(const BoardCard& card);

// Where a carried card may be put: a column's cell or a zone, and what scrolls there.
struct DropTarget {
  std::string key, lane;
  Rect rect;
  ImGuiID scroll = 0;
  bool zone = false;
};

struct BoardDrawing {
  const Board& look;
  BoardState& state;
  ImGuiID id = 0;
  Rect view{};
  BoardEvents events{};
  std::vector<DropTarget> targets{};
  std::optional<BoardPlace> kept{};                  // of the focused card: it stays in the page
  bool sums_apart = false;                           // the weighted sum stands below the sum, in every head

  // board.cpp
  void draw_columns();                               // every column scrolls by itself
  void draw_lanes();                                 // all lanes scroll together
  void draw_column(std::size_t column, const Rect& box);
  [[nodiscard]] float width() const;                 // of all columns
  [[nodiscard]] float head_height();
  // board_heads.cpp
  void draw_head(const BoardColumn& column, const Rect& head);
  void draw_folded(const BoardColumn& column, const Rect& box);
  void draw_lane_head(const BoardLane& lane, const Rect& box, bool over);
  // board_cells.cpp
  void measure();
  [[nodiscard]] float cell_height(std::size_t lane, std::size_t column) const;
  void draw_cell(std::size_t lane, std::size_t column, const Rect& cell, const Rect& sight);
  void draw_one(const BoardPlace& place, const Rect& cell);
  void draw_menu(const BoardPlace& place, const BoardCard& card, const Rect& box, bool pressed);
  void take_keys(const BoardPlace& place, const BoardCard& card, float y);  // y: of the card in its cell
  [[nodiscard]] std::size_t index_at(std::size_t lane, std::size_t column, float y) const;
  [[nodiscard]] float scroll_of(std::size_t column) const;
  void focus_card(const BoardPlace& place);
  void follow();

  [[nodiscard]] bool in_lanes() const { return look.lanes.size() > 1 || !look.lanes[0].name.empty(); }
  [[nodiscard]] const std::vector<float>& tops(std::size_t lane, std::size_t column) const { return state.tops[lane * look.columns.size() + column]; }
  [[nodiscard]] Rect card_box(const BoardPlace& place, const Rect& cell) const;
  [[nodiscard]] ImGuiID card_id(std::string_view key) const { return sub_id(sub_id(id, "card"), key); }
  [[nodiscard]] ImGuiID list_id(std::size_t lane, std::size_t column) const { return sub_id(sub_id(id, look.lanes[lane].key), look.columns[column].key); }
  [[nodiscard]] bool takes(std::size_t lane, std::size_t column, const Rect& box) const;  // the carried card, if let go here
};

[[nodiscard]] float column_width(const BoardColumn& column);

// The pressed card follows the pointer once it has moved; pressing and letting go in place stays a click.
void begin_carry(ImGuiID card, const Rect& box, const std::string& key, const BoardPlace& place, bool hovered);
[[nodiscard]] bool carrying(ImGuiID card);
[[nodiscard]] const DropTarget* target_under_pointer(const std::vector<DropTarget>& targets);
// After all cards: moves the picture, scrolls at the edges; the finished move when the pointer lets go over another place.
[[nodiscard]] std::optional<BoardMove> carry(const Board& look, ImGuiID scroll, const Rect& view, const std::vector<DropTarget>& targets);
// The drop zones at the bottom of the board while something is carried; adds them to the targets.
void draw_zones(const Board& look, const Rect& view, std::vector<DropTarget>& targets);

}  // namespace cohoi::ui
