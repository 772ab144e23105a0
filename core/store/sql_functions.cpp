#include "core/store/sql_functions.h"

#include <string_view>

#include "core/domain/custom_field.h"

namespace cohoi::store {
namespace {

Value value_of(sqlite3_value** arguments) {
  const auto text = [](sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
  };
  return custom_value(text(arguments[0]), text(arguments[1]));
}

void answer(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void value_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  const Value value = value_of(arguments);
  if (const auto* text = std::get_if<std::string>(&value)) answer(context, *text);
  if (const auto* number = std::get_if<std::int64_t>(&value)) sqlite3_result_int64(context, *number);
  if (const auto* money = std::get_if<Money>(&value)) sqlite3_result_int64(context, money->minor);
}

void currency_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  const Value value = value_of(arguments);
  if (const auto* money = std::get_if<Money>(&value)) answer(context, money->currency.code());
}

}  // namespace

int add_sql_functions(sqlite3* handle) {
  constexpr int kind = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
  const int result = sqlite3_create_function(handle, "custom_value", 2, kind, nullptr, value_function, nullptr, nullptr);
  if (result != SQLITE_OK) return result;
  return sqlite3_create_function(handle, "custom_currency", 2, kind, nullptr, currency_function, nullptr, nullptr);
}

}  // namespace cohoi::store
