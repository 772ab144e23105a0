// What a logged transaction left behind, and what stands in its way when it is taken back. Internal to core/store.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/store/change_log.h"
#include "core/store/records.h"

namespace cohoi::store {

using RecordKey = std::pair<Entity, Uuid>;

// What the changes of one transaction made of one record: whole records came or went, or single fields changed.
struct Effect {
  enum class Kind : std::uint8_t { fields, came, went } kind = Kind::fields;
  std::map<std::string, Value>
      fields;  // the last value of each changed field; of a record that came, of all given ones
};

// In order of the first change of each record.
struct Effects {
  std::vector<RecordKey> order;
  std::map<RecordKey, Effect> by_record;
};
// `backwards`: the state before the changes instead of the one after.
[[nodiscard]] Result<Effects> effects_of(const std::vector<Change>& changes, bool backwards);
// One more change, the one after those that were added, or before them.
[[nodiscard]] Status add_effect(Effects& effects, const Change& change, bool backwards);
// changed_since() of one record of the transaction that had these effects.
[[nodiscard]] Status add_changed_since(Database& db, Effects& effects, const RecordKey& record, const Uuid& transaction, std::vector<Change>& since);
// Those after the row `after` of the log, at most so many; `after` moves on.
[[nodiscard]] Result<std::vector<Change>> some_changes_of_transaction(Database& db, const Uuid& id, std::int64_t& after, int most);

// A link from another record.
struct Reference {
  RecordKey record;
  std::string field;
};
[[nodiscard]] Result<std::vector<Reference>> references_to(Database& db, const RecordKey& record);
// Goes with the record it belongs to; every other link is a field that can be emptied.
[[nodiscard]] bool is_part(const Reference& reference);

}  // namespace cohoi::store
