// What the caller says of one row, kept until it is drawn as cells or, on a phone, as two lines. For web/ui only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/ui/internals.h"
#include "web/ui/list.h"

namespace cohoi::ui {

struct CellContent {
  enum class Kind : unsigned char { text, link, chips, person, mark } kind = Kind::text;
  std::string words;      // also the cell's name in the mirror
  std::string href;
  std::vector<Chip> chips;
  Tone tone = Tone::normal;
  bool semibold = false;
  Icon icon = nullptr;
};

class CellCollector final : public RowCells {
 public:
  void text(std::string_view value, Tone tone, bool semibold) override;
  void link(std::string_view label, std::string_view href) override;
  void chips(const std::vector<Chip>& looks) override;
  void person(std::string_view name) override;
  void mark(Icon icon, std::string_view name, Tone tone) override;

  void clear() { used_ = 0; }
  [[nodiscard]] std::size_t size() const { return used_; }
  [[nodiscard]] const CellContent& operator[](std::size_t index) const { return cells_[index]; }

 private:
  CellContent& next(CellContent::Kind kind);
  std::vector<CellContent> cells_;  // kept from row to row, so that their strings are not allocated again
  std::size_t used_ = 0;
};

// One cell with its node; `id` is the cell's. The box has its padding off already. `pen` is the id of the button that edits the cell,
// drawn at its end (0 = none); `label` is the column's.
void draw_cell(ImGuiID id, const Rect& cell, const Rect& box, const CellContent& content, Align align, int column_index, bool focusable = false,
               ImGuiID pen = 0, const std::string& label = {});
// First column over the others.
void draw_two_lines(ImGuiID row, const Rect& box, const CellCollector& cells, const std::vector<Column>& columns);

}  // namespace cohoi::ui
