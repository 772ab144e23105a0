// The sections that are no lists: this device, the rules of conversion, the currency, the data, about.
#include <array>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/settings_parts.h"

namespace cohoi::views {

void draw_settings_general(const app::SettingsPage& model, const DeviceFacts& device, SettingsState& state, IntentSink& sink) {
  {
    const ui::Section section(text::settings_me());
    auto name = state.name.value_or(model.me.name);
    const ui::Field look{.label = text::settings_my_name(), .hint = text::settings_my_name_hint(), .required = true, .css_width = 320};
    const auto edit = ui::text_field("name", look, name);
    if (edit != ui::Edit::none) state.name = name;
    if (edit == ui::Edit::committed) {
      if (!name.empty() && name != model.me.name)
        sink.push(Execute{app::SaveRecord{Entity::owner, model.me.id.uuid, {{"name", Value(name)}}}});
      state.name.reset();
    }
  }
  const ui::Section section(text::settings_device());
  ui::paragraph(text::settings_device_hint(), ui::TextStyle::body, ui::Tone::second);
  std::string language = device.language == Language::vi ? "vi" : "en";
  if (ui::radio_group("language", {.label = text::shell_language()}, {{.key = "vi", .label = "Tiếng Việt"}, {.key = "en", .label = "English"}}, language))
    sink.push(SetLanguage{language == "vi" ? Language::vi : Language::en});
  auto theme = std::to_string(device.theme);
  const std::vector<ui::Option> themes{
      {"0", text::shell_theme_system()}, {"1", text::shell_theme_light()}, {"2", text::shell_theme_dark()}, {"3", text::commands_theme_contrast()}};
  if (ui::select_field("theme", {.label = text::shell_theme(), .css_width = 240}, themes, theme)) sink.push(SetTheme{theme.front() - '0'});
}

void draw_settings_gate(const app::SettingsPage& model, SettingsState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Section section(text::settings_rules());
  ui::paragraph(text::settings_rules_hint(), ui::TextStyle::body, ui::Tone::second);
  auto settings = model.settings;
  bool changed = ui::checkbox("verdict", {.label = text::settings_gate_verdict()}, settings.gate_verdict);
  changed |= ui::checkbox("relationship", {.label = text::settings_gate_relationship()}, settings.gate_relationship);
  changed |= ui::checkbox("needs", {.label = text::settings_gate_needs()}, settings.gate_needs);
  ui::divider();
  changed |= ui::checkbox("evidence", {.label = text::settings_evidence(), .hint = text::settings_evidence_hint()}, settings.evidence_required);
  auto months = state.months.value_or(std::to_string(settings.reasonable_months));
  const ui::Field look{.label = text::settings_months(), .hint = text::settings_months_hint(), .error = state.months_error, .input = "numeric", .css_width = 240};
  const auto edit = ui::number_field("months", look, months);
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
  if (changed) sink.push(Execute{app::SaveSettings{settings}});
}

void draw_settings_currency(const app::SettingsPage& model, IntentSink& sink) {
  const ui::Section section(text::settings_main_currency());
  std::string currency(model.settings.currency.code());
  const ui::Field look{.label = text::settings_currency(), .hint = text::settings_currency_hint(), .css_width = 240};
  if (!ui::select_field("currency", look, options(app::currency_options()), currency)) return;
  auto settings = model.settings;
  settings.currency = Currency::parse(currency).value_or(settings.currency);
  sink.push(Execute{app::SaveSettings{settings}});
}

void draw_settings_about(const DeviceFacts& device) {
  {
    const ui::Section section("Cohoi");
    if (!device.version.empty()) ui::fact(text::settings_version(), device.version);
    ui::paragraph(text::settings_about_sentence());
    ui::link("guide", {.label = text::settings_about_guide(), .href = "#/guide", .icon = icon::book_open});
  }
  const ui::Section section(text::settings_inside());
  for (const auto& part : {text::settings_inside_core(), text::settings_inside_sqlite(), text::settings_inside_imgui(),
                           text::settings_inside_font(), text::settings_inside_icons()})
    ui::paragraph(part, ui::TextStyle::body, ui::Tone::second);
  ui::link("notices", {.label = text::settings_notices(), .href = "THIRD-PARTY.txt"});
}

}  // namespace cohoi::views
