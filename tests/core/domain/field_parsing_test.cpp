#include "core/domain/record.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

namespace {

Result<Value> parse(FieldType type, std::string_view text) { return parse_field(FieldInfo{.key = "x", .type = type}, text, Currency{}, 420); }

Value parsed(FieldType type, std::string_view text) {
  const auto value = parse(type, text);
  REQUIRE(value);
  return *value;
}

std::string refused(FieldType type, std::string_view text) {
  const auto value = parse(type, text);
  REQUIRE_FALSE(value);
  CHECK(value.error().code == ErrorCode::invalid);
  return value.error().message.key;
}

Value text(const char* value) { return std::string(value); }
Value number(std::int64_t value) { return value; }

}  // namespace

TEST_CASE("Empty or blank text is not given, whatever the field") {
  for (int type = 0; type <= static_cast<int>(FieldType::ref); ++type) CHECK_FALSE(given(parsed(static_cast<FieldType>(type), " \t ")));
}

TEST_CASE("Text is tidied and put into NFC; long text keeps its lines") {
  CHECK(parsed(FieldType::text, "  Nguye\xCC\x82\xCC\x83n   Va\xCC\x86n  An ") == text("Nguyễn Văn An"));
  CHECK(parsed(FieldType::long_text, "a\r\nb\n") == text("a\nb"));
  const auto long_name = parse_field(FieldInfo{.key = "name", .max_length = 120}, std::string(121, 'x'), Currency{}, 0);
  REQUIRE_FALSE(long_name);
  CHECK(long_name.error().message == msg("error.too_long", std::int64_t{120}));
  CHECK(parse(FieldType::long_text, std::string(5000, 'x')));
}

TEST_CASE("Ways to reach somebody are checked and say what to enter") {
  CHECK(parsed(FieldType::email, " An@SaoMai.vn ") == text("An@SaoMai.vn"));
  CHECK(refused(FieldType::email, "an@") == "error.email");
  CHECK(parsed(FieldType::phone, "0903 123 456") == text("0903 123 456"));
  CHECK(refused(FieldType::phone, "gọi sau") == "error.phone");
  CHECK(parsed(FieldType::tax_code, "0312 345 678") == text("0312345678"));
  CHECK(refused(FieldType::tax_code, "!!") == "error.tax_code");
  CHECK(parsed(FieldType::link, "BetaPages.com") == text("BetaPages.com"));
  CHECK(parsed(FieldType::link, "https://saomai.vn:8080/a?b=c") == text("https://saomai.vn:8080/a?b=c"));
  CHECK(refused(FieldType::link, "javascript:alert(1).x") == "error.link");
  CHECK(refused(FieldType::link, "saomai") == "error.link");
}

TEST_CASE("Amounts, numbers and percentages are read as people write them") {
  CHECK(parsed(FieldType::money, "1.234.567") == Value{dong(1234567)});
  CHECK(refused(FieldType::money, "nhiều") == "error.money");
  CHECK(refused(FieldType::money, "-5") == "error.negative");
  CHECK(parsed(FieldType::integer, "2822") == number(2822));
  CHECK(parsed(FieldType::integer, "1.234") == number(1234));
  CHECK(parsed(FieldType::integer, "1,234,567") == number(1234567));
  CHECK(parsed(FieldType::integer, "2822.0") == number(2822));
  CHECK(refused(FieldType::integer, "1.5") == "error.integer");
  CHECK(refused(FieldType::integer, "12a") == "error.integer");
  CHECK(refused(FieldType::integer, "99999999999999999999") == "error.integer");
  CHECK(refused(FieldType::integer, "-3") == "error.negative");
  CHECK(parsed(FieldType::percent, "40 %") == number(40));
  CHECK(refused(FieldType::percent, "140") == "error.percent");
  CHECK(refused(FieldType::percent, "%") == "error.percent");
}

TEST_CASE("Days, months and times are read day first and travel as ISO text") {
  CHECK(parsed(FieldType::date, "23/11/2026") == text("2026-11-23"));
  CHECK(refused(FieldType::date, "31/02/2026") == "error.date");
  CHECK(parsed(FieldType::month, "11/2026") == text("2026-11"));
  CHECK(refused(FieldType::month, "13/2026") == "error.month");
  CHECK(parsed(FieldType::timestamp, "2026-11-23 07:00") == number(at(2026, 11, 23, 0).ms));
  CHECK(refused(FieldType::timestamp, "mai") == "error.timestamp");
}

TEST_CASE("Checks, choices, tags and references") {
  CHECK(parsed(FieldType::check, "Có") == number(1));
  CHECK(parsed(FieldType::check, "No") == number(0));
  CHECK(refused(FieldType::check, "có lẽ") == "error.check");
  const FieldInfo part{.key = "part", .type = FieldType::choice, .choices = EnumNames<Part>::names};
  CHECK(*parse_field(part, "Decision Maker", Currency{}, 0) == text("decision_maker"));
  CHECK(parse_field(part, "boss", Currency{}, 0).error().message.key == "error.choice");
  CHECK(parsed(FieldType::tags, "b; a") == text("a, b"));
  CHECK(refused(FieldType::ref, "Lan") == "error.ref");
  CHECK(parsed(FieldType::ref, id<Owner>(7).to_string()) == text(id<Owner>(7).to_string().c_str()));
}

TEST_CASE("What parse_field gives, check_field takes") {
  const FieldInfo required{.key = "name", .required = true};
  CHECK(check_field(required, Value{}).error().message.key == "error.required");
  CHECK(check_field(required, text("Sao Mai")));
  CHECK(check_field(required, text(" Sao Mai")).error().message.key == "error.value");
  CHECK_FALSE(check_field(FieldInfo{.key = "x", .type = FieldType::money}, text("5")));
  CHECK_FALSE(check_field(FieldInfo{.key = "x", .type = FieldType::check}, number(2)));
  CHECK_FALSE(check_field(FieldInfo{.key = "x", .type = FieldType::date}, text("23/11/2026")));
}
