// Things to fill in. Each edits a string of the caller's; the model parses and validates it. While a field is focused the
// browser draws and edits the text; otherwise the canvas draws it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/semantics.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

enum class Edit : std::uint8_t {
  none,
  changed,    // a key stroke: the string is new
  committed,  // left the field or pressed Enter: time for an intent
};

struct Field {
  std::string label;        // above the field and its accessible name
  bool show_label = true;   // false: the name only (search in a tool bar, a cell)
  std::string hint;         // below, second text
  std::string error;        // below instead of the hint
  std::string placeholder;
  bool required = false;    // a mark behind the label
  bool read_only = false;
  int max_length = 0;       // UTF-16 units, 0 = any
  std::string input;        // "", "email", "tel", "url", "password", "numeric", "decimal"
  std::string suffix;       // at the end inside the field: a currency, a unit
  float css_width = 0.0F;   // 0 = the region's
  bool focus = false;       // take DOM focus when it first appears
  bool quiet = false;       // looks like text until it is pointed at or focused: for fields edited where they stand
  float css_label = 0.0F;   // room for the label beside the field instead of above it
};

Edit text_field(std::string_view key, const Field& look, std::string& value);
Edit text_area(std::string_view key, const Field& look, std::string& value, int lines = 4);
Edit search_field(std::string_view key, const Field& look, std::string& value);   // searchbox with a lens
Edit money_field(std::string_view key, const Field& look, std::string& value);    // textbox, decimal keys, suffix = currency
Edit number_field(std::string_view key, const Field& look, std::string& value);   // spinbutton: quantity, percent, days
Edit date_field(std::string_view key, const Field& look, std::string& value);     // typed, placeholder dd/mm/yyyy
Edit month_field(std::string_view key, const Field& look, std::string& value);    // typed, placeholder mm/yyyy

// A native choice list over a drawn field; true when the choice changed. An empty `value` shows the placeholder.
[[nodiscard]] bool select_field(std::string_view key, const Field& look, const std::vector<Option>& options, std::string& value);

struct Check {
  std::string label;
  std::string hint;
  bool refused = false;
};
[[nodiscard]] bool checkbox(std::string_view key, const Check& look, bool& value);

}  // namespace cohoi::ui
