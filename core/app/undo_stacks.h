// The steps Undo and Redo take back, newest last. They live as long as the session; the log behind them lives on.
#pragma once

#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/message.h"

namespace cohoi::app {

struct UndoStep {
  Uuid transaction;  // what taking this step back reverts
  Message label;
};

class UndoStacks {
 public:
  static constexpr std::size_t cap = 100;

  // A new edit: what could be redone is gone.
  void did(UndoStep step);
  // The newest step was taken back by `by`, or done again by it.
  void undone(const Uuid& by);
  void redone(const Uuid& by);
  // A step taken back out of turn, from a toast or the timeline; it becomes an edit of its own.
  void forget(const Uuid& transaction);
  void clear();

  [[nodiscard]] const UndoStep* to_undo() const { return undo_.empty() ? nullptr : &undo_.back(); }
  [[nodiscard]] const UndoStep* to_redo() const { return redo_.empty() ? nullptr : &redo_.back(); }

 private:
  static void push(std::vector<UndoStep>& stack, UndoStep step);
  std::vector<UndoStep> undo_, redo_;
};

}  // namespace cohoi::app
