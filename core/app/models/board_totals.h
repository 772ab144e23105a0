// Sums of amounts per currency, as heads of columns and lanes and the forecast show them.
#pragma once

#include <string>
#include <vector>

#include "core/base/locale.h"

namespace cohoi::app {

class Totals {
 public:
  void add(const std::optional<Money>& amount);
  [[nodiscard]] std::string text(Language language) const;  // "1,2 tỷ ₫ + 3.000 US$"; empty when nothing was added

 private:
  std::vector<Money> sums_;
};

}  // namespace cohoi::app
