#include "core/app/models/filter_text.h"

#include "core/app/models/record_list.h"

namespace cohoi::app {

namespace {

constexpr std::string_view version = "1";
// A filter somebody built has a handful of conditions; an address with more was not made by us.
constexpr int deepest = 8;
constexpr std::size_t longest = 8000;

constexpr std::string_view digits = "0123456789abcdef";

bool stands_for_itself(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

void write(std::string& out, const FilterGroup& group) {
  out += group.any ? "any(" : "all(";
  const std::size_t start = out.size();
  const auto part = [&] { if (out.size() > start) out += ','; };
  for (const Condition& condition : group.conditions) {
    part();
    out += escaped(condition.field) + ":" + std::string(operator_names[static_cast<std::size_t>(condition.op)]);
    for (const std::string& value : condition.values) out += ":" + escaped(value);
  }
  for (const FilterGroup& inner : group.groups) {
    part();
    write(out, inner);
  }
  out += ')';
}

class Reader {
 public:
  Reader(Entity entity, std::string_view text) : entity_(entity), rest_(text) {}

  bool group(FilterGroup& into, int depth) {
    if (depth > deepest) return false;
    if (!take("all(")) {
      if (!take("any(")) return false;
      into.any = true;
    }
    if (take(")")) return true;
    do {
      if (rest_.starts_with("all(") || rest_.starts_with("any(")) {
        if (!group(into.groups.emplace_back(), depth + 1)) return false;
      } else if (!condition(into.conditions.emplace_back())) {
        return false;
      }
    } while (take(","));
    return take(")");
  }
  [[nodiscard]] bool finished() const { return rest_.empty(); }

 private:
  bool take(std::string_view sign) {
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  bool condition(Condition& into) {
    const std::string_view text = rest_.substr(0, rest_.find_first_of(",()"));
    rest_.remove_prefix(text.size());
    const auto parts = split_at(text, ':');
    if (parts.size() < 2) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto plain = unescaped(parts[i]);
      if (!plain) return false;
      if (i == 0) into.field = *std::move(plain);
      if (i > 1) into.values.push_back(*std::move(plain));
    }
    std::size_t op = 0;
    while (op < operator_names.size() && operator_names[op] != parts[1]) ++op;
    if (op == operator_names.size()) return false;
    into.op = static_cast<Operator>(op);
    return check_condition(entity_, into).has_value();
  }

  Entity entity_;
  std::string_view rest_;
};

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (stands_for_itself(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '~';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '~') {
      if (!stands_for_itself(text[i])) return std::nullopt;
      out += text[i];
      continue;
    }
    const auto high = i + 2 < text.size() ? digits.find(text[i + 1]) : std::string_view::npos;
    const auto low = i + 2 < text.size() ? digits.find(text[i + 2]) : std::string_view::npos;
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::vector<std::string_view> split_at(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(sign);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    if (text.empty()) parts.emplace_back();
  }
  return parts;
}

std::string to_text(const FilterGroup& filter) {
  std::string out(version);
  write(out, filter);
  return out;
}

std::optional<FilterGroup> filter_from_text(Entity entity, std::string_view text) {
  if (text.size() > longest || !text.starts_with(version)) return std::nullopt;
  FilterGroup filter;
  Reader reader(entity, text.substr(version.size()));
  if (!reader.group(filter, 0) || !reader.finished()) return std::nullopt;
  return filter;
}

std::string address_of_filter(Entity entity, const FilterGroup& filter) {
  return address_of(entity) + "?view=list&filter=" + to_text(filter);
}

}  // namespace cohoi::app
