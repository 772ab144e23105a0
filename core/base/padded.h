// Numbers with leading zeros, as dates and decimals need them.
#pragma once

#include <cstdint>
#include <string>

namespace cohoi {

[[nodiscard]] inline std::string padded(std::uint64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace cohoi
