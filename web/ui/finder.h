// One box over the page that finds things while somebody types: sections of options below it, walked with the arrows, taken with Enter.
// Modal; Escape, the close button and a press beside it dismiss. Draw it like a Dialog, only while it is open.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/typography.h"

namespace cohoi::ui {

struct FinderOption {
  std::string key;
  std::string label, second;
  Icon icon = nullptr;
  std::string keys;      // as in the table of commands; shown at the end
};

struct FinderSection {
  std::string title;
  std::vector<FinderOption> options;
};

struct Finder {
  std::string title;        // of the dialog, not shown
  std::string placeholder;  // of the box and its name
  std::string nothing;      // said in the place of options
};

struct FinderEvents {
  bool query_changed = false;
  bool dismissed = false;
  std::optional<std::string> chosen;  // key of an option
};

// `active` is the option Enter takes, counted over all sections; the widget keeps it within them.
[[nodiscard]] FinderEvents finder(std::string_view key, const Finder& look, const std::vector<FinderSection>& sections, std::string& query, int& active);

}  // namespace cohoi::ui
