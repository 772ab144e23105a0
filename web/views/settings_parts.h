// The sections of the settings, one function each. For settings_view.cpp only.
#pragma once

#include "web/views/settings_view.h"

namespace cohoi::views {

void draw_setting_groups(const app::SettingsPage& model, IntentSink& sink);
void draw_settings_general(const app::SettingsPage& model, const DeviceFacts& device, SettingsState& state, IntentSink& sink);
void draw_settings_gate(const app::SettingsPage& model, SettingsState& state, const app::Forms& forms, IntentSink& sink);
void draw_settings_currency(const app::SettingsPage& model, IntentSink& sink);
void draw_settings_data(const app::SettingsPage& model, const DeviceFacts& device, IntentSink& sink);
void draw_settings_about(const DeviceFacts& device);

}  // namespace cohoi::views
