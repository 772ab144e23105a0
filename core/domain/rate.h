// What one unit of a currency is worth in another, from a day on. Amounts of several currencies are added only through a rate with its date.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/locale.h"
#include "core/domain/fields.h"

namespace cohoi {

struct Rate {
  static constexpr Entity entity = Entity::rate;

  Id<Rate> id;
  std::string currency;             // one unit of this …
  std::string rate;                 // … is so many units, as a plain decimal ("25400.5", at most nine decimals), …
  std::string main_currency;        // … of the currency that new amounts had when it was written down
  std::optional<Date> rate_date;    // valid from here until the next one

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "currency", .type = text, .required = true, .max_length = 3}, r.currency);
    visit(FieldInfo{.key = "rate", .type = text, .required = true, .max_length = 24}, r.rate);
    visit(FieldInfo{.key = "main_currency", .type = text, .written = Written::by_rule, .max_length = 3}, r.main_currency);
    visit(FieldInfo{.key = "rate_date", .type = date, .required = true}, r.rate_date);
  }
};

// What is typed as a plain decimal above zero; nothing when it is none.
[[nodiscard]] std::optional<std::string> parse_rate(std::string_view typed, Language language);
[[nodiscard]] bool is_rate(std::string_view rate);  // a plain decimal above zero that fits

// The amount in `to`, by the latest rate of the two currencies (either way round) that was valid on the day; rounded half up in minor units.
// refused without such a rate; invalid when the result does not fit.
[[nodiscard]] Result<Money> converted(Money amount, Currency to, Date on, std::span<const Rate> rates);

}  // namespace cohoi
