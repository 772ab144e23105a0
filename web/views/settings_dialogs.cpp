#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/settings_view.h"

namespace cohoi::views {

namespace {

const std::string erase_word = "Cohoi";

void draw_gate(SettingState& state) {
  if (state.form.gate_items.empty()) return;
  const ui::Group group("gate", ui::Role::group, text::settings_gate_title());
  const ui::Stack stack(4);
  ui::heading(text::settings_gate_title(), 3);
  ui::paragraph(text::settings_gate_explained(), ui::TextStyle::caption, ui::Tone::second);
  ui::Row row(ui::equal_columns(280, 2), ui::gap_medium);
  bool first = true;
  for (const auto item : state.form.gate_items) {
    if (!first) row.next();
    first = false;
    const std::string key(name_of(item));
    auto& items = state.gate.items;
    bool on = std::find(items.begin(), items.end(), key) != items.end();
    if (!ui::checkbox(key, {.label = ui::translate(gate_item_name(item))}, on)) continue;
    if (on) items.push_back(key);
    else std::erase(items, key);
  }
}

}  // namespace

SettingState setting_state(app::SettingForm form) {
  SettingState state;
  state.gate = form.stage.gate;
  for (const auto& field : form.form.fields)
    if (field.key == form.name_key && field.text.empty() && !form.usual_name.key.empty())
      state.fields.typed[field.key] = ui::translate(form.usual_name);
  state.form = std::move(form);
  return state;
}

void draw_setting_dialog(SettingState& state, const app::Forms& forms, const app::SettingForms& settings, IntentSink& sink) {
  const auto& form = state.form;
  const ui::DialogLook look{.title = ui::translate(form.title),
                            .wide = !form.gate_items.empty(),
                            .sentence = form.sentence.key.empty() ? std::string() : ui::translate(form.sentence)};
  ui::Dialog dialog("setting", look);
  if (state.refused) ui::banner("refused", ui::BannerKind::warning, ui::translate(*state.refused));
  {
    ui::Row row(ui::equal_columns(200, form.gate_items.empty() ? 1 : 2), ui::gap_large);
    for (const auto& field : form.form.fields) {
      if (!app::is_asked(form, field, state.fields.typed)) continue;
      const bool first = &field == &form.form.fields.front();
      if (!first) row.next();
      draw_field(field, state.fields, forms, first);
    }
  }
  draw_gate(state);
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  const bool pressed = form.deletes ? ui::button("delete", {.label = text::settings_delete(), .kind = ui::ButtonKind::danger})
                                    : ui::button("save", {.label = text::ui_save(), .kind = ui::ButtonKind::primary});
  if (!pressed) return;
  state.refused.reset();
  auto typed = state.fields.typed;
  // The product's own word, left as it was, stays the product's: it follows the language.
  if (!form.usual_name.key.empty() && typed[form.name_key] == ui::translate(form.usual_name)) typed[form.name_key].clear();
  const auto command = settings.command(form, typed, state.gate, state.fields.errors);
  if (command) sink.push(Execute{*command});
}

void draw_restore_dialog(const app::Restore::Facts& facts, IntentSink& sink) {
  ui::Dialog dialog("restore", {.title = text::restore_title(), .sentence = text::restore_facts(number(facts.records), number(facts.missing))});
  ui::banner("replaced", ui::BannerKind::warning, text::restore_replaces(number(facts.here)));
  if (ui::button("backup", {.label = text::settings_backup_first(), .icon = icon::download})) sink.push(UseFile{FileAction::save_backup});
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  if (ui::button("replace", {.label = text::restore_replace_all(), .kind = ui::ButtonKind::danger})) sink.push(UseFile{FileAction::replace_all});
  const ui::Button add{.label = text::restore_add_missing(), .kind = ui::ButtonKind::primary, .hint = text::restore_add_hint(), .refused = facts.missing == 0};
  if (ui::button("add", add) && facts.missing > 0) sink.push(UseFile{FileAction::add_missing});
}

void draw_erase_dialog(EraseState& state, IntentSink& sink) {
  ui::Dialog dialog("erase", {.title = text::settings_erase(), .sentence = text::settings_erase_sentence()});
  ui::banner("no_way_back", ui::BannerKind::bad, text::settings_erase_no_way_back());
  if (ui::button("backup", {.label = text::settings_backup_first(), .icon = icon::download})) sink.push(UseFile{FileAction::save_backup});
  ui::text_field("word", {.label = text::settings_erase_type(erase_word)}, state.typed);
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  const bool typed = state.typed == erase_word;
  if (ui::button("erase", {.label = text::settings_erase_button(), .kind = ui::ButtonKind::danger, .refused = !typed}) && typed)
    sink.push(EraseEverything{});
}

}  // namespace cohoi::views
