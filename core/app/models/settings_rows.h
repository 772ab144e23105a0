// The lists of the settings sections, one function each. For settings_page.cpp only.
#pragma once

#include "core/app/models/settings_page.h"

namespace cohoi::app {

[[nodiscard]] Result<std::vector<SettingGroup>> pipeline_groups(Session& session);
[[nodiscard]] Result<std::vector<SettingGroup>> criterion_groups(Session& session);
[[nodiscard]] Result<std::vector<SettingGroup>> choice_groups(Session& session, Names& names, ChoiceList list);
[[nodiscard]] Result<std::vector<SettingGroup>> custom_field_groups(Session& session);  // one for each kind of record
[[nodiscard]] Result<std::vector<SettingGroup>> tag_groups(Session& session);
[[nodiscard]] Result<std::vector<SettingGroup>> owner_groups(Session& session);
[[nodiscard]] Result<std::vector<SettingGroup>> rate_groups(Session& session, Names& names);

}  // namespace cohoi::app
