#include "core/base/random_ids.h"

#include <limits>
#include <utility>

namespace cohoi {

RandomIds::RandomIds(RandomBits random_bits, const Clock& clock)
    : random_bits_(std::move(random_bits)), clock_(&clock) {}

Uuid RandomIds::next() {
  const std::int64_t now_ms = clock_->now().ms;
  const bool full = counter_ == std::numeric_limits<std::uint16_t>::max();
  if (now_ms > last_ms_ || full) {
    // A full counter borrows the next millisecond (RFC 9562, 6.2); a random start below the middle keeps devices apart.
    last_ms_ = now_ms > last_ms_ ? now_ms : last_ms_ + 1;
    counter_ = static_cast<std::uint16_t>(random_bits_() & 0x7FFFU);
  } else {
    ++counter_;
  }
  return make_uuid_v7(last_ms_, counter_, random_bits_());
}

}  // namespace cohoi
