// One field's value without its type's name: what tables, the change log, undo, import and sync carry.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "core/base/money.h"

namespace cohoi {

// monostate = not given. Text is NFC and never empty; dates, months, ids and enums travel as text; checks as 0/1; instants as ms.
using Value = std::variant<std::monostate, std::int64_t, std::string, Money>;

[[nodiscard]] inline bool given(const Value& value) { return !std::holds_alternative<std::monostate>(value); }

}  // namespace cohoi
