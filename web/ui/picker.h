// Finding one record by typing: the query goes out, the model answers with options, one is picked or a new one made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/field.h"

namespace cohoi::ui {

struct PickerOption {
  std::string key;     // the record's id
  std::string label;
  std::string second;  // company, e-mail, the reason of a match
};

struct Picker {
  Field field;
  std::string create_label;  // last row, "Create “{query}”"; empty = cannot create
  bool searching = false;    // the model has not answered yet
};

struct Picked {
  bool query_changed = false;           // ask the model again with `query`
  std::optional<std::string> chosen;    // an option's key; `query` now holds its label
  bool create = false;                  // make a new one from `query`
  bool cleared = false;                 // the text was emptied and left
};

// `query` is the field's text: the chosen record's name when nobody types. `options` are the model's answer to it, at most some 20.
[[nodiscard]] Picked record_picker(std::string_view key, const Picker& look, const std::vector<PickerOption>& options, std::string& query);

}  // namespace cohoi::ui
