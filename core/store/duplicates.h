// Leads, contacts and accounts that are there more than once, by the matching of C-4: a pass over all of them, in slices. It reads every
// record once and keeps only numbers, so that any size fits.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/domain/matching.h"
#include "core/store/database.h"
#include "core/store/match_index.h"

namespace cohoi::store {

struct DuplicateGroup {
  Entity entity = Entity::lead;
  std::vector<Uuid> ids;  // two or more, the oldest row first
};

class DuplicateScan {
 public:
  explicit DuplicateScan(Database& db);
  ~DuplicateScan();

  // Reads up to so many records further, or does one of the short steps between. False when all is done.
  [[nodiscard]] Result<bool> step(int records);
  [[nodiscard]] std::int64_t done() const { return done_; }
  [[nodiscard]] std::int64_t total() const { return total_; }
  // Leads, then contacts, then accounts; of each those for the strongest reasons first.
  [[nodiscard]] const std::vector<DuplicateGroup>& groups() const { return groups_; }

 private:
  struct Key {
    std::int64_t hash;
    std::uint32_t rid;
    MatchKind kind;
    bool settled;  // a converted lead: two of them cannot become one (C-10)
  };
  struct Edge {
    int rank;
    std::uint32_t a, b;
  };
  enum class Phase : std::uint8_t { start, read, join, sort, unite, name, end };
  class Groups;

  [[nodiscard]] Status start();
  [[nodiscard]] Status read(int records);
  void join();
  void sort();
  void unite();
  [[nodiscard]] Status name(int records);
  void connect(const Key* first, const Key* last);
  void connect(const Key& a, const Key& b);
  void next_kind();

  Database& db_;
  Phase phase_ = Phase::start;
  std::size_t kind_ = 0;
  std::int64_t last_rid_ = 0, done_ = 0, total_ = 0;
  std::array<std::vector<Key>, 64> keys_;  // by hash, so that no step sorts all of them
  std::vector<Edge> edges_;
  std::unique_ptr<Groups> united_;
  std::size_t at_ = 0;  // the next of keys_, of edges_
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart_;      // said to be different, the smaller first; sorted
  std::vector<std::vector<std::uint32_t>> found_;                   // groups still to be named
  std::size_t named_ = 0;
  std::vector<DuplicateGroup> groups_;
};

// Where a merged record went: the one it is part of now. Nothing when it never was merged, or that one is gone too.
[[nodiscard]] Result<std::optional<Uuid>> merged_into(Database& db, Entity entity, const Uuid& id);
// All that became part of it, over several merges.
[[nodiscard]] Result<std::vector<Uuid>> merged_from(Database& db, const Uuid& id);
// Whether somebody said that the two are different.
[[nodiscard]] Result<bool> kept_apart(Database& db, const Uuid& a, const Uuid& b);

}  // namespace cohoi::store
