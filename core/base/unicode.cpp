#include "core/base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

namespace cohoi::unicode {
namespace {

constexpr utf8proc_int32_t raw(char32_t code_point) { return static_cast<utf8proc_int32_t>(code_point); }

}  // namespace

Kind kind_of(char32_t code_point) {
  switch (utf8proc_category(raw(code_point))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
      return Kind::mark;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return Kind::space;
    case UTF8PROC_CATEGORY_CF:
      return Kind::hidden;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return Kind::other;
    default:
      return Kind::word;
  }
}

bool is_letter(char32_t code_point) {
  const auto category = utf8proc_category(raw(code_point));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

char32_t to_lower(char32_t code_point) { return static_cast<char32_t>(utf8proc_tolower(raw(code_point))); }
char32_t to_upper(char32_t code_point) { return static_cast<char32_t>(utf8proc_toupper(raw(code_point))); }

void decompose(char32_t code_point, std::u32string& out) {
  // The longest canonical decomposition has four characters.
  std::array<utf8proc_int32_t, 16> parts{};
  int last_boundary_class = 0;
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(raw(code_point), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                              UTF8PROC_DECOMPOSE, &last_boundary_class);
  if (count <= 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) {
    out.push_back(code_point);
    return;
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) out.push_back(static_cast<char32_t>(parts[i]));
}

void compose(std::u32string& text) {
  std::vector<utf8proc_int32_t> buffer(text.begin(), text.end());
  const auto combining_class = [](utf8proc_int32_t c) { return utf8proc_get_property(c)->combining_class; };
  // utf8proc composes but leaves the canonical order of marks to the caller.
  for (auto run = buffer.begin(); run != buffer.end();) {
    if (combining_class(*run) == 0) {
      ++run;
      continue;
    }
    const auto end = std::find_if(run, buffer.end(), [&](utf8proc_int32_t c) { return combining_class(c) == 0; });
    std::stable_sort(run, end,
                     [&](utf8proc_int32_t a, utf8proc_int32_t b) { return combining_class(a) < combining_class(b); });
    run = end;
  }
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  const utf8proc_ssize_t length =
      utf8proc_normalize_utf32(buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()), options);
  if (length < 0) return;
  text.clear();
  for (std::size_t i = 0; i < static_cast<std::size_t>(length); ++i) text.push_back(static_cast<char32_t>(buffer[i]));
}

}  // namespace cohoi::unicode
