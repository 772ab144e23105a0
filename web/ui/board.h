// Columns of cards that can be carried from one to another, by pointer, with Shift and the arrow keys, or by the menu of a card. In lanes
// when there are several: every lane has a head and its own cell in each column. Only cards near the part in sight are asked for.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/display.h"
#include "web/ui/menu.h"

namespace cohoi::ui {

struct BoardColumn {
  std::string key;
  std::string name;         // accessible name of the list
  std::string count, sum, weighted;  // as text
  std::string hint;
  bool folded = false;
  Tone tone = Tone::second;
};

struct BoardLane {
  std::string key;
  std::string name, count, sum;    // of the head; no name: no head
  bool folded = false;
  std::vector<std::size_t> cards;  // how many, by column
};

struct BoardZone {          // appears at the bottom while a card is carried: won, lost
  std::string key;
  std::string label;
  Tone tone = Tone::good;
  Icon icon = nullptr;
};

struct BoardCard {
  std::string key;
  std::string name;             // semibold, two lines at most
  std::string second;           // account
  std::string amount;
  std::string person;           // its owner: an avatar
  std::string foot;             // days in stage
  std::string next;             // next activity
  Tone next_tone = Tone::second;
  Icon next_icon = nullptr;
  std::string mark;             // "Rotting": a warning chip, empty = none
};

struct BoardPlace {
  std::size_t lane = 0, column = 0, index = 0;
};

struct Board {
  std::string name;
  std::vector<BoardColumn> columns;
  std::vector<BoardLane> lanes;
  std::vector<BoardZone> zones;
  std::string empty_column;     // sentence in a column without cards
  std::uint64_t version = 0;    // another one when any card may be another
  std::function<BoardCard(const BoardPlace&)> card_of;
  std::function<std::optional<BoardPlace>(std::string_view card)> place_of;
  std::function<std::vector<MenuItem>(const BoardPlace&)> menu_of;  // null: no menus
};

// Lives as long as the board's screen.
struct BoardState {
  std::uint64_t version = ~std::uint64_t{0};
  float measured_width = 0.0F;
  std::vector<std::vector<float>> tops;   // by lane and column: where each card begins, and the end; empty when all are of one height
  std::string focused;                    // stays in the page while it is scrolled out of sight
  std::string followed, followed_from;    // a card moved by key is focused again in its new column
  Rect menu_anchor;
};

struct BoardMove {
  std::string card;
  std::string from, to;                 // column keys; `to` may be a zone's key
  std::string from_lane, to_lane;       // lane keys
};

struct BoardChoice {
  std::string card, item;               // of its menu
};

struct BoardEvents {
  std::optional<std::string> opened;    // card key
  std::optional<BoardMove> moved;
  std::optional<BoardChoice> chosen;
  std::optional<std::string> folded;    // column key whose folding is to change
  std::optional<std::string> lane_folded;
};

[[nodiscard]] BoardEvents board(std::string_view key, const Board& look, BoardState& state);

}  // namespace cohoi::ui
