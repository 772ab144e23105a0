// What a whole column says about the way its dates and amounts are written; one value alone often can't.
#pragma once

#include <string>
#include <string_view>

#include "core/base/date.h"

namespace cohoi::app {

class DateStudy {
 public:
  void see(std::string_view text);
  // 3/4/2021 among them and nothing that decides: the user is asked.
  [[nodiscard]] bool undecidable() const { return either_ > 0 && day_first_ == 0 && month_first_ == 0; }
  [[nodiscard]] DateOrder order() const { return month_first_ > day_first_ ? DateOrder::month_first : DateOrder::day_first; }
  [[nodiscard]] std::int64_t either() const { return either_; }
  [[nodiscard]] const std::string& example() const { return example_; }

 private:
  std::int64_t day_first_ = 0, month_first_ = 0, either_ = 0;
  std::string example_;
};

class MoneyStudy {
 public:
  void see(std::string_view text);
  [[nodiscard]] bool without_currency() const { return plain_ > 0; }
  [[nodiscard]] std::int64_t plain() const { return plain_; }
  [[nodiscard]] bool has_fractions() const { return dot_ + comma_ > 0; }
  // The text with the column's decimal sign made a point and its grouping taken out, where the column decides it.
  [[nodiscard]] std::string normal(std::string_view text) const;

 private:
  std::int64_t plain_ = 0;
  std::int64_t dot_ = 0, comma_ = 0;  // values in which it can only be the decimal sign
};

}  // namespace cohoi::app
