#include "web/platform/fonts.h"

#include "web/platform/js_bridge.h"

#include <cstddef>
#include <cstdint>

namespace cohoi::platform {

namespace {

// Any size will do: the atlas bakes whatever size is pushed.
constexpr float nominal_size = 16;

ImFont* add(ImFontAtlas& atlas, const char* name, ImFont* merge_into) {
  const int size = cohoi_font_size(name);
  if (size <= 0) return nullptr;
  void* bytes = ImGui::MemAlloc(static_cast<std::size_t>(size));
  cohoi_font_read(name, bytes);
  ImFontConfig config;
  config.MergeMode = merge_into != nullptr;
  config.DstFont = merge_into;
  // Lucide draws from the base line up and fills its em; this sets it on the middle of the capitals.
  if (config.MergeMode) config.GlyphOffset = ImVec2(0, 0);
  return atlas.AddFontFromMemoryTTF(bytes, size, nominal_size, &config);
}

// The font's own em over ascent - descent, read from its `head` and `hhea` tables.
float em_ratio_of(const char* name) {
  const int size = cohoi_font_size(name);
  if (size < 12) return 1;
  ImVector<unsigned char> file;
  file.resize(size);
  cohoi_font_read(name, file.Data);
  const auto u16 = [&file](int at) { return at + 1 < file.Size ? file[at] * 256 + file[at + 1] : 0; };
  const auto s16 = [&u16](int at) { return static_cast<std::int16_t>(u16(at)); };
  const auto u32 = [&u16](int at) { return u16(at) * 65536 + u16(at + 2); };
  int head = 0;
  int hhea = 0;
  for (int table = 0; table < u16(4); ++table) {
    const int at = 12 + table * 16;
    if (u32(at) == 0x68656164) head = u32(at + 8);
    if (u32(at) == 0x68686561) hhea = u32(at + 8);
  }
  const int height = s16(hhea + 4) - s16(hhea + 6);
  if (head == 0 || hhea == 0 || height <= 0) return 1;
  return static_cast<float>(u16(head + 18)) / static_cast<float>(height);
}

}  // namespace

Fonts load_fonts(ImFontAtlas& atlas) {
  Fonts fonts;
  fonts.regular = add(atlas, "regular", nullptr);
  if (fonts.regular != nullptr) add(atlas, "icons", fonts.regular);
  fonts.semibold = add(atlas, "semibold", nullptr);
  if (fonts.semibold != nullptr) add(atlas, "icons", fonts.semibold);
  fonts.em_ratio = em_ratio_of("regular");
  return fonts;
}

}  // namespace cohoi::platform
