// The story of a record: what is to do, and what was done and changed, newest first, by day.
#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/record_parts.h"

namespace cohoi::views {

namespace {

constexpr std::size_t page_size = 50;

void draw_activity_buttons(app::RecordRef record, IntentSink& sink) {
  const ui::Inline line;
  const auto ask = [&](ActivityKind kind) {
    sink.push(OpenDialog{DialogKind::log_activity, record, {}, {{"kind", Value(std::string(name_of(kind)))}}});
  };
  if (ui::button("log_call", {.label = text::activity_log_call(), .icon = icon::phone})) ask(ActivityKind::call);
  if (ui::button("log_meeting", {.label = text::activity_log_meeting(), .icon = icon::users})) ask(ActivityKind::meeting);
  if (ui::button("add_task", {.label = text::activity_add_task(), .icon = icon::square_check})) ask(ActivityKind::task);
  if (ui::button("add_note", {.label = text::activity_add_note(), .icon = icon::sticky_note})) ask(ActivityKind::note);
}

void draw_menu(const app::ActivityRow& activity, const std::string& title, IntentSink& sink) {
  std::vector<ui::MenuItem> items{{.key = "edit", .label = text::ui_edit(), .icon = icon::pencil}};
  if (activity.done && activity.kind != ActivityKind::note) items.push_back({.key = "open", .label = text::records_not_done(), .icon = icon::undo_2});
  items.push_back({.key = "delete", .label = text::records_delete(), .icon = icon::trash_2, .danger = true});
  const auto chosen = ui::menu_icon_button("more", {.name = text::records_more(title), .icon = icon::ellipsis}, items);
  if (!chosen) return;
  if (*chosen == "edit") sink.push(OpenDialog{DialogKind::edit_activity, {Entity::activity, activity.id.uuid}, {}, {}});
  else if (*chosen == "open") sink.push(Execute{app::CompleteActivity{activity.id, false}});
  else sink.push(Execute{app::DeleteRecords{Entity::activity, {activity.id.uuid}}});
}

// The icon of a line in a soft circle, so that the kinds are told apart at a glance.
void draw_badge(ui::Icon glyph, ui::Tone ink) {
  const auto box = ui::place(ImVec2(ui::px(28), ui::px(28)));
  ui::fill(box, ui::soft_of(ui::theme(), ink), ui::radius_full);
  ui::draw_icon(box.centre(), glyph, 14.0F, ui::ink_of(ui::theme(), ink));
}

void draw_foot(std::initializer_list<std::string_view> parts, ui::Tone ink = ui::Tone::second) {
  std::string foot;
  for (const auto part : parts)
    if (!part.empty()) foot.append(foot.empty() ? "" : " · ").append(part);
  if (!foot.empty()) ui::caption(foot, ink);
}

void draw_activity(const app::ActivityRow& activity, std::string_view time, IntentSink& sink) {
  const ui::IdScope scope(activity.id.to_string());
  ui::Row row({ui::fixed(32), ui::flexible(), ui::natural()}, ui::gap_small);
  const auto title = show(activity.title);
  if (!activity.done) {
    if (ui::icon_button("done", {.name = text::activity_mark_done(title), .icon = icon::circle, .pressed = ui::Tristate::no}))
      sink.push(Execute{app::CompleteActivity{activity.id, true}});
  } else {
    draw_badge(icon_of(activity.kind), activity.kind == ActivityKind::note ? ui::Tone::warning : ui::Tone::accent);
  }
  row.next();
  {
    const ui::Stack tight(2);
    ui::paragraph(title, ui::TextStyle::semibold);
    if (!activity.notes.empty()) ui::paragraph(activity.notes);
    if (!activity.about.empty()) ui::link("about", {.label = activity.about, .href = activity.about_address, .style = ui::TextStyle::caption});
    const auto when = activity.done ? std::string(time) : activity.overdue ? text::activity_overdue(activity.when) : activity.when;
    draw_foot({when, activity.who}, activity.overdue ? ui::Tone::bad : ui::Tone::second);
  }
  row.next();
  draw_menu(activity, title, sink);
}

void draw_change(const app::FieldChange& change) {
  const ui::Inline line(ui::Align::start, 6);
  ui::text(show(change.field), ui::TextStyle::body, ui::Tone::second);
  if (!change.before.empty()) {
    ui::paragraph(show(change.before), ui::TextStyle::body, ui::Tone::second);
    ui::icon(icon::arrow_right, ui::Tone::second, 12.0F);
  }
  ui::paragraph(show(change.after), ui::TextStyle::semibold);
}

void draw_entry(const app::StoryEntry& entry, IntentSink& sink) {
  if (entry.kind == app::StoryKind::activity || entry.kind == app::StoryKind::note) return draw_activity(entry.activity, entry.time, sink);
  ui::Row row({ui::fixed(32), ui::flexible()}, ui::gap_small);
  const bool stage = entry.kind == app::StoryKind::stage;
  draw_badge(stage ? icon::target : icon::pencil, stage ? ui::Tone::good : ui::Tone::second);
  row.next();
  const ui::Stack tight(2);
  if (!entry.about.empty()) ui::link("about", {.label = entry.about, .href = entry.about_address, .style = ui::TextStyle::semibold});
  if (!entry.title.empty()) ui::paragraph(show(entry.title), ui::TextStyle::semibold);
  for (const auto& change : entry.changes) draw_change(change);
  if (!entry.detail.empty()) ui::paragraph(show(entry.detail), ui::TextStyle::body, ui::Tone::warning);
  ui::chips(chips(entry.marks));
  draw_foot({entry.time, entry.who});
}

}  // namespace

void draw_story(const app::Timeline& timeline, app::RecordRef record, RecordState& state, IntentSink& sink) {
  const ui::Section section(text::records_story());
  const ui::IdScope scope("story");
  draw_activity_buttons(record, sink);
  if (!timeline.open.empty()) {
    ui::heading(text::activity_to_do(), 3);
    for (const auto& activity : timeline.open) draw_activity(activity, {}, sink);
    ui::divider();
  }
  const auto option = [](const char* key, std::string label) { return ui::Option{key, std::move(label)}; };
  const std::vector<ui::Option> filters{option("", text::records_show_all()), option("activities", text::activity_title()), option("notes", text::records_notes()),
                                        option("stages", text::records_stages()), option("changes", text::records_changes())};
  if (ui::select_field("filter", {.label = text::records_show(), .show_label = false, .css_width = 220}, filters, state.filter)) state.pages = 1;
  const auto total = timeline.count(state.filter);
  if (total == 0) ui::paragraph(text::activity_none(), ui::TextStyle::body, ui::Tone::second);
  std::size_t index = 0;
  for (const auto& day : timeline.days(state.filter, state.pages * page_size)) {
    ui::heading(show(day.day), 3);
    for (const auto* entry : day.entries) {
      const ui::IdScope entry_scope(index++);
      draw_entry(*entry, sink);
    }
  }
  if (total > state.pages * page_size &&
      ui::button("more_entries", {.label = text::records_show_more(std::to_string(total - state.pages * page_size)), .icon = icon::chevron_down}))
    ++state.pages;
}

}  // namespace cohoi::views
