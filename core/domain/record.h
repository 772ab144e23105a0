// Generic access to any entity through its field list: values out, values in, the list itself, validation.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/domain/custom_field.h"
#include "core/domain/rate.h"
#include "core/domain/record_pair.h"
#include "core/domain/sales_records.h"

namespace cohoi {

// Calls f.template operator()<T>() with the record type of the entity.
template <class F>
decltype(auto) with_record_type(Entity entity, F&& f) {
  switch (entity) {
    case Entity::account: return f.template operator()<Account>();
    case Entity::contact: return f.template operator()<Contact>();
    case Entity::lead: return f.template operator()<Lead>();
    case Entity::opportunity: return f.template operator()<Opportunity>();
    case Entity::activity: return f.template operator()<Activity>();
    case Entity::answer: return f.template operator()<CriterionAnswer>();
    case Entity::contact_role: return f.template operator()<ContactRole>();
    case Entity::line_item: return f.template operator()<LineItem>();
    case Entity::stage_visit: return f.template operator()<StageVisit>();
    case Entity::product: return f.template operator()<Product>();
    case Entity::criterion: return f.template operator()<Criterion>();
    case Entity::pipeline: return f.template operator()<Pipeline>();
    case Entity::stage: return f.template operator()<Stage>();
    case Entity::owner: return f.template operator()<Owner>();
    case Entity::choice: return f.template operator()<Choice>();
    case Entity::rate: return f.template operator()<Rate>();
    case Entity::custom_field: return f.template operator()<CustomField>();
    case Entity::record_pair: return f.template operator()<RecordPair>();
    case Entity::setting: break;
  }
  return f.template operator()<Setting>();
}

// Member ↔ Value. `from_value` leaves the member as it is and returns false when the value does not fit its type.
[[nodiscard]] Value to_value(const std::string& member);
[[nodiscard]] Value to_value(bool member);
[[nodiscard]] Value to_value(std::int64_t member);
[[nodiscard]] Value to_value(const std::optional<std::int64_t>& member);
[[nodiscard]] Value to_value(const std::optional<Money>& member);
[[nodiscard]] Value to_value(const std::optional<Date>& member);
[[nodiscard]] Value to_value(const std::optional<Month>& member);
[[nodiscard]] Value to_value(const std::optional<Timestamp>& member);
[[nodiscard]] Value to_value(const Uuid& member);
[[nodiscard]] Value to_value(const Tags& member);
[[nodiscard]] bool from_value(const Value& value, std::string& member);
[[nodiscard]] bool from_value(const Value& value, bool& member);
[[nodiscard]] bool from_value(const Value& value, std::int64_t& member);
[[nodiscard]] bool from_value(const Value& value, std::optional<std::int64_t>& member);
[[nodiscard]] bool from_value(const Value& value, std::optional<Money>& member);
[[nodiscard]] bool from_value(const Value& value, std::optional<Date>& member);
[[nodiscard]] bool from_value(const Value& value, std::optional<Month>& member);
[[nodiscard]] bool from_value(const Value& value, std::optional<Timestamp>& member);
[[nodiscard]] bool from_value(const Value& value, Uuid& member);
[[nodiscard]] bool from_value(const Value& value, Tags& member);

template <class T>
[[nodiscard]] Value to_value(const Id<T>& member) { return to_value(member.uuid); }
template <class T>
[[nodiscard]] bool from_value(const Value& value, Id<T>& member) { return from_value(value, member.uuid); }
template <class E>
  requires requires { EnumNames<E>::names; }
[[nodiscard]] Value to_value(E member) { return std::string(name_of(member)); }
template <class E>
  requires requires { EnumNames<E>::names; }
[[nodiscard]] bool from_value(const Value& value, E& member) {
  if (!given(value)) { member = E{}; return true; }
  const auto* name = std::get_if<std::string>(&value);
  const auto found = name ? enum_named<E>(*name) : std::nullopt;
  if (found) member = *found;
  return found.has_value();
}

// The field list of an entity; built once, lives as long as the program.
[[nodiscard]] const std::vector<FieldInfo>& fields_of(Entity entity);
// Also one of the user's own.
[[nodiscard]] const FieldInfo* field_of(Entity entity, std::string_view key);

// What a record says, by the places of the fields in its list, rising: of most records most fields are empty.
struct GivenValue {
  std::size_t field = 0;
  Value value;
};
using GivenValues = std::vector<GivenValue>;
template <class Member>
void add_given(GivenValues& values, std::size_t field, const Member& member) {
  if constexpr (requires { member.has_value(); }) {
    if (!member.has_value()) return;
  } else if constexpr (requires { member.empty(); }) {
    if (member.empty()) return;
  }
  if (Value value = to_value(member); given(value)) values.push_back({field, std::move(value)});
}
template <class T>
[[nodiscard]] GivenValues given_values(const T& record) {
  constexpr std::size_t usual = 16;
  GivenValues values;
  values.reserve(usual);
  std::size_t field = 0;
  T::fields(record, [&](const FieldInfo&, const auto& member) { add_given(values, field++, member); });
  return values;
}
// Every field with its key, also those not given.
[[nodiscard]] std::vector<FieldValue> with_keys(Entity entity, GivenValues values);
template <class T>
[[nodiscard]] std::vector<FieldValue> values_of(const T& record) {
  return with_keys(T::entity, given_values(record));
}

// Sets one field, also one of the user's own. False when there is no such field or the value does not fit.
template <class T>
[[nodiscard]] bool set_value(T& record, std::string_view key, const Value& value) {
  bool done = false;
  if constexpr (requires { record.custom; }) {
    done = is_custom(key);
    if (done) record.custom = with_custom_value(record.custom, key, value);
  }
  T::fields(record, [&](const FieldInfo& info, auto& member) {
    if (info.key == key) done = from_value(value, member);
  });
  return done;
}

template <class T>
[[nodiscard]] Value value_of(const T& record, std::string_view key) {
  Value found;
  if constexpr (requires { record.custom; })
    if (is_custom(key)) return custom_value(record.custom, key);
  T::fields(record, [&](const FieldInfo& info, const auto& member) {
    if (info.key == key) found = to_value(member);
  });
  return found;
}

// Tags in their stored form: tidy, unique by folding, in collation order; no comma or semicolon inside one.
[[nodiscard]] Tags make_tags(std::vector<std::string> items);
[[nodiscard]] Tags split_tags(std::string_view text);  // at commas and semicolons; a Value carries them so, joined by ", "
[[nodiscard]] Tags join_tags(const Tags& a, const Tags& b);

// A typed or imported text as the value of a field, normalised (tidy, e-mail and phone checked, money and dates read).
// Error invalid with a message that says what to do. Empty text = not given.
[[nodiscard]] Result<Value> parse_field(const FieldInfo& field, std::string_view text, Currency currency, int utc_offset_minutes);
// A value of the right type, in its normal form and within its limits? Required fields must be given. The Error's detail is the
// field's key.
[[nodiscard]] Status check_field(const FieldInfo& field, const Value& value);
// UTF-16 units a text may have: of long texts 20,000, otherwise the field's max_length.
[[nodiscard]] int max_length_of(const FieldInfo& field);
// A host with a dot, with or without http(s)://. No other scheme, so that a link never runs a script.
[[nodiscard]] bool is_web_address(std::string_view text);
// The first field that check_field refuses.
[[nodiscard]] Status check_values(Entity entity, const GivenValues& values);
template <class T>
[[nodiscard]] Status check_fields(const T& record) {
  return check_values(T::entity, given_values(record));
}

// What people call the record: the account's or opportunity's name, the person's full name, or the lead's person – company.
[[nodiscard]] std::string title_of(const Account& account);
[[nodiscard]] std::string title_of(const Contact& contact);
[[nodiscard]] std::string title_of(const Lead& lead);
[[nodiscard]] std::string title_of(const Opportunity& opportunity);

}  // namespace cohoi
