// Keeps search, match keys and lead facts in step with the records of one transaction. Internal to core/store.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/ids.h"
#include "core/store/match_index.h"
#include "core/store/records.h"
#include "core/store/row_batch.h"
#include "core/store/sorted_runs.h"

namespace cohoi::store {

class LeadFactsKeeper;

class DerivedTables {
 public:
  // The database must outlive it.
  explicit DerivedTables(Database& db);
  ~DerivedTables();

  // A record was inserted, changed or removed; `before` are its values before this transaction's first touch, none for
  // a new one; `after` are empty for one removed.
  void touched(Entity entity, std::int64_t rid, const Uuid& id, std::optional<GivenValues> before,
               const GivenValues& after);
  // An imported record, new: its texts and facts are written soon, so that the work of a large import is spread over its slices. Its keys
  // are kept back, to be written in order: strewn over an index larger than the page cache each would cost a page read and one written.
  [[nodiscard]] Status imported(const NewRecord& fresh, std::int64_t rid, Date today);
  // Brings what was touched or imported up to date, about so many rows of it. False when all is.
  [[nodiscard]] Result<bool> refresh(Date today, int rows);

 private:
  struct Touched {
    Uuid id;
    std::optional<GivenValues> before;
  };

  struct TitleRow {  // in the order of title_order
    Entity entity{};
    std::string sort_key;
    std::int64_t rid = 0;
    bool operator<(const TitleRow& other) const {
      return std::tie(entity, sort_key, other.rid) < std::tie(other.entity, other.sort_key, rid);
    }
  };

  [[nodiscard]] Status write_texts_and_facts();
  [[nodiscard]] Result<bool> refresh_next(Date today);
  void note_links(Entity entity, const GivenValues& values);
  [[nodiscard]] Status refresh_record(Entity entity, std::int64_t rid, const Touched& touched);
  [[nodiscard]] Status refresh_opportunities_of(const Uuid& account);
  [[nodiscard]] Result<LeadFactsKeeper*> keeper_of(Date today);

  Database& db_;
  SortedRuns<MatchRow> match_rows_;  // of imported records
  SortedRuns<TitleRow> title_rows_;
  RowBatch texts_, facts_, keys_, titles_;
  std::map<std::pair<Entity, std::int64_t>, Touched> touched_;
  std::set<std::string> leads_answered_;  // ids of leads whose answers changed
  std::set<std::int64_t> facts_stale_;    // leads
  bool criteria_changed_ = false;         // or settings
  std::unique_ptr<LeadFactsKeeper> keeper_;
};

}  // namespace cohoi::store
