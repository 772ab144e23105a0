#include "web/views/settings_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_me(const app::SettingsPage& model, SettingsState& state, IntentSink& sink) {
  const ui::Section section(text::settings_me());
  auto name = state.name.value_or(model.me.name);
  const auto edit = ui::text_field("name", {.label = text::settings_my_name(), .hint = text::settings_my_name_hint(), .required = true}, name);
  if (edit != ui::Edit::none) state.name = name;
  if (edit != ui::Edit::committed) return;
  if (!name.empty() && name != model.me.name)
    sink.push(Execute{app::SaveRecord{Entity::owner, model.me.id.uuid, {{"name", Value(name)}}}});
  state.name.reset();
}

void draw_rules(const app::SettingsPage& model, SettingsState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Section section(text::settings_rules());
  ui::paragraph(text::settings_rules_hint(), ui::TextStyle::body, ui::Tone::second);
  auto settings = model.settings;
  bool changed = ui::checkbox("verdict", {.label = text::settings_gate_verdict()}, settings.gate_verdict);
  changed |= ui::checkbox("relationship", {.label = text::settings_gate_relationship()}, settings.gate_relationship);
  changed |= ui::checkbox("needs", {.label = text::settings_gate_needs()}, settings.gate_needs);
  changed |= ui::checkbox("evidence", {.label = text::settings_evidence()}, settings.evidence_required);
  ui::Row row(ui::equal_columns(200, 2), ui::gap_large);
  auto months = state.months.value_or(std::to_string(settings.reasonable_months));
  const auto edit = ui::number_field("months", {.label = text::settings_months(), .error = state.months_error, .input = "numeric"}, months);
  if (edit != ui::Edit::none) state.months = months;
  if (edit == ui::Edit::committed) {
    app::FormField field;
    field.key = "months";
    field.type = FieldType::integer;
    field.label = msg("settings.months");
    field.required = true;
    const auto value = forms.read(field, months);
    const auto* number = value ? std::get_if<std::int64_t>(&*value) : nullptr;
    const bool fits = number && *number >= 1 && *number <= 60;
    state.months_error = fits ? std::string() : text::settings_months_error();
    if (fits) {
      state.months.reset();
      changed |= *number != settings.reasonable_months;
      settings.reasonable_months = static_cast<int>(*number);
    }
  }
  row.next();
  std::string currency(settings.currency.code());
  const std::vector<ui::Option> currencies{{"VND", "VND ₫"}, {"USD", "USD $"}, {"EUR", "EUR €"}, {"JPY", "JPY ¥"}, {"SGD", "SGD"}};
  if (ui::select_field("currency", {.label = text::settings_currency()}, currencies, currency)) {
    settings.currency = Currency::parse(currency).value_or(settings.currency);
    changed = true;
  }
  if (changed) sink.push(Execute{app::SaveSettings{settings}});
}

void draw_data(const app::SettingsPage& model, IntentSink& sink) {
  const ui::Section section(text::settings_data());
  ui::paragraph(text::settings_data_hint(), ui::TextStyle::body, ui::Tone::second);
  {
    ui::Row row(ui::equal_columns(120, 6), ui::gap_medium);
    bool first = true;
    for (const auto& count : model.counts) {
      if (!first) row.next();
      first = false;
      ui::fact(show(count.label), show(count.value));
    }
  }
  ui::link("products", {.label = text::account_products_title(), .href = "#/products", .icon = icon::package});
  const ui::Inline line;
  if (ui::button("backup", {.label = text::settings_backup(), .icon = icon::download})) sink.push(UseFile{FileAction::save_backup});
  if (ui::button("restore", {.label = text::settings_restore(), .icon = icon::upload, .hint = text::settings_restore_hint()}))
    sink.push(UseFile{FileAction::choose_restore});
  if (model.has_sample_data && ui::button("no_sample", {.label = text::settings_remove_sample(), .icon = icon::trash_2}))
    sink.push(Execute{app::RemoveSampleData{}});
}

}  // namespace

void draw_settings(const app::SettingsPage& model, SettingsState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Page page("settings", text::nav_settings(), ui::PageBody::scrolls);
  draw_me(model, state, sink);
  draw_rules(model, state, forms, sink);
  draw_data(model, sink);
}

}  // namespace cohoi::views
