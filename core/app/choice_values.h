// What the lists the user keeps mean for the records that use them.
#pragma once

#include <span>
#include <string_view>

#include "core/app/draft.h"

namespace cohoi::app {

struct ListField {
  ChoiceList list;
  Entity entity;
  std::string_view field;
};
// The fields whose values come from the lists. Tags are no field of these: a record has several (store/in_use.h).
[[nodiscard]] std::span<const ListField> list_fields();

// The user's own entry is stored on records by its name: renamed, the records follow. Entries of the product are stored by their keys.
[[nodiscard]] Status rename_choice_values(Draft& draft, const Choice& before, const Choice& after);

// A currency there is, another than the main one, a number, and no second rate of that day.
[[nodiscard]] Status check_rate(const Draft& draft, const Rate& rate);

}  // namespace cohoi::app
