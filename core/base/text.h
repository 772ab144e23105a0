// Text as people write it: Unicode form, folding for search, Vietnamese order, and the normal forms that matching compares.
// All text is UTF-8; invalid bytes become U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cohoi {

[[nodiscard]] std::string nfc(std::string_view text);
// Trimmed, inner runs of white space made one space, NFC. What every text field stores.
[[nodiscard]] std::string tidy(std::string_view text);
[[nodiscard]] bool is_tidy(std::string_view text);
// Line breaks kept (CRLF made LF), trailing space of the whole trimmed, NFC. What every long text stores.
[[nodiscard]] std::string tidy_long(std::string_view text);
// For search and name matching: NFC, lower case, marks dropped, đ → d, punctuation made space, runs of space made one.
[[nodiscard]] std::string fold(std::string_view text);
// Lower case and NFC but marks kept: ranks exact marks first.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::vector<std::string> words(std::string_view folded);

// Sort key by the Vietnamese alphabet (a ă â b c d đ e ê … o ô ơ … u ư …), tones after letters (ngang huyền hỏi ngã sắc nặng), digits
// before letters, case last. Byte order of keys is the order.
[[nodiscard]] std::string collation_key(std::string_view text);

// Number of UTF-16 units, as the browser counts the length of a field.
[[nodiscard]] std::size_t utf16_length(std::string_view text);

// The dashes, quotation marks and dots of General Punctuation: each is itself in every normal form, and parts words.
[[nodiscard]] constexpr bool is_plain_punctuation(char32_t c) { return c >= 0x2010 && c <= 0x2027; }

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] bool is_ascii_digits(std::string_view text);

}  // namespace cohoi
