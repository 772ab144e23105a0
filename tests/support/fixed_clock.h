// A clock that tests set by hand. Stands in Vietnam unless told.
#pragma once

#include "core/base/clock.h"

namespace cohoi::test {

class FixedClock final : public Clock {
 public:
  FixedClock() = default;
  explicit FixedClock(Timestamp now, int utc_offset_minutes = 7 * 60)
      : now_(now), utc_offset_minutes_(utc_offset_minutes) {}

  [[nodiscard]] Timestamp now() const override { return now_; }
  [[nodiscard]] int utc_offset_minutes() const override { return utc_offset_minutes_; }

  void set(Timestamp now) { now_ = now; }
  void set_utc_offset_minutes(int minutes) { utc_offset_minutes_ = minutes; }
  void advance_ms(std::int64_t ms) { now_.ms += ms; }
  void advance_days(int days) { advance_ms(std::int64_t{days} * 86'400'000); }

 private:
  Timestamp now_{1'795'401'300'000};  // 23 Nov 2026, 09:35 in Vietnam
  int utc_offset_minutes_ = 7 * 60;
};

}  // namespace cohoi::test
