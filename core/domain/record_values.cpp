#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/base/stable_order.h"
#include "core/domain/record.h"

namespace cohoi {
namespace {

// Not given empties the member; a value of another alternative does not fit.
template <class Alternative, class Member, class Assign>
bool take(const Value& value, Member& member, Assign&& assign) {
  if (!given(value)) {
    member = Member{};
    return true;
  }
  const auto* held = std::get_if<Alternative>(&value);
  return held != nullptr && assign(*held);
}

template <class Parsed>
bool take_text(const Value& value, std::optional<Parsed>& member) {
  return take<std::string>(value, member, [&](const std::string& text) {
    const auto parsed = Parsed::parse_iso(text);
    if (parsed) member = parsed;
    return parsed.has_value();
  });
}

}  // namespace

Tags make_tags(std::vector<std::string> items) {
  struct Keyed {
    std::string sort, folded, text;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(items.size());
  for (const std::string& item : items) {
    std::string text = tidy(item);
    // The separator inside an item would make two of it when it is read back.
    std::replace(text.begin(), text.end(), ',', ' ');
    std::replace(text.begin(), text.end(), ';', ' ');
    text = tidy(text);
    if (text.empty()) continue;
    std::string folded = fold(text);
    const bool known = std::any_of(keyed.begin(), keyed.end(), [&](const Keyed& one) { return one.folded == folded; });
    if (!known) keyed.push_back({collation_key(text), std::move(folded), std::move(text)});
  }
  stable_order(keyed, [](const Keyed& a, const Keyed& b) { return a.sort < b.sort; });
  Tags tags;
  tags.items.reserve(keyed.size());
  for (Keyed& one : keyed) tags.items.push_back(std::move(one.text));
  return tags;
}

Tags split_tags(std::string_view text) {
  std::vector<std::string> items;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(",;", start), text.size());
    items.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return make_tags(std::move(items));
}

Tags join_tags(const Tags& a, const Tags& b) {
  std::vector<std::string> items = a.items;
  items.insert(items.end(), b.items.begin(), b.items.end());
  return make_tags(std::move(items));
}

std::vector<FieldValue> with_keys(Entity entity, GivenValues values) {
  std::vector<FieldValue> keyed;
  keyed.reserve(fields_of(entity).size());
  for (const FieldInfo& field : fields_of(entity)) keyed.push_back({std::string(field.key), {}});
  for (auto& [field, value] : values) keyed[field].value = std::move(value);
  return keyed;
}

Value to_value(const std::string& member) { return member.empty() ? Value{} : Value{member}; }
Value to_value(bool member) { return std::int64_t{member ? 1 : 0}; }
Value to_value(std::int64_t member) { return member; }
Value to_value(const std::optional<std::int64_t>& member) { return member ? Value{*member} : Value{}; }
Value to_value(const std::optional<Money>& member) { return member ? Value{*member} : Value{}; }
Value to_value(const std::optional<Date>& member) { return member ? Value{member->to_iso()} : Value{}; }
Value to_value(const std::optional<Month>& member) { return member ? Value{member->to_iso()} : Value{}; }
Value to_value(const std::optional<Timestamp>& member) { return member ? Value{member->ms} : Value{}; }
Value to_value(const Uuid& member) { return member.empty() ? Value{} : Value{member.to_string()}; }

Value to_value(const Tags& member) {
  std::string text;
  for (const std::string& item : member.items) {
    if (!text.empty()) text += ", ";
    text += item;
  }
  return to_value(text);
}

bool from_value(const Value& value, std::string& member) {
  return take<std::string>(value, member, [&](const std::string& text) {
    member = text;
    return true;
  });
}

bool from_value(const Value& value, bool& member) {
  return take<std::int64_t>(value, member, [&](std::int64_t number) {
    if (number != 0 && number != 1) return false;
    member = number == 1;
    return true;
  });
}

bool from_value(const Value& value, std::int64_t& member) {
  return take<std::int64_t>(value, member, [&](std::int64_t number) {
    member = number;
    return true;
  });
}

bool from_value(const Value& value, std::optional<std::int64_t>& member) {
  return take<std::int64_t>(value, member, [&](std::int64_t number) {
    member = number;
    return true;
  });
}

bool from_value(const Value& value, std::optional<Money>& member) {
  return take<Money>(value, member, [&](const Money& money) {
    member = money;
    return true;
  });
}

bool from_value(const Value& value, std::optional<Date>& member) { return take_text(value, member); }
bool from_value(const Value& value, std::optional<Month>& member) { return take_text(value, member); }

bool from_value(const Value& value, std::optional<Timestamp>& member) {
  return take<std::int64_t>(value, member, [&](std::int64_t ms) {
    member = Timestamp{ms};
    return true;
  });
}

bool from_value(const Value& value, Uuid& member) {
  return take<std::string>(value, member, [&](const std::string& text) {
    const auto id = Uuid::parse(text);
    if (id) member = *id;
    return id.has_value();
  });
}

bool from_value(const Value& value, Tags& member) {
  return take<std::string>(value, member, [&](const std::string& text) {
    member = split_tags(text);
    return true;
  });
}

}  // namespace cohoi
