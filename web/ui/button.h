// Things to press. All of them activate through the mirror's click only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/ui/semantics.h"
#include "web/ui/theme.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

enum class ButtonKind : std::uint8_t { primary, secondary, quiet, danger };

struct Button {
  std::string label;
  ButtonKind kind = ButtonKind::secondary;
  Icon icon = nullptr;
  std::string name;        // accessible name when the label alone is not enough; begins with the label
  std::string hint;        // tooltip and description
  bool refused = false;    // looks and reads as disabled, yet activates: the refusal then explains itself
  bool wide = false;       // takes the region's width
  Tristate pressed = Tristate::absent;   // toggles
  Tristate expanded = Tristate::absent;  // opens something
};
[[nodiscard]] bool button(std::string_view key, const Button& look);

struct IconButton {
  std::string name;  // accessible name, also the tooltip
  Icon icon = nullptr;
  ButtonKind kind = ButtonKind::quiet;
  bool refused = false;
  Tristate pressed = Tristate::absent;
  std::string hint;  // when it should say more than the name
  Tristate expanded = Tristate::absent;
  std::string caption;  // under the icon: it stands among the links of the bottom bar
};
[[nodiscard]] bool icon_button(std::string_view key, const IconButton& look);

struct Link {
  std::string label;
  std::string href;  // the router follows it; the returned click is for what must happen besides
  TextStyle style = TextStyle::body;
  Icon icon = nullptr;
  std::string hint;
};
bool link(std::string_view key, const Link& look);

struct NavigationLink {
  std::string label;
  std::string href;
  Icon icon = nullptr;
  bool current = false;
  bool icon_only = false;  // rail under 1100 px
  bool bar = false;        // bottom bar: icon over a caption
};
bool navigation_link(std::string_view key, const NavigationLink& look);

}  // namespace cohoi::ui
