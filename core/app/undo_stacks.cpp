#include "core/app/undo_stacks.h"

#include <algorithm>
#include <utility>

namespace cohoi::app {

void UndoStacks::push(std::vector<UndoStep>& stack, UndoStep step) {
  stack.push_back(std::move(step));
  if (stack.size() > cap) stack.erase(stack.begin());
}

void UndoStacks::did(UndoStep step) {
  push(undo_, std::move(step));
  redo_.clear();
}

void UndoStacks::undone(const Uuid& by) {
  UndoStep step = std::move(undo_.back());
  undo_.pop_back();
  step.transaction = by;
  push(redo_, std::move(step));
}

void UndoStacks::redone(const Uuid& by) {
  UndoStep step = std::move(redo_.back());
  redo_.pop_back();
  step.transaction = by;
  push(undo_, std::move(step));
}

void UndoStacks::forget(const Uuid& transaction) {
  std::erase_if(undo_, [&](const UndoStep& step) { return step.transaction == transaction; });
}

void UndoStacks::clear() {
  undo_.clear();
  redo_.clear();
}

}  // namespace cohoi::app
