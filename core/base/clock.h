// The wall clock as a port: rules get times as values, only the app asks what time it is.
#pragma once

#include "core/base/date.h"

namespace cohoi {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Timestamp now() const = 0;
  [[nodiscard]] virtual int utc_offset_minutes() const = 0;
  [[nodiscard]] Date today() const { return now().date(utc_offset_minutes()); }
};

}  // namespace cohoi
