// What a list of an entity knows of its records: the fields of the entity and what is derived from them. One catalogue serves columns,
// filters, order and grouping.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/models/names.h"

namespace cohoi::app {

enum class FilterType : std::uint8_t { text, number, money, date, month, moment, choice, record, tags, check };

struct ListField {
  std::string key;               // as filters, columns, order and grouping name it
  Message label;
  FilterType type = FilterType::text;
  Entity ref = Entity::account;             // of a record
  std::optional<ChoiceList> list{};         // of a text: the user's list behind it (it is filtered as a choice)
  std::string_view prefix{};                // of a closed choice: its texts' keys begin so
  std::vector<std::string_view> choices{};  // of a closed choice
  bool decimal = false;                     // of a number: texts of core/base/decimal.h
  bool column = true, filter = true, sortable = true, groupable = false;
  bool editable = false;                    // in a cell: a field the user writes, of a type a cell can hold
  bool right = false;                       // figures
  float weight = 1.2F;                      // share of the width
  bool shown = false;                       // among the columns a list begins with
};

// In the order of the column chooser: the name first, the columns a list begins with, then the rest, the user's own last. Valid until
// the user's fields change.
[[nodiscard]] const std::vector<ListField>& list_fields(Entity entity);
// Null when there is none.
[[nodiscard]] const ListField* list_field(Entity entity, std::string_view key);
// The record field behind it; null for a derived one.
[[nodiscard]] const FieldInfo* record_field(Entity entity, std::string_view key);

}  // namespace cohoi::app
