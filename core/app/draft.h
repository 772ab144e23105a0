// Where a command is planned: the records as they stand, with the plan's own writes laid over them. Nothing reaches the store before
// the whole plan stands, so asking (`can_execute`) and doing (`execute`) are the same walk (C-0, P-1).
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/app/command.h"
#include "core/base/clock.h"
#include "core/store/list_query.h"

namespace cohoi::app {

// What a plan may know besides the records. Borrowed for as long as the plan is made.
struct Surroundings {
  store::Database& db;
  Ids& ids;
  const Settings& settings;
  Timestamp now;
  int utc_offset_minutes = 0;
  Owner me;  // who works here; the owner of new records

  [[nodiscard]] Date today() const { return now.date(utc_offset_minutes); }
};

struct Write {
  store::RawRecord record;  // without values when it is removed
  bool removed = false;
  // The lead of a conversion carries the id of the transaction that converts it (C-14), known only when that begins.
  bool stamp_conversion = false;
  // A value that stood there before goes back even where the rules grew stricter since.
  bool restored = false;
};

class Draft {
 public:
  explicit Draft(Surroundings around) : around_(std::move(around)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] const Surroundings& around() const { return around_; }
  [[nodiscard]] Ids& ids() const { return around_.ids; }

  [[nodiscard]] Result<std::optional<store::RawRecord>> find_raw(Entity entity, const Uuid& id) const;
  // The record, or nothing for the empty id or one that is not there.
  template <class T>
  [[nodiscard]] Result<std::optional<T>> find(Id<T> id) const {
    if (id.empty()) return std::optional<T>{};
    if (const Write* write = latest(T::entity, id.uuid))
      return write->removed ? std::optional<T>{} : std::optional<T>{store::typed<T>(write->record)};
    return store::find<T>(around_.db, id);
  }
  // not_found says which kind of record is gone.
  template <class T>
  [[nodiscard]] Result<T> get(Id<T> id) const {
    COHOI_TRY(std::optional<T> found, find(id));
    if (!found) return fail(gone(T::entity));
    return *std::move(found);
  }
  // Oldest first, those of the plan last.
  template <class T>
  [[nodiscard]] Result<std::vector<T>> find_by(std::string_view field, const Value& value) const {
    COHOI_TRY(std::vector<T> stored, store::find_by<T>(around_.db, field, value));
    std::vector<T> found;
    for (T& record : stored)
      if (!latest(T::entity, record.id.uuid)) found.push_back(std::move(record));
    overlay(T::entity, [&](const store::RawRecord& raw) {
      T record = store::typed<T>(raw);
      if (value_of(record, field) == value) found.push_back(std::move(record));
    });
    return found;
  }
  template <class T, class U>
  [[nodiscard]] Result<std::vector<T>> find_by(std::string_view field, Id<U> id) const {
    return find_by<T>(field, to_value(id));
  }
  // For small tables.
  template <class T>
  [[nodiscard]] Result<std::vector<T>> all() const {
    COHOI_TRY(std::vector<T> stored, store::all<T>(around_.db));
    std::vector<T> found;
    for (T& record : stored)
      if (!latest(T::entity, record.id.uuid)) found.push_back(std::move(record));
    overlay(T::entity, [&](const store::RawRecord& raw) { found.push_back(store::typed<T>(raw)); });
    return found;
  }

  template <class T>
  void put(const T& record) { put_raw(store::raw_of(record)); }
  void put_raw(store::RawRecord record, bool stamp_conversion = false);
  void restore_raw(store::RawRecord record);
  void remove(Entity entity, const Uuid& id);

  // Everything planned after a mark can be taken back: one record of several that may not be changed keeps nothing (C-13).
  [[nodiscard]] std::size_t mark() const { return writes_.size(); }
  void roll_back(std::size_t mark);

  // Each record once, in the order of its first mention, as it shall be at the end.
  [[nodiscard]] std::vector<Write> take_writes();
  [[nodiscard]] bool empty() const { return writes_.empty(); }
  // The records of one kind the plan would write, as they shall be; without removed ones.
  [[nodiscard]] std::vector<store::RawRecord> planned(Entity entity) const;

  [[nodiscard]] static Error gone(Entity entity);

 private:
  [[nodiscard]] const Write* latest(Entity entity, const Uuid& id) const;
  template <class F>
  void overlay(Entity entity, F&& f) const {
    for (auto at = latest_.lower_bound({entity, Uuid{}}); at != latest_.end() && at->first.first == entity; ++at)
      if (const Write& write = writes_[at->second].write; !write.removed) f(write.record);
  }
  void add(Write write);

  struct Step {
    Write write;
    std::optional<std::size_t> before;  // the step it takes the place of
  };
  Surroundings around_;
  std::vector<Step> writes_;
  std::map<std::pair<Entity, Uuid>, std::size_t> latest_;
};

// What a planned command answers besides its writes.
struct Planned {
  Message done;
  std::vector<RecordRef> made;
  std::vector<Outcome::PerRecord> per_record;
  Uuid reverts;  // the logged transaction this one takes back whole
};

}  // namespace cohoi::app
