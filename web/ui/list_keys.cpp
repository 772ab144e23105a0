// What keys do in a list: they move over rows and cells, select, open and begin to edit.
#include <cmath>

#include "web/ui/list_grid.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

void Grid::move_focus(std::size_t index, int column) {
  if (look.row_count == 0) return;
  index = std::min(index, look.row_count - 1);
  remember(sub_id(id, "focused"), static_cast<float>(index));
  remember(sub_id(id, "column"), static_cast<float>(column));
  remember(sub_id(id, "wanted"), 1.0F);
  const ImGuiID rows = sub_id(id, "rows");
  // What floats over the list's end counts as out of sight.
  const Rect room = look.css_foot > 0.0F && view.height() > px(look.css_foot) + row * 2.0F ? Rect{view.min, ImVec2(view.max.x, view.max.y - px(look.css_foot))} : view;
  scroll_to_show(rows, room, row * static_cast<float>(index), row * static_cast<float>(index + 1));
  if (column > 0 && frozen > 0.0F) {
    const auto at = static_cast<std::size_t>(column);
    const ImVec2 now = semantics().scroll_of(rows).value_or(ImVec2(0, 0));
    const float least = lefts[at] + widths[at] - view.width(), most = lefts[at] - frozen;
    const float x = std::clamp(now.x, std::min(least, most), std::max(0.0F, most));
    if (x != now.x) semantics().set_scroll(rows, ImVec2(x, now.y));
  }
  events.walked = index;
  context().request_frame();
}

// The focus that was asked for, once its row (and cell) is among the nodes.
void Grid::settle_focus(std::size_t index, ImGuiID row_key) {
  const ImGuiID wanted = sub_id(id, "wanted");
  if (recall(wanted, 0.0F) < 0.5F || recall(sub_id(id, "focused"), 0.0F) != static_cast<float>(index)) return;
  const float column = recall(sub_id(id, "column"), -1.0F);
  semantics().focus(column >= 0.0F && !group_at(index) ? sub_id(row_key, static_cast<std::size_t>(column)) : row_key);
  remember(wanted, 0.0F);
}

void Grid::take_keys(std::size_t index, ImGuiID row_key) {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->in_text) return;
  int column = -1;
  if (press->target != row_key) {
    for (std::size_t i = 0; i < look.columns.size() && column < 0; ++i)
      if (press->target == sub_id(row_key, i)) column = static_cast<int>(i);
    if (column < 0) return;
  }
  const bool group = group_at(index) != nullptr;
  const auto page = static_cast<std::size_t>(std::max(1.0F, view.height() / row - 1.0F));
  const std::string& key = press->key;
  const bool extend = press->shift, ctrl = press->ctrl;
  const int last = static_cast<int>(look.columns.size()) - 1;
  std::size_t to = index;
  int across = column;
  const auto edit = [&](int at) {
    events.edit_row = index;
    events.edit_column = look.columns[static_cast<std::size_t>(at)].key;
  };
  const auto editable = [&](int at) { return at >= 0 && look.columns[static_cast<std::size_t>(at)].editable && !group; };
  if (key == "ArrowDown" || key == "j" || key == "J") to = index + 1;
  else if (key == "ArrowUp" || key == "k" || key == "K") to = index == 0 ? 0 : index - 1;
  else if (key == "PageDown") to = index + page;
  else if (key == "PageUp") to = index < page ? 0 : index - page;
  else if (key == "Home" && column >= 0 && !ctrl) across = 0;
  else if (key == "End" && column >= 0 && !ctrl) across = last;
  else if (key == "Home") to = 0;
  else if (key == "End") to = look.row_count - 1;
  else if (key == "ArrowRight" && !phone && !group) across = std::min(column + 1, last);
  else if (key == "ArrowLeft" && !phone && !group) across = std::max(column - 1, -1);
  else if ((key == "ArrowRight" || key == "ArrowLeft" || key == "Enter") && group) {
    if (key == "Enter" || (key == "ArrowRight") == group_at(index)->folded) events.folded = index;
  } else if (key == "Enter" && editable(column)) edit(column);
  else if (key == "Enter") events.opened = index;
  else if ((key == "F2" || key == "e") && !ctrl && !phone && !group) {
    int at = column;
    if (!editable(at)) {
      at = 0;
      while (at <= last && !editable(at)) ++at;
    }
    if (at > last) return;
    edit(at);
  } else if (look.is_selected && (key == " " || key == "x") && !ctrl && !group) toggle(index, extend);
  else if (look.is_selected && key == "a" && ctrl) events.toggled_all = true;
  else if (key == "Escape" && column >= 0) across = -1;
  else if (key == "Escape" && look.is_selected && look.all_selected != Tristate::no) events.cleared = true;
  else return;
  if (ctrl && key != "a" && to != index && key != "Home" && key != "End") return;
  semantics().consume_key();
  if (to == index && across == column) return;
  if (extend && look.is_selected && to != index) {
    // The first step takes the row it leaves along.
    if (!look.is_selected(index)) remember(sub_id(id, "anchor"), static_cast<float>(index));
    toggle(std::min(to, look.row_count - 1), true);
  }
  move_focus(to, across);
}

// Keys that nobody has the focus for go to the row that had it, or the first.
void Grid::take_loose_keys() {
  const KeyPress* press = semantics().key();
  if (press == nullptr || press->target != 0 || press->in_text || press->ctrl || press->shift || look.row_count == 0) return;
  if (internals().dialogs_before > 0 || internals().popup.owner != 0) return;
  if (press->key != "j" && press->key != "k" && press->key != "ArrowDown" && press->key != "ArrowUp") return;
  semantics().consume_key();
  move_focus(static_cast<std::size_t>(std::max(0.0F, recall(sub_id(id, "focused"), 0.0F))), -1);
}

}  // namespace cohoi::ui
