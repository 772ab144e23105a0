// Small panels over the page: one that hangs under the button that opened it, and a bar that floats over the end of a list.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "web/ui/layout.h"

namespace cohoi::ui {

// Where the last button of this frame is, for what hangs under it.
[[nodiscard]] Rect last_button();

// A dialog in behaviour (focus goes in and comes back, the rest is inert), without dimming the page; a sheet on a phone. Escape, the
// close button and a press beside it dismiss. Draw it only while it is open, after the page's scope.
class Popover {
 public:
  Popover(std::string_view key, const std::string& title, const Rect& anchor, float css_width);
  ~Popover();
  Popover(const Popover&) = delete;
  Popover& operator=(const Popover&) = delete;
  [[nodiscard]] bool dismissed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Things beside each other in a raised box at the middle of the end of `within`; moves nothing. Draw it after what it floats over.
class FloatingBar {
 public:
  FloatingBar(std::string_view key, const std::string& name, const Rect& within);
  ~FloatingBar();
  FloatingBar(const FloatingBar&) = delete;
  FloatingBar& operator=(const FloatingBar&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};
inline constexpr float floating_bar_room = 68.0F;  // CSS pixels a list keeps free under its last row

// Something chosen that can be opened and taken away: a condition of a filter.
enum class PillEvent : unsigned char { none, opened, removed };
struct Pill {
  std::string label;
  std::string remove_name;  // of the cross; empty = none
};
[[nodiscard]] PillEvent pill(std::string_view key, const Pill& look);

}  // namespace cohoi::ui
