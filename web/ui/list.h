// A virtualised grid of records. The caller holds rows, order, columns and selection; the list asks for the rows in sight only and
// says what the user wants. Rows and cells have the focus (arrows, J/K), heads sort, are resized, moved and have a menu.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/display.h"
#include "web/ui/menu.h"

namespace cohoi::ui {

struct Column {
  std::string key;
  std::string label;
  float width = 0.0F;    // CSS pixels; the least width when it has a weight
  float weight = 0.0F;   // share of the room that is left
  Align align = Align::start;
  bool sortable = false;
  Sort sort = Sort::none;  // as the model has sorted
  int sort_rank = 0;       // 1, 2 … shown when several columns sort
  bool editable = false;
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

// A row that stands over a group instead of being a record.
struct GroupHead {
  std::string label, count, sum;
  bool folded = false;
};

struct CellAt {
  std::string row, column;  // keys
  bool operator==(const CellAt&) const = default;
};

struct List {
  std::string name;                 // accessible name of the grid
  std::vector<Column> columns;
  std::size_t row_count = 0;
  std::function<std::string(std::size_t)> key_of;             // stable id of a row
  std::function<void(std::size_t, RowCells&)> cells_of;
  std::function<const GroupHead*(std::size_t)> group_of;      // null, or its answer is null for records
  std::function<bool(std::size_t)> is_selected;               // null = no selection column
  std::function<std::vector<MenuItem>(std::size_t)> head_menu;  // of a column; null = heads only sort
  std::string current;              // key of the row shown in the side panel
  Tristate all_selected = Tristate::no;
  bool selecting = false;           // phone: boxes are shown and a tap selects
  bool compact = false;
  bool arrangeable = false;         // columns can be resized and moved
  CellAt editing;                   // the cell that holds an editor
  std::string editor_key;           // key of the field that draw_editor draws
  std::function<void()> draw_editor;
  std::string editor_error;         // shown at the cell
  float css_height = 0.0F;          // 0 = the remaining height
  float css_foot = 0.0F;            // room left under the last row, for what floats over the list
};

enum class EditEnd : unsigned char { none, enter, next, previous, escape, left };

struct ListEvents {
  std::optional<std::size_t> clicked;    // row click
  std::optional<std::size_t> opened;     // Enter or double click
  std::optional<std::size_t> toggled;    // its check box, Space or X, Ctrl+click
  bool toggled_range = false;            // Shift held: everything from `range_from` to it is wanted
  std::size_t range_from = 0;
  bool toggled_all = false;              // the head's box or Ctrl+A
  bool cleared = false;                  // Escape with nothing to close here
  std::optional<std::size_t> walked;     // the keyboard moved to this row
  std::optional<std::size_t> folded;     // a group row
  std::optional<std::string> sort_by;    // column key
  bool sort_additive = false;            // Shift held: as further key
  std::string resized;                   // column key …
  float css_width = 0.0F;                // … and its new width
  std::string moved, moved_before;       // column key, the key it now stands before ("" = last)
  std::string head, head_command;        // column key and key of the item chosen from its menu
  std::optional<std::size_t> edit_row;   // an editor is wanted in this cell
  std::string edit_column;
  EditEnd edit_end = EditEnd::none;      // the editor is to close
  Rect box;                              // where it was drawn
  std::size_t first_visible = 0, end_visible = 0;  // rows asked for in this frame
};

[[nodiscard]] ListEvents list(std::string_view key, const List& look);
// Scrolls a list of this key (in the current scope) so that the row is in sight, and focuses it, or one of its cells.
void list_focus_row(std::string_view key, const List& look, std::size_t row, int column = -1);

inline constexpr float least_column = 56.0F, most_column = 800.0F;  // CSS pixels

}  // namespace cohoi::ui
