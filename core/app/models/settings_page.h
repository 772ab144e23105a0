// The settings of the data, and how much of it there is.
#pragma once

#include "core/app/models/presentation.h"
#include "core/app/session.h"

namespace cohoi::app {

struct SettingsPage {
  Owner me;
  Settings settings;
  std::vector<Fact> counts;  // records of each kind
  bool has_sample_data = false;
};

[[nodiscard]] Result<SettingsPage> settings_page(Session& session);

}  // namespace cohoi::app
