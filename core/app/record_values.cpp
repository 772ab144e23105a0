#include "core/app/record_values.h"

#include <algorithm>

namespace cohoi::app {
namespace {

Status check_reference(const Draft& draft, const FieldInfo& field, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (field.type != FieldType::ref || !text) return {};
  const std::optional<Uuid> id = Uuid::parse(*text);
  if (!id) return fail(field_error(ErrorCode::invalid, msg("error.ref"), field.key));
  COHOI_TRY(const std::optional<store::RawRecord> target, draft.find_raw(field.ref, *id));
  if (target) return {};
  Error error = Draft::gone(field.ref);
  error.detail = field.key;
  return fail(std::move(error));
}

// A choice of the user's own field that is offered no more stays with the record that has it.
Status check_wanted(const FieldInfo& field, const Value& wanted, const std::vector<FieldValue>& stored) {
  if (!is_custom(field.key) || field.choices.empty()) return check_field(field, wanted);
  const Value had = field_value(stored, field.key);
  const auto* text = std::get_if<std::string>(&had);
  const Tags kept = text ? split_tags(*text) : Tags{};
  std::vector<std::string_view> choices(field.choices.begin(), field.choices.end());
  choices.insert(choices.end(), kept.items.begin(), kept.items.end());
  FieldInfo widened = field;
  widened.choices = choices;
  return check_field(widened, wanted);
}

}  // namespace

Error field_error(ErrorCode code, Message message, std::string_view key) {
  return Error{code, std::move(message), std::string(key), {}};
}

const Value* value_in(const std::vector<FieldValue>& values, std::string_view key) {
  for (const FieldValue& field : values)
    if (field.key == key) return &field.value;
  return nullptr;
}

Value field_value(const std::vector<FieldValue>& values, std::string_view key) {
  const Value* value = value_in(values, key);
  if (value) return *value;
  return is_custom(key) ? custom_value(text_in(values, "custom"), key) : Value{};
}

std::string text_in(const std::vector<FieldValue>& values, std::string_view key) {
  const Value* value = value_in(values, key);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : std::string{};
}

Result<store::RawRecord> with_values(const Draft& draft, store::RawRecord record, const std::vector<FieldValue>& values,
                                     std::initializer_list<std::string_view> allowed) {
  for (const FieldValue& wanted : values) {
    const FieldInfo* field = field_of(record.entity, wanted.key);
    if (!field) return fail(field_error(ErrorCode::invalid, msg("refusal.no_such_field"), wanted.key));
    const bool listed = std::find(allowed.begin(), allowed.end(), field->key) != allowed.end();
    if (field->written == Written::by_rule && !listed)
      return fail(field_error(ErrorCode::refused, msg("refusal.field_by_rule"), field->key));
    COHOI_CHECK(check_wanted(*field, wanted.value, record.values));
    COHOI_CHECK(check_reference(draft, *field, wanted.value));
    const bool custom = is_custom(wanted.key);
    Value value = custom ? to_value(with_custom_value(text_in(record.values, "custom"), wanted.key, wanted.value)) : wanted.value;
    for (FieldValue& stored : record.values)
      if (stored.key == (custom ? "custom" : wanted.key)) stored.value = std::move(value);
  }
  for (const FieldInfo& field : fields_of(record.entity)) {
    if (!field.required) continue;
    const Value* value = value_in(record.values, field.key);
    COHOI_CHECK(check_field(field, value ? *value : Value{}));
  }
  return record;
}

}  // namespace cohoi::app
