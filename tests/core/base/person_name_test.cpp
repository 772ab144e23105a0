#include "core/base/person_name.h"

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/base/vietnamese_names.h"
#include "tests/support/random_text.h"

using namespace cohoi;

TEST_CASE("names: a Vietnamese name has the family name in front, with or without marks") {
  CHECK(split_name("Nguyễn Văn An") == PersonName{"Văn An", "Nguyễn"});
  CHECK(split_name("nguyen van an") == PersonName{"van an", "nguyen"});
  CHECK(split_name("Lê Thị Hồng Gấm") == PersonName{"Thị Hồng Gấm", "Lê"});
  CHECK(split_name("Ho Chi Minh") == PersonName{"Chi Minh", "Ho"});
  CHECK(split_name("Đỗ Mười") == PersonName{"Mười", "Đỗ"});
  CHECK(split_name("Tôn Nữ Thị Ninh") == PersonName{"Thị Ninh", "Tôn Nữ"});
  CHECK(split_name("Nguye\u0302\u0303n Văn An") == PersonName{"Văn An", "Nguyễn"});
}

TEST_CASE("names: other names have it at the end") {
  CHECK(split_name("John Smith") == PersonName{"John", "Smith"});
  CHECK(split_name("  Mary   Ann Lee ") == PersonName{"Mary Ann", "Lee"});
  CHECK(split_name("Smith, John") == PersonName{"John", "Smith"});
  CHECK(split_name("Do Blanc") == PersonName{"Do", "Blanc"});
  CHECK(split_name("Lan Nguyen") == PersonName{"Lan", "Nguyen"});
  CHECK(split_name("Kim Nguyen") == PersonName{"Kim", "Nguyen"});
  CHECK(split_name("Tom Ho") == PersonName{"Tom", "Ho"});
}

TEST_CASE("names: a single word goes where the caller wants it") {
  CHECK(split_name("An") == PersonName{"", "An"});
  CHECK(split_name("An", false) == PersonName{"An", ""});
  CHECK(split_name("  ") == PersonName{"", ""});
}

TEST_CASE("names: what counts as Vietnamese") {
  CHECK(is_vietnamese_name("Nguyễn", "Văn An"));
  CHECK(is_vietnamese_name("NGUYEN", "VAN AN"));
  CHECK(is_vietnamese_name("Le", "Thanh Ha"));
  CHECK_FALSE(is_vietnamese_name("Le", "Blanc"));
  CHECK_FALSE(is_vietnamese_name("Nguyen", "John"));
  CHECK_FALSE(is_vietnamese_name("Ho", "Tim"));
  CHECK_FALSE(is_vietnamese_name("Do", "David"));
  CHECK_FALSE(is_vietnamese_name("Smith", "An"));
  CHECK_FALSE(is_vietnamese_name("Nguyễn", ""));
  CHECK_FALSE(is_vietnamese_name("", "An"));
}

TEST_CASE("names: joined, greeted and shortened by their habit") {
  CHECK(full_name("Văn An", "Nguyễn") == "Nguyễn Văn An");
  CHECK(full_name("John", "Smith") == "John Smith");
  CHECK(full_name("", "Smith") == "Smith");
  CHECK(full_name("John", "") == "John");
  CHECK(given_name("Văn An", "Nguyễn") == "An");
  CHECK(given_name("An", "Nguyen") == "An");
  CHECK(given_name("Mary Ann", "Smith") == "Mary");
  CHECK(given_name("", "Lan") == "Lan");
  CHECK(initials("Nguyễn Văn An") == "NA");
  CHECK(initials("đặng ức") == "ĐỨ");
  CHECK(initials("Cher") == "C");
  CHECK(initials("(John) \"X\" Smith") == "JS");
  CHECK(initials("…").empty());
}

TEST_CASE("names: syllables as Vietnamese spells them") {
  for (const char* word : {"nguyen", "nghieng", "quynh", "an", "y", "thuy", "hoang", "khuya", "giang", "gi", "oanh",
                           "uyen", "truong", "phuong", "xuan"}) {
    CAPTURE(word);
    CHECK(is_vietnamese_syllable(word));
  }
  for (const char* word :
       {"", "john", "blanc", "smith", "david", "anna", "wang", "lee", "kevin", "ff", "b", "tr", "max"}) {
    CAPTURE(word);
    CHECK_FALSE(is_vietnamese_syllable(word));
  }
}

TEST_CASE("names: splitting loses no word, and takes any bytes") {
  test::SeededBits bits(41);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = i % 3 == 0 ? test::random_bytes(bits) : test::random_text(bits);
    CAPTURE(text);
    const PersonName name = split_name(text);
    const std::string joined = fold(full_name(name.first, name.last));
    REQUIRE(words(joined).size() == words(fold(text)).size());
    REQUIRE(utf16_length(initials(text)) <= 6);
  }
}
