// The signs filters and list requests are written with, so that they stand in an address and in a setting as they are: letters, digits and
// "_" for themselves, every other byte as "~" and two hexadecimal digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cohoi::app {

[[nodiscard]] std::string escaped(std::string_view text);
// Nothing when the text has signs that escaped() never writes.
[[nodiscard]] std::optional<std::string> unescaped(std::string_view text);
// The parts between the signs; none of an empty text.
[[nodiscard]] std::vector<std::string_view> split_at(std::string_view text, char sign);

}  // namespace cohoi::app
