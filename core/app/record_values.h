// Field values laid over a record, with every check a single field allows.
#pragma once

#include <initializer_list>
#include <string_view>

#include "core/app/draft.h"

namespace cohoi::app {

// The record with the values set: known fields only, by-rule ones only when listed in `allowed` (else refused), each in its normal form
// (check_field), references to records that are there, nothing required left empty. The error's detail is the field's key.
[[nodiscard]] Result<store::RawRecord> with_values(const Draft& draft, store::RawRecord record, const std::vector<FieldValue>& values,
                                                   std::initializer_list<std::string_view> allowed = {});

// A value given among others; nothing when it is not.
[[nodiscard]] const Value* value_in(const std::vector<FieldValue>& values, std::string_view key);
// Its value, also of one of the user's own fields; not given when there is none.
[[nodiscard]] Value field_value(const std::vector<FieldValue>& values, std::string_view key);
[[nodiscard]] std::string text_in(const std::vector<FieldValue>& values, std::string_view key);

[[nodiscard]] Error field_error(ErrorCode code, Message message, std::string_view key);

}  // namespace cohoi::app
