#include "core/base/locale.h"

#include <array>
#include <string_view>

#include "core/base/civil.h"
#include "core/base/currencies.h"
#include "core/base/padded.h"

namespace cohoi {
namespace {

constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr char group_sign(Language language) { return language == Language::vi ? '.' : ','; }
constexpr char decimal_sign(Language language) { return language == Language::vi ? ',' : '.'; }

constexpr std::uint64_t magnitude(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? ~bits + 1 : bits;
}

constexpr std::uint64_t power_of_ten(int exponent) {
  std::uint64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::string grouped(std::uint64_t number, Language language) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, group_sign(language));
  return digits;
}

std::string amount_digits(Money money, Language language) {
  const int minor_digits = money.currency.minor_digits();
  const std::uint64_t unit = power_of_ten(minor_digits);
  const std::uint64_t amount = magnitude(money.minor);
  std::string out = grouped(amount / unit, language);
  if (minor_digits > 0) out += decimal_sign(language) + padded(amount % unit, static_cast<std::size_t>(minor_digits));
  return out;
}

// The sign stands before the number in English and behind it in Vietnamese, where a bare $ could be any dollar.
std::string with_sign(std::string digits, Money money, Language language) {
  const bool negative = money.minor < 0;
  const std::string_view sign = currency_sign(money.currency);
  std::string out(negative ? "-" : "");
  if (language == Language::vi) {
    out += digits;
    out += ' ';
    out += sign == "$" ? std::string_view("US$") : sign.empty() ? money.currency.code() : sign;
  } else {
    if (sign.empty()) {
      out += money.currency.code();
      out += ' ';
    } else {
      out += sign;
    }
    out += digits;
  }
  return out;
}

struct ShortUnit {
  int zeros;
  std::string_view vi;
  std::string_view en;
};
constexpr std::array<ShortUnit, 4> short_units{
    {{12, " nghìn tỷ", "T"}, {9, " tỷ", "B"}, {6, " tr", "M"}, {3, " nghìn", "K"}}};

// Tenths of a unit, rounded half up; whole units from a hundred on, where a decimal says nothing.
std::string short_digits(std::uint64_t amount, std::uint64_t unit, Language language) {
  std::uint64_t tenths = amount / unit * 10 + (amount % unit + unit / 20) / (unit / 10);
  if (tenths >= 1000) tenths = (amount / unit + (amount % unit >= unit / 2 ? 1U : 0U)) * 10;
  std::string out = grouped(tenths / 10, language);
  if (tenths % 10 != 0) {
    out += decimal_sign(language);
    out += std::to_string(tenths % 10);
  }
  return out;
}

}  // namespace

std::string format_money(Money money, Language language) {
  return with_sign(amount_digits(money, language), money, language);
}

std::string format_money_short(Money money, Language language) {
  const std::uint64_t minor_unit = power_of_ten(money.currency.minor_digits());
  const std::uint64_t amount = magnitude(money.minor);
  for (const ShortUnit& short_unit : short_units) {
    const std::uint64_t unit = minor_unit * power_of_ten(short_unit.zeros);
    // 999,500 is a million already when it is rounded to what is shown.
    if (amount < unit - unit / 2000) continue;
    std::string digits = short_digits(amount, unit, language);
    digits += language == Language::vi ? short_unit.vi : short_unit.en;
    return with_sign(std::move(digits), money, language);
  }
  return with_sign(
      grouped(amount / minor_unit + (amount % minor_unit >= (minor_unit + 1) / 2 && minor_unit > 1 ? 1 : 0), language),
      money, language);
}

std::string format_number(std::int64_t number, Language language) {
  return (number < 0 ? "-" : "") + grouped(magnitude(number), language);
}

std::string format_percent(std::int64_t numerator, std::int64_t denominator, Language language) {
  if (denominator == 0) return "–";
  std::uint64_t part = magnitude(numerator);
  std::uint64_t whole = magnitude(denominator);
  while (whole > 1'000'000'000'000'000U) {  // keeps 15 digits, far more than are shown
    part /= 10;
    whole /= 10;
  }
  const std::uint64_t rest = part % whole;
  const std::uint64_t tenths = part / whole * 1000 + (rest * 2000 + whole) / (2 * whole);
  std::string out((numerator < 0) != (denominator < 0) && tenths != 0 ? "-" : "");
  out += grouped(tenths / 10, language);
  out += decimal_sign(language);
  out += std::to_string(tenths % 10);
  out += '%';
  return out;
}

std::string format_date(Date date, Language language) {
  const auto day = static_cast<std::uint64_t>(date.day());
  const auto month = static_cast<std::uint64_t>(date.month());
  if (language == Language::vi) return padded(day, 2) + "/" + padded(month, 2) + "/" + std::to_string(date.year());
  return std::to_string(day) + " " + std::string(month_names[static_cast<std::size_t>(month - 1)]) + " " +
         std::to_string(date.year());
}

std::string format_month(Month month, Language language) {
  const auto number = static_cast<std::uint64_t>(month.month());
  if (language == Language::vi) return padded(number, 2) + "/" + std::to_string(month.year());
  return std::string(month_names[static_cast<std::size_t>(number - 1)]) + " " + std::to_string(month.year());
}

std::string format_timestamp(Timestamp time, int utc_offset_minutes, Language language) {
  const Date date = time.date(utc_offset_minutes);
  const std::int64_t utc_minutes = floor_mod(time.ms, 86'400'000) / 60'000;
  const auto minutes = static_cast<std::uint64_t>(floor_mod(utc_minutes + utc_offset_minutes, 24 * 60));
  return format_date(date, language) + " " + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2);
}

std::string money_for_field(Money money, Language language) {
  return (money.minor < 0 ? "-" : "") + amount_digits(money, language);
}

}  // namespace cohoi
