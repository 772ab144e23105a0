// The one way to write: a SQLite transaction that logs every change with before and after (change log), keeps the
// search and derived tables right, and rolls everything back unless committed.
//
//   COHOI_TRY(auto transaction, Transaction::begin(db, context, msg("done.lead.saved", title)));
//   COHOI_CHECK(transaction.put(lead));
//   COHOI_TRY(auto id, transaction.commit());
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/change_log.h"
#include "core/store/records.h"

namespace cohoi::store {

// Who writes, when, on what device. Outlives every transaction made with it.
struct WriteContext {
  Clock& clock;
  Ids& ids;
  HybridClock& hybrid_clock;
  std::string device;  // id of this browser's copy
  std::string actor;   // name of the owner who is "me", may be empty
  // Called before each write of a record with its number, from 0; an error makes the write fail. Tests inject faults
  // here.
  std::function<Status(int step)> before_write;
};

class Transaction {
 public:
  // `label` says what is done, for the undo list and the timeline. `kind` tells undo from ordinary work.
  [[nodiscard]] static Result<Transaction> begin(Database& db, WriteContext& context, Message label,
                                                 TransactionKind kind = TransactionKind::edit, Uuid reverts = {});
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();  // rolls back unless committed

  [[nodiscard]] const Uuid& id() const;

  // Inserts or updates; a record equal to the stored one writes and logs nothing. invalid when a field breaks
  // check_field.
  template <class T>
  [[nodiscard]] Status put(const T& record) {
    return put_raw(raw_of(record));
  }
  [[nodiscard]] Status put_raw(const RawRecord& record);
  // One log row per record instead of one per field, no before values: for imports (DESIGN.md). The record must be new.
  [[nodiscard]] Status insert_imported(const RawRecord& record);
  // The same without check_field: the caller did it.
  [[nodiscard]] Status insert_checked(const NewRecord& record);
  // A record that is not there is removed already: writes and logs nothing.
  [[nodiscard]] Status remove(Entity entity, const Uuid& id);
  // As put_raw, but without check_field: a value that stood there before may go back although the rules grew stricter
  // since.
  [[nodiscard]] Status restore_raw(const RawRecord& record);

  // Some of what commit() would do, about so many rows of it: a transaction too large for one frame calls it until it is false.
  [[nodiscard]] Result<bool> settle(int rows);
  // Brings search and derived tables up to date, then commits. The id of the logged transaction; nothing is logged when
  // nothing changed.
  [[nodiscard]] Result<Uuid> commit();

 private:
  struct Impl;
  explicit Transaction(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Takes a logged transaction back: writes the before values of all its changes, in reverse order, as one new
// transaction of kind `undo` (or `redo` when it takes back an undo). conflict when a record was changed since and
// `even_if_changed` is false; the error's `missing` then names each record and field.
[[nodiscard]] Result<Uuid> revert(Database& db, WriteContext& context, const Uuid& transaction,
                                  bool even_if_changed = false);

}  // namespace cohoi::store
