#include "core/domain/rate.h"

#include <limits>

#include "core/base/decimal.h"

namespace cohoi {
namespace {

__extension__ using Wide = __int128;

constexpr int most_decimals = 9;
constexpr std::size_t most_digits = 18;

struct Decimal {
  std::int64_t mantissa = 0;
  int scale = 0;  // digits behind the point
};

std::optional<Decimal> decimal_of(std::string_view text) {
  Decimal decimal;
  std::size_t digits = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point && digits > 0) {
      point = true;
    } else if (c >= '0' && c <= '9' && ++digits <= most_digits) {
      decimal.mantissa = decimal.mantissa * 10 + (c - '0');
      decimal.scale += point ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  const bool ends_well = !text.empty() && text.back() != '.';
  return ends_well && decimal.mantissa > 0 && decimal.scale <= most_decimals ? std::optional(decimal) : std::nullopt;
}

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

std::optional<Money> times(Money amount, Currency to, const Decimal& rate, bool inverse) {
  const int shift = to.minor_digits() - amount.currency.minor_digits();
  Wide top = inverse ? power_of_ten(rate.scale) : Wide{rate.mantissa};
  Wide bottom = inverse ? Wide{rate.mantissa} : power_of_ten(rate.scale);
  (shift > 0 ? top : bottom) *= power_of_ten(shift > 0 ? shift : -shift);
  if (__builtin_mul_overflow(top, Wide{amount.minor} * 2, &top)) return std::nullopt;
  if (__builtin_add_overflow(top, bottom, &top)) return std::nullopt;
  bottom *= 2;
  const Wide whole = top / bottom - (top % bottom < 0 ? 1 : 0);
  if (whole > std::numeric_limits<std::int64_t>::max() || whole < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return Money{static_cast<std::int64_t>(whole), to};
}

}  // namespace

bool is_rate(std::string_view rate) { return decimal_of(rate).has_value(); }

std::optional<std::string> parse_rate(std::string_view typed, Language language) {
  auto plain = parse_decimal(typed, language);
  return plain && is_rate(*plain) ? plain : std::nullopt;
}

Result<Money> converted(Money amount, Currency to, Date on, std::span<const Rate> rates) {
  if (amount.currency == to) return amount;
  const Rate* best = nullptr;
  for (const Rate& one : rates) {
    const bool straight = one.currency == amount.currency.code() && one.main_currency == to.code();
    const bool inverse = one.currency == to.code() && one.main_currency == amount.currency.code();
    if ((!straight && !inverse) || !one.rate_date || *one.rate_date > on) continue;
    if (!best || *one.rate_date > *best->rate_date) best = &one;
  }
  const auto decimal = best ? decimal_of(best->rate) : std::nullopt;
  if (!decimal)
    return fail(ErrorCode::refused, msg("refusal.rate.none", std::string(amount.currency.code()), std::string(to.code()), on));
  const auto result = times(amount, to, *decimal, best->currency == to.code());
  if (!result) return fail(ErrorCode::invalid, msg("error.rate.too_large"));
  return *result;
}

}  // namespace cohoi
