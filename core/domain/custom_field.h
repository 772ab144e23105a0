// Fields the user adds to leads, opportunities, accounts and contacts: how they are defined, how a record keeps their values, and which
// there are now.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/domain/enums.h"
#include "core/domain/fields.h"

namespace cohoi {

struct CustomField {
  static constexpr Entity entity = Entity::custom_field;

  Id<CustomField> id;
  RecordKind record_kind = RecordKind::lead;
  std::string key;  // "custom_…": what a record keeps its value under; never changes
  std::string name;
  CustomType type = CustomType::text;  // never changes: values of another type would not fit
  std::string choices;                 // one on a line, in the order they are offered; kept by records in these words
  std::int64_t position = 0;
  bool retired = false;  // no longer asked or shown; records keep their values

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "record_kind", .type = choice, .written = Written::by_rule, .choices = EnumNames<RecordKind>::names}, r.record_kind);
    visit(FieldInfo{.key = "key", .type = text, .written = Written::by_rule}, r.key);
    visit(FieldInfo{.key = "name", .type = text, .required = true, .max_length = 60}, r.name);
    visit(FieldInfo{.key = "value_type", .type = choice, .choices = EnumNames<CustomType>::names}, r.type);
    visit(FieldInfo{.key = "choices", .type = long_text}, r.choices);
    visit(FieldInfo{.key = "position", .type = integer}, r.position);
    visit(FieldInfo{.key = "retired", .type = check}, r.retired);
  }
};

[[nodiscard]] std::string custom_key(Id<CustomField> id);
[[nodiscard]] bool is_custom(std::string_view key);
[[nodiscard]] bool has_choices(CustomType type);
[[nodiscard]] std::vector<std::string> choices_of(const CustomField& field);  // tidy, each once

// A record keeps the values of all of them in one text, a line for each that is given, in order of key:
//   custom_0193a1b2c3d4 text Quận 1
//   custom_0193a1b2c3d5 money VND 1200000
//   custom_0193a1b2c3d6 number 1        (whole numbers: checks)
// Lines of another form are left alone.
[[nodiscard]] Value custom_value(std::string_view kept, std::string_view key);
[[nodiscard]] Value custom_value_in(const Value& kept, std::string_view key);  // the text as a field's value
[[nodiscard]] std::string with_custom_value(std::string_view kept, std::string_view key, const Value& value);

// The fields of the data that is open now. One data file is open at a time, and lists, forms, filters and the store read one catalogue:
// the session sets it whenever it has loaded. What was found in it lives as long as the program.
void use_custom_fields(std::vector<CustomField> fields);
[[nodiscard]] std::size_t custom_fields_version();  // rises when they change
[[nodiscard]] const std::vector<FieldInfo>& custom_fields_of(Entity entity);  // in order, without the retired
[[nodiscard]] const CustomField* custom_field_named(std::string_view key);    // also a retired one; null when there is none

}  // namespace cohoi
