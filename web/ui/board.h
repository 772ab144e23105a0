// Columns of cards that can be carried from one to another, by pointer or with Shift and the arrow keys.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/display.h"

namespace cohoi::ui {

struct BoardColumn {
  std::string key;
  std::string name;         // accessible name of the list
  std::string count, sum, weighted;  // as text
  std::string hint;
  std::size_t card_count = 0;
  bool folded = false;
  Tone tone = Tone::second;
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
  std::string foot;             // days in stage
  Tone foot_tone = Tone::second;
  std::string next;             // next activity
  Tone next_tone = Tone::second;
  Icon next_icon = nullptr;
  std::string mark;             // "Rotting": a warning chip, empty = none
};

struct Board {
  std::string name;
  std::vector<BoardColumn> columns;
  std::vector<BoardZone> zones;
  std::function<BoardCard(std::size_t column, std::size_t index)> card_of;
  std::string empty_column;     // sentence in a column without cards
};

struct BoardMove {
  std::string card;
  std::string from, to;         // column keys; `to` may be a zone's key
};

struct BoardEvents {
  std::optional<std::string> opened;   // card key
  std::optional<BoardMove> moved;
  std::optional<std::string> folded;   // column key whose folding is to change
};

[[nodiscard]] BoardEvents board(std::string_view key, const Board& look);

}  // namespace cohoi::ui
