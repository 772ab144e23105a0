#include "web/platform/glyph_fallback.h"

#include "web/platform/js_bridge.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace cohoi::platform {

namespace {

// Kept as the source's "file", so that the atlas owns it.
struct Look {
  int weight;
  float em_ratio;
};

struct Range {
  ImWchar first, last;
};

bool within(ImWchar code, std::initializer_list<Range> ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](const Range& range) { return code >= range.first && code <= range.last; });
}

// ASCII is never missing; U+FFFD and the ellipsis are ImGui's own affair; private use is our icons.
bool is_ours(ImWchar code) { return code < 0x80 || code == 0xFFFD || code == 0x2026 || within(code, {{0xE000, 0xF8FF}, {0xF0000, 0x10FFFF}}); }

// Combining marks, joiners and variation selectors change the letter before them, which ImGui cannot do: better nothing than dots beside it.
bool is_invisible(ImWchar code) {
  return within(code, {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
                       {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF}});
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code, ImFontGlyph* glyph, float* advance) {
  const auto& look = *static_cast<const Look*>(source->FontData);
  if (is_invisible(code)) {
    if (advance != nullptr) {
      *advance = 0;
    } else {
      glyph->Codepoint = code;
      glyph->AdvanceX = 0;
    }
    return true;
  }
  if (is_ours(code)) return false;

  float measures[5];
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  if (cohoi_glyph_measure(code, baked->Size * look.em_ratio * density, look.weight, measures) == 0) return false;
  if (advance != nullptr) {
    *advance = measures[0] / density;
    return true;
  }
  glyph->Codepoint = code;
  glyph->AdvanceX = measures[0] / density;
  // One pixel around it for what anti-aliasing spills.
  const float left = std::ceil(measures[1]) + 1;
  const float up = std::ceil(measures[2]) + 1;
  const int width = static_cast<int>(left + std::ceil(measures[3])) + 1;
  const int height = static_cast<int>(up + std::ceil(measures[4])) + 1;
  if (width <= 2 || height <= 2) return true;

  const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(atlas, width, height);
  if (packed == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* place = ImFontAtlasPackGetRect(atlas, packed);
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(width * height * 4);
  glyph->Colored = cohoi_glyph_draw(pixels.Data, width, height, left, up) != 0;
  const float base_line = std::round(baked->Ascent);
  glyph->X0 = -left / density;
  glyph->Y0 = -up / density + base_line;
  glyph->X1 = glyph->X0 + static_cast<float>(width) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(height) / density;
  glyph->Visible = true;
  glyph->PackId = packed;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, place, pixels.Data, ImTextureFormat_RGBA32, width * 4);
  return true;
}

const ImFontLoader* loader() {
  static const ImFontLoader made = [] {
    ImFontLoader one;
    one.Name = "browser";
    one.FontBakedLoadGlyph = load_glyph;
    return one;
  }();
  return &made;
}

}  // namespace

void add_browser_glyphs(ImFontAtlas& atlas, ImFont* font, int weight, float em_ratio) {
  auto* look = static_cast<Look*>(ImGui::MemAlloc(sizeof(Look)));
  *look = Look{weight, em_ratio};
  ImFontConfig config;
  config.MergeMode = true;
  config.DstFont = font;
  config.FontLoader = loader();
  config.FontData = look;
  config.FontDataSize = static_cast<int>(sizeof(Look));
  atlas.AddFont(&config);
}

}  // namespace cohoi::platform
