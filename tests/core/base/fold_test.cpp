#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "tests/support/random_text.h"

using namespace cohoi;

TEST_CASE("fold: plain, marked and decomposed spellings find each other") {
  CHECK(fold("nguyen") == "nguyen");
  CHECK(fold("Nguyễn") == "nguyen");
  CHECK(fold("Nguye\u0302\u0303n") == "nguyen");
  for (const char* word : {"Đường", "Dương", "dương", "duong", "ĐƯỜNG"}) CHECK(fold(word) == "duong");
}

TEST_CASE("fold: every Vietnamese letter folds to its ASCII base, composed or not") {
  constexpr std::u32string_view letters = U"aàảãáạăằẳẵắặâầẩẫấậdđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
  constexpr std::string_view bases = "aaaaaaaaaaaaaaaaaaddeeeeeeeeeeeeiiiiiioooooooooooooooooouuuuuuuuuuuuyyyyyy";
  REQUIRE(letters.size() == bases.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    std::string small;
    std::string large;
    std::u32string parts;
    utf8::append(small, letters[i]);
    utf8::append(large, unicode::to_upper(letters[i]));
    unicode::decompose(letters[i], parts);
    CHECK(fold(small) == std::string(1, bases[i]));
    CHECK(fold(large) == std::string(1, bases[i]));
    CHECK(fold(utf8::to_utf8(parts)) == std::string(1, bases[i]));
  }
}

TEST_CASE("fold: punctuation parts words, runs of space are one") {
  CHECK(fold("  C.Ty   TNHH \"A&B\" – (Hà Nội) ") == "c ty tnhh a b ha noi");
  CHECK(fold("O'Brien-Smith") == "o brien smith");
  CHECK(fold("...").empty());
  CHECK(fold("–“Hà” – Nội…") == "ha noi");
  CHECK(fold("a–\u0301b") == "a b");
  CHECK(fold("a\u00ADb\u200Bc") == "abc");
}

TEST_CASE("fold: other languages keep their letters") {
  CHECK(fold("Müller Łódź Ñandú") == "muller łodz nandu");
  CHECK(fold("МОСКВА Ω") == "москва ω");
  CHECK(fold("한국 中文") == "한국 中文");
}

TEST_CASE("fold: idempotent, equal for all Unicode forms, and takes any bytes") {
  test::SeededBits bits(5);
  for (int i = 0; i < 30'000; ++i) {
    const std::string text = i % 3 == 0 ? test::random_bytes(bits) : test::random_text(bits);
    const std::string folded = fold(text);
    CAPTURE(text);
    REQUIRE(fold(folded) == folded);
    REQUIRE(fold(nfc(text)) == folded);
    REQUIRE(fold(lower(text)) == folded);
  }
}
