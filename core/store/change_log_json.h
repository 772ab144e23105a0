// The JSON of the change log: labels of transactions and whole records. Texts as they are, numbers as numbers, the
// other types as an object with one key that names the type. Internal to core/store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"
#include "core/domain/fields.h"

namespace cohoi::store {

[[nodiscard]] std::string message_to_json(const Message& message);
// A message with the text as its key when it is no JSON of ours.
[[nodiscard]] Message message_from_json(std::string_view text);

// What the log keeps of an imported record: that it came. Its values then are those it has now, with every later change
// taken back; writing them a second time would double the file.
inline constexpr std::string_view imported_values = "{}";

// Only the given fields are written; reading gives only those.
[[nodiscard]] std::string values_to_json(const std::vector<FieldInfo>& fields, const std::vector<Value>& values);
[[nodiscard]] std::optional<std::vector<FieldValue>> values_from_json(std::string_view text);

}  // namespace cohoi::store
