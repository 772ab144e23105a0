// The lines of vCard and iCalendar files (RFC 6350 §3.2-§3.4, RFC 5545 §3.1, §3.3.11). Internal to core/app/export.
#pragma once

#include <string>
#include <string_view>

namespace cohoi::app {

// Backslash, comma, semicolon and line ends made harmless.
[[nodiscard]] std::string content_text(std::string_view text);
// "NAME:value", folded at 75 bytes and never inside a letter.
void append_line(std::string& out, std::string_view name, std::string_view value);

}  // namespace cohoi::app
