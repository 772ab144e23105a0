#include <doctest/doctest.h>

#include <limits>

#include "core/base/locale.h"
#include "core/base/money.h"
#include "tests/support/random_text.h"

using namespace cohoi;

namespace {

const Currency vnd_currency;
const Currency usd_currency = *Currency::parse("USD");

std::string read(std::string_view text, Currency fallback = Currency{}) {
  const auto money = parse_money(text, fallback);
  return money ? money->to_text() : "nothing";
}

std::string read_usd(std::string_view text) { return read(text, usd_currency); }

}  // namespace

TEST_CASE("parse_money: đồng with either separator") {
  for (const char* text : {"1234567", "1.234.567", "1,234,567", "1 234 567", "1\u00A0234\u00A0567", "1'234'567",
                           " 1.234.567 ₫", "1.234.567đ", "₫1,234,567", "1234567 VND", "VNĐ 1.234.567", "1.234.567 đồng",
                           "1.234.567,00", "1,234,567.00 vnd", "+1234567"}) {
    CAPTURE(text);
    CHECK(read(text) == "VND 1234567");
  }
  CHECK(read("1.234") == "VND 1234");
  CHECK(read("1,234") == "VND 1234");
  CHECK(read("550") == "VND 550");
  CHECK(read("0") == "VND 0");
  CHECK(read("33333333.33") == "VND 33333333");
}

TEST_CASE("parse_money: dollars and cents with either separator") {
  for (const char* text : {"1234.50", "1234,5", "1,234.50", "1.234,50", "$1,234.50", "1.234,50 US$", "USD 1234.5",
                           "1234.50usd", "$ 1 234,50"}) {
    CAPTURE(text);
    CHECK(read_usd(text) == "USD 123450");
  }
  CHECK(read_usd("1,234") == "USD 123400");
  CHECK(read_usd("1.234") == "USD 123400");
  CHECK(read_usd("$22,700.00") == "USD 2270000");
  CHECK(read_usd("0.500") == "USD 50");
  CHECK(read_usd(".5") == "USD 50");
  CHECK(read_usd("12.3456") == "USD 1235");
  CHECK(read_usd("1234.567") == "USD 123457");
}

TEST_CASE("parse_money: scales in both languages") {
  for (const char* text :
       {"1,5 tỷ", "1.5 tỷ", "1.5 ty", "1,5 tỉ đồng", "1.5B", "1500 triệu", "1.500 triệu đồng", "1 tỷ 500 triệu",
        "1 tỷ 5", "1 tỷ 500", "1500000 nghìn", "1.500.000 ngàn đ", "1.5 billion vnd"}) {
    CAPTURE(text);
    CHECK(read(text) == "VND 1500000000");
  }
  CHECK(read("1,500 tr") == "VND 1500000");  // in Vietnamese the comma is the decimal sign
  CHECK(read("1.2 tr") == "VND 1200000");
  CHECK(read("1,2 Tr. đ") == "VND 1200000");
  CHECK(read("500k") == "VND 500000");
  CHECK(read("1tr2") == "VND 1200000");
  CHECK(read("350trđ") == "VND 350000000");
  CHECK(read("$342.09K") == "USD 34209000");
  CHECK(read("$1,117.10K") == "USD 111710000");
  CHECK(read("$1.234M") == "USD 123400000");
  CHECK(read("$1,234K") == "USD 123400000");
  CHECK(read("2.5 kusd") == "USD 250000");
}

TEST_CASE("parse_money: a currency in the text wins") {
  CHECK(read("€1.000,5") == "EUR 100050");
  CHECK(read("£20") == "GBP 2000");
  CHECK(read("¥1,000") == "JPY 1000");
  CHECK(read("CHF 12.50") == "CHF 1250");
  CHECK(read_usd("50.000đ") == "VND 50000");
  CHECK(read("$5", *Currency::parse("SGD")) == "SGD 500");
  CHECK(read("1.234 KWD") == "KWD 1234");
}

TEST_CASE("parse_money: negative amounts") {
  CHECK(read_usd("-1,234.50") == "USD -123450");
  CHECK(read_usd("-$5") == "USD -500");
  CHECK(read_usd("$-5") == "USD -500");
  CHECK(read_usd("($5.00)") == "USD -500");
  CHECK(read_usd("−5") == "USD -500");
}

TEST_CASE("parse_money: what is no amount is nothing") {
  for (const char* text : {"",
                           " ",
                           "abc",
                           "đ",
                           "$",
                           "-",
                           "--5",
                           "5-",
                           "10-20",
                           "12%",
                           "1.2.3",
                           "1,23,456",
                           "1.234,567.8",
                           "12.34.567",
                           "1 23",
                           "1..2",
                           "1,5",
                           "100 kg",
                           "100 abc",
                           "USD 5 VND",
                           "1 triệu 2 tỷ",
                           "k5",
                           "1e6",
                           "(-5)",
                           "()",
                           "3. $20,001 - $30K",
                           "1k k",
                           "5 6",
                           "1tr2345",
                           "0x10",
                           "NaN",
                           "１２"}) {
    CAPTURE(text);
    CHECK(read(text) == "nothing");
  }
}

TEST_CASE("parse_money: nothing when it does not fit") {
  CHECK(read("9223372036854775807") == "VND 9223372036854775807");
  CHECK(read("9223372036854775808") == "nothing");
  CHECK(read("-9223372036854775808") == "VND -9223372036854775808");
  CHECK(read("-9223372036854775809") == "nothing");
  CHECK(read_usd("92233720368547758.08") == "nothing");
  CHECK(read("99999999999 tỷ") == "nothing");
  CHECK(read(std::string(500, '9')) == "nothing");
}

TEST_CASE("parse_money: what a field shows is read back, in every currency and both languages") {
  test::SeededBits bits(13);
  for (const char* code : {"VND", "USD", "EUR", "JPY", "KWD", "CHF", "SGD"}) {
    const Currency currency = *Currency::parse(code);
    for (int i = 0; i < 4000; ++i) {
      const auto shift = static_cast<unsigned>(bits.below(64));
      const auto minor = static_cast<std::int64_t>(bits() >> shift) * (bits.below(2) == 0 ? 1 : -1);
      const Money money{minor, currency};
      for (const Language language : {Language::vi, Language::en}) {
        CAPTURE(money_for_field(money, language));
        REQUIRE(parse_money(money_for_field(money, language), currency) == money);
        REQUIRE(parse_money(format_money(money, language), currency) == money);
      }
    }
    for (const std::int64_t minor :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
      CHECK(parse_money(money_for_field({minor, currency}, Language::vi), currency) == Money{minor, currency});
  }
}

TEST_CASE("parse_money: takes any bytes") {
  test::SeededBits bits(17);
  constexpr std::string_view pool = "0123456789.,, -()$kKmMđ₫tỷrB\xC2\xA0";
  for (int i = 0; i < 30'000; ++i) {
    std::string text = test::random_bytes(bits, 6);
    for (std::uint64_t k = bits.below(12); k > 0; --k)
      text.push_back(pool[static_cast<std::size_t>(bits.below(pool.size()))]);
    const auto money = parse_money(text, vnd_currency);
    if (money) REQUIRE(Money::from_text(money->to_text()) == money);
  }
}
