// Keeps search, match keys and lead facts in step with the records of one transaction. Internal to core/store.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/ids.h"
#include "core/base/value.h"
#include "core/domain/entity.h"
#include "core/store/database.h"

namespace cohoi::store {

class LeadFactsKeeper;

class DerivedTables {
 public:
  // The database must outlive it.
  explicit DerivedTables(Database& db);
  ~DerivedTables();

  // A record was inserted, changed or removed; `before` are its values before this transaction's first touch, none for
  // a new one.
  void touched(Entity entity, std::int64_t rid, const Uuid& id, std::optional<std::vector<Value>> before,
               const std::vector<Value>* after);
  // An imported record, new: brought up to date at once, so that the work of a large import is spread over its slices.
  [[nodiscard]] Status imported(Entity entity, std::int64_t rid, const Uuid& id, const std::vector<Value>& values,
                                Date today);
  // Brings everything touched up to date.
  [[nodiscard]] Status refresh(Date today);

 private:
  struct Touched {
    Uuid id;
    std::optional<std::vector<Value>> before;
  };

  void note_links(Entity entity, const std::vector<Value>& values);
  [[nodiscard]] Status refresh_record(Entity entity, std::int64_t rid, const Touched& touched);
  [[nodiscard]] Status refresh_opportunities_of(const Uuid& account);
  [[nodiscard]] Status refresh_facts(Date today);

  Database& db_;
  std::map<std::pair<Entity, std::int64_t>, Touched> touched_;
  std::set<std::string> leads_answered_;     // ids of leads whose answers changed
  bool criteria_changed_ = false;            // or settings
  std::unique_ptr<LeadFactsKeeper> keeper_;  // of imports
};

}  // namespace cohoi::store
