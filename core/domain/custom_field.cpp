#include "core/domain/custom_field.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <list>
#include <utility>

#include "core/base/stable_order.h"
#include "core/base/text.h"
#include "core/domain/record.h"

namespace cohoi {
namespace {

constexpr std::string_view prefix = "custom_";

struct Catalogue {
  std::vector<CustomField> fields;
  std::vector<std::vector<std::string>> choices;           // of each field; FieldInfos point into these two
  std::vector<std::vector<std::string_view>> choice_views;
  std::array<std::vector<FieldInfo>, EnumNames<RecordKind>::names.size()> infos;
};

// The last one counts. The others stay, so that a FieldInfo lives as long as the program, as those of the product do: fields change a few
// times in a day at most.
std::list<Catalogue>& catalogues() {
  static std::list<Catalogue> all(1);
  return all;
}
const Catalogue& catalogue() { return catalogues().back(); }

FieldType field_type(CustomType type) {
  switch (type) {
    case CustomType::number: return FieldType::decimal;
    case CustomType::money: return FieldType::money;
    case CustomType::date: return FieldType::date;
    case CustomType::choice: return FieldType::choice;
    case CustomType::multi_choice: return FieldType::tags;
    case CustomType::check: return FieldType::check;
    case CustomType::link: return FieldType::link;
    case CustomType::text: break;
  }
  return FieldType::text;
}

// The next line, without its end; takes it off the text.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool is_of(std::string_view line, std::string_view key) { return line.starts_with(key) && line.substr(key.size()).starts_with(' '); }

std::string line_of(std::string_view key, const Value& value) {
  std::string line(key);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return line + " number " + std::to_string(*number);
  if (const auto* money = std::get_if<Money>(&value)) return line + " money " + money->to_text();
  return line + " text " + std::get<std::string>(value);
}

}  // namespace

std::string custom_key(Id<CustomField> id) {
  constexpr std::size_t tail = 12;  // the random end of the id
  const std::string text = id.to_string();
  return std::string(prefix) + text.substr(text.size() - tail);
}

bool is_custom(std::string_view key) { return key.starts_with(prefix); }

bool has_choices(CustomType type) { return type == CustomType::choice || type == CustomType::multi_choice; }

std::vector<std::string> choices_of(const CustomField& field) {
  std::vector<std::string> choices;
  for (std::string_view rest = field.choices; !rest.empty();) {
    // As tags are: several of them stand in one text with commas between.
    for (std::string& one : make_tags({std::string(next_line(rest))}).items)
      if (std::find(choices.begin(), choices.end(), one) == choices.end()) choices.push_back(std::move(one));
  }
  return choices;
}

Value custom_value(std::string_view kept, std::string_view key) {
  while (!kept.empty()) {
    std::string_view line = next_line(kept);
    if (!is_of(line, key)) continue;
    line.remove_prefix(key.size() + 1);
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return {};
    const std::string_view type = line.substr(0, space);
    const std::string_view text = line.substr(space + 1);
    if (type == "text") return std::string(text);
    if (type == "money") {
      const auto money = Money::from_text(text);
      return money ? Value(*money) : Value{};
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? Value(number) : Value{};
  }
  return {};
}

Value custom_value_in(const Value& kept, std::string_view key) {
  const auto* text = std::get_if<std::string>(&kept);
  return text ? custom_value(*text, key) : Value{};
}

std::string with_custom_value(std::string_view kept, std::string_view key, const Value& value) {
  std::string all;
  const auto add = [&](std::string_view line) {
    if (!all.empty()) all += '\n';
    all += line;
  };
  // An unanswered check is no value, so that a record looks the same before and after one was set and taken back.
  bool due = given(value) && value != Value(std::int64_t{0});
  const auto add_new = [&] {
    if (std::exchange(due, false)) add(line_of(key, value));
  };
  while (!kept.empty()) {
    const std::string_view line = next_line(kept);
    if (is_of(line, key)) continue;
    if (line.substr(0, line.find(' ')) > key) add_new();
    add(line);
  }
  add_new();
  return all;
}

void use_custom_fields(std::vector<CustomField> fields) {
  stable_order(fields, [](const CustomField& a, const CustomField& b) { return a.position < b.position; });
  const auto same = [](const CustomField& a, const CustomField& b) { return a.id == b.id && values_of(a) == values_of(b); };
  const std::vector<CustomField>& before = catalogue().fields;
  if (std::equal(fields.begin(), fields.end(), before.begin(), before.end(), same)) return;
  Catalogue& now = catalogues().emplace_back();
  now.fields = std::move(fields);
  for (const CustomField& field : now.fields) now.choices.push_back(has_choices(field.type) ? choices_of(field) : std::vector<std::string>{});
  for (const auto& texts : now.choices) now.choice_views.emplace_back(texts.begin(), texts.end());
  for (std::size_t i = 0; i < now.fields.size(); ++i) {
    const CustomField& field = now.fields[i];
    if (field.retired) continue;
    now.infos[static_cast<std::size_t>(field.record_kind)].push_back({.key = field.key, .type = field_type(field.type), .choices = now.choice_views[i]});
  }
}

std::size_t custom_fields_version() { return catalogues().size(); }

const std::vector<FieldInfo>& custom_fields_of(Entity entity) {
  static const std::vector<FieldInfo> none;
  const auto kind = enum_named<RecordKind>(name_of(entity));
  return kind ? catalogue().infos[static_cast<std::size_t>(*kind)] : none;
}

const CustomField* custom_field_named(std::string_view key) {
  for (const CustomField& field : catalogue().fields)
    if (field.key == key) return &field;
  return nullptr;
}

}  // namespace cohoi
