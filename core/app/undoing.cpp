#include "core/app/undoing.h"

#include <chrono>
#include <utility>

namespace cohoi::app {
namespace {

constexpr int large = 2000;            // changes
constexpr int records_at_once = 32;  // between two looks at the clock

}  // namespace

bool is_large(Session& session, const Uuid& transaction) {
  std::int64_t from = 0;
  const auto some = store::some_changes_of_transaction(session.db(), transaction, from, large + 1);
  return some && some->size() > large;
}

Result<std::unique_ptr<Undoing>> Undoing::begin(Session& session, const Uuid& transaction, bool even_if_changed) {
  COHOI_TRY(auto reversal, session.begin_undo(transaction, even_if_changed));
  return std::unique_ptr<Undoing>(new Undoing(session, transaction, even_if_changed, std::move(reversal)));
}

Undoing::Undoing(Session& session, const Uuid& transaction, bool even_if_changed, store::Reversal reversal)
    : session_(session), transaction_(transaction), even_if_changed_(even_if_changed), reversal_(std::move(reversal)) {
  session_.set_busy(msg("undo.busy"));
}

Undoing::~Undoing() {
  if (working()) finish(fail(ErrorCode::refused, msg("undo.busy")));
}

void Undoing::step(int budget_ms) {
  if (!working()) return;
  const auto more = go_on(budget_ms);
  if (!more) return finish(fail(more.error()));
  if (*more) return;
  const auto by = reversal_->commit();
  if (!by) return finish(fail(by.error()));
  reversal_.reset();
  session_.set_busy(std::nullopt);
  outcome_ = session_.undone(transaction_, *by, even_if_changed_);
}

Result<bool> Undoing::go_on(int budget_ms) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(budget_ms);
  for (;;) {
    COHOI_TRY(const bool more, reversal_->step(records_at_once));
    if (!more) return false;
    if (std::chrono::steady_clock::now() >= end) return true;
  }
}

void Undoing::finish(Result<Outcome> outcome) {
  reversal_.reset();
  session_.set_busy(std::nullopt);
  outcome_ = std::move(outcome);
}

}  // namespace cohoi::app
