// New ids from a source of random bits and the clock: the browser's generator in the product, a seeded one in tests.
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/clock.h"
#include "core/base/ids.h"

namespace cohoi {

// Ids of one maker always rise, also when the clock stands still or goes back.
class RandomIds final : public Ids {
 public:
  using RandomBits = std::function<std::uint64_t()>;

  // `clock` must outlive this.
  RandomIds(RandomBits random_bits, const Clock& clock);
  [[nodiscard]] Uuid next() override;

 private:
  RandomBits random_bits_;
  const Clock* clock_;
  std::int64_t last_ms_ = -1;
  std::uint16_t counter_ = 0;
};

}  // namespace cohoi
