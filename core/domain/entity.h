// The kinds of records there are. The names are table names, address parts and the words of the change log: never renamed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cohoi {

enum class Entity : std::uint8_t {
  account,
  contact,
  lead,
  opportunity,
  activity,
  answer,        // one criterion answered, on a lead or (after conversion) on an opportunity
  contact_role,  // P-8
  line_item,
  stage_visit,   // P-3
  product,
  criterion,
  pipeline,
  stage,
  owner,
  choice,        // editable lists: sources, reasons …
  setting,
  rate,          // what one unit of a currency is worth in another, from a date on
  custom_field,  // a field the user has added to a kind of record
  record_pair,   // two records said to be different, or merged into one
};

inline constexpr std::array<std::string_view, 19> entity_names{
    "account",  "contact",   "lead",     "opportunity", "activity", "answer", "contact_role", "line_item", "stage_visit",
    "product", "criterion", "pipeline", "stage",       "owner",    "choice", "setting", "rate", "custom_field", "record_pair"};

[[nodiscard]] constexpr std::string_view name_of(Entity entity) { return entity_names[static_cast<std::size_t>(entity)]; }

[[nodiscard]] constexpr std::optional<Entity> entity_named(std::string_view name) {
  for (std::size_t i = 0; i < entity_names.size(); ++i)
    if (entity_names[i] == name) return static_cast<Entity>(i);
  return std::nullopt;
}

}  // namespace cohoi
