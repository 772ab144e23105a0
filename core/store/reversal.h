// A logged transaction taken back in steps, for those too large for one frame; revert() takes one back at once. Until commit() nothing of it
// is kept.
#pragma once

#include <optional>
#include <vector>

#include "core/store/change_log_effects.h"
#include "core/store/transaction.h"

namespace cohoi::store {

class Reversal {
 public:
  // Both must outlive it. Errors and `even_if_changed` as revert() has them; later changes are told by step(), before anything is written.
  [[nodiscard]] static Result<Reversal> begin(Database& db, WriteContext& context, const Uuid& transaction, bool even_if_changed);

  // About so many records further. False when commit() is all that is left.
  [[nodiscard]] Result<bool> step(int records);
  // The id of the transaction that takes the other back.
  [[nodiscard]] Result<Uuid> commit();
  [[nodiscard]] int percent() const;

 private:
  enum class Phase : std::uint8_t { reading, weighing, checking, writing, releasing, settling, done };

  Reversal(Database& db, WriteContext& context, LoggedTransaction target, bool even_if_changed)
      : db_(&db), context_(&context), target_(std::move(target)), even_if_changed_(even_if_changed) {}
  [[nodiscard]] Status go_on(int records);
  [[nodiscard]] Status read(int records);
  [[nodiscard]] Status check(const RecordKey& record);
  [[nodiscard]] Status write(const RecordKey& record);
  [[nodiscard]] Status release(const RecordKey& record);
  [[nodiscard]] Status refuse_when_changed() const;
  void enter(Phase phase) {
    phase_ = phase;
    at_ = 0;
  }

  Database* db_;
  WriteContext* context_;
  LoggedTransaction target_;
  bool even_if_changed_;
  Phase phase_ = Phase::reading;
  std::size_t at_ = 0;  // of the changes being weighed, or of the records
  std::vector<Change> changes_;
  std::int64_t read_to_ = 0;  // row of the log
  Effects before_, after_;
  std::vector<Change> since_;
  std::optional<Transaction> inverse_;
};

}  // namespace cohoi::store
