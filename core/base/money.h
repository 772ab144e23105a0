// Money in whole minor units of an ISO 4217 currency (VND has none, USD has two digits). Never floating point.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cohoi {

class Currency {
 public:
  constexpr Currency() = default;  // VND
  // Nothing unless three ASCII letters; lower case is raised.
  [[nodiscard]] static std::optional<Currency> parse(std::string_view code);
  [[nodiscard]] std::string_view code() const { return {code_.data(), 3}; }
  [[nodiscard]] int minor_digits() const;  // 0 VND, JPY, KRW …; 3 KWD …; 2 otherwise
  bool operator==(const Currency&) const = default;

 private:
  std::array<char, 3> code_{'V', 'N', 'D'};
};

struct Money {
  std::int64_t minor = 0;
  Currency currency;

  bool operator==(const Money&) const = default;
  [[nodiscard]] std::string to_text() const;  // "VND 1234567": minor units, for storage and the change log
  [[nodiscard]] static std::optional<Money> from_text(std::string_view text);
};

// Nothing on overflow or when the currencies differ.
[[nodiscard]] std::optional<Money> add(Money a, Money b);
// amount × percent / 100, rounded half up (P-5). Nothing on overflow.
[[nodiscard]] std::optional<Money> percent_of(Money amount, int percent);
// price × quantity, less a discount in percent, rounded half up. Nothing on overflow.
[[nodiscard]] std::optional<Money> line_total(Money price, std::int64_t quantity, int discount_percent);

// Reads what people type or files hold: "1.234.567", "1,234.50", "$22,700.00", "1.2 tr"/"1,5 tỷ" (million, billion in Vietnamese),
// "342.09K". A currency sign or code in the text wins over `fallback`. Nothing when it is no amount or does not fit.
[[nodiscard]] std::optional<Money> parse_money(std::string_view text, Currency fallback);

}  // namespace cohoi
