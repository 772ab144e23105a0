#include "web/ui/text.h"

#include <algorithm>

#include <type_traits>
#include <variant>

#include "core/base/locale.h"
#include "generated/text.h"

namespace cohoi::ui {

namespace {

std::string write(const Arg& arg) {
  const Language language = text::language();
  return std::visit(
      [language](const auto& value) -> std::string {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::string>) {
          return value;
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return format_number(value, language);
        } else if constexpr (std::is_same_v<T, Money>) {
          return format_money(value, language);
        } else if constexpr (std::is_same_v<T, Date>) {
          return format_date(value, language);
        } else if constexpr (std::is_same_v<T, Month>) {
          return format_month(value, language);
        } else {
          std::vector<std::string> parts;
          parts.reserve(value.size());
          for (const Message& part : value) parts.push_back(translate(part));
          return join_list(parts);
        }
      },
      arg);
}

}  // namespace

std::string join_list(const std::vector<std::string>& parts) {
  if (parts.empty()) return {};
  std::string result = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    result = i + 1 == parts.size() ? text::ui_list_last(result, parts[i]) : text::ui_list_between(result, parts[i]);
  }
  return result;
}

std::string translate(const Message& message) {
  const std::string_view pattern = text::lookup(text::language(), message.key);
  if (pattern.empty()) return message.key;
  std::vector<std::string> written;
  written.reserve(message.args.size());
  for (const Arg& arg : message.args) written.push_back(write(arg));
  const std::vector<std::string_view> views(written.begin(), written.end());
  return text::fill(pattern, views);
}

std::string translate(const Error& error) {
  std::string result = translate(error.message);
  // Most refusals hold the list in their sentence already.
  const bool told = std::any_of(error.message.args.begin(), error.message.args.end(),
                                [](const Arg& arg) { return std::holds_alternative<std::vector<Message>>(arg); });
  if (error.missing.empty() || told) return result;
  std::vector<std::string> parts;
  parts.reserve(error.missing.size());
  for (const Message& part : error.missing) parts.push_back(translate(part));
  return result + " " + join_list(parts);
}

}  // namespace cohoi::ui
