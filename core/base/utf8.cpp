#include "core/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace cohoi::utf8 {
namespace {

struct Lead {
  int trailing;
  std::uint8_t bits;
  std::uint8_t second_min;
  std::uint8_t second_max;
};

// The second byte's range rules out overlong forms, surrogates and values beyond U+10FFFF.
constexpr Lead lead_of(std::uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, static_cast<std::uint8_t>(byte & 0x1FU), 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x0D, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, static_cast<std::uint8_t>(byte & 0x0FU), 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, static_cast<std::uint8_t>(byte & 0x07U), 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x04, 0x80, 0x8F};
  return {0, 0, 0, 0};
}

}  // namespace

char32_t next(std::string_view text, std::size_t& position) {
  const auto first = static_cast<std::uint8_t>(text[position++]);
  if (first < 0x80) return first;
  const Lead lead = lead_of(first);
  if (lead.trailing == 0) return replacement;
  char32_t code_point = lead.bits;
  for (int i = 0; i < lead.trailing; ++i) {
    if (position >= text.size()) return replacement;
    const auto byte = static_cast<std::uint8_t>(text[position]);
    const std::uint8_t low = i == 0 ? lead.second_min : 0x80;
    const std::uint8_t high = i == 0 ? lead.second_max : 0xBF;
    if (byte < low || byte > high) return replacement;
    code_point = (code_point << 6U) | (byte & 0x3FU);
    ++position;
  }
  return code_point;
}

void append(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = replacement;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<std::uint8_t>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

bool is_ascii(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
  std::size_t i = 0;
  for (; i + sizeof(std::uint64_t) <= text.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, text.data() + i, sizeof chunk);
    if ((chunk & high_bits) != 0) return false;
  }
  for (; i < text.size(); ++i)
    if (static_cast<std::uint8_t>(text[i]) >= 0x80) return false;
  return true;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) out.push_back(next(text, i));
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 2);
  for (const char32_t code_point : text) append(out, code_point);
  return out;
}

}  // namespace cohoi::utf8
