#include "core/base/ids.h"

namespace cohoi {
namespace {

constexpr bool dash_before(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::array<std::uint8_t, 16> bytes{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (dash_before(i) && text[at++] != '-') return std::nullopt;
    const int high = hex_value(text[at++]);
    const int low = hex_value(text[at++]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Uuid(bytes);
}

std::string Uuid::to_string() const {
  if (empty()) return {};
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(36);
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    if (dash_before(i)) out.push_back('-');
    out.push_back(digits[bytes_[i] >> 4U]);
    out.push_back(digits[bytes_[i] & 0x0FU]);
  }
  return out;
}

Uuid make_uuid_v7(std::int64_t unix_ms, std::uint16_t counter, std::uint64_t random) {
  std::array<std::uint8_t, 16> bytes{};
  const auto time = static_cast<std::uint64_t>(unix_ms);
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>((time >> (40U - 8U * i)) & 0xFFU);
  // The counter fills rand_a and the first four bits of rand_b, right behind the version and the variant.
  bytes[6] = static_cast<std::uint8_t>(0x70U | (counter >> 12U));
  bytes[7] = static_cast<std::uint8_t>((counter >> 4U) & 0xFFU);
  bytes[8] = static_cast<std::uint8_t>(0x80U | ((counter & 0x0FU) << 2U) | ((random >> 56U) & 0x03U));
  for (std::size_t i = 0; i < 7; ++i) bytes[9 + i] = static_cast<std::uint8_t>((random >> (48U - 8U * i)) & 0xFFU);
  return Uuid(bytes);
}

}  // namespace cohoi

std::size_t std::hash<cohoi::Uuid>::operator()(const cohoi::Uuid& id) const noexcept {
  // FNV-1a over all bytes: ids of other makers need not be random anywhere in particular.
  std::uint64_t mixed = 0xCBF29CE484222325ULL;
  for (const std::uint8_t byte : id.bytes()) mixed = (mixed ^ byte) * 0x100000001B3ULL;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
}
