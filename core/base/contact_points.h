// Normal forms of the ways to reach somebody, and what may be called one. Sources of the rules: C-4 and "Vietnamese is the first language".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cohoi {

// Lower case; the `+tag` of the local part dropped. Empty when the text is no e-mail address.
[[nodiscard]] std::string normal_email(std::string_view text);
[[nodiscard]] bool is_email(std::string_view text);
// Digits with the country code, no sign: 0903 123 456, +84-903-123-456 and 84903123456 are all 84903123456. `country` is the
// calling code of numbers written without one. Empty when there are fewer than 7 or more than 15 digits.
[[nodiscard]] std::string normal_phone(std::string_view text, std::string_view country = "84");
// 10 digits, or 10-3 for a branch; other digit-and-letter codes of 5-20 signs (foreign) are kept upper case. Empty when none.
[[nodiscard]] std::string normal_tax_code(std::string_view text);
[[nodiscard]] bool is_vietnamese_tax_code(std::string_view text);
// Domain of an address or a web site without "www.", lower case; empty for public mail providers (gmail.com, yahoo.com.vn …).
[[nodiscard]] std::string business_domain(std::string_view email_or_website);
// Display: "0903 123 456" for Vietnamese numbers, otherwise as written.
[[nodiscard]] std::string display_phone(std::string_view text);

}  // namespace cohoi
