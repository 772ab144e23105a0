// Orders of whole tables and sets of filtered rows, kept while the data changes under them: every written row is noted, and what is kept
// is brought up to date row by row instead of made anew (an order of 100,000 rows costs a tenth of a second, one row of it nothing).
// Internal to core/store; one per connection.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/entity.h"
#include "core/store/row_set.h"

namespace cohoi::store {

using RowOrder = std::vector<std::int64_t>;
using Rows = std::shared_ptr<const RowOrder>;

// Tables whose rows decide about other tables' rows: bit of an entity's own table, and of its titles.
using Dependencies = std::uint64_t;
[[nodiscard]] constexpr Dependencies depends_on(Entity entity) { return Dependencies{1} << static_cast<unsigned>(entity); }
[[nodiscard]] constexpr Dependencies depends_on_title(Entity entity) { return depends_on(entity) << 32U; }

class ListCache {
 public:
  struct Kept {
    std::string key;
    Entity entity = Entity::account;
    Dependencies others = 0;
    std::shared_ptr<RowOrder> order;  // one of both
    std::shared_ptr<RowSet> set;
    std::uint64_t seen = 0;  // changes up to here are in it
  };

  // A row was written, told by SQLite. `fresh`: inserted, so that nothing can have named it before.
  void changed(std::string_view table, std::int64_t rid, bool fresh);
  // What stands in other tables about a row was written.
  void changed(Entity entity, std::int64_t rid) { note(entity, rid); }
  void clear();

  // Null when it is not there, or when making it anew is cheaper than catching up.
  [[nodiscard]] Kept* find(const std::string& key);
  // The rows to look at again before it is used; then call caught_up.
  [[nodiscard]] std::vector<std::int64_t> stale_rows(const Kept& kept) const;
  void caught_up(Kept& kept) { kept.seen = position(); }
  void forget(const std::string& key);
  Kept& keep(Kept kept);

 private:
  struct Change {
    Entity entity;
    std::int64_t rid;
    Dependencies others;  // who depends on it from elsewhere; then it is no row to look at
  };
  void note(Entity entity, std::int64_t rid);
  void note_others(Dependencies others);
  [[nodiscard]] std::uint64_t position() const { return first_ + changes_.size(); }
  void make_room();

  std::list<Kept> kept_;         // most recently used first
  std::vector<Change> changes_;  // since first_
  std::uint64_t first_ = 0;
};

}  // namespace cohoi::store
