// One of few: tabs over a part of the page, segments in a tool bar, a three-way answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/ui/semantics.h"
#include "web/ui/theme.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

struct Choice {
  std::string key;
  std::string label;
  Icon icon = nullptr;
  Tone tone = Tone::accent;  // of the chosen segment: Yes good, No bad
  int count = -1;            // shown behind the label of a tab
};

// `selected` is a Choice::key; true when it changed. `name` is what the group is called.
[[nodiscard]] bool tabs(std::string_view key, const std::string& name, const std::vector<Choice>& choices, std::string& selected);
[[nodiscard]] bool segments(std::string_view key, const std::string& name, const std::vector<Choice>& choices, std::string& selected);

struct RadioLook {
  std::string label;    // above, and the group's name
  bool show_label = true;
  std::string hint, error;
  bool required = false;
};
// A radiogroup in the look of segments; nothing is chosen while `selected` is no key.
[[nodiscard]] bool radio_group(std::string_view key, const RadioLook& look, const std::vector<Choice>& choices, std::string& selected);

// A radiogroup of boxes beside each other, each with its whole text: one column a record. Under `css_least` for each they stand below each
// other.
[[nodiscard]] bool radio_boxes(std::string_view key, const RadioLook& look, const std::vector<Choice>& choices, std::string& selected, float css_least = 180);

}  // namespace cohoi::ui
