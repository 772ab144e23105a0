// Settings: who works here, what counts as a qualified lead, the data and its backup.
#pragma once

#include <optional>
#include <string>

#include "core/app/models/settings_page.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct SettingsState {
  std::optional<std::string> name, months;  // while typed
  std::string months_error;
};

void draw_settings(const app::SettingsPage& model, SettingsState& state, const app::Forms& forms, IntentSink& sink);

}  // namespace cohoi::views
