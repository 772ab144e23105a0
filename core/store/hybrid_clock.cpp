#include "core/store/change_log.h"

namespace cohoi::store {

std::uint64_t HybridClock::tick(Timestamp now) {
  const std::uint64_t wall = static_cast<std::uint64_t>(now.ms < 0 ? 0 : now.ms) << 16;
  // The counter stands in the low bits, so one more is the next count, and the next millisecond when it is full.
  last_ = wall > last_ ? wall : last_ + 1;
  return last_;
}

}  // namespace cohoi::store
