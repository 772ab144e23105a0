#include "core/app/models/board_totals.h"

namespace cohoi::app {

void Totals::add(const std::optional<Money>& amount) {
  if (!amount) return;
  for (auto& sum : sums_) {
    if (sum.currency != amount->currency) continue;
    sum = cohoi::add(sum, *amount).value_or(sum);
    return;
  }
  sums_.push_back(*amount);
}

std::string Totals::text(Language language) const {
  std::string joined;
  for (const auto& sum : sums_) joined += (joined.empty() ? "" : " + ") + format_money_short(sum, language);
  return joined;
}

}  // namespace cohoi::app
