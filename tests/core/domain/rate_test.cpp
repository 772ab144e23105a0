#include "core/domain/rate.h"

#include <doctest/doctest.h>

#include <limits>

using namespace cohoi;

namespace {

const Currency vnd;
const Currency usd = *Currency::parse("USD");
const Currency jpy = *Currency::parse("JPY");

Date day(const char* iso) { return *Date::parse_iso(iso); }

std::vector<Rate> rates() {
  return {{.currency = "USD", .rate = "25000", .main_currency = "VND", .rate_date = day("2026-01-01")},
          {.currency = "USD", .rate = "25400.5", .main_currency = "VND", .rate_date = day("2026-06-01")},
          {.currency = "JPY", .rate = "168.125", .main_currency = "VND", .rate_date = day("2026-01-01")}};
}

std::int64_t minor_of(Money amount, Currency to, const char* on = "2026-11-24") {
  const auto result = converted(amount, to, day(on), rates());
  REQUIRE(result);
  CHECK(result->currency == to);
  return result->minor;
}

}  // namespace

TEST_CASE("an amount is converted by the latest rate that was valid on the day") {
  CHECK(minor_of({100'00, usd}, vnd) == 2'540'050);
  CHECK(minor_of({100'00, usd}, vnd, "2026-05-31") == 2'500'000);
  CHECK(minor_of({100'00, usd}, vnd, "2026-06-01") == 2'540'050);
  CHECK(minor_of({1'000, jpy}, vnd) == 168'125);
  CHECK(minor_of({7, vnd}, vnd) == 7);
}

TEST_CASE("a rate serves both ways round") {
  CHECK(minor_of({2'500'000, vnd}, usd, "2026-02-01") == 100'00);
  CHECK(minor_of({1'000'000, vnd}, usd) == 39'37);  // 39.3693…
}

TEST_CASE("halves of a minor unit are rounded up, also below zero") {
  CHECK(minor_of({4, jpy}, vnd) == 673);     // 672.5
  CHECK(minor_of({-4, jpy}, vnd) == -672);   // -672.5
  CHECK(minor_of({1, usd}, vnd) == 254);     // 254.005
  CHECK(minor_of({125, vnd}, usd, "2026-02-01") == 1);   // 0.5 cents
  CHECK(minor_of({124, vnd}, usd, "2026-02-01") == 0);
}

TEST_CASE("currencies are not added without a rate and its date") {
  const auto early = converted({100, usd}, vnd, day("2025-12-31"), rates());
  REQUIRE_FALSE(early);
  CHECK(early.error().code == ErrorCode::refused);
  CHECK(early.error().message == msg("refusal.rate.none", std::string("USD"), std::string("VND"), day("2025-12-31")));
  CHECK_FALSE(converted({100, jpy}, usd, day("2026-11-24"), rates()));
  CHECK_FALSE(converted({100, usd}, vnd, day("2026-11-24"), {}));
}

TEST_CASE("what does not fit is an error, never another amount") {
  CHECK_FALSE(converted({std::numeric_limits<std::int64_t>::max(), usd}, vnd, day("2026-11-24"), rates()));
  CHECK_FALSE(converted({std::numeric_limits<std::int64_t>::min(), usd}, vnd, day("2026-11-24"), rates()));
  CHECK(minor_of({std::numeric_limits<std::int64_t>::max() / 300, usd}, vnd) > 0);
}

TEST_CASE("a rate is read as people write numbers in their language") {
  const auto vi = [](const char* typed) { return parse_rate(typed, Language::vi).value_or("none"); };
  const auto en = [](const char* typed) { return parse_rate(typed, Language::en).value_or("none"); };
  CHECK(vi("25.400,5") == "25400.5");
  CHECK(en("25,400.5") == "25400.5");
  CHECK(vi("0.00003937") == "0.00003937");
  for (const char* wrong : {"", "0", "-5", "abc", "1,2,3", "25.40.0", ".", "1e5", "0.0000000001", "9999999999999999999"}) {
    CAPTURE(wrong);
    CHECK(vi(wrong) == "none");
    CHECK(en(wrong) == "none");
  }
}
