// Reading records: any entity through its field list. Writing goes through store::Transaction only.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/domain/record.h"
#include "core/store/database.h"

namespace cohoi::store {

// A record without its type: what commands, undo, import and sync carry.
struct RawRecord {
  Entity entity = Entity::account;
  Uuid id;
  std::vector<FieldValue> values;  // every field, in the order of the entity's list
  bool operator==(const RawRecord&) const = default;
};

// A record that is not there yet.
struct NewRecord {
  Entity entity = Entity::account;
  Uuid id;
  GivenValues values;
};

[[nodiscard]] Result<std::optional<RawRecord>> find_raw(Database& db, Entity entity, const Uuid& id);

// One record; nothing when it is not there.
template <class T>
[[nodiscard]] Result<std::optional<T>> find(Database& db, Id<T> id);
// One record; not_found when it is not there.
template <class T>
[[nodiscard]] Result<T> get(Database& db, Id<T> id);
// All records whose `field` equals `value`, oldest first (ids are time-ordered). An index stands behind every ref
// field.
template <class T>
[[nodiscard]] Result<std::vector<T>> find_by(Database& db, std::string_view field, const Value& value);
template <class T>
[[nodiscard]] Result<std::vector<T>> all(
    Database& db);  // for small tables: criteria, stages, owners, choices, products
// Every record of a kind, oldest first, one after the other; an error of `visit` ends it.
[[nodiscard]] Status each_raw(Database& db, Entity entity, const std::function<Status(const RawRecord&)>& visit);
[[nodiscard]] Result<std::int64_t> count(Database& db, Entity entity);

template <class T>
[[nodiscard]] RawRecord raw_of(const T& record) {
  return {T::entity, record.id.uuid, values_of(record)};
}
template <class T>
[[nodiscard]] NewRecord new_of(const T& record) {
  return {T::entity, record.id.uuid, given_values(record)};
}
template <class T>
[[nodiscard]] T typed(const RawRecord& raw) {
  T record;
  record.id.uuid = raw.id;
  T::fields(record, [&](const FieldInfo& info, auto& member) {
    for (const auto& value : raw.values)
      if (value.key == info.key) (void)from_value(value.value, member);
  });
  return record;
}

// The data's settings as one value.
[[nodiscard]] Result<Settings> load_settings(Database& db);
// The rows that say the same as `settings`, to be put: those there are with their ids, the others with new ones.
[[nodiscard]] Result<std::vector<Setting>> setting_records(Database& db, const Settings& settings, Ids& ids);

}  // namespace cohoi::store
