#include "web/views/activity_dialog.h"

#include <array>

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

using Title = std::string (*)();

std::string title_of(const ActivityState& state) {
  // By kind: task, call, meeting, e-mail, note.
  static constexpr std::array<Title, 5> logged{text::activity_add_task, text::activity_log_call, text::activity_log_meeting, text::activity_log_email, text::activity_add_note};
  static constexpr std::array<Title, 5> made{text::activity_new_task, text::activity_new_call, text::activity_new_meeting, text::activity_new_email, text::activity_new_note};
  static constexpr std::array<Title, 5> edited{text::activity_edit_task, text::activity_edit_call, text::activity_edit_meeting, text::activity_edit_email, text::activity_edit_note};
  const auto kind = static_cast<std::size_t>(state.form.stored.kind);
  return (!state.form.is_new ? edited : state.logs ? logged : made)[kind]();
}

std::string error_of(const ActivityState& state, const char* key) {
  const auto found = state.errors.find(key);
  return found == state.errors.end() ? std::string() : ui::translate(found->second);
}

// What was understood of the date in the subject, with a way to leave the words as they are.
void draw_understood(const app::ActivityReading& reading, ActivityState& state) {
  const auto said = reading.from_subject ? reading.done ? text::activity_was_at(reading.when) : text::activity_due_at(reading.when) : std::string();
  if (said != state.told) {
    state.told = said;
    if (!said.empty()) ui::semantics().announce(said);
  }
  if (said.empty()) return;
  const ui::Inline line(ui::Align::start, 2);
  ui::chip({.label = said, .tone = ui::Tone::accent, .icon = icon::calendar});
  if (ui::icon_button("keep", {.name = text::activity_keep_words(), .icon = icon::x})) state.form.keep_words = true;
}

void draw_state(const app::ActivityReading& reading, ActivityState& state) {
  std::string chosen = reading.done ? "done" : "todo";
  const std::vector<ui::Choice> choices{{.key = "todo", .label = text::activity_to_do(), .icon = icon::circle},
                                        {.key = "done", .label = text::activity_done(), .icon = icon::circle_check, .tone = ui::Tone::good}};
  if (!ui::radio_group("state", {.label = text::activity_state()}, choices, chosen)) return;
  state.form.state_chosen = true;
  state.form.done = chosen == "done";
}

void draw_dates(const app::ActivityReading& reading, ActivityState& state, const app::ActivityForms& forms) {
  auto& form = state.form;
  if (reading.done) {
    if (form.is_new && !form.state_chosen && !state.logs) return;  // just now
    ui::text_field("done_at", {.label = text::activity_done_at(), .error = error_of(state, "done_at"), .placeholder = text::activity_now()}, form.done_at);
    return;
  }
  ui::text_field("due_at", {.label = text::field_due_at(), .error = error_of(state, "due_at"), .placeholder = text::activity_due_placeholder()}, form.due);
  const ui::Inline line(ui::Align::start, 4);
  const auto offer = [&](const char* key, const std::string& label, int days) {
    if (ui::button(key, {.label = label, .kind = ui::ButtonKind::quiet, .icon = icon::calendar})) {
      form.due = forms.day_text(days);
      state.errors.erase("due_at");
    }
  };
  offer("today", text::activities_today(), 0);
  offer("tomorrow", text::activity_tomorrow(), 1);
  offer("next_week", text::activity_next_week(), forms.days_to_next_week());
}

void draw_about(ActivityState& state, const app::ActivityForms& forms) {
  auto& form = state.form;
  if (!state.asked) state.offers = forms.offers({});
  state.asked = true;
  std::vector<ui::PickerOption> shown;
  for (const auto& offer : state.offers) {
    auto second = ui::translate(offer.kind);
    if (!offer.second.empty()) second += " · " + offer.second;
    shown.push_back({std::string(name_of(offer.record.entity)) + ":" + offer.record.id.to_string(), offer.title, std::move(second)});
  }
  const auto picked = ui::record_picker("about", {.field = {.label = text::activity_about(), .error = error_of(state, "about"), .placeholder = text::activity_about_placeholder()}}, shown, form.about_name);
  if (picked.query_changed) {
    state.offers = forms.offers(form.about_name);
    form.about = {};
  }
  if (picked.cleared) form.about = {};
  if (!picked.chosen) return;
  for (std::size_t i = 0; i < shown.size(); ++i)
    if (shown[i].key == *picked.chosen) form.about = state.offers[i].record;
}

// Enter in a field of one line, Ctrl and Enter in the notes.
bool entered() {
  auto& semantics = ui::semantics();
  const auto* key = semantics.key();
  if (!key || key->key != "Enter" || !key->in_text) return false;
  semantics.consume_key();
  return true;
}

}  // namespace

void draw_activity_dialog(ActivityState& state, const app::ActivityForms& forms, IntentSink& sink) {
  auto& form = state.form;
  const bool note = form.stored.kind == ActivityKind::note;
  ui::Dialog dialog("activity", {.title = title_of(state)});
  if (!note) {
    ui::text_field("subject",
                   {.label = text::field_subject(), .error = error_of(state, "subject"), .placeholder = form.is_new && !state.logs ? text::activity_subject_placeholder() : std::string(),
                    .required = form.stored.kind == ActivityKind::task, .max_length = 255, .focus = true},
                   form.subject);
    const auto reading = forms.read(form);
    draw_understood(reading, state);
    if (!state.logs) draw_state(reading, state);
    draw_dates(reading, state, forms);
  }
  if (!state.logs) draw_about(state, forms);
  ui::text_area("notes", {.label = note ? text::activity_note() : state.logs && form.done ? text::activity_outcome() : text::field_notes(), .error = error_of(state, "notes"), .required = note, .focus = note},
                form.notes, note ? 5 : 3);
  if (!form.is_new) {
    auto owners = options(forms.owners());
    (void)ui::select_field("owner_id", {.label = text::field_owner_id()}, owners, form.owner);
  }
  const bool enter = entered();
  dialog.footer();
  if (!form.is_new && ui::button("delete", {.label = text::activity_delete(), .kind = ui::ButtonKind::quiet, .icon = icon::trash_2}))
    sink.push(Execute{app::DeleteRecords{Entity::activity, {form.stored.id.uuid}}});
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  if (!ui::button("save", {.label = text::ui_save(), .kind = ui::ButtonKind::primary}) && !enter) return;
  if (auto command = forms.command(form, state.errors)) sink.push(Execute{*std::move(command)});
  else ui::context().request_frame();
}

}  // namespace cohoi::views
