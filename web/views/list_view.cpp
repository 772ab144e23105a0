#include "web/views/list_view.h"

#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/dialogs.h"

namespace cohoi::views {

namespace {

void fill_cells(const app::ListRow& row, ui::RowCells& cells) {
  bool first = true;
  for (const auto& cell : row.cells) {
    if (!cell.chips.empty()) cells.chips(chips(cell.chips));
    else cells.text(show(cell.label), cell.tone == app::Tone::neutral ? ui::Tone::normal : tone(cell.tone), first);
    first = false;
  }
}

std::vector<ui::Column> columns_of(const app::RecordList& model, const ListState& state) {
  std::vector<ui::Column> shown;
  for (const auto& column : model.columns()) {
    ui::Column look{.key = column.key,
                    .label = show(column.label),
                    .width = column.width > 0 ? column.width : shown.empty() ? 180.0F : column.chips ? 152.0F : 96.0F,
                    .weight = column.width > 0 ? 0.0F : column.weight,
                    .align = column.right ? ui::Align::end : ui::Align::start,
                    .sortable = column.sortable,
                    .sort = ui::Sort::none,
                    .editable = column.editable};
    const auto& order = state.request.order;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order[i].key != column.key) continue;
      look.sort = order[i].descending ? ui::Sort::descending : ui::Sort::ascending;
      look.sort_rank = order.size() > 1 ? static_cast<int>(i) + 1 : 0;
    }
    shown.push_back(std::move(look));
  }
  return shown;
}

// The columns as they stand, so that one of them can be changed.
std::vector<app::ColumnChoice>& chosen_columns(const app::RecordList& model, ListState& state) {
  auto& columns = state.request.columns;
  if (columns.empty())
    for (const auto& column : model.columns()) columns.push_back({column.key, column.width});
  return columns;
}

void move_column(std::vector<app::ColumnChoice>& columns, const std::string& key, const std::string& before) {
  const auto at = [&](const std::string& wanted) {
    return std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.key == wanted; });
  };
  const auto from = at(key);
  if (from == columns.end()) return;
  const auto moved = *from;
  columns.erase(from);
  columns.insert(at(before), moved);
}

std::vector<ui::MenuItem> head_menu(const app::RecordList& model, const ListState& state, std::size_t index) {
  const auto& columns = model.columns();
  const auto& column = columns[index];
  const auto* field = app::list_field(model.entity(), column.key);
  std::vector<ui::MenuItem> items;
  if (column.sortable) {
    items.push_back({.key = "up", .label = text::lists_sort_ascending(), .icon = icon::arrow_up});
    items.push_back({.key = "down", .label = text::lists_sort_descending(), .icon = icon::arrow_down});
    const bool alone = state.request.order.empty() || (state.request.order.size() == 1 && state.request.order.front().key == column.key);
    if (!alone) items.push_back({.key = "add", .label = text::lists_sort_add(), .icon = icon::plus});
  }
  if (field && field->groupable) {
    const bool grouped = state.request.group_by == column.key;
    items.push_back({.key = grouped ? "ungroup" : "group", .label = grouped ? text::lists_ungroup() : text::lists_group(), .icon = icon::list, .divided = true});
  }
  if (index > 0) items.push_back({.key = "left", .label = text::lists_move_left(), .icon = icon::arrow_left, .divided = true});
  if (index + 1 < columns.size()) items.push_back({.key = "right", .label = text::lists_move_right(), .icon = icon::arrow_right, .divided = index == 0});
  if (columns.size() > 1) items.push_back({.key = "hide", .label = text::lists_hide_column(), .icon = icon::x, .divided = true});
  return items;
}

void take_head_command(const app::RecordList& model, ListState& state, const std::string& key, const std::string& command) {
  auto& order = state.request.order;
  const auto drop = [&] { std::erase_if(order, [&](const auto& one) { return one.key == key; }); };
  if (command == "up" || command == "down") {
    order = {{key, command == "down"}};
  } else if (command == "add") {
    drop();
    order.push_back({key, false});
  } else if (command == "group" || command == "ungroup") {
    state.request.group_by = command == "group" ? key : std::string();
    state.request.collapsed.clear();
  } else if (command == "hide") {
    std::erase_if(chosen_columns(model, state), [&](const auto& one) { return one.key == key; });
  } else {
    auto& columns = chosen_columns(model, state);
    const auto at = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.key == key; });
    if (at == columns.end()) return;
    if (command == "left" && at != columns.begin()) std::iter_swap(at, at - 1);
    if (command == "right" && at + 1 != columns.end()) std::iter_swap(at, at + 1);
  }
}

// The record of a line; of a group's head the first below it.
std::int64_t row_at(const app::RecordList& model, std::size_t line) {
  for (auto at = static_cast<std::int64_t>(line); at < model.lines(); ++at)
    if (const auto found = model.line(at); !found.group) return found.row;
  return model.total() - 1;
}

void take_selection(app::RecordList& model, ListState& state, const ui::ListEvents& events) {
  if (events.toggled_all) {
    if (state.selection.count(model) == model.total()) state.selection.clear();
    else state.selection.select_all();
  }
  if (events.cleared) state.selection.clear();
  if (!events.toggled) return;
  const auto row = row_at(model, *events.toggled);
  if (events.toggled_range) {
    const auto from = row_at(model, events.range_from);
    state.selection.set_range(model, std::min(from, row), std::max(from, row), true);
  } else {
    state.selection.toggle(model.row(row).id);
  }
  state.selecting = state.selecting || ui::is_phone();
}

void take_arrangement(app::RecordList& model, ListState& state, const ui::ListEvents& events) {
  if (events.sort_by) app::sort_by(state.request, *events.sort_by, events.sort_additive);
  if (!events.resized.empty()) {
    for (auto& column : chosen_columns(model, state))
      if (column.key == events.resized) column.width = events.css_width;
  }
  if (!events.moved.empty()) move_column(chosen_columns(model, state), events.moved, events.moved_before);
  if (!events.head_command.empty()) take_head_command(model, state, events.head, events.head_command);
  if (events.folded) {
    const auto line = model.line(static_cast<std::int64_t>(*events.folded));
    auto& folded = state.request.collapsed;
    if (line.group && std::erase(folded, line.group->key) == 0) folded.push_back(line.group->key);
  }
}

void show_beside(const app::RecordList& model, const app::ListRow& row, IntentSink& sink) {
  // What has no page of its own opens the record it is about.
  if (app::address_of(model.entity(), row.id) == row.address) sink.push(ShowBeside{{model.entity(), row.id}});
  else if (!row.address.empty()) sink.push(Navigate{row.address});
}

// What is no longer in the result is no longer selected.
void keep_selection(app::RecordList& model, ListState& state) {
  const auto revision = model.session().revision();
  if (state.selected_at == revision && state.selected_under == state.request) return;
  state.selected_at = revision;
  state.selected_under = state.request;
  state.selection.keep_within(model);
}

void draw_nothing(app::RecordList& model, ListState& state) {
  if (model.total_unfiltered() == 0) {
    ui::empty_state(icon::search, text::list_empty(), text::list_empty_hint());
    return;
  }
  ui::empty_state(icon::search, text::list_nothing_found(), text::list_nothing_found_hint(), [&] {
    if (!ui::button("reset", {.label = text::lists_clear_filter()})) return;
    state.request.text.clear();
    state.request.filter = {};
  });
}

}  // namespace

void draw_list(app::RecordList& model, ListState& state, const std::string& name, IntentSink& sink) {
  // Twice: what the tools show comes from the model, and what is typed in this frame counts in this frame.
  auto shown = model.show(state.request);
  draw_list_tools(model, state, sink);
  if (shown) shown = model.show(state.request);
  if (!shown) {
    ui::banner("failed", ui::BannerKind::bad, ui::translate(shown.error()));
    return;
  }
  keep_selection(model, state);
  if (auto kept = remembered_text(state); kept != state.remembered) {
    state.remembered = kept;
    sink.push(Remember{"list." + std::string(name_of(model.entity())), std::move(kept)});
  }
  if (model.total() == 0) {
    draw_nothing(model, state);
    return;
  }
  const auto selected = state.selection.count(model);
  ui::List look{.name = name, .columns = columns_of(model, state), .row_count = static_cast<std::size_t>(model.lines())};
  ui::GroupHead head;
  const auto line = [&](std::size_t index) { return model.line(static_cast<std::int64_t>(index)); };
  look.key_of = [&](std::size_t index) {
    const auto at = line(index);
    return at.group ? "group " + at.group->key : model.row(at.row).id.to_string();
  };
  look.cells_of = [&](std::size_t index, ui::RowCells& cells) { fill_cells(model.row(line(index).row), cells); };
  if (!model.groups().empty()) {
    look.group_of = [&](std::size_t index) -> const ui::GroupHead* {
      const auto* group = line(index).group;
      if (!group) return nullptr;
      head = {show(group->label), text::list_count(format_number(group->count, ui::context().language)), group->sum, group->collapsed};
      return &head;
    };
  }
  look.is_selected = [&](std::size_t index) {
    const auto at = line(index);
    return !at.group && state.selection.holds(model.row(at.row).id);
  };
  look.head_menu = [&](std::size_t index) { return head_menu(model, state, index); };
  look.current = state.current;
  look.all_selected = selected == 0 ? ui::Tristate::no : selected == model.total() ? ui::Tristate::yes : ui::Tristate::mixed;
  look.selecting = state.selecting || selected > 0;
  look.compact = state.compact;
  look.arrangeable = true;
  look.css_foot = selected > 0 ? ui::floating_bar_room : 0.0F;
  look.editing = state.edit.at;
  look.editor_key = state.edit.field.key;
  look.editor_error = state.edit.error;
  look.draw_editor = [&] { draw_cell_editor(model, state, sink); };
  if (const auto wanted = std::exchange(state.refocus, std::nullopt)) {
    const auto row = model.index_of(wanted->first);
    if (const auto at = row ? model.line_of(*row) : -1; at >= 0) ui::list_focus_row("rows", look, static_cast<std::size_t>(at), wanted->second);
  }
  const auto events = ui::list("rows", look);
  const auto address = [&](std::size_t index) { return line(index).group ? std::string() : model.row(line(index).row).address; };
  if (events.opened) {
    if (auto there = address(*events.opened); !there.empty()) sink.push(Navigate{std::move(there)});
  } else if (events.clicked && !line(*events.clicked).group) {
    show_beside(model, model.row(line(*events.clicked).row), sink);
  } else if (events.walked && !state.current.empty() && *events.walked < look.row_count && !line(*events.walked).group) {
    show_beside(model, model.row(line(*events.walked).row), sink);
  }
  if (events.edit_end != ui::EditEnd::none) end_cell_edit(model, state, events.edit_end, sink);
  if (events.edit_row) begin_cell_edit(model, state, line(*events.edit_row).row, events.edit_column, sink);
  if (const auto next = std::exchange(state.edit_next, std::nullopt)) {
    const auto id = Uuid::parse(next->row);
    const auto row = id ? model.index_of(*id) : std::nullopt;
    if (row) begin_cell_edit(model, state, *row, next->column, sink);
  }
  take_selection(model, state, events);
  take_arrangement(model, state, events);
  if (state.selection.count(model) > 0) draw_bulk_bar(model, state, events.box, sink);
}

void draw_list_page(app::RecordList& model, ListState& state, const std::string& title, IntentSink& sink) {
  {
    const ui::Page page("list", title, ui::PageBody::fills, [&] { create_button(model.entity(), sink); });
    draw_list(model, state, title, sink);
  }
  draw_list_panels(model, state, sink);
}

}  // namespace cohoi::views
