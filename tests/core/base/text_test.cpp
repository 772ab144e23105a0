#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"

#include <doctest/doctest.h>

#include "tests/support/random_text.h"

using namespace cohoi;

TEST_CASE("NFC: decomposed Vietnamese is composed, whatever the order of its marks") {
  CHECK(nfc("Nguye\u0302\u0303n") == "Nguyễn");
  CHECK(nfc("e\u0323\u0302") == "ệ");
  CHECK(nfc("e\u0302\u0323") == "ệ");
  CHECK(nfc("u\u031B\u0301") == "ứ");
  CHECK(nfc("u\u0301\u031B") == "ứ");
  CHECK(nfc("đ") == "đ");
  CHECK(nfc("\u2126") == "Ω");
  CHECK(nfc("\u1112\u1161\u11AB") == "한");
  CHECK(nfc("bad \xC3") == "bad \uFFFD");
}

TEST_CASE("tidy: trims, joins runs of space and composes") {
  CHECK(tidy("  Công   ty\t\nABC \u00A0") == "Công ty ABC");
  CHECK(tidy("a\u200Bb\uFEFF") == "ab");
  CHECK(tidy(" \t ").empty());
  CHECK(tidy(std::string_view("a\0b", 3)) == "a b");
  CHECK(tidy("e\u0302 \u00A0 x") == "ê x");
}

TEST_CASE("tidy_long: keeps lines, trims the end only") {
  CHECK(tidy_long("một\r\nhai\rba\n\n  ") == "một\nhai\nba");
  CHECK(tidy_long("  - mục\n\t- con") == "  - mục\n\t- con");
  CHECK(tidy_long(" \n \r\n").empty());
  CHECK(tidy_long(std::string_view("a\0b", 3)) == "ab");
}

TEST_CASE("lower: Vietnamese and others, marks kept") {
  CHECK(lower("NGUYỄN ĐẶNG Ơn") == "nguyễn đặng ơn");
  CHECK(lower("ÀÉ ŁÓDŹ Ж") == "àé łódź ж");
  CHECK(lower("NGUYE\u0302\u0303N") == "nguyễn");
}

TEST_CASE("dashes, quotation marks and dots: each is itself in every form, and parts words") {
  for (char32_t c = 0; c < 0x3000; ++c) {
    if (!is_plain_punctuation(c)) continue;
    CAPTURE(c);
    std::u32string parts;
    unicode::decompose(c, parts);
    CHECK(parts == std::u32string(1, c));
    CHECK(unicode::kind_of(c) == unicode::Kind::other);
    std::string text = "a";
    utf8::append(text, c);
    text += "b";
    CHECK(lower(text) == text);
    CHECK(nfc(text) == text);
    CHECK(fold(text) == "a b");
  }
}

TEST_CASE("trim: Unicode space too, and never half a character") {
  CHECK(trim("  a b \n") == "a b");
  CHECK(trim("\u3000\u00A0ệ\u2003") == "ệ");
  CHECK(trim("\u00A0").empty());
  CHECK(trim("").empty());
}

TEST_CASE("words: the parts of a folded text") {
  CHECK(words("cong ty abc") == std::vector<std::string>{"cong", "ty", "abc"});
  CHECK(words("").empty());
}

TEST_CASE("utf16_length: counts as the browser does") {
  CHECK(utf16_length("Nguyễn") == 6);
  CHECK(utf16_length("😀a") == 3);
  CHECK(utf16_length("\xFF") == 1);
}

TEST_CASE("is_ascii_digits: digits and nothing else") {
  CHECK(is_ascii_digits("0123"));
  CHECK_FALSE(is_ascii_digits(""));
  CHECK_FALSE(is_ascii_digits("12 "));
  CHECK_FALSE(is_ascii_digits("１２"));
}

TEST_CASE("text: NFC, tidy, tidy_long and lower are idempotent and take any bytes") {
  test::SeededBits bits(3);
  for (int i = 0; i < 30'000; ++i) {
    const std::string text = i % 3 == 0 ? test::random_bytes(bits) : test::random_text(bits);
    CAPTURE(text);
    REQUIRE(nfc(nfc(text)) == nfc(text));
    REQUIRE(tidy(tidy(text)) == tidy(text));
    REQUIRE(tidy_long(tidy_long(text)) == tidy_long(text));
    REQUIRE(is_tidy(text) == (tidy(text) == text));
    REQUIRE(is_tidy(tidy(text)));
    REQUIRE(lower(lower(text)) == lower(text));
    REQUIRE(nfc(tidy(text)) == tidy(text));
    REQUIRE(utf16_length(text) >= utf16_length(trim(text)));
  }
}

TEST_CASE("text: every character alone is idempotent under NFC, lower and fold") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    std::string text;
    utf8::append(text, c);
    const std::string composed = nfc(text);
    const std::string small = lower(text);
    const std::string folded = fold(text);
    const bool stable =
        nfc(composed) == composed && lower(small) == small && fold(folded) == folded && fold(composed) == folded;
    CAPTURE(static_cast<std::uint32_t>(c));
    REQUIRE(stable);
    if (c == 0x3400) c = 0xABFF;  // ideographs are all alike; Hangul starts at AC00
    if (c == 0xD7FF) c = 0xDFFF;
    if (c == 0x20000) c = 0x2F7FF;
    if (c == 0x2FA20) c = 0xDFFFF;
    if (c == 0xE0200) c = 0x10FFFE;
  }
}
