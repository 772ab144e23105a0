// Natively utf8proc answers, in wasm the browser: the same cases hold them to the same answers.
#include "core/base/unicode.h"

#include <doctest/doctest.h>

#include <string>

using namespace cohoi;

TEST_CASE("a character is a word's, a mark, a space, hidden, or other") {
  for (const char32_t c : {U'a', U'đ', U'Ư', U'9', U'中', U'\U0001D400'}) CHECK(unicode::kind_of(c) == unicode::Kind::word);
  for (const char32_t c : {U'\u0301', U'\u0323', U'\u031B', U'\u20DD'}) CHECK(unicode::kind_of(c) == unicode::Kind::mark);
  for (const char32_t c : {U' ', U'\t', U'\u00A0', U'\u2028', U'\u3000'}) CHECK(unicode::kind_of(c) == unicode::Kind::space);
  for (const char32_t c : {U'\u200B', U'\uFEFF', U'\u00AD'}) CHECK(unicode::kind_of(c) == unicode::Kind::hidden);
  for (const char32_t c : {U'-', U'₫', U'+', U'“', U'、', U'\U0001F600'}) CHECK(unicode::kind_of(c) == unicode::Kind::other);
}

TEST_CASE("a letter is a letter in every script; digits, marks and what is no character are none") {
  for (const char32_t c : {U'z', U'ế', U'ж', U'中', U'\u05D0'}) CHECK(unicode::is_letter(c));
  for (const char32_t c : {U'1', U'\u0301', U'₫', U'\x110000', U'\xFFFFFFFF'}) CHECK_FALSE(unicode::is_letter(c));
}

TEST_CASE("large and small stay one character each") {
  CHECK(unicode::to_lower(U'Đ') == U'đ');
  CHECK(unicode::to_lower(U'Ặ') == U'ặ');
  CHECK(unicode::to_lower(U'İ') == U'i');
  CHECK(unicode::to_lower(U'\u212A') == U'k');
  CHECK(unicode::to_lower(U'\U00010400') == U'\U00010428');
  CHECK(unicode::to_lower(U'\0') == U'\0');
  CHECK(unicode::to_upper(U'ơ') == U'Ơ');
  CHECK(unicode::to_upper(U'ﬁ') == U'ﬁ');
  CHECK(unicode::to_upper(U'\x110000') == U'\x110000');
}

TEST_CASE("what comes apart is put together again, marks in their order") {
  std::u32string parts;
  for (const char32_t c : std::u32string(U"ệ한")) unicode::decompose(c, parts);
  CHECK(parts == U"e\u0323\u0302\u1112\u1161\u11ab");
  unicode::compose(parts);
  CHECK(parts == U"ệ한");
  std::u32string loose = U"e\u0302\u0323";
  unicode::compose(loose);
  CHECK(loose == U"ệ");
  std::u32string none;
  unicode::compose(none);
  CHECK(none.empty());
}
