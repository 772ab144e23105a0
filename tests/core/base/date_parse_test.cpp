#include <doctest/doctest.h>

#include "core/base/date.h"
#include "core/base/locale.h"
#include "tests/support/random_text.h"

using namespace cohoi;

namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::day_first) {
  const auto date = parse_date(text, order);
  return date ? date->to_iso() : "nothing";
}

std::string read_month(std::string_view text) {
  const auto month = parse_month(text);
  return month ? month->to_iso() : "nothing";
}

std::string read_time(std::string_view text, int offset = 7 * 60) {
  const auto time = parse_timestamp(text, offset);
  return time ? time->to_iso() : "nothing";
}

}  // namespace

TEST_CASE("parse_date: what people write for one day") {
  for (const char* text : {"23/11/2026",
                           "23-11-2026",
                           "23.11.2026",
                           "23/11/26",
                           "2026-11-23",
                           "2026/11/23",
                           "20261123",
                           "23 Nov 2026",
                           "23 Nov, 2026",
                           "23-Nov-2026",
                           "23 November 2026",
                           "23rd of November 2026",
                           "Nov 23, 2026",
                           "November 23rd, 2026",
                           "Nov. 23 2026",
                           "23 thg 11 2026",
                           "23 thg 11, 2026",
                           "23 tháng 11 2026",
                           "23 tháng 11, 2026",
                           "ngày 23 tháng 11 năm 2026",
                           "23 Tháng Mười Một 2026",
                           "Thứ Hai, 23/11/2026",
                           "T2, 23/11/2026",
                           "Thứ 2, 23/11/2026",
                           "Mon, 23 Nov 2026",
                           "Monday 23/11/2026",
                           "23/11/2026 21:35",
                           "23/11/2026, 21:35:00",
                           "21:35 23/11/2026",
                           "2026-11-23T21:35:00Z",
                           "2026-11-23T21:35:00.123+07:00",
                           "23/11/2026 9:35 PM",
                           "23/11/2026 21h35",
                           "23 Nov, 2026 00:03:00",
                           " 23/11/2026 ",
                           "23 tha\u0301ng 11 2026"}) {
    CAPTURE(text);
    CHECK(read(text) == "2026-11-23");
  }
  CHECK(read("15 Apr, 2021 00:03:00") == "2021-04-15");
  CHECK(read("Chủ nhật, 22/11/2026") == "2026-11-22");
  CHECK(read("5 thg 1 2027") == "2027-01-05");
  CHECK(read("31/12/99") == "1999-12-31");
  CHECK(read("Sept 3, 2026") == "2026-09-03");
}

TEST_CASE("parse_date: the order decides, and nothing is swapped to make it fit") {
  CHECK(read("3/4/2021") == "2021-04-03");
  CHECK(read("3/4/2021", DateOrder::month_first) == "2021-03-04");
  CHECK(read("4/23/2021") == "nothing");
  CHECK(read("4/23/2021", DateOrder::month_first) == "2021-04-23");
  CHECK(read("23/4/2021", DateOrder::month_first) == "nothing");
  CHECK(read("23 Apr 2021", DateOrder::month_first) == "2021-04-23");
}

TEST_CASE("parse_date: English and Vietnamese names of all months") {
  constexpr const char* english[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  constexpr const char* vietnamese[] = {"một", "hai", "ba",   "tư",   "năm",      "sáu",
                                        "bảy", "tám", "chín", "mười", "mười một", "mười hai"};
  for (int month = 1; month <= 12; ++month) {
    const auto expected = *Date::from_ymd(2026, month, 9);
    const std::string name = english[month - 1];
    CHECK(parse_date("9 " + name + " 2026") == expected);
    CHECK(parse_date(name.substr(0, 3) + " 9, 2026") == expected);
    CHECK(parse_date("9 tháng " + std::to_string(month) + " 2026") == expected);
    CHECK(parse_date("ngày 9 tháng " + std::string(vietnamese[month - 1]) + " năm 2026") == expected);
  }
}

TEST_CASE("parse_date: what is no day is nothing") {
  for (const char* text : {"",
                           "31/02/2026",
                           "29/02/2025",
                           "00/01/2026",
                           "32/01/2026",
                           "1/13/2026",
                           "23/11",
                           "11/2026",
                           "2026",
                           "23/11-2026",
                           "23//11/2026",
                           "hôm nay",
                           "23/11/2026 hello",
                           "23/11/2026 25:00",
                           "23/11/2026 21:60",
                           "23/11/2026 13:00 PM",
                           "23/11/20261",
                           "123/11/2026",
                           "20261341",
                           "12345678901234567890",
                           "23 Foo 2026",
                           "Nov 2026",
                           "2026-11-23 2026-11-24",
                           "23 thg 13 2026",
                           "$20,001"}) {
    CAPTURE(text);
    CHECK(read(text) == "nothing");
  }
}

TEST_CASE("parse_month: a month, or the month of a day") {
  for (const char* text : {"11/2026", "11-2026", "2026-11", "2026/11", "Nov 2026", "November, 2026", "Nov-2026",
                           "tháng 11 2026", "Tháng 11/2026", "thg 11 2026", "T11/2026", "tháng 11 năm 2026",
                           "tháng mười một 2026", "23/11/2026", "23 Nov 2026"}) {
    CAPTURE(text);
    CHECK(read_month(text) == "2026-11");
  }
  for (const char* text : {"", "13/2026", "0/2026", "2026", "tháng 11", "Nov", "11/26/", "2026-13"}) {
    CAPTURE(text);
    CHECK(read_month(text) == "nothing");
  }
}

TEST_CASE("parse_timestamp: local unless a zone is named, midnight without a time") {
  CHECK(read_time("2021-04-15 23:03:00") == "2021-04-15T16:03:00.000Z");
  CHECK(read_time("15 Apr, 2021 00:03:00") == "2021-04-14T17:03:00.000Z");
  CHECK(read_time("23/11/2026") == "2026-11-22T17:00:00.000Z");
  CHECK(read_time("2026-11-23T21:35:00Z") == "2026-11-23T21:35:00.000Z");
  CHECK(read_time("2026-11-23T21:35:00.5+07:00") == "2026-11-23T14:35:00.500Z");
  CHECK(read_time("2026-11-23T21:35:00.123456-0530") == "2026-11-24T03:05:00.123Z");
  CHECK(read_time("2026-11-23 21:35 UTC") == "2026-11-23T21:35:00.000Z");
  CHECK(read_time("2026-11-23 21:35 GMT+7") == "2026-11-23T14:35:00.000Z");
  CHECK(read_time("23/11/2026 12:05 AM", 0) == "2026-11-23T00:05:00.000Z");
  CHECK(read_time("23/11/2026 12:05 PM", 0) == "2026-11-23T12:05:00.000Z");
  CHECK(read_time("23/11/2026 9:05 CH", 0) == "2026-11-23T21:05:00.000Z");
  CHECK(read_time("21:35 - 23/11/2026", 0) == "2026-11-23T21:35:00.000Z");
  CHECK(read_time("23/11/2026 lúc 21h", 0) == "2026-11-23T21:00:00.000Z");
  CHECK(read_time("23/11/2026 21:35:60") == "nothing");
  CHECK(read_time("2026-11-23T21:35:00+99:00") == "nothing");
}

TEST_CASE("parse_date: what is shown is read back, in both languages") {
  test::SeededBits bits(23);
  for (int i = 0; i < 5000; ++i) {
    const Date date{static_cast<std::int32_t>(bits.below(146'097))};
    const Timestamp time = Timestamp::at(date, static_cast<int>(bits.below(1440)), 7 * 60);
    for (const Language language : {Language::vi, Language::en}) {
      REQUIRE(parse_date(format_date(date, language)) == date);
      REQUIRE(parse_month(format_month(Month::of(date), language)) == Month::of(date));
      REQUIRE(parse_timestamp(format_timestamp(time, 7 * 60, language), 7 * 60) == time);
    }
  }
}

TEST_CASE("parse_date: takes any bytes") {
  test::SeededBits bits(29);
  constexpr std::string_view pool = "0123456789//--..:: ,Tthgnov+Zapm";
  for (int i = 0; i < 30'000; ++i) {
    std::string text = test::random_bytes(bits, 4);
    for (std::uint64_t k = bits.below(24); k > 0; --k)
      text.push_back(pool[static_cast<std::size_t>(bits.below(pool.size()))]);
    if (const auto date = parse_date(text)) REQUIRE(Date::parse_iso(date->to_iso()) == date);
    if (const auto month = parse_month(text)) REQUIRE(Month::parse_iso(month->to_iso()) == month);
    if (const auto time = parse_timestamp(text, 420)) REQUIRE_FALSE(time->to_iso().empty());
  }
}
