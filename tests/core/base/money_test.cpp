#include "core/base/money.h"

#include <doctest/doctest.h>

#include <limits>

#include "core/base/currencies.h"

using namespace cohoi;

namespace {
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
Money vnd(std::int64_t minor) { return {minor, Currency{}}; }
Money usd(std::int64_t minor) { return {minor, *Currency::parse("USD")}; }
}  // namespace

TEST_CASE("currency: three letters, raised") {
  CHECK(Currency::parse("usd")->code() == "USD");
  CHECK(Currency{}.code() == "VND");
  for (const char* code : {"", "US", "USDT", "U$D", "12A", "đồ"}) CHECK_FALSE(Currency::parse(code));
}

TEST_CASE("currency: minor digits of ISO 4217") {
  CHECK(Currency{}.minor_digits() == 0);
  CHECK(Currency::parse("JPY")->minor_digits() == 0);
  CHECK(Currency::parse("USD")->minor_digits() == 2);
  CHECK(Currency::parse("KWD")->minor_digits() == 3);
}

TEST_CASE("currency: a shared sign means the currency at hand") {
  CHECK(currency_from_sign("$", Currency{})->code() == "USD");
  CHECK(currency_from_sign("$", *Currency::parse("SGD"))->code() == "SGD");
  CHECK(currency_from_sign("¥", Currency{})->code() == "JPY");
  CHECK(currency_from_sign("¥", *Currency::parse("CNY"))->code() == "CNY");
  CHECK_FALSE(currency_from_sign("abc", Currency{}));
}

TEST_CASE("money: text for storage and back") {
  for (const std::int64_t minor : {std::int64_t{0}, std::int64_t{-5}, most, least}) {
    CHECK(Money::from_text(vnd(minor).to_text()) == vnd(minor));
    CHECK(Money::from_text(usd(minor).to_text()) == usd(minor));
  }
  CHECK(vnd(1234567).to_text() == "VND 1234567");
  for (const char* text :
       {"", "VND", "VND ", "VND x", "VND 1.5", "VND 1 ", "VND  1", "V1D 1", "VND 9223372036854775808"})
    CHECK_FALSE(Money::from_text(text));
}

TEST_CASE("money: sums stay within one currency and within 64 bits") {
  CHECK(add(vnd(2), vnd(-3)) == vnd(-1));
  CHECK_FALSE(add(vnd(1), usd(1)));
  CHECK_FALSE(add(vnd(most), vnd(1)));
  CHECK_FALSE(add(vnd(least), vnd(-1)));
}

TEST_CASE("P-5: a percentage is rounded half up in minor units") {
  CHECK(percent_of(vnd(50), 1) == vnd(1));
  CHECK(percent_of(vnd(49), 1) == vnd(0));
  CHECK(percent_of(vnd(333), 65) == vnd(216));  // 216.45
  CHECK(percent_of(vnd(-50), 1) == vnd(0));     // -0.5 goes up
  CHECK(percent_of(vnd(-51), 1) == vnd(-1));
  CHECK(percent_of(vnd(most), 100) == vnd(most));
  CHECK(percent_of(vnd(least), 100) == vnd(least));
  CHECK_FALSE(percent_of(vnd(most), 101));
  for (std::int64_t amount = -250; amount <= 250; ++amount) {
    for (int percent = -10; percent <= 120; ++percent) {
      const std::int64_t shifted = amount * percent * 2 + 100 + 200'000'000;  // floor(x + 1/2), kept positive
      REQUIRE(percent_of(vnd(amount), percent) == vnd(shifted / 200 - 1'000'000));
    }
  }
}

TEST_CASE("money: a line is price times quantity less the discount") {
  CHECK(line_total(vnd(1'500'000), 3, 10) == vnd(4'050'000));
  CHECK(line_total(usd(999), 1, 50) == usd(500));
  CHECK(line_total(usd(999), 0, 0) == usd(0));
  CHECK(line_total(usd(999), 2, 100) == usd(0));
  CHECK_FALSE(line_total(vnd(most), 2, 0));
}
