// libFuzzer: any text as a value of any type. What is read is a value that its field accepts.
#include <cstdint>
#include <cstdlib>

#include "core/app/import/column_study.h"
#include "core/base/decimal.h"
#include "core/base/when.h"
#include "core/domain/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cohoi;
  using enum FieldType;
  const std::string written(data, data + size);
  for (const FieldType type : {FieldType::text, long_text, email, phone, link, tax_code, money, integer, percent, date, month, timestamp, check, FieldType::tags, decimal}) {
    const FieldInfo field{.key = "x", .type = type};
    const auto value = parse_field(field, written, Currency{}, 420);
    if (value && given(*value) && type != decimal && !check_field(field, *value)) std::abort();
  }
  for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first}) {
    const auto day = parse_date(written, order);
    if (day && parse_date(day->to_iso()) != day) std::abort();
    (void)parse_timestamp(written, 420, order);
  }
  app::DateStudy dates;
  dates.see(written);
  app::MoneyStudy amounts;
  amounts.see(written);
  (void)amounts.normal(written);
  return 0;
}
