#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/contact_points.h"
#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/domain/record.h"

namespace cohoi {
namespace {

Result<Value> invalid(const FieldInfo& field, Message message) {
  return fail(ErrorCode::invalid, std::move(message), std::string(field.key));
}

// 2822, 1.234, 1,234, "1 234", 2822.0. Separators stand between groups of three; a fraction must be zero.
std::optional<std::int64_t> read_integer(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      digits += c;
      continue;
    }
    if (c != '.' && c != ',' && c != ' ') return std::nullopt;
    const std::string_view rest = text.substr(i + 1);
    const std::string_view group = rest.substr(0, 3);
    const bool is_group = !digits.empty() && group.size() == 3 && is_ascii_digits(group) &&
                          (rest.size() == 3 || rest[3] < '0' || rest[3] > '9');
    if (is_group) continue;
    const bool zero_fraction = c != ' ' && !digits.empty() && !rest.empty() && rest.find_first_not_of('0') == std::string_view::npos;
    if (!zero_fraction) return std::nullopt;
    break;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return negative ? -number : number;
}

std::optional<bool> read_check(std::string_view text) {
  static constexpr std::array<std::string_view, 9> yes{"1", "true", "yes", "y", "x", "on", "co", "dung", "checked"};
  static constexpr std::array<std::string_view, 8> no{"0", "false", "no", "n", "off", "khong", "sai", "unchecked"};
  const std::string folded = fold(text);
  if (std::find(yes.begin(), yes.end(), folded) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), folded) != no.end()) return false;
  return std::nullopt;
}

// By its name, however it is written: decision_maker, "Decision maker", "Best-case".
std::optional<std::string> read_choice(const FieldInfo& field, std::string_view text) {
  const std::string wanted = fold(text);
  for (const std::string_view name : field.choices) {
    std::string shown(name);
    std::replace(shown.begin(), shown.end(), '_', ' ');
    if (fold(shown) == wanted) return std::string(name);
  }
  return std::nullopt;
}

Result<Value> parse_text(const FieldInfo& field, std::string_view text) {
  std::string clean = field.type == FieldType::long_text ? tidy_long(text) : tidy(text);
  if (field.type == FieldType::tax_code) {
    if (std::string normal = normal_tax_code(clean); !normal.empty()) clean = std::move(normal);
  }
  Value value = to_value(clean);
  if (given(value)) COHOI_CHECK(check_field(field, value));
  return value;
}

Result<Value> checked(const FieldInfo& field, Value value) {
  COHOI_CHECK(check_field(field, value));
  return value;
}

}  // namespace

Result<Value> parse_field(const FieldInfo& field, std::string_view text, Currency currency, int utc_offset_minutes) {
  const std::string clean = tidy(text);
  if (clean.empty()) return Value{};
  switch (field.type) {
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::email:
    case FieldType::phone:
    case FieldType::link:
    case FieldType::tax_code: return parse_text(field, text);
    case FieldType::money: {
      const auto money = parse_money(clean, currency);
      return money ? checked(field, *money) : invalid(field, msg("error.money"));
    }
    case FieldType::integer: {
      const auto number = read_integer(clean);
      return number ? checked(field, *number) : invalid(field, msg("error.integer"));
    }
    case FieldType::decimal: {
      // A lonely mark before three digits groups, as in whole numbers: which language the text is of, it does not say.
      auto plain = parse_decimal(clean, clean.find('.') != std::string::npos ? Language::vi : Language::en);
      return plain ? Result<Value>(*std::move(plain)) : invalid(field, msg("error.decimal"));
    }
    case FieldType::percent: {
      const bool signed_percent = clean.back() == '%';
      const auto number = read_integer(trim(std::string_view(clean).substr(0, clean.size() - (signed_percent ? 1U : 0U))));
      return number ? checked(field, *number) : invalid(field, msg("error.percent"));
    }
    case FieldType::date: {
      const auto date = parse_date(clean);
      return date ? Result<Value>(date->to_iso()) : invalid(field, msg("error.date"));
    }
    case FieldType::month: {
      const auto month = parse_month(clean);
      return month ? Result<Value>(month->to_iso()) : invalid(field, msg("error.month"));
    }
    case FieldType::timestamp: {
      const auto time = parse_timestamp(clean, utc_offset_minutes);
      return time ? Result<Value>(time->ms) : invalid(field, msg("error.timestamp"));
    }
    case FieldType::check: {
      const auto answer = read_check(clean);
      return answer ? Result<Value>(to_value(*answer)) : invalid(field, msg("error.check"));
    }
    case FieldType::choice: {
      auto choice = read_choice(field, clean);
      return choice ? Result<Value>(*std::move(choice)) : invalid(field, msg("error.choice"));
    }
    case FieldType::tags: return checked(field, to_value(split_tags(clean)));
    case FieldType::ref: {
      const auto id = Uuid::parse(clean);
      return id ? Result<Value>(id->to_string()) : invalid(field, msg("error.ref"));
    }
  }
  return invalid(field, msg("error.value"));
}

}  // namespace cohoi
