// A logged transaction taken back, planned like any other change: for taking back out of turn (days later, one lead of many), where what
// was built on it since must be named, and let go of when the user goes on (C-14).
#pragma once

#include <functional>
#include <vector>

#include "core/app/draft.h"

namespace cohoi::app {

struct InverseScope {
  bool even_if_changed = false;
  // Which records of the transaction are meant; all of them when empty.
  std::function<Result<bool>(const RecordRef&)> only;
};

// Lays the before values over the draft. conflict with what changed since in `missing`, unless `even_if_changed`.
[[nodiscard]] Status plan_inverse(Draft& draft, const Uuid& transaction, const InverseScope& scope);

// P-1, C-0 on the way of redo: what doing it again would bring through a gate that does not open (any more). `draft` holds the inverse.
[[nodiscard]] Status check_gates_of(const Draft& draft);

}  // namespace cohoi::app
