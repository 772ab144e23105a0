// The core's Messages as sentences of the current language.
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/message.h"

namespace cohoi::ui {

// Arguments are written as the language writes them: money, dates, numbers; lists as "a, b and c". An unknown key shows itself,
// so that a forgotten text is seen and reported rather than a hole.
[[nodiscard]] std::string translate(const Message& message);
[[nodiscard]] std::string translate(const Error& error);  // its message, and what is missing behind it
[[nodiscard]] std::string join_list(const std::vector<std::string>& parts);

}  // namespace cohoi::ui
