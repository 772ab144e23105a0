// Several records of one kind become one: which of them stays, and what it takes from the others, field by field ("Duplicates and merge").
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/record.h"

namespace cohoi {

inline constexpr std::size_t most_merged = 5;

using RecordValues = std::vector<FieldValue>;  // every field, in the order of the entity's list

// What is decided as one: a field, or the fields of an address or of a person's name, which are never mixed.
struct MergePart {
  enum class Rule : std::uint8_t {
    chosen,  // one record's
    joined,  // notes one below the other, tags of all
    any,     // a check that one of them has set
  };
  std::string key;                  // of its first field: what a choice names
  std::vector<std::string> fields;
  Rule rule = Rule::chosen;
  std::size_t from = 0;             // whose it is, when one is chosen
  bool differs = false;             // the records say different things
};

struct MergeChoice {
  std::string key;       // of any of the part's fields
  std::size_t from = 0;  // a record's place
};

struct Merged {
  RecordValues values;
  std::vector<MergePart> parts;  // what any of them says something about
};

// `records[0]` stays; of each part it has its own value, else the first that is given, unless a choice says otherwise. What only a rule
// writes stays the survivor's. Error invalid: fewer than 2 or more than 5, a choice of what cannot be chosen, notes too long to be joined.
[[nodiscard]] Result<Merged> merge(Entity entity, std::span<const RecordValues> records, const std::vector<MergeChoice>& choices);

// The place of the one that stays when nobody chooses: a customer before others, the lead that got further, else the oldest.
[[nodiscard]] std::size_t default_survivor(Entity entity, std::span<const RecordValues> records);

}  // namespace cohoi
