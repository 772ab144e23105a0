#include "core/base/text_encoding.h"

#include <doctest/doctest.h>

using namespace cohoi;

namespace {

std::string wide(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t c : text) {
    const char high = static_cast<char>(c >> 8U), low = static_cast<char>(c & 0xFFU);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

std::string decoded(const std::string& bytes) { return decode_text(bytes, detect_encoding(bytes)); }

// "Họ tên;Địa chỉ / Nguyễn Văn Hạnh;Số 5 đường Lê Lợi, quận Hoàn Kiếm", as each old encoding writes it.
const std::string tcvn3 = "H\xE4 t\xAAn;\xA7\xDE" "a ch\xD8\nNguy\xD4n V\xA8n H\xB9nh;S\xE8 5 \xAE\xAD\xEAng L\xAA L\xEEi, qu\xCBn Ho\xB5n Ki\xD5m\n";
const std::string vni =
    "Ho\xEF te\xE2n;\xD1\xF2" "a ch\xE6\nNguye\xE3n Va\xEAn Ha\xEFnh;So\xE1 5 \xF1\xF6\xF4\xF8ng Le\xE2 L\xF4\xEFi, qua\xE4n Hoa\xF8n Kie\xE1m\n";
const std::string windows_1258 =
    "Ho\xF2 t\xEAn;\xD0i\xF2" "a chi\xD2\nNguy\xEA\xDEn V\xE3n Ha\xF2nh;S\xF4\xEC 5 \xF0\xFD\xF5\xCCng L\xEA L\xF5\xF2i, qu\xE2\xF2n Ho\xE0n Ki\xEA\xECm\n";
const std::string plain = "Họ tên;Địa chỉ\nNguyễn Văn Hạnh;Số 5 đường Lê Lợi, quận Hoàn Kiếm\n";

}  // namespace

TEST_CASE("a text encoding is told by its mark and read without it") {
  CHECK(detect_encoding("\xEF\xBB\xBF" "a") == TextEncoding::utf8);
  CHECK(decoded("\xEF\xBB\xBFHọ") == "Họ");
  CHECK(decoded("\xFF\xFE" + wide(u"Họ 😀", false)) == "Họ 😀");
  CHECK(decoded("\xFE\xFF" + wide(u"Họ 😀", true)) == "Họ 😀");
  CHECK(decoded("") == "");
}

TEST_CASE("UTF-16 without a mark is told by its zeros") {
  CHECK(decoded(wide(u"name,town\nAn,Huế\n", false)) == "name,town\nAn,Huế\n");
  CHECK(decoded(wide(u"name,town\nAn,Huế\n", true)) == "name,town\nAn,Huế\n");
}

TEST_CASE("the old Vietnamese encodings are told by the letters they give") {
  CHECK(detect_encoding(tcvn3) == TextEncoding::tcvn3);
  CHECK(detect_encoding(vni) == TextEncoding::vni);
  CHECK(detect_encoding(windows_1258) == TextEncoding::windows_1258);
  CHECK(detect_encoding(plain) == TextEncoding::utf8);
  CHECK(decoded(tcvn3) == plain);
  CHECK(decoded(vni) == plain);
  CHECK(decoded(windows_1258) == plain);
}

TEST_CASE("every letter of Vietnamese comes out of TCVN3 and VNI") {
  CHECK(decode_text("\xB5\xB6\xB7\xB8\xB9\xA8\xBB\xBC\xBD\xBE\xC6\xA9\xC7\xC8\xC9\xCA\xCB\xCC\xCE\xCF\xD0\xD1\xAA\xD2\xD3\xD4\xD5\xD6", TextEncoding::tcvn3) ==
        "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệ");
  CHECK(decode_text("\xD7\xD8\xDC\xDD\xDE\xDF\xE1\xE2\xE3\xE4\xAB\xE5\xE6\xE7\xE8\xE9\xAC\xEA\xEB\xEC\xED\xEE\xEF\xF1\xF2\xF3\xF4", TextEncoding::tcvn3) ==
        "ìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụ");
  CHECK(decode_text("\xAD\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE\xAE\xA7", TextEncoding::tcvn3) == "ưừửữứựỳỷỹýỵđĐ");
  CHECK(decode_text("a\xF8" "a\xFB" "a\xF5" "a\xF9" "a\xEF" "a\xE8" "a\xFA" "a\xFC" "a\xE9" "a\xEB" "a\xE0" "a\xE5" "a\xE3" "a\xE1" "a\xE4", TextEncoding::vni) ==
        "àảãáạằẳẵắặầẩẫấậ");
  CHECK(decode_text("\xEC\xE6\xF3\xED\xF2\xF4\xF8\xF4\xFB\xF4\xF5\xF4\xF9\xF4\xEF\xF6\xF8\xF6\xEFy\xF8\xEE\xF1\xD1\xD4\xD6\xCE", TextEncoding::vni) ==
        "ìỉĩíịờởỡớợừựỳỵđĐƠƯỴ");
  CHECK(decode_text("A\xC1" "E\xC4", TextEncoding::vni) == "ẤỆ");
}

TEST_CASE("capitals of TCVN3, which come from a second font, are capitals again") {
  CHECK(decode_text("NGUY\xD4N V\xA8N B\xD7nh H\xE4", TextEncoding::tcvn3) == "NGUYỄN VĂN Bình Họ");
}

TEST_CASE("letters of an old font that were saved as UTF-8 are told too") {
  std::string saved;
  for (const char c : tcvn3) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) saved += c;
    else saved += {static_cast<char>(0xC0U | byte >> 6U), static_cast<char>(0x80U | (byte & 0x3FU))};
  }
  CHECK(detect_encoding(saved) == TextEncoding::tcvn3);
  CHECK(decoded(saved) == plain);
}

TEST_CASE("Western text is Windows-1252, whatever its letters could mean elsewhere") {
  CHECK(detect_encoding("name;town\nJos\xE9;M\xFCnchen\nRen\xE9;Besan\xE7on\n") == TextEncoding::windows_1252);
  CHECK(detect_encoding("n\xE9\n") == TextEncoding::windows_1252);
  CHECK(detect_encoding("Ñ Ñ Ñ Ñ Ñ Ñ Ñ") == TextEncoding::utf8);
  CHECK(decoded("\x80 5 \x96 \x93yes\x94 Caf\xE9\n") == "€ 5 – “yes” Café\n");
  CHECK(detect_encoding("José, München, Besançon, Café, Hélène, Zoë, Müller, Señor") == TextEncoding::utf8);
}

TEST_CASE("a text encoding that the user chooses is believed") {
  CHECK(decode_text("caf\xE9", TextEncoding::windows_1252) == "café");
  CHECK(decode_text("caf\xE9", TextEncoding::utf8) == "caf\xE9");
  CHECK_FALSE(is_utf8("caf\xE9"));
  CHECK(decode_text("a", TextEncoding::utf16_le) == "");
}
