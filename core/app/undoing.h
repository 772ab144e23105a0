// A large change taken back, an import above all, without holding the page: call step() while working(). Other commands are refused meanwhile.
#pragma once

#include <memory>
#include <optional>

#include "core/app/session.h"

namespace cohoi::app {

// Too large to be taken back within a frame.
[[nodiscard]] bool is_large(Session& session, const Uuid& transaction);

class Undoing {
 public:
  // `session` is borrowed. Refused as Session::undo_transaction() refuses; what was changed since is told by the outcome.
  [[nodiscard]] static Result<std::unique_ptr<Undoing>> begin(Session& session, const Uuid& transaction, bool even_if_changed);
  ~Undoing();  // unless it is done nothing is kept
  Undoing(const Undoing&) = delete;
  Undoing& operator=(const Undoing&) = delete;

  [[nodiscard]] bool working() const { return !outcome_; }
  void step(int budget_ms);
  [[nodiscard]] int percent() const { return reversal_ ? reversal_->percent() : 100; }
  [[nodiscard]] const Result<Outcome>& outcome() const { return *outcome_; }  // once it is done

 private:
  Undoing(Session& session, const Uuid& transaction, bool even_if_changed, store::Reversal reversal);
  [[nodiscard]] Result<bool> go_on(int budget_ms);
  void finish(Result<Outcome> outcome);

  Session& session_;
  Uuid transaction_;
  bool even_if_changed_;
  std::optional<store::Reversal> reversal_;
  std::optional<Result<Outcome>> outcome_;
};

}  // namespace cohoi::app
