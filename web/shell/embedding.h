// Cohoi inside another page: what its address asks for. README, "Embedding", tells the grammar.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/locale.h"
#include "web/shell/place.h"

namespace cohoi::shell {

enum class ThemeChoice : std::uint8_t { system, light, dark, high_contrast };

struct Embedding {
  bool on = false;
  bool rail = true;
  bool read_only = false;
  std::optional<Language> language;
  std::optional<ThemeChoice> theme;
  std::uint32_t screens = ~0U;  // a bit for each of the rail's

  [[nodiscard]] bool shows(Screen screen) const;
};

// "?embed=1&screens=leads,contacts&lang=vi&theme=dark&readonly=1&rail=0". Without "embed" the rest counts nothing.
[[nodiscard]] Embedding read_embedding(std::string_view query);

// What crosses to the page and back is records of fields, with the signs that Unicode has for it.
inline constexpr char field_end = '\x1f', record_end = '\x1e';

}  // namespace cohoi::shell
