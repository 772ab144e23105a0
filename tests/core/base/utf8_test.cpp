#include "core/base/utf8.h"

#include <doctest/doctest.h>

#include "tests/support/random_text.h"

using namespace cohoi;

TEST_CASE("UTF-8: every code point is written and read back") {
  int wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    utf8::append(text, c);
    std::size_t position = 0;
    wrong += utf8::next(text, position) == c && position == text.size() ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("UTF-8: broken bytes read as one replacement character for each broken part") {
  const auto read = [](std::string_view text) { return utf8::to_utf32(text); };
  CHECK(read("a\xFFz") == U"a\uFFFDz");
  CHECK(read("\xC0\xAF") == U"\uFFFD\uFFFD");            // overlong
  CHECK(read("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // surrogate
  CHECK(read("\xE1\xBB") == U"\uFFFD");                  // cut off
  CHECK(read("\xE1\xBBx") == U"\uFFFDx");
  CHECK(read("\xF0\x9F\x98") == U"\uFFFD");
  CHECK(read("\xF5\x80") == U"\uFFFD\uFFFD");
  std::string written;
  utf8::append(written, 0xD800);
  CHECK(written == "\xEF\xBF\xBD");
}

TEST_CASE("UTF-8: any bytes become valid text of the same meaning once and for all") {
  test::SeededBits bits(7);
  for (int i = 0; i < 20'000; ++i) {
    const std::string once = utf8::to_utf8(utf8::to_utf32(test::random_bytes(bits)));
    REQUIRE(utf8::to_utf8(utf8::to_utf32(once)) == once);
  }
}

TEST_CASE("UTF-8: ASCII is told at any length and place") {
  for (std::size_t length = 0; length < 20; ++length) {
    CHECK(utf8::is_ascii(std::string(length, 'a')));
    for (std::size_t at = 0; at < length; ++at) {
      std::string text(length, 'a');
      text[at] = '\x80';
      CHECK_FALSE(utf8::is_ascii(text));
    }
  }
}
