#include <algorithm>

#include "core/base/contact_points.h"
#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/domain/record.h"

namespace cohoi {
namespace {

Status invalid(const FieldInfo& field, Message message) { return fail(ErrorCode::invalid, std::move(message), std::string(field.key)); }

// Another program's or a damaged value: no user can have typed it, so the sentence stays general.
Status wrong_type(const FieldInfo& field) { return invalid(field, msg("error.value")); }

Status check_text(const FieldInfo& field, const std::string& text) {
  const bool is_long = field.type == FieldType::long_text;
  if (text.empty() || !(is_long ? text == tidy_long(text) : is_tidy(text))) return wrong_type(field);
  const int limit = max_length_of(field);
  if (utf16_length(text) > static_cast<std::size_t>(limit)) return invalid(field, msg("error.too_long", std::int64_t{limit}));
  switch (field.type) {
    case FieldType::email:
      if (!is_email(text)) return invalid(field, msg("error.email"));
      break;
    case FieldType::phone:
      if (normal_phone(text).empty()) return invalid(field, msg("error.phone"));
      break;
    case FieldType::tax_code:
      if (normal_tax_code(text).empty()) return invalid(field, msg("error.tax_code"));
      break;
    case FieldType::link:
      if (!is_web_address(text)) return invalid(field, msg("error.link"));
      break;
    case FieldType::choice:
      if (std::find(field.choices.begin(), field.choices.end(), text) == field.choices.end())
        return invalid(field, msg("error.choice"));
      break;
    default: break;
  }
  return {};
}

// Of several choices: each is one of them.
Status check_items(const FieldInfo& field, const std::string& text) {
  if (field.choices.empty()) return {};
  for (const std::string& item : split_tags(text).items)
    if (std::find(field.choices.begin(), field.choices.end(), item) == field.choices.end()) return invalid(field, msg("error.choice"));
  return {};
}

Status check_number(const FieldInfo& field, std::int64_t number) {
  switch (field.type) {
    case FieldType::check:
      if (number != 0 && number != 1) return wrong_type(field);
      break;
    case FieldType::integer:
      if (number < 0) return invalid(field, msg("error.negative"));
      break;
    case FieldType::percent:
      if (number < 0 || number > 100) return invalid(field, msg("error.percent"));
      break;
    default: break;
  }
  return {};
}

}  // namespace

int max_length_of(const FieldInfo& field) {
  constexpr int long_text_limit = 20000;
  return field.type == FieldType::long_text ? long_text_limit : field.max_length;
}

bool is_web_address(std::string_view text) {
  const std::string low = lower(text);
  std::string_view rest = low;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (rest.substr(0, scheme.size()) == scheme) {
      rest.remove_prefix(scheme.size());
      break;
    }
  }
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const auto dot = host.find('.');
  // A colon is a port; anything else with a colon would be a scheme we do not want to open (javascript:, data:).
  const auto colon = host.find(':');
  if (colon != std::string_view::npos && !is_ascii_digits(host.substr(colon + 1))) return false;
  return dot != std::string_view::npos && dot > 0 && host.back() != '.' && rest.find_first_of(" \t\n\"<>\\") == std::string_view::npos;
}

Status check_field(const FieldInfo& field, const Value& value) {
  if (!given(value)) return field.required ? invalid(field, msg("error.required")) : Status{};
  const auto* text = std::get_if<std::string>(&value);
  const auto* number = std::get_if<std::int64_t>(&value);
  switch (field.type) {
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::email:
    case FieldType::phone:
    case FieldType::link:
    case FieldType::tax_code:
    case FieldType::choice: return text ? check_text(field, *text) : wrong_type(field);
    case FieldType::tags: return text ? check_items(field, *text) : wrong_type(field);
    case FieldType::decimal: return text && is_decimal(*text) ? Status{} : invalid(field, msg("error.decimal"));
    case FieldType::date: return text && Date::parse_iso(*text) ? Status{} : invalid(field, msg("error.date"));
    case FieldType::month: return text && Month::parse_iso(*text) ? Status{} : invalid(field, msg("error.month"));
    case FieldType::ref: return text && Uuid::parse(*text) ? Status{} : invalid(field, msg("error.ref"));
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::check:
    case FieldType::timestamp: return number ? check_number(field, *number) : wrong_type(field);
    case FieldType::money: {
      const auto* money = std::get_if<Money>(&value);
      if (!money) return wrong_type(field);
      return money->minor < 0 ? invalid(field, msg("error.negative")) : Status{};
    }
  }
  return wrong_type(field);
}

Status check_values(Entity entity, const GivenValues& values) {
  const auto& fields = fields_of(entity);
  const Value none;
  auto next = values.begin();
  for (std::size_t field = 0; field < fields.size(); ++field) {
    const bool said = next != values.end() && next->field == field;
    COHOI_CHECK(check_field(fields[field], said ? (next++)->value : none));
  }
  return {};
}

}  // namespace cohoi
