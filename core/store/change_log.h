// Every change ever made, in transactions: the source of timeline, undo, audit and sync.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/domain/entity.h"

namespace cohoi::store {

class Database;

// 48 bits of milliseconds and 16 of counter; rises with every tick, also when the wall clock does not (STORE.md §6).
class HybridClock {
 public:
  explicit HybridClock(std::uint64_t last = 0) : last_(last) {}
  [[nodiscard]] std::uint64_t tick(Timestamp now);
  void raise_above(std::uint64_t seen) {
    if (seen > last_) last_ = seen;
  }
  [[nodiscard]] std::uint64_t last() const { return last_; }
  [[nodiscard]] static Timestamp time_of(std::uint64_t hlc) { return {static_cast<std::int64_t>(hlc >> 16)}; }

 private:
  std::uint64_t last_;
};

enum class TransactionKind : std::uint8_t { edit, undo, redo, import };

struct LoggedTransaction {
  Uuid id;
  std::uint64_t hlc = 0;
  std::string device, actor;
  TransactionKind kind = TransactionKind::edit;
  Message label;
  Uuid reverts;           // the transaction an undo took back
  bool reverted = false;  // taken back by a later one that itself still stands
};

// field empty: the whole record came (before empty) or went (after empty); the other value is then JSON of all given
// fields, or "{}" of an imported record.
struct Change {
  Uuid transaction;
  std::uint64_t hlc = 0;
  Entity entity = Entity::account;
  Uuid record;
  std::string field;
  Value before, after;
  std::string actor;
};

[[nodiscard]] Result<std::optional<LoggedTransaction>> find_transaction(Database& db, const Uuid& id);
// Newest first.
[[nodiscard]] Result<std::vector<LoggedTransaction>> latest_transactions(Database& db, int limit);
[[nodiscard]] Result<std::vector<Change>> changes_of_transaction(Database& db, const Uuid& id);  // in order
[[nodiscard]] Result<std::vector<Change>> changes_of_record(Database& db, Entity entity,
                                                            const Uuid& id);  // newest first
// Has anything that `transaction` wrote been changed since, by another transaction that still stands? What, per record
// and field.
[[nodiscard]] Result<std::vector<Change>> changed_since(Database& db, const Uuid& transaction);

}  // namespace cohoi::store
