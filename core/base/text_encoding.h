// How the bytes of a text file stand for letters: told by their marks, by what is valid, and, of the old Vietnamese ones, by which
// reading gives syllables of the language.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace cohoi {

enum class TextEncoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252, windows_1258, tcvn3, vni };

// Names for choosing; the same in every language.
inline constexpr std::array<std::string_view, 7> text_encoding_names{"UTF-8",        "UTF-16 LE",    "UTF-16 BE", "Windows-1252",
                                                                     "Windows-1258", "TCVN3 (ABC)", "VNI"};

[[nodiscard]] TextEncoding detect_encoding(std::string_view bytes);
// As UTF-8 without a byte order mark, loose marks composed. Bytes that mean nothing become U+FFFD; of UTF-8 everything stays as it is.
// Files that were saved as UTF-8 while their letters still are those of a TCVN3 or VNI font are read too.
[[nodiscard]] std::string decode_text(std::string bytes, TextEncoding encoding);
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace cohoi
