#include "web/platform/fonts.h"

#include "web/platform/glyph_fallback.h"
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
  fonts.em_ratio = em_ratio_of("regular");
  const auto family = [&atlas, &fonts](const char* name, int weight) {
    ImFont* font = add(atlas, name, nullptr);
    if (font == nullptr) return font;
    add(atlas, "icons", font);
    add_browser_glyphs(atlas, font, weight, fonts.em_ratio);
    return font;
  };
  fonts.regular = family("regular", 400);
  fonts.semibold = family("semibold", 600);
  return fonts;
}

}  // namespace cohoi::platform
