#include "core/app/import/vcard.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/text_encoding.h"

namespace cohoi::app {
namespace {

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string changed(std::string_view text, char (*letter)(char)) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), letter);
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = small(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '=' && i + 2 < text.size() ? hex(text[i + 1]) : -1;
    const int low = high >= 0 ? hex(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

TextEncoding named_encoding(std::string_view charset, std::string_view bytes) {
  const std::string name = changed(charset, small);
  if (name == "utf-8" && is_utf8(bytes)) return TextEncoding::utf8;
  if (name == "windows-1258" || name == "cp1258") return TextEncoding::windows_1258;
  if (name == "windows-1252" || name.substr(0, 8) == "iso-8859") return TextEncoding::windows_1252;
  return detect_encoding(bytes);
}

// Physical lines, whatever ends them: also the \r\r\n that some transfers make.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool more() const { return !rest_.empty(); }
  [[nodiscard]] std::int64_t number() const { return number_; }  // of the next one
  [[nodiscard]] char head() const { return rest_.empty() ? '\0' : rest_.front(); }
  [[nodiscard]] std::string_view peek() const { return rest_.substr(0, rest_.find_first_of("\r\n")); }
  std::string_view take() {
    const std::string_view line = peek();
    rest_.remove_prefix(line.size());
    std::size_t returns = 0;
    while (returns < rest_.size() && rest_[returns] == '\r') ++returns;
    if (returns < rest_.size() && rest_[returns] == '\n') rest_.remove_prefix(returns + 1);
    else if (!rest_.empty()) rest_.remove_prefix(1);
    ++number_;
    return line;
  }

 private:
  std::string_view rest_;
  std::int64_t number_ = 1;
};

// The first of `sign` that stands in no quotes.
std::size_t find_outside(std::string_view text, char sign, std::size_t from = 0) {
  bool quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    else if (text[i] == sign && !quoted) return i;
  }
  return std::string_view::npos;
}

struct Head {
  VcardProperty property;
  std::string charset;
  bool quoted_printable = false;
};

void read_types(VcardProperty& property, std::string_view list) {
  std::string clean(list);
  clean.erase(std::remove(clean.begin(), clean.end(), '"'), clean.end());
  for (std::size_t at = 0; at <= clean.size();) {
    const auto end = std::min(clean.find(',', at), clean.size());
    if (end > at) property.types.push_back(changed(trim(std::string_view(clean).substr(at, end - at)), small));
    at = end + 1;
  }
}

// item1.TEL;TYPE=work,voice;PREF=1 or TEL;WORK;ENCODING=QUOTED-PRINTABLE
Head read_head(std::string_view text) {
  Head head;
  auto end = std::min(find_outside(text, ';'), text.size());
  std::string_view name = trim(text.substr(0, end));
  if (const auto dot = name.rfind('.'); dot != std::string_view::npos) {
    head.property.group = changed(name.substr(0, dot), small);
    name.remove_prefix(dot + 1);
  }
  head.property.name = changed(name, capital);
  while (end < text.size()) {
    const auto next = std::min(find_outside(text, ';', end + 1), text.size());
    const std::string_view parameter = trim(text.substr(end + 1, next - end - 1));
    end = next;
    const auto equals = parameter.find('=');
    const bool bare = equals == std::string_view::npos;
    const std::string key = bare ? std::string() : changed(trim(parameter.substr(0, equals)), capital);
    const std::string_view value = bare ? parameter : trim(parameter.substr(equals + 1));
    const std::string word = changed(value, small);
    const bool encodes = bare || key == "ENCODING";
    if (encodes && word == "quoted-printable") head.quoted_printable = true;
    else if (encodes && (word == "base64" || word == "b")) head.property.binary = true;
    else if (key == "CHARSET") head.charset = value;
    else if (key == "PREF") head.property.types.emplace_back("pref");
    else if (bare || key == "TYPE" || key == "X-SERVICE-TYPE") read_types(head.property, value);
  }
  return head;
}

}  // namespace

bool VcardProperty::is(std::string_view type) const { return std::find(types.begin(), types.end(), type) != types.end(); }

bool is_vcard(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  text = trim(text.substr(0, 200));
  return changed(text.substr(0, 11), small) == "begin:vcard";
}

std::vector<Vcard> read_vcards(std::string_view text) {
  std::vector<Vcard> cards;
  int depth = 0;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  for (Lines lines(text); lines.more();) {
    const std::int64_t number = lines.number();
    std::string line(lines.take());
    const auto colon = find_outside(line, ':');
    if (colon == std::string::npos) continue;
    Head head = read_head(std::string_view(line).substr(0, colon));
    VcardProperty& property = head.property;
    const bool old = !cards.empty() && cards.back().old;
    // A soft break ends in "=" and goes on in the next line, whatever that begins with.
    while (head.quoted_printable && !line.empty() && line.back() == '=' && lines.more() && changed(lines.peek(), small) != "end:vcard") {
      line.pop_back();
      line += lines.take();
    }
    while (lines.head() == ' ' || lines.head() == '\t') {
      // In 2.1 a line may be folded only where it has a space, which stays.
      const std::string_view more = lines.take();
      if (!property.binary) line += more.substr(old ? 0 : 1);
    }
    // Base64 of some phones goes on without a space in front, up to an empty line.
    while (property.binary && lines.more() && !lines.peek().empty() && lines.peek().find_first_of(":;.") == std::string_view::npos) lines.take();
    std::string_view value = std::string_view(line).substr(std::min(colon + 1, line.size()));
    const std::string word = changed(trim(value), small);
    if (property.name == "BEGIN" && word == "vcard") {
      if (++depth == 1) cards.push_back({.line = number, .properties = {}});
      else cards.back().nested = true;
      continue;
    }
    if (property.name == "END" && word == "vcard") {
      if (depth > 0 && --depth == 0) cards.back().whole = true;
      continue;
    }
    if (depth != 1) continue;
    if (property.name == "VERSION") cards.back().old = word == "2.1";
    if (property.binary) {
      property.value.clear();
    } else if (head.quoted_printable) {
      std::string bytes = from_quoted_printable(value);
      const TextEncoding encoding = named_encoding(head.charset, bytes);
      property.value = decode_text(std::move(bytes), encoding);
    } else {
      property.value = value;
    }
    cards.back().properties.push_back(std::move(property));
  }
  return cards;
}

std::vector<std::string> vcard_parts(const Vcard& card, const VcardProperty& property, char divider) {
  std::vector<std::string> parts(1);
  const std::string& value = property.value;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const char next = i + 1 < value.size() ? value[i + 1] : '\0';
    if (c == '\\' && (next == ';' || next == ',' || next == ':' || next == '\\' || next == '"')) {
      parts.back() += next;
      ++i;
    } else if (c == '\\' && (next == 'n' || next == 'N') && !card.old) {
      parts.back() += '\n';
      ++i;
    } else if (c == divider && divider != '\0') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string vcard_text(const Vcard& card, const VcardProperty& property) { return tidy_long(vcard_parts(card, property, '\0').front()); }

}  // namespace cohoi::app
