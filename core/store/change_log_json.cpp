#include "core/store/change_log_json.h"

#include <nlohmann/json.hpp>

namespace cohoi::store {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json to_json(const Message& message);

Json to_json(const Arg& arg) {
  if (const auto* text = std::get_if<std::string>(&arg)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&arg)) return *number;
  if (const auto* money = std::get_if<Money>(&arg)) return Json{{"money", money->to_text()}};
  if (const auto* date = std::get_if<Date>(&arg)) return Json{{"date", date->to_iso()}};
  if (const auto* month = std::get_if<Month>(&arg)) return Json{{"month", month->to_iso()}};
  Json list = Json::array();
  if (const auto* messages = std::get_if<std::vector<Message>>(&arg))
    for (const Message& message : *messages) list.push_back(to_json(message));
  return list;
}

Json to_json(const Message& message) {
  Json json;
  json["key"] = message.key;
  if (!message.args.empty()) {
    Json args = Json::array();
    for (const Arg& arg : message.args) args.push_back(to_json(arg));
    json["args"] = std::move(args);
  }
  return json;
}

std::string text_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

// Nested lists are a list's items; deeper than any of ours is damage.
constexpr int deepest = 8;

Message message_from(const Json& json, int depth);

Arg arg_from(const Json& json, int depth) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_object()) {
    if (const auto money = Money::from_text(text_at(json, "money"))) return *money;
    if (const auto date = Date::parse_iso(text_at(json, "date"))) return *date;
    if (const auto month = Month::parse_iso(text_at(json, "month"))) return *month;
    return std::string{};
  }
  std::vector<Message> messages;
  if (json.is_array() && depth < deepest)
    for (const Json& item : json) messages.push_back(message_from(item, depth + 1));
  return messages;
}

Message message_from(const Json& json, int depth) {
  Message message;
  if (!json.is_object()) return message;
  message.key = text_at(json, "key");
  const auto args = json.find("args");
  if (args == json.end() || !args->is_array()) return message;
  for (const Json& arg : *args) message.args.push_back(arg_from(arg, depth));
  return message;
}

}  // namespace

std::string message_to_json(const Message& message) { return dump(to_json(message)); }

Message message_from_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return {std::string(text), {}};
  return message_from(json, 0);
}

std::string values_to_json(const std::vector<FieldInfo>& fields, const std::vector<Value>& values) {
  Json json = Json::object();
  auto& object = json.get_ref<Json::object_t&>();
  for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i) {
    Json value;
    if (const auto* text = std::get_if<std::string>(&values[i]))
      value = *text;
    else if (const auto* number = std::get_if<std::int64_t>(&values[i]))
      value = *number;
    else if (const auto* money = std::get_if<Money>(&values[i]))
      value = Json{{"money", money->to_text()}};
    else
      continue;
    object.emplace_back(std::string(fields[i].key), std::move(value));
  }
  return dump(json);
}

std::optional<std::vector<FieldValue>> values_from_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  std::vector<FieldValue> values;
  for (const auto& [key, value] : json.items()) {
    if (value.is_string()) {
      values.push_back({key, value.get<std::string>()});
    } else if (value.is_number_integer()) {
      values.push_back({key, value.get<std::int64_t>()});
    } else if (value.is_object()) {
      const auto money = Money::from_text(text_at(value, "money"));
      if (!money) return std::nullopt;
      values.push_back({key, *money});
    } else {
      return std::nullopt;
    }
  }
  return values;
}

}  // namespace cohoi::store
