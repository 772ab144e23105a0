#include "core/store/change_log_json.h"

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace cohoi::store {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using Json = rapidjson::Value;

std::string written(const rapidjson::StringBuffer& buffer) { return {buffer.GetString(), buffer.GetSize()}; }

// Text in foreign files may nest without end: parsed by steps, not by calls.
std::optional<rapidjson::Document> object_of(std::string_view text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (json.HasParseError() || !json.IsObject()) return std::nullopt;
  return json;
}

void write_typed(Writer& out, std::string_view type, const std::string& text) {
  out.StartObject();
  out.Key(type.data(), static_cast<rapidjson::SizeType>(type.size()));
  out.String(text);
  out.EndObject();
}

void write(Writer& out, const Message& message);

void write(Writer& out, const Arg& arg) {
  if (const auto* text = std::get_if<std::string>(&arg)) {
    out.String(*text);
  } else if (const auto* number = std::get_if<std::int64_t>(&arg)) {
    out.Int64(*number);
  } else if (const auto* money = std::get_if<Money>(&arg)) {
    write_typed(out, "money", money->to_text());
  } else if (const auto* date = std::get_if<Date>(&arg)) {
    write_typed(out, "date", date->to_iso());
  } else if (const auto* month = std::get_if<Month>(&arg)) {
    write_typed(out, "month", month->to_iso());
  } else {
    out.StartArray();
    if (const auto* messages = std::get_if<std::vector<Message>>(&arg))
      for (const Message& message : *messages) write(out, message);
    out.EndArray();
  }
}

void write(Writer& out, const Message& message) {
  out.StartObject();
  out.Key("key");
  out.String(message.key);
  if (!message.args.empty()) {
    out.Key("args");
    out.StartArray();
    for (const Arg& arg : message.args) write(out, arg);
    out.EndArray();
  }
  out.EndObject();
}

std::string text_of(const Json& json) { return json.IsString() ? std::string(json.GetString(), json.GetStringLength()) : std::string{}; }

std::string text_at(const Json& json, const char* key) {
  const auto found = json.FindMember(key);
  return found != json.MemberEnd() ? text_of(found->value) : std::string{};
}

// Nested lists are a list's items; deeper than any of ours is damage.
constexpr int deepest = 8;

Message message_from(const Json& json, int depth);

Arg arg_from(const Json& json, int depth) {
  if (json.IsString()) return text_of(json);
  if (json.IsInt64()) return json.GetInt64();
  if (json.IsObject()) {
    if (const auto money = Money::from_text(text_at(json, "money"))) return *money;
    if (const auto date = Date::parse_iso(text_at(json, "date"))) return *date;
    if (const auto month = Month::parse_iso(text_at(json, "month"))) return *month;
    return std::string{};
  }
  std::vector<Message> messages;
  if (json.IsArray() && depth < deepest)
    for (const Json& item : json.GetArray()) messages.push_back(message_from(item, depth + 1));
  return messages;
}

Message message_from(const Json& json, int depth) {
  Message message;
  if (!json.IsObject()) return message;
  message.key = text_at(json, "key");
  const auto args = json.FindMember("args");
  if (args == json.MemberEnd() || !args->value.IsArray()) return message;
  for (const Json& arg : args->value.GetArray()) message.args.push_back(arg_from(arg, depth));
  return message;
}

}  // namespace

std::string message_to_json(const Message& message) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  write(out, message);
  return written(buffer);
}

Message message_from_json(std::string_view text) {
  const auto json = object_of(text);
  if (!json) return {std::string(text), {}};
  return message_from(*json, 0);
}

std::string values_to_json(const std::vector<FieldInfo>& fields, const std::vector<Value>& values) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i) {
    if (std::holds_alternative<std::monostate>(values[i])) continue;
    out.Key(fields[i].key.data(), static_cast<rapidjson::SizeType>(fields[i].key.size()));
    if (const auto* text = std::get_if<std::string>(&values[i])) out.String(*text);
    else if (const auto* number = std::get_if<std::int64_t>(&values[i])) out.Int64(*number);
    else if (const auto* money = std::get_if<Money>(&values[i])) write_typed(out, "money", money->to_text());
  }
  out.EndObject();
  return written(buffer);
}

std::optional<std::vector<FieldValue>> values_from_json(std::string_view text) {
  const auto json = object_of(text);
  if (!json) return std::nullopt;
  std::vector<FieldValue> values;
  for (const auto& [name, value] : json->GetObject()) {
    std::string key = text_of(name);
    if (value.IsString()) {
      values.push_back({std::move(key), text_of(value)});
    } else if (value.IsInt64()) {
      values.push_back({std::move(key), value.GetInt64()});
    } else if (value.IsObject()) {
      const auto money = Money::from_text(text_at(value, "money"));
      if (!money) return std::nullopt;
      values.push_back({std::move(key), *money});
    } else {
      return std::nullopt;
    }
  }
  return values;
}

}  // namespace cohoi::store
