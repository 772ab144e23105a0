#include "core/base/ids.h"

#include <doctest/doctest.h>

#include <unordered_set>

#include "tests/support/seeded_ids.h"

using namespace cohoi;

namespace {
struct Thing;
}

TEST_CASE("UUIDv7: layout of RFC 9562") {
  const Uuid id = make_uuid_v7(0x0123456789AB, 0xBEEF, 0xFFFFFFFFFFFFFFFFULL);
  CHECK(id.to_string() == "01234567-89ab-7bee-bfff-ffffffffffff");
  CHECK(make_uuid_v7(0, 0, 0).to_string() == "00000000-0000-7000-8000-000000000000");
}

TEST_CASE("UUIDv7: rises with time, then with the counter, whatever the random bits") {
  test::SeededBits bits(1);
  Uuid last = make_uuid_v7(5, 0, bits());
  for (int counter = 1; counter <= 0xFFFF; ++counter) {
    const Uuid id = make_uuid_v7(5, static_cast<std::uint16_t>(counter), bits());
    REQUIRE(last < id);
    last = id;
  }
  CHECK(last < make_uuid_v7(6, 0, 0));
}

TEST_CASE("UUID: text and back, upper case too") {
  test::SeededBits bits(2);
  for (int i = 0; i < 1000; ++i) {
    const Uuid id = make_uuid_v7(static_cast<std::int64_t>(bits() >> 16U), static_cast<std::uint16_t>(bits()), bits());
    REQUIRE(Uuid::parse(id.to_string()) == id);
  }
  CHECK(Uuid::parse("01234567-89AB-7BEE-BFFF-FFFFFFFFFFFF") == make_uuid_v7(0x0123456789AB, 0xBEEF, ~0ULL));
  CHECK(Uuid{}.to_string().empty());
  for (const char* text :
       {"", "01234567", "01234567-89ab-7bee-bfff-fffffffffff", "01234567-89ab-7bee-bfff-fffffffffffg",
        "0123456789ab-7bee-bfff-ffffffffffff--", "01234567-89ab-7bee-bfff-ffffffffffff "})
    CHECK_FALSE(Uuid::parse(text));
}

TEST_CASE("ids: all different, rising, also when the clock stands still or goes back") {
  test::FixedClock clock;
  RandomIds ids(test::SeededBits(3), clock);
  std::unordered_set<Id<Thing>> seen;
  Uuid last;
  for (int i = 0; i < 200'000; ++i) {
    if (i == 50'000) clock.advance_ms(1);
    if (i == 150'000) clock.advance_ms(-3'600'000);
    const auto id = ids.next_of<Thing>();
    REQUIRE(last < id.uuid);
    REQUIRE((id.uuid.bytes()[6] >> 4U) == 7);
    REQUIRE((id.uuid.bytes()[8] >> 6U) == 2);
    last = id.uuid;
    seen.insert(id);
  }
  CHECK(seen.size() == 200'000);
}

TEST_CASE("ids: the time is in the id") {
  test::FixedClock clock(Timestamp{0x0123456789AB});
  RandomIds ids(test::SeededBits(4), clock);
  CHECK(ids.next().to_string().substr(0, 13) == "01234567-89ab");
}
