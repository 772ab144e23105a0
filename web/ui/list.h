// A virtualised grid of records. The caller holds rows and sort order; the list asks for the rows in sight only.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/display.h"

namespace cohoi::ui {

struct Column {
  std::string key;
  std::string label;
  float width = 0.0F;    // CSS pixels; the least width when it has a weight
  float weight = 0.0F;   // share of the room that is left
  Align align = Align::start;
  bool sortable = false;
  Sort sort = Sort::none;  // as the model has sorted
};

// Filled by the caller for one row, one call per column in their order.
class RowCells {
 public:
  virtual ~RowCells() = default;
  virtual void text(std::string_view value, Tone tone = Tone::normal, bool semibold = false) = 0;
  virtual void link(std::string_view label, std::string_view href) = 0;
  virtual void chips(const std::vector<Chip>& looks) = 0;
  virtual void person(std::string_view name) = 0;  // avatar and name
  virtual void mark(Icon icon, std::string_view name, Tone tone) = 0;
};

struct List {
  std::string name;                 // accessible name of the grid
  std::vector<Column> columns;
  std::size_t row_count = 0;
  std::function<std::string(std::size_t)> key_of;             // stable id of a row
  std::function<void(std::size_t, RowCells&)> cells_of;
  std::function<bool(std::size_t)> is_selected;               // null = no selection column
  std::string current;              // key of the row shown in the side panel
  bool all_selected = false;
  float css_height = 0.0F;          // 0 = the remaining height
};

struct ListEvents {
  std::optional<std::size_t> clicked;    // row click
  std::optional<std::size_t> opened;     // Enter or double click
  std::optional<std::size_t> toggled;    // its check box, Space or X
  bool toggled_range = false;            // Shift held: from the row toggled before to this one
  bool toggled_all = false;
  std::optional<std::string> sort_by;    // column key
  bool sort_additive = false;            // Shift held: as second key
  std::size_t first_visible = 0, end_visible = 0;  // rows asked for in this frame
};

[[nodiscard]] ListEvents list(std::string_view key, const List& look);
// Scrolls a list of this key (in the current scope) so that the row is in sight, and focuses it.
void list_focus_row(std::string_view key, const List& look, std::size_t row);

}  // namespace cohoi::ui
