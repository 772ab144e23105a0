// The tool bar over a list, and the panels it opens: columns, saved views.
#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/list_view.h"

namespace cohoi::views {

namespace {

// The view that is chosen, or the one that shows everything.
const app::ListView& present_view(const std::vector<app::ListView>& views, const ListState& state) {
  for (const auto& view : views)
    if (view.key == state.view) return view;
  return views.front();
}

bool changed(const app::ListView& view, const ListState& state) {
  const auto& now = state.request;
  const auto& kept = view.request;
  const bool columns = !kept.columns.empty() && kept.columns != now.columns;
  return columns || kept.text != now.text || kept.filter != now.filter || kept.order != now.order || kept.group_by != now.group_by;
}

void choose_view(const app::ListView& view, ListState& state) {
  auto columns = std::move(state.request.columns);
  state.request = view.request;
  if (state.request.columns.empty()) state.request.columns = std::move(columns);
  state.view = view.key;
  state.filter = {};
}

void draw_views(app::RecordList& model, ListState& state, IntentSink& sink) {
  const auto views = model.views();
  if (views.empty()) return;
  const auto& now = present_view(views, state);
  const bool other = changed(now, state);
  std::vector<ui::MenuItem> items;
  bool first_saved = true;
  for (const auto& view : views) {
    items.push_back({.key = "=" + view.key, .label = show(view.name), .icon = icon::list, .chosen = view.key == now.key, .divided = !view.built_in && first_saved});
    first_saved = first_saved && view.built_in;
  }
  bool divide = true;
  const auto command = [&](const char* key, std::string label, ui::Icon icon, bool danger = false) {
    items.push_back({.key = key, .label = std::move(label), .icon = icon, .danger = danger, .divided = divide});
    divide = false;
  };
  if (other) command("reset", text::lists_view_reset(), icon::undo_2);
  if (other && !now.built_in) command("save", text::lists_view_save(), icon::check);
  command("save_as", text::lists_view_save_as(), icon::plus);
  if (!now.built_in) {
    command("rename", text::lists_view_rename(), icon::pencil);
    command("delete", text::lists_view_delete(), icon::trash_2, true);
  }
  const auto name = show(now.name);
  const ui::Button look{.label = other ? text::lists_view_changed(name) : name, .icon = icon::list};
  const auto chosen = ui::menu_button("views", look, items);
  state.anchor = state.panel == ListPanel::none ? ui::last_button() : state.anchor;
  if (!chosen) return;
  if (chosen->front() == '=') {
    for (const auto& view : views)
      if (view.key == chosen->substr(1)) choose_view(view, state);
  } else if (*chosen == "reset") {
    choose_view(now, state);
  } else if (*chosen == "save") {
    sink.push(Execute{app::SaveView{.id = now.id, .entity = model.entity(), .name = name, .request = app::to_text(state.request)}});
  } else if (*chosen == "delete") {
    sink.push(Execute{app::DeleteView{now.id}});
    state.view.clear();
  } else {
    state.panel = *chosen == "rename" ? ListPanel::rename_view : ListPanel::save_view;
    state.view_name = *chosen == "rename" ? name : std::string();
  }
}

void open(ListState& state, ListPanel panel) {
  state.panel = state.panel == panel ? ListPanel::none : panel;
  state.anchor = ui::last_button();
}

// A tool says its word where there is room; else its picture stands for it. With another name where the word is not all.
bool tool(const char* key, std::string word, ui::Icon icon, bool short_of_room, ui::Tristate expanded, std::string name = {}) {
  if (short_of_room) return ui::icon_button(key, {.name = name.empty() ? word : name, .icon = icon, .kind = ui::ButtonKind::secondary, .expanded = expanded});
  return ui::button(key, {.label = std::move(word), .icon = icon, .name = std::move(name), .expanded = expanded});
}

ui::Tristate open_now(const ListState& state, ListPanel panel) { return state.panel == panel ? ui::Tristate::yes : ui::Tristate::no; }

void draw_filter_button(ListState& state) {
  const auto count = state.request.filter.conditions.size() + state.request.filter.groups.size();
  auto name = count > 0 ? text::lists_filter_count(text::lists_filter(), std::to_string(count)) : std::string();
  if (tool("filter", text::lists_filter(), icon::list_filter, ui::is_phone(), open_now(state, ListPanel::filter), std::move(name))) open(state, ListPanel::filter);
  if (state.panel == ListPanel::filter) state.anchor = ui::last_button();
}

void draw_group_menu(const app::RecordList& model, ListState& state, bool short_of_room) {
  std::vector<ui::MenuItem> items{{.key = "-", .label = text::lists_group_none(), .chosen = state.request.group_by.empty()}};
  std::string now;
  for (const auto& field : model.fields()) {
    if (!field.groupable) continue;
    const bool chosen = state.request.group_by == field.key;
    items.push_back({.key = field.key, .label = ui::translate(field.label), .chosen = chosen});
    if (chosen) now = items.back().label;
  }
  const auto word = now.empty() ? text::lists_group_menu() : text::lists_grouped(now);
  const auto chosen = short_of_room ? ui::menu_icon_button("group", {.name = word, .icon = icon::layers, .kind = ui::ButtonKind::secondary}, items)
                                    : ui::menu_button("group", {.label = word, .icon = icon::layers}, items);
  if (!chosen) return;
  state.request.group_by = *chosen == "-" ? std::string() : *chosen;
  state.request.collapsed.clear();
}

// Where there are no heads to press.
void draw_sort_menu(const app::RecordList& model, ListState& state) {
  std::vector<ui::MenuItem> items;
  auto& order = state.request.order;
  for (const auto& column : model.columns()) {
    if (!column.sortable) continue;
    const bool by = !order.empty() && order.front().key == column.key;
    items.push_back({.key = column.key, .label = show(column.label), .icon = by ? (order.front().descending ? icon::arrow_down : icon::arrow_up) : nullptr});
  }
  if (const auto chosen = ui::menu_icon_button("sort", {.name = text::lists_sort(), .icon = icon::arrow_down_up, .kind = ui::ButtonKind::secondary}, items)) app::sort_by(state.request, *chosen, false);
}

void draw_more(app::RecordList& model, ListState& state, IntentSink& sink) {
  std::vector<ui::MenuItem> items;
  const bool phone = ui::is_phone();
  if (phone) items.push_back({.key = "select", .label = text::lists_select(), .icon = icon::square_check, .chosen = state.selecting});
  if (!phone) {
    items.push_back({.key = "cosy", .label = text::lists_cosy(), .chosen = !state.compact});
    items.push_back({.key = "compact", .label = text::lists_compact(), .chosen = state.compact});
  }
  items.push_back({.key = "workbook", .label = text::lists_export(text::export_workbook()), .icon = icon::file_spreadsheet, .divided = true});
  items.push_back({.key = "csv", .label = text::lists_export(text::export_csv_short()), .icon = icon::download});
  items.push_back({.key = "json", .label = text::lists_export(text::export_json()), .icon = icon::braces});
  if (model.entity() == Entity::contact) items.push_back({.key = "cards", .label = text::lists_export(text::export_cards()), .icon = icon::contact_round});
  if (model.entity() == Entity::activity) items.push_back({.key = "calendar", .label = text::lists_export(text::export_calendar()), .icon = icon::calendar});
  const auto chosen = ui::menu_icon_button("more", {.name = text::lists_more(), .icon = icon::ellipsis, .kind = ui::ButtonKind::secondary}, items);
  if (!chosen) return;
  if (*chosen == "workbook") sink.push(ExportShown{model.entity(), app::TableFormat::workbook});
  else if (*chosen == "csv") sink.push(ExportShown{model.entity(), app::TableFormat::csv});
  else if (*chosen == "json") sink.push(ExportShown{model.entity(), app::TableFormat::json});
  else if (*chosen == "cards") sink.push(ExportCards{});
  else if (*chosen == "calendar") sink.push(ExportCalendar{});
  else if (*chosen == "select") state.selecting = !state.selecting;
  else state.compact = *chosen == "compact";
  if (!state.selecting && phone) state.selection.clear();
}

std::string words_of(app::RecordList& model, const app::FilterGroup& group) {
  std::string words;
  for (const auto& condition : group.conditions) {
    if (!app::check_condition(model.entity(), condition)) continue;
    if (!words.empty()) words += " " + (group.any ? text::lists_or() : text::lists_and()) + " ";
    words += ui::translate(model.describe(condition));
  }
  return words;
}

void draw_pills(app::RecordList& model, ListState& state) {
  auto& filter = state.request.filter;
  const auto shown = [&](std::size_t key, std::string label) {
    if (label.empty()) return ui::PillEvent::none;
    const ui::IdScope scope(key);
    auto remove = text::lists_remove(label);
    return ui::pill("condition", {.label = std::move(label), .remove_name = std::move(remove)});
  };
  std::size_t removed = no_index;
  const auto count = filter.conditions.size();
  for (std::size_t i = 0; i < count + filter.groups.size(); ++i) {
    const bool one = i < count;
    const auto label = !one ? words_of(model, filter.groups[i - count])
                       : app::check_condition(model.entity(), filter.conditions[i]) ? ui::translate(model.describe(filter.conditions[i]))
                                                                                    : std::string();
    const auto event = shown(i, label);
    if (event == ui::PillEvent::removed) removed = i;
    if (event == ui::PillEvent::opened) state.panel = ListPanel::filter;
  }
  if (removed == no_index) return;
  if (removed < count) filter.conditions.erase(filter.conditions.begin() + static_cast<std::ptrdiff_t>(removed));
  else filter.groups.erase(filter.groups.begin() + static_cast<std::ptrdiff_t>(removed - count));
  state.filter = {};
}

void draw_count(const app::RecordList& model) {
  const auto total = model.total(), whole = model.total_unfiltered();
  ui::status("count", total == whole ? text::list_count(number(total)) : text::list_count_of(number(total), number(whole)), ui::Tone::second,
             ui::TextStyle::caption);
}

void draw_search(ListState& state, float css_width) {
  const auto shown = css_width > 0.0F ? text::list_find() : text::shell_search();
  ui::search_field("find", {.label = text::list_find(), .show_label = false, .placeholder = shown, .css_width = css_width}, state.request.text);
}

// Every field that can be a column: shown ones first, in their order.
void draw_columns(app::RecordList& model, ListState& state) {
  const ui::Popover popover("columns", text::lists_columns(), state.anchor, 340);
  if (popover.dismissed()) state.panel = ListPanel::none;
  auto columns = state.request.columns;
  if (columns.empty())
    for (const auto& column : model.columns()) columns.push_back({column.key, column.width});
  const auto before = columns;
  const ui::Stack stack(2);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto* field = app::list_field(model.entity(), before[i].key);
    if (!field) continue;
    const ui::IdScope scope(before[i].key);
    const auto label = ui::translate(field->label);
    ui::Row row({ui::flexible(), ui::natural()}, 4);
    bool on = true;
    if (ui::checkbox("shown", {.label = label, .refused = before.size() == 1}, on)) std::erase(columns, before[i]);
    row.next();
    const ui::Inline line(ui::Align::end, 0);
    if (ui::icon_button("up", {.name = text::lists_move_up(label), .icon = icon::arrow_up, .refused = i == 0}) && i > 0) std::swap(columns[i], columns[i - 1]);
    const bool last = i + 1 == before.size();
    if (ui::icon_button("down", {.name = text::lists_move_down(label), .icon = icon::arrow_down, .refused = last}) && !last) std::swap(columns[i], columns[i + 1]);
  }
  ui::divider();
  for (const auto& field : model.fields()) {
    if (!field.column || std::any_of(before.begin(), before.end(), [&](const auto& one) { return one.key == field.key; })) continue;
    const ui::IdScope scope(field.key);
    bool on = false;
    if (ui::checkbox("shown", {.label = ui::translate(field.label)}, on)) columns.push_back({field.key, 0});
  }
  ui::divider();
  if (ui::button("reset", {.label = text::lists_columns_reset(), .kind = ui::ButtonKind::quiet})) state.request.columns.clear();
  else if (columns != before) state.request.columns = std::move(columns);
}

void draw_view_name(app::RecordList& model, ListState& state, IntentSink& sink) {
  const bool renames = state.panel == ListPanel::rename_view;
  ui::Dialog dialog("view", {.title = renames ? text::lists_view_rename() : text::lists_view_save_as()});
  const bool entered = ui::text_field("name", {.label = text::lists_view_name(), .required = true, .max_length = 60, .focus = true}, state.view_name) == ui::Edit::committed &&
                       ui::semantics().key() && ui::semantics().key()->key == "Enter";
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) state.panel = ListPanel::none;
  const bool empty = state.view_name.find_first_not_of(' ') == std::string::npos;
  if (!ui::button("save", {.label = text::ui_save(), .kind = ui::ButtonKind::primary, .refused = empty}) && !entered) return;
  if (empty) return;
  app::SaveView save{.id = {}, .entity = model.entity(), .name = state.view_name, .request = app::to_text(state.request)};
  if (renames) {
    for (const auto& view : model.views())
      if (view.key == state.view) save.id = view.id, save.request = app::to_text(view.request);
  }
  sink.push(Execute{std::move(save)});
  state.panel = ListPanel::none;
}

}  // namespace

std::string remembered_text(const ListState& state) {
  app::ListRequest kept;
  kept.columns = state.request.columns;
  return (state.compact ? "compact " : "cosy ") + app::to_text(kept);
}

void restore_list(ListState& state, Entity entity, std::string_view text) {
  const auto space = text.find(' ');
  state.remembered = text;
  if (space == std::string_view::npos) return;
  state.compact = text.substr(0, space) == "compact";
  state.request.columns = app::request_from_text(entity, text.substr(space + 1)).columns;
}

void draw_list_tools(app::RecordList& model, ListState& state, IntentSink& sink) {
  const ui::Stack stack(ui::gap_medium);
  const bool conditions = !state.request.filter.empty();
  if (ui::is_phone()) {
    {
      ui::Row row({ui::flexible(), ui::natural()}, ui::gap_small);
      draw_search(state, 0);
      row.next();
      const ui::Inline line(ui::Align::end);
      draw_filter_button(state);
      draw_sort_menu(model, state);
      draw_more(model, state, sink);
    }
    const ui::Inline line;
    draw_views(model, state, sink);
    if (!conditions) draw_count(model);
  } else {
    const bool narrow = ui::region_css_width() < 860;  // with a record beside the list
    ui::Row row({ui::flexible(), ui::natural()});
    {
      const ui::Inline line;
      draw_views(model, state, sink);
      draw_search(state, 220);
      draw_filter_button(state);
      if (!conditions) draw_count(model);
    }
    row.next();
    const ui::Inline line(ui::Align::end);
    draw_group_menu(model, state, narrow);
    if (tool("columns", text::lists_columns(), icon::columns_3, narrow, open_now(state, ListPanel::columns))) open(state, ListPanel::columns);
    draw_more(model, state, sink);
  }
  if (conditions) {
    const ui::Inline line;
    draw_pills(model, state);
    if (ui::button("clear", {.label = text::lists_clear_filter(), .kind = ui::ButtonKind::quiet})) {
      state.request.filter = {};
      state.filter = {};
    }
    draw_count(model);
  }
}

void draw_list_panels(app::RecordList& model, ListState& state, IntentSink& sink) {
  const ui::IdScope scope("panels");
  switch (state.panel) {
    case ListPanel::none: return;
    case ListPanel::filter: return draw_filter_builder(model, state);
    case ListPanel::columns: return draw_columns(model, state);
    case ListPanel::save_view:
    case ListPanel::rename_view: return draw_view_name(model, state, sink);
    case ListPanel::bulk: return draw_bulk_dialog(model, state, sink);
  }
}

}  // namespace cohoi::views
