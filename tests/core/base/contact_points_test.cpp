#include "core/base/contact_points.h"

#include <doctest/doctest.h>

#include "tests/support/random_text.h"

using namespace cohoi;

TEST_CASE("C-4: e-mail is compared without case and +tag, dots stay") {
  CHECK(normal_email("  An.Nguyen+CRM@Example.COM ") == "an.nguyen@example.com");
  CHECK(normal_email("a.b@gmail.com") != normal_email("ab@gmail.com"));
  CHECK(normal_email("+tag@example.com") == "+tag@example.com");
  CHECK(is_email("o'brien_1@sub.example.co.uk"));
  for (const char* text : {"",         "a",        "a@b",     "@b.vn",      "a@",      "a@b.",        "a@.b",
                           "a b@c.vn", "a@b c.vn", "a@@b.vn", "a@b@c.vn",   ".a@b.vn", "a.@b.vn",     "a..b@c.vn",
                           "a@-b.vn",  "a@b-.vn",  "a@b..vn", "a@10.0.0.1", "a@b.c",   "An <a@b.vn>", "a,b@c.vn"}) {
    CAPTURE(text);
    CHECK_FALSE(is_email(text));
  }
  CHECK_FALSE(is_email(std::string(65, 'a') + "@b.vn"));
}

TEST_CASE("C-4: the spellings of one phone number are equal") {
  for (const char* text :
       {"0903 123 456", "+84-903-123-456", "84903123456", "0084 903 123 456", "(0903) 123.456", "+84 (0)903 123 456",
        "903123456", "84 0903 123 456", "ĐT: 0903 123 456", "tel:+84903123456", "0903\u00A0123\u00A0456",
        "0903 123 456 / 0912 345 678", "0903123456 (Zalo)", "0903123456 ext 12"}) {
    CAPTURE(text);
    CHECK(normal_phone(text) == "84903123456");
  }
  CHECK(normal_phone("024 3823 1234") == "842438231234");
  CHECK(normal_phone("+1 660-485-0224") == "16604850224");
  CHECK(normal_phone("660-485-0224", "1") == "16604850224");
  CHECK(normal_phone("+39 06 1234567", "39") == "39061234567");
  for (const char* text : {"", "abc", "123456", "+1234567890123456", "số 5 Lê Lợi", "12-34", "an@b.vn"}) {
    CAPTURE(text);
    CHECK(normal_phone(text).empty());
  }
}

TEST_CASE("phone: shown in groups when Vietnamese, as written otherwise") {
  CHECK(display_phone("+84903123456") == "0903 123 456");
  CHECK(display_phone("0903123456") == "0903 123 456");
  CHECK(display_phone("02438231234") == "024 3823 1234");
  CHECK(display_phone("0236 3821 234") == "0236 3821 234");
  CHECK(display_phone(" 660-485-0224 ") == "660-485-0224");
  CHECK(display_phone("+1 660 485 0224") == "+1 660 485 0224");
  CHECK(display_phone("0903123456 (Zalo)") == "0903123456 (Zalo)");
  CHECK(display_phone("19001234") == "19001234");
  CHECK(display_phone("?") == "?");
}

TEST_CASE("phone: what is shown is the same number") {
  test::SeededBits bits(31);
  for (int i = 0; i < 20'000; ++i) {
    std::string text = bits.below(2) == 0 ? "0" : "+84 ";
    for (std::uint64_t k = 7 + bits.below(5); k > 0; --k) text.push_back(static_cast<char>('0' + bits.below(10)));
    CAPTURE(text);
    REQUIRE(normal_phone(display_phone(text)) == normal_phone(text));
    REQUIRE(normal_phone("+" + normal_phone(text)) == normal_phone(text));
  }
}

TEST_CASE("C-4: tax codes are ten digits, 10-3 for a branch, or foreign") {
  CHECK(normal_tax_code("0100109106") == "0100109106");
  CHECK(normal_tax_code("0100 109 106 - 001") == "0100109106-001");
  CHECK(normal_tax_code("0100109106001") == "0100109106-001");
  CHECK(normal_tax_code("MST: 0100109106") == "0100109106");
  CHECK(normal_tax_code("de 123.456.789") == "DE123456789");
  CHECK(normal_tax_code("001099012345") == "001099012345");
  for (const char* text : {"", "1234", "chưa có", "none yet", "123456789012345678901", "0100109106?"})
    CHECK(normal_tax_code(text).empty());
  CHECK(is_vietnamese_tax_code("0100109106"));
  CHECK(is_vietnamese_tax_code("0100109106-001"));
  CHECK_FALSE(is_vietnamese_tax_code("DE123456789"));
  CHECK_FALSE(is_vietnamese_tax_code("001099012345"));
  CHECK_FALSE(is_vietnamese_tax_code("ABCDEFGHI1"));
}

TEST_CASE("C-4: the domain of an address or a web site, public mail excluded") {
  for (const char* text :
       {"an@abc.com.vn", "https://www.ABC.com.vn/gioi-thieu?x=1", "abc.com.vn", "www.abc.com.vn",
        "http://abc.com.vn:8080", "mailto:an@abc.com.vn", "//abc.com.vn", "https://user@abc.com.vn./"}) {
    CAPTURE(text);
    CHECK(business_domain(text) == "abc.com.vn");
  }
  for (const char* text : {"a@gmail.com",
                           "a@googlemail.com",
                           "a@yahoo.com",
                           "a@yahoo.com.vn",
                           "a@outlook.com",
                           "a@hotmail.fr",
                           "a@live.com",
                           "a@icloud.com",
                           "a@me.com",
                           "a@aol.com",
                           "a@proton.me",
                           "a@gmx.de",
                           "a@yandex.ru",
                           "a@mail.ru",
                           "a@zohomail.com",
                           "a@hcm.vnn.vn",
                           "a@vnn.vn",
                           "a@fpt.vn",
                           "https://www.facebook.com/abc",
                           "",
                           "abc",
                           "http://localhost",
                           "10.0.0.1",
                           "không có"}) {
    CAPTURE(text);
    CHECK(business_domain(text).empty());
  }
  CHECK(business_domain("a@fpt.com.vn") == "fpt.com.vn");
  CHECK(business_domain("a@yahoo.mycompany.vn") == "yahoo.mycompany.vn");
}

TEST_CASE("contact points: normal forms are their own normal form and take any bytes") {
  test::SeededBits bits(37);
  constexpr std::string_view pool = "0123456789+-() .@abcXYZ/:w";
  for (int i = 0; i < 30'000; ++i) {
    std::string text = test::random_bytes(bits, i % 4 == 0 ? 6 : 1);
    for (std::uint64_t k = bits.below(20); k > 0; --k)
      text.push_back(pool[static_cast<std::size_t>(bits.below(pool.size()))]);
    CAPTURE(text);
    REQUIRE(normal_email(normal_email(text)) == normal_email(text));
    REQUIRE(normal_tax_code(normal_tax_code(text)) == normal_tax_code(text));
    REQUIRE(business_domain(business_domain(text)) == business_domain(text));
    const std::string phone = normal_phone(text);
    if (!phone.empty()) REQUIRE((phone.size() >= 7 && phone.size() <= 15));
    REQUIRE(display_phone(text).size() <= text.size() + 4);
  }
}
