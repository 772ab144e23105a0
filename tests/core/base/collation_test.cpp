#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/text.h"
#include "tests/support/random_text.h"

using namespace cohoi;

namespace {

bool before(std::string_view a, std::string_view b) { return collation_key(a) < collation_key(b); }

void check_in_order(const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
    CAPTURE(texts[i]);
    CAPTURE(texts[i + 1]);
    CHECK(before(texts[i], texts[i + 1]));
  }
}

}  // namespace

TEST_CASE("order: the Vietnamese alphabet, with f j w z in their Latin places") {
  check_in_order({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
                  "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"});
}

TEST_CASE("order: tones ngang huyền hỏi ngã sắc nặng, after letters") {
  check_in_order({"ma", "mà", "mả", "mã", "má", "mạ", "mạc", "măn"});
  check_in_order({"Dung", "Dũng", "Duy", "Đan", "Đào", "Đạo", "Ê"});
  CHECK(before("má an", "mà bình"));  // letters of the whole text go first
}

TEST_CASE("order: case only when all else is equal, lower first") { check_in_order({"an", "An", "AN", "án", "Ấn"}); }

TEST_CASE("order: space before signs, signs before digits, digits before letters") {
  check_in_order({"", "An Bình", "An-Bình", "An2", "Anh"});
  check_in_order({"An – Bình", "An 1", "An Bình"});
  check_in_order({" ", "!", "/", ":", "@", "[", "`", "{", "~", "0", "9", "a", "z", "ø", "ж"});
}

TEST_CASE("order: people of a list stand as in a Vietnamese class register") {
  std::vector<std::string> names{"Đỗ Ánh", "Đinh Ba", "Dương Lan", "Ân",   "An",  "Ấn",
                                 "Ăn",     "Ông Vui", "Ơn",        "Oanh", "Ưng", "Uyên"};
  std::sort(names.begin(), names.end(), before);
  CHECK(names == std::vector<std::string>{"An", "Ăn", "Ân", "Ấn", "Dương Lan", "Đinh Ba", "Đỗ Ánh", "Oanh", "Ông Vui",
                                          "Ơn", "Uyên", "Ưng"});
}

TEST_CASE("order: composed and decomposed spellings have one key, foreign accents stay beside their letter") {
  CHECK(collation_key("Nguye\u0302\u0303n") == collation_key("Nguyễn"));
  check_in_order({"mu", "mü", "mua"});
  check_in_order({"n", "ñ", "na"});
}

TEST_CASE("order: keys are ASCII without NUL, equal for all Unicode forms, for any bytes") {
  test::SeededBits bits(11);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = i % 3 == 0 ? test::random_bytes(bits) : test::random_text(bits);
    const std::string key = collation_key(text);
    CAPTURE(text);
    REQUIRE(utf8::is_ascii(key));
    REQUIRE(key.find('\0') == std::string::npos);
    REQUIRE(collation_key(nfc(text)) == key);
  }
}
