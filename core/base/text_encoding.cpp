#include "core/base/text_encoding.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"
#include "core/base/vietnamese_letters.h"
#include "core/base/vietnamese_names.h"

namespace cohoi {
namespace {

constexpr std::string_view mark8 = "\xEF\xBB\xBF", mark16_le = "\xFF\xFE", mark16_be = "\xFE\xFF";
constexpr std::size_t looked_at = 256 * 1024;
constexpr char16_t nothing = 0xFFFD;

// Windows-1252 from 0x80 to 0x9F; the rest of it is Latin-1.
constexpr std::u16string_view windows_1252 =
    u"\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD"
    u"\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";
// Where Windows-1258 is another, and by what.
constexpr std::string_view other_1258 = "\xC3\xCC\xD0\xD2\xD5\xDD\xDE\xE3\xEC\xF0\xF2\xF5\xFD\xFE";
constexpr std::u16string_view windows_1258 = u"\u0102\u0300\u0110\u0309\u01A0\u01AF\u0303\u0103\u0301\u0111\u0323\u01A1\u01B0\u20AB";
// TCVN3 from 0xA1 to 0xFE.
constexpr std::u16string_view tcvn3 =
    u"ĂÂÊÔƠƯĐăâêôơưđ"
    u"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDàảãáạ\uFFFDằẳẵắ\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDặầẩẫấậè\uFFFDẻẽéẹềểễếệìỉ"
    u"\uFFFD\uFFFD\uFFFDĩíịò\uFFFDỏõóọồổỗốộờởỡớợù\uFFFDủũúụừửữứựỳỷỹýỵ";
// VNI writes a vowel and a sign behind it: what sign each of these bytes (small ones) is.
constexpr std::string_view vni_signs = "\xF9\xF8\xFB\xF5\xEF\xE2\xE1\xE0\xE5\xE3\xE4\xEA\xE9\xE8\xFA\xFC\xEB";
constexpr std::array<std::u16string_view, 17> vni_marks{
    u"\u0301",       u"\u0300",       u"\u0309",       u"\u0303",       u"\u0323",       u"\u0302",
    u"\u0302\u0301", u"\u0302\u0300", u"\u0302\u0309", u"\u0302\u0303", u"\u0323\u0302", u"\u0306",
    u"\u0306\u0301", u"\u0306\u0300", u"\u0306\u0309", u"\u0306\u0303", u"\u0323\u0306"};
// Letters of VNI that are one byte.
constexpr std::string_view vni_single = "\xED\xEC\xE6\xF3\xF2\xF4\xF6\xF1\xEE\xCD\xCC\xC6\xD3\xD2\xD4\xD6\xD1\xCE";
constexpr std::u16string_view vni_letters = u"íìỉĩịơưđỵÍÌỈĨỊƠƯĐỴ";

bool is_plain_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

char16_t from_1252(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte; }

char16_t from_1258(unsigned char byte) {
  const auto at = other_1258.find(static_cast<char>(byte));
  if (at != std::string_view::npos) return windows_1258[at];
  return byte == 0x8A || byte == 0x8E || byte == 0x9A || byte == 0x9E ? nothing : from_1252(byte);
}

char16_t from_tcvn3(unsigned char byte) {
  if (byte < 0x80 || byte == 0xA0) return byte;
  return byte > 0xA0 && byte < 0xFF ? tcvn3[byte - 0xA1U] : from_1252(byte);
}

std::string from_vni(std::string_view bytes) {
  std::string out;
  bool vowel = false;  // a sign may follow
  for (const char c : bytes) {
    const unsigned char byte = byte_of(c);
    // Signs behind a capital are the capital ones, 0x20 lower.
    const auto sign = vni_signs.find(static_cast<char>(byte >= 0xC0 && byte < 0xE0 ? byte + 0x20 : byte));
    if (vowel && sign != std::string_view::npos) {
      for (const char16_t mark : vni_marks[sign]) utf8::append(out, mark);
      vowel = false;
      continue;
    }
    const auto single = vni_single.find(c);
    utf8::append(out, single == std::string_view::npos ? from_1252(byte) : vni_letters[single]);
    // ô and ö are ơ and ư, which take a tone.
    vowel = std::string_view("aeouyAEOUY\xF4\xF6\xD4\xD6").find(c) != std::string_view::npos;
  }
  return out;
}

std::string from_bytes(std::string_view bytes, char16_t (*letter)(unsigned char)) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  for (const char c : bytes) utf8::append(out, letter(byte_of(c)));
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const char32_t first = byte_of(bytes[i]), second = byte_of(bytes[i + 1]);
    return big_endian ? first * 256 + second : second * 256 + first;
  };
  std::string out;
  out.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      }
    }
    utf8::append(out, c);
  }
  return out;
}

// The bytes a font of one byte a letter was written with, before somebody saved them as UTF-8. Nothing when it is no such text.
std::string narrowed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const auto low = c < 0x100 ? std::u16string_view::npos : windows_1252.find(static_cast<char16_t>(c));
    if (c < 0x100) out += static_cast<char>(c);
    else if (c != nothing && c < 0x10000 && low != std::u16string_view::npos) out += static_cast<char>(0x80 + low);
    else return {};
  }
  return out;
}

// Line by line, so that no second copy of a large text is made.
std::string composed(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    out += nfc(std::string_view(text).substr(at, end - at));
    at = end;
  }
  return out;
}

// TCVN3 has no capitals with a tone: they come from a second font with the same bytes. A word whose plain letters are all capital has
// the others capital too.
std::string with_capitals(std::string_view text) {
  std::string out;
  std::u32string word;
  const auto settle = [&] {
    const auto small = std::count_if(word.begin(), word.end(), [](char32_t c) { return c >= 'a' && c <= 'z'; });
    const auto capital = std::count_if(word.begin(), word.end(), [](char32_t c) { return c >= 'A' && c <= 'Z'; });
    for (const char32_t c : word) utf8::append(out, small == 0 && capital > 1 && c >= 0x80 ? unicode::to_upper(c) : c);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (is_plain_letter(c) || c > 0xA0) {
      word += c;
      continue;
    }
    settle();
    utf8::append(out, c);
  }
  settle();
  return out;
}

std::string read_as(std::string_view bytes, TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::windows_1258: return composed(from_bytes(bytes, from_1258));
    case TextEncoding::tcvn3: return with_capitals(from_bytes(bytes, from_tcvn3));
    case TextEncoding::vni: return composed(from_vni(bytes));
    default: return from_bytes(bytes, from_1252);
  }
}

// A word that Vietnamese could have: known letters, one tone at most, no capital behind a small letter, initial, vowels and final.
bool is_vietnamese(std::u32string_view word) {
  int tones = 0;
  bool small = false;
  for (const char32_t c : word) {
    const VietnameseLetter letter = vietnamese_letter(c);
    if (!is_plain_letter(c) && letter.base == 0) return false;
    if (letter.tone != Tone::ngang && ++tones > 1) return false;
    const bool upper = c < 0x80 ? c < 'a' : letter.upper;
    if (upper && small) return false;
    small = !upper;
  }
  return is_vietnamese_syllable(fold(utf8::to_utf8(word)));
}

struct Score {
  int words = 0;  // with a letter beyond ASCII
  int syllables = 0;
  [[nodiscard]] bool good() const { return words > 0 && syllables * 10 >= words * 9; }
};

Score score_of(std::string_view text) {
  Score score;
  std::u32string word;
  bool marked = false;
  const auto settle = [&] {
    // One letter alone could be anything.
    if (marked && word.size() > 1) {
      ++score.words;
      score.syllables += is_vietnamese(word) ? 1 : 0;
    }
    word.clear();
    marked = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool beyond = c >= 0x80 && c != 0xA0;
    if (!beyond && !is_plain_letter(c)) {
      settle();
      continue;
    }
    word += c;
    marked = marked || beyond;
  }
  settle();
  return score;
}

// The old encodings by their letters; `otherwise` when none of them gives Vietnamese.
TextEncoding by_letters(std::string_view bytes, int least_words, TextEncoding otherwise) {
  TextEncoding best = otherwise;
  int most = least_words - 1;
  for (const TextEncoding one : {TextEncoding::windows_1258, TextEncoding::tcvn3, TextEncoding::vni}) {
    if (one == TextEncoding::windows_1258 && otherwise == TextEncoding::utf8) continue;
    const Score score = score_of(read_as(bytes, one));
    if (!score.good() || score.syllables <= most) continue;
    most = score.syllables;
    best = one;
  }
  return best;
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (byte_of(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t from = at;
    if (utf8::next(text, at) == utf8::replacement && text.substr(from, at - from) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

TextEncoding detect_encoding(std::string_view bytes) {
  if (bytes.substr(0, 3) == mark8) return TextEncoding::utf8;
  if (bytes.substr(0, 2) == mark16_le) return TextEncoding::utf16_le;
  if (bytes.substr(0, 2) == mark16_be) return TextEncoding::utf16_be;
  std::string_view sample = bytes.substr(0, looked_at);
  // UTF-16 without its mark: every other byte of what is mostly ASCII is zero.
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0') ++zeros[i % 2];
  if (zeros[1] > sample.size() / 4 && zeros[0] < zeros[1] / 8) return TextEncoding::utf16_le;
  if (zeros[0] > sample.size() / 4 && zeros[1] < zeros[0] / 8) return TextEncoding::utf16_be;
  if (utf8::is_ascii(bytes)) return TextEncoding::utf8;
  if (is_utf8(bytes)) {
    sample = sample.substr(0, sample.rfind('\n') + 1 > 1 ? sample.rfind('\n') + 1 : sample.size());
    const std::string bare = narrowed(sample);
    constexpr int enough = 5;
    if (bare.empty() || score_of(sample).good()) return TextEncoding::utf8;
    return by_letters(bare, enough, TextEncoding::utf8);
  }
  // The few letters that matter may come late in a file that begins in English.
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return byte_of(c) >= 0x80; }) - bytes.begin();
  const auto from = bytes.rfind('\n', static_cast<std::size_t>(first)) + 1;
  return by_letters(bytes.substr(from, looked_at), 2, TextEncoding::windows_1252);
}

std::string decode_text(std::string bytes, TextEncoding encoding) {
  const std::string_view view = bytes;
  switch (encoding) {
    case TextEncoding::utf8:
      if (view.substr(0, 3) == mark8) bytes.erase(0, 3);
      return bytes;
    case TextEncoding::utf16_le: return from_utf16(view.substr(view.substr(0, 2) == mark16_le ? 2 : 0), false);
    case TextEncoding::utf16_be: return from_utf16(view.substr(view.substr(0, 2) == mark16_be ? 2 : 0), true);
    case TextEncoding::tcvn3:
    case TextEncoding::vni:
      if (!utf8::is_ascii(view) && is_utf8(view))
        if (const std::string bare = narrowed(view.substr(0, 3) == mark8 ? view.substr(3) : view); !bare.empty()) return read_as(bare, encoding);
      return read_as(view, encoding);
    default: return read_as(view, encoding);
  }
}

}  // namespace cohoi
