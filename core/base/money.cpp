#include "core/base/money.h"

#include <charconv>

namespace cohoi {

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  Currency currency;
  for (std::size_t i = 0; i < 3; ++i) {
    const char c = code[i];
    if (c >= 'A' && c <= 'Z')
      currency.code_[i] = c;
    else if (c >= 'a' && c <= 'z')
      currency.code_[i] = static_cast<char>(c - 'a' + 'A');
    else
      return std::nullopt;
  }
  return currency;
}

std::string Money::to_text() const {
  std::string out(currency.code());
  out += ' ';
  out += std::to_string(minor);
  return out;
}

std::optional<Money> Money::from_text(std::string_view text) {
  if (text.size() < 5 || text[3] != ' ') return std::nullopt;
  const auto currency = Currency::parse(text.substr(0, 3));
  if (!currency) return std::nullopt;
  const std::string_view digits = text.substr(4);
  std::int64_t minor = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), minor);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return Money{minor, *currency};
}

std::optional<Money> add(Money a, Money b) {
  Money sum{0, a.currency};
  if (!(a.currency == b.currency) || __builtin_add_overflow(a.minor, b.minor, &sum.minor)) return std::nullopt;
  return sum;
}

std::optional<Money> percent_of(Money amount, int percent) {
  // Hundreds and the rest apart, so that only a result that does not fit overflows.
  const std::int64_t hundreds = amount.minor / 100;
  const std::int64_t rest = amount.minor % 100;
  std::int64_t whole = 0;
  if (__builtin_mul_overflow(hundreds, std::int64_t{percent}, &whole)) return std::nullopt;
  const std::int64_t doubled = rest * percent * 2 + 100;
  const std::int64_t rounded = doubled / 200 - (doubled % 200 < 0 ? 1 : 0);
  Money result{0, amount.currency};
  if (__builtin_add_overflow(whole, rounded, &result.minor)) return std::nullopt;
  return result;
}

std::optional<Money> line_total(Money price, std::int64_t quantity, int discount_percent) {
  Money gross{0, price.currency};
  int paid_percent = 0;
  if (__builtin_mul_overflow(price.minor, quantity, &gross.minor)) return std::nullopt;
  if (__builtin_sub_overflow(100, discount_percent, &paid_percent)) return std::nullopt;
  return percent_of(gross, paid_percent);
}

}  // namespace cohoi
