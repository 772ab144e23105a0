// Ids that come out the same in every run of a test.
#pragma once

#include <cstdint>

#include "core/base/random_ids.h"
#include "tests/support/fixed_clock.h"

namespace cohoi::test {

// SplitMix64: small, and equal on every platform, which the standard distributions are not.
class SeededBits {
 public:
  explicit SeededBits(std::uint64_t seed) : state_(seed) {}

  std::uint64_t operator()() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  // A number below `limit`.
  std::uint64_t below(std::uint64_t limit) { return (*this)() % limit; }

 private:
  std::uint64_t state_;
};

class SeededIds final : public Ids {
 public:
  explicit SeededIds(std::uint64_t seed = 1) : ids_(SeededBits(seed), clock_) {}
  SeededIds(const SeededIds&) = delete;
  SeededIds& operator=(const SeededIds&) = delete;

  [[nodiscard]] Uuid next() override { return ids_.next(); }

 private:
  FixedClock clock_;
  RandomIds ids_;
};

}  // namespace cohoi::test
