#include "web/views/settings_view.h"

#include <array>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/settings_parts.h"

namespace cohoi::views {

namespace {

struct SectionLink {
  const char* key;
  ui::Icon icon;
  std::string (*label)();
  std::string (*hint)();
  std::string (*group)();  // the heading above it; null = goes on in the one before
};

const std::array<SectionLink, 13> sections{{
    {"general", icon::sun_moon, text::settings_general, text::settings_general_hint, text::settings_group_you},
    {"owners", icon::users, text::settings_owners, text::settings_owners_hint, nullptr},
    {"pipelines", icon::columns_3, text::settings_pipelines, text::settings_pipelines_hint, text::settings_group_selling},
    {"qualification", icon::circle_check, text::settings_qualification, text::settings_qualification_hint, nullptr},
    {"currencies", icon::coins, text::settings_currencies, text::settings_currencies_hint, nullptr},
    {"sources", icon::sprout, text::settings_sources, text::settings_sources_hint, text::settings_group_lists},
    {"disqualify-reasons", icon::circle_x, text::settings_disqualify_reasons, text::settings_disqualify_reasons_hint, nullptr},
    {"loss-reasons", icon::circle_alert, text::settings_loss_reasons, text::settings_loss_reasons_hint, nullptr},
    {"industries", icon::building_2, text::settings_industries, text::settings_industries_hint, nullptr},
    {"custom-fields", icon::list, text::settings_custom_fields, text::settings_custom_fields_hint, nullptr},
    {"tags", icon::tag, text::settings_tags, text::settings_tags_hint, nullptr},
    {"data", icon::archive, text::settings_data, text::settings_data_hint, text::settings_group_data},
    {"lock", icon::lock, text::lock_title, text::lock_hint, nullptr},
}};
const SectionLink about{"about", icon::info, text::settings_about, nullptr, nullptr};

const SectionLink* section_named(const std::string& key) {
  for (const auto& section : sections)
    if (section.key == key) return &section;
  return key == about.key ? &about : nullptr;
}

void draw_links(const std::string& current) {
  const ui::Group group("sections", ui::Role::navigation, text::settings_sections());
  const ui::Stack stack(2);
  const auto draw = [&](const SectionLink& section) {
    if (section.group) {
      ui::space(&section == sections.data() ? 0.0F : 14.0F);
      const ui::Inset inset(10, 4);
      ui::text(section.group(), ui::TextStyle::caption_semibold, ui::Tone::second);
    }
    ui::navigation_link(section.key, {.label = section.label(), .href = std::string("#/settings/") + section.key, .icon = section.icon,
                                      .current = current == section.key});
  };
  for (const auto& section : sections) draw(section);
  draw(about);
}

void draw_section(const std::string& key, const app::SettingsPage& model, const DeviceFacts& device, SettingsState& state,
                  const app::Forms& forms, IntentSink& sink) {
  const auto* section = section_named(key);
  if (!section) return;
  const ui::Draw add_pipeline = [&] {
    if (ui::button("add_pipeline", {.label = text::settings_add_pipeline(), .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::edit_setting, {Entity::pipeline, {}}, {}, {}});
  };
  const ui::Draw back = [] { ui::link("back", {.label = text::nav_settings(), .href = "#/settings", .icon = icon::chevron_left}); };
  const ui::Page page(section->key, section->label(), ui::PageBody::scrolls, key == "pipelines" ? add_pipeline : ui::Draw(),
                      ui::is_phone() ? back : ui::Draw());
  if (section->hint) ui::paragraph(section->hint(), ui::TextStyle::body, ui::Tone::second);
  if (key == "general") draw_settings_general(model, device, state, sink);
  if (key == "currencies") draw_settings_currency(model, sink);
  if (!model.groups.empty()) draw_setting_groups(model, sink);
  if (key == "qualification") draw_settings_gate(model, state, forms, sink);
  if (key == "data") draw_settings_data(model, device, sink);
  if (key == "lock") draw_settings_lock(device.lock, sink);
  if (key == "about") draw_settings_about(device);
}

}  // namespace

bool has_settings_section(const std::string& section) { return section.empty() || section_named(section) != nullptr; }

std::string settings_title(const std::string& section) {
  const auto* found = section_named(section);
  return found ? found->label() + " · " + text::nav_settings() : text::nav_settings();
}

std::string settings_section_shown(const std::string& section) {
  return section.empty() && !ui::is_phone() ? sections.front().key : section;
}

void draw_settings(const std::string& section, const app::SettingsPage& model, const DeviceFacts& device, SettingsState& state,
                   const app::Forms& forms, IntentSink& sink) {
  const auto shown = settings_section_shown(section);
  if (ui::is_phone()) {
    if (!shown.empty()) return draw_section(shown, model, device, state, forms, sink);
    const ui::Page page("settings", text::nav_settings(), ui::PageBody::scrolls);
    draw_links({});
    return;
  }
  ui::Row row({ui::fixed(ui::is_compact() ? 200.0F : 240.0F), ui::flexible()}, 0);
  {
    const ui::Page list("list", text::nav_settings(), ui::PageBody::scrolls);
    draw_links(shown);
  }
  row.next();
  draw_section(shown, model, device, state, forms, sink);
}

}  // namespace cohoi::views
