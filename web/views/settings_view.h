// The settings: sections with an address each, a list of them on the left (a page of its own on a phone), one section beside it.
#pragma once

#include <optional>
#include <string>

#include "core/app/models/setting_form.h"
#include "core/app/models/settings_page.h"
#include "core/app/restore.h"
#include "web/views/lock_view.h"
#include "web/views/parts.h"

namespace cohoi::views {

// What this browser keeps and says; not part of the data.
struct DeviceFacts {
  Language language = Language::vi;
  int theme = 0;  // as SetTheme
  bool storage_known = false;
  double used_bytes = 0.0, quota_bytes = 0.0;
  bool kept = false;        // the browser has promised not to clear it by itself
  bool refused = false;     // asked, and it did not promise
  std::string version;
  LockFacts lock;
};

struct SettingsState {
  std::optional<std::string> name, months;  // while typed
  std::string months_error;
};

// Is there such a section? "" is the list of them (on a wide screen the first one).
[[nodiscard]] bool has_settings_section(const std::string& section);
[[nodiscard]] std::string settings_title(const std::string& section);
// The section that `section` shows on a screen of this size.
[[nodiscard]] std::string settings_section_shown(const std::string& section);

void draw_settings(const std::string& section, const app::SettingsPage& model, const DeviceFacts& device, SettingsState& state,
                   const app::Forms& forms, IntentSink& sink);

// One dialog for every entry of the settings.
struct SettingState {
  app::SettingForm form;
  FormState fields;
  Tags gate;
  std::optional<Error> refused;  // the answer to the last Save, when it is of no field
};
[[nodiscard]] SettingState setting_state(app::SettingForm form);
void draw_setting_dialog(SettingState& state, const app::Forms& forms, const app::SettingForms& settings, IntentSink& sink);

// A backup is open: in the place of what is here, or what of it is not here beside.
void draw_restore_dialog(const app::Restore::Facts& facts, IntentSink& sink);

struct EraseState { std::string typed; };
void draw_erase_dialog(EraseState& state, IntentSink& sink);

}  // namespace cohoi::views
