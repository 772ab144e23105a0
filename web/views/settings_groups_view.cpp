// The lists of the settings: one card a list, one row an entry, with everything that may be done to it.
#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/settings_parts.h"

namespace cohoi::views {

namespace {

OpenDialog edit(const app::RecordRef& record, std::vector<FieldValue> values = {}) {
  return {DialogKind::edit_setting, record, {}, std::move(values)};
}

Execute set_check(const app::RecordRef& record, const char* key, bool on) {
  return {app::SaveRecord{record.entity, record.id, {{key, Value(std::int64_t{on ? 1 : 0})}}}};
}

void act(const app::SettingRow& row, const std::string& action, IntentSink& sink) {
  const bool is_tag = row.record.id.empty();
  if (action == "edit") sink.push(edit(row.record, is_tag ? std::vector<FieldValue>{{"tag", Value(row.id)}} : std::vector<FieldValue>{}));
  if (action == "up" && row.place > 0) sink.push(Execute{app::Reorder{row.record, row.place - 1}});
  if (action == "down" && !row.last) sink.push(Execute{app::Reorder{row.record, row.place + 1}});
  if (action == "retire") sink.push(set_check(row.record, "retired", !row.retired));
  if (action == "me") sink.push(set_check(row.record, "is_me", true));
  if (action != "delete") return;
  if (is_tag) sink.push(Execute{app::RenameTag{row.id, {}}});
  else if (row.record.entity == Entity::stage) sink.push(edit(row.record, {{"delete", Value(std::int64_t{1})}}));
  else sink.push(Execute{app::DeleteRecords{row.record.entity, {row.record.id}}});
}

std::vector<ui::MenuItem> actions_of(const app::SettingRow& row, bool with_moves) {
  std::vector<ui::MenuItem> items;
  if (with_moves && row.place >= 0) {
    items.push_back({.key = "up", .label = text::settings_move_up(), .icon = icon::arrow_up, .refused = row.place == 0});
    items.push_back({.key = "down", .label = text::settings_move_down(), .icon = icon::arrow_down, .refused = row.last});
  }
  if (row.may_be_me) items.push_back({.key = "me", .label = text::settings_this_is_me(), .icon = icon::check});
  if (row.retires && row.retired) items.push_back({.key = "retire", .label = text::settings_bring_back(), .icon = icon::undo_2});
  if (row.retires && !row.retired) items.push_back({.key = "retire", .label = text::settings_retire(), .icon = icon::archive});
  if (row.deletes) items.push_back({.key = "delete", .label = text::settings_delete(), .icon = icon::trash_2, .danger = true, .divided = !items.empty()});
  return items;
}

void draw_row(const app::SettingRow& row, IntentSink& sink) {
  const ui::IdScope scope(row.id);
  const auto name = show(row.name);
  const ui::Group group("row", ui::Role::listitem, name);
  ui::Row cells({ui::flexible(), ui::natural()}, ui::gap_small);
  {
    const ui::Stack tight(2);
    {
      const ui::Inline line;
      ui::text(name, ui::TextStyle::semibold, row.retired ? ui::Tone::second : ui::Tone::normal);
      for (const auto& mark : row.chips) ui::chip(chip(mark));
    }
    for (const auto& more : row.lines) ui::paragraph(show(more), ui::TextStyle::caption, ui::Tone::second);
    if (ui::is_phone() && !row.figure.empty()) ui::caption(show(row.figure));
  }
  cells.next();
  const ui::Inline line(ui::Align::end, 0);
  const bool wide = !ui::is_phone();
  if (wide && !row.figure.empty()) {
    ui::text(show(row.figure), ui::TextStyle::caption, ui::Tone::second);
    ui::space(ui::gap_small);
  }
  if (wide && row.place >= 0) {
    if (ui::icon_button("up", {.name = text::settings_move_up_what(name), .icon = icon::arrow_up, .refused = row.place == 0})) act(row, "up", sink);
    if (ui::icon_button("down", {.name = text::settings_move_down_what(name), .icon = icon::arrow_down, .refused = row.last})) act(row, "down", sink);
  }
  if (row.edits && ui::icon_button("edit", {.name = text::settings_edit_what(name), .icon = icon::pencil})) act(row, "edit", sink);
  const auto items = actions_of(row, !wide);
  if (items.empty()) {
    ui::space(ui::context().touch ? 44.0F : 32.0F);  // the pencils of all rows stand under each other
    return;
  }
  if (const auto chosen = ui::menu_icon_button("more", {.name = text::settings_more_what(name), .icon = icon::ellipsis}, items)) act(row, *chosen, sink);
}

void draw_group_actions(const app::SettingGroup& group, IntentSink& sink) {
  if (!group.add.empty() && ui::button("add", {.label = show(group.add), .kind = ui::ButtonKind::quiet, .icon = icon::plus}))
    sink.push(edit(group.fresh, group.fresh_values));
  if (group.owner.id.empty()) return;
  const auto name = show(group.title);
  if (group.owner_place > 0 && ui::icon_button("up", {.name = text::settings_move_up_what(name), .icon = icon::arrow_up}))
    sink.push(Execute{app::Reorder{group.owner, group.owner_place - 1}});
  if (ui::icon_button("edit", {.name = text::settings_edit_what(name), .icon = icon::pencil})) sink.push(edit(group.owner));
  if (group.owner_deletes && ui::icon_button("delete", {.name = text::settings_delete_what(name), .icon = icon::trash_2}))
    sink.push(Execute{app::DeleteRecords{group.owner.entity, {group.owner.id}}});
}

void draw_group(const app::SettingGroup& group, IntentSink& sink) {
  const auto title = show(group.title);
  const ui::IdScope scope(group.owner.id.empty() ? title : group.owner.id.to_string());
  const ui::Section section(title, group.add.empty() && group.owner.id.empty() ? ui::Draw() : [&] { draw_group_actions(group, sink); });
  if (!group.hint.empty()) ui::paragraph(show(group.hint), ui::TextStyle::body, ui::Tone::second);
  if (group.rows.empty()) {
    if (!group.empty.empty()) ui::paragraph(show(group.empty), ui::TextStyle::body, ui::Tone::second);
    return;
  }
  {
    const ui::Group list("rows", ui::Role::list, title.empty() ? text::settings_entries() : title);
    const ui::Stack stack(ui::gap_small);
    bool first = true;
    for (const auto& row : group.rows) {
      if (!first) ui::divider();
      first = false;
      draw_row(row, sink);
    }
  }
  if (!group.foot.empty()) {
    ui::divider();
    ui::text(show(group.foot), ui::TextStyle::body, ui::Tone::second);
  }
}

}  // namespace

void draw_setting_groups(const app::SettingsPage& model, IntentSink& sink) {
  for (const auto& group : model.groups) draw_group(group, sink);
}

}  // namespace cohoi::views
