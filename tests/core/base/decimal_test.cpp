#include "core/base/decimal.h"

#include <doctest/doctest.h>

#include <limits>

using namespace cohoi;

TEST_CASE("decimals are read by the way of the language, exactly") {
  const auto vi = [](const char* typed) { return parse_decimal(typed, Language::vi).value_or("none"); };
  const auto en = [](const char* typed) { return parse_decimal(typed, Language::en).value_or("none"); };
  CHECK(vi("12,5") == "12.5");
  CHECK(en("12.5") == "12.5");
  CHECK(vi("1.250") == "1250");
  CHECK(en("1.250") == "1.25");
  CHECK(vi("-0,50") == "-0.5");
  CHECK(en("-0") == "0");
  CHECK(en("1,234,567.25") == "1234567.25");
  CHECK(vi("1.234.567") == "1234567");
  CHECK(vi("25400,50") == "25400.5");
  CHECK(vi("0.00003937") == "0.00003937");
  CHECK(vi(" 25 400 ") == "25400");
  CHECK(en("168.125") == "168.125");
  CHECK(vi("25.40.0") == "none");
  CHECK(vi(".") == "none");
  CHECK(vi("") == "none");
  CHECK(vi("mười") == "none");
  CHECK(en("1-2") == "none");
  CHECK(en("--1") == "none");
  CHECK(en("1234567890123456789") == "none");
}

TEST_CASE("a decimal shown is read back as it was") {
  CHECK(format_decimal("-1234567.25", Language::vi) == "-1.234.567,25");
  CHECK(format_decimal("-1234567.25", Language::en) == "-1,234,567.25");
  for (const char* plain : {"0", "7", "-7", "0.001", "-12.5", "999999999.999999999"})
    for (const Language language : {Language::vi, Language::en}) CHECK(parse_decimal(format_decimal(plain, language), language) == plain);
}

TEST_CASE("decimals compare by their millionths") {
  CHECK(decimal_millionths("12.5") == 12'500'000);
  CHECK(decimal_millionths("-0.0000019") == -1);
  CHECK(decimal_millionths("3") == 3'000'000);
  CHECK(decimal_millionths("999999999999999999") == std::numeric_limits<std::int64_t>::max());
}
