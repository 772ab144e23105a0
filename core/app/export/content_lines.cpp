#include "core/app/export/content_lines.h"

#include <algorithm>

namespace cohoi::app {

std::string content_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    if (c == '\n') out += "\\n";
    else out += c;
  }
  return out;
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
  std::string line(name);
  line += ':';
  line += value;
  std::string_view rest = line;
  for (std::size_t room = 75;; room = 74) {
    std::size_t end = std::min(room, rest.size());
    while (end > 0 && end < rest.size() && (static_cast<unsigned char>(rest[end]) & 0xC0) == 0x80) --end;
    out += rest.substr(0, end);
    out += "\r\n";
    rest.remove_prefix(end);
    if (rest.empty()) return;
    out += ' ';
  }
}

}  // namespace cohoi::app
