// Words over all kinds of records that carry them: which tags there are, on how many records, and on which; who has a value in a field.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/domain/entity.h"
#include "core/store/database.h"

namespace cohoi::store {

inline constexpr std::array<Entity, 4> tagged_entities{Entity::lead, Entity::opportunity, Entity::account, Entity::contact};

struct TagCount {
  std::string tag;  // as it is written most often
  std::int64_t records = 0;
};

// In the order of the alphabet. Tags that fold alike are one.
[[nodiscard]] Result<std::vector<TagCount>> tag_counts(Database& db);
[[nodiscard]] Result<std::vector<Uuid>> records_with_tag(Database& db, Entity entity, std::string_view tag);
// `field` of the entity's list, a text or link. Without an index these read the whole table: for the lists that all records draw from.
[[nodiscard]] Result<std::map<std::string, std::int64_t>> value_counts(Database& db, Entity entity, std::string_view field);
[[nodiscard]] Result<std::vector<Uuid>> records_with_value(Database& db, Entity entity, std::string_view field, std::string_view value);

// Whether any record has a value in this field of the user's own.
[[nodiscard]] Result<bool> is_field_used(Database& db, const Uuid& custom_field);

}  // namespace cohoi::store
