#include "web/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace cohoi::ui {

namespace {

constexpr ImU32 rgb(std::uint32_t hex) {
  return IM_COL32((hex >> 16U) & 0xFFU, (hex >> 8U) & 0xFFU, hex & 0xFFU, 255);
}

constexpr Theme light{
    .dark = false,
    .page = rgb(0xF7F8FA), .surface = rgb(0xFFFFFF), .raised = rgb(0xFFFFFF),
    .border = rgb(0xE4E7EC), .border_strong = rgb(0x7F899C),
    .text = rgb(0x101828), .second = rgb(0x475467),
    .accent = rgb(0x2563EB), .on_accent = rgb(0xFFFFFF),
    .accent_hover = rgb(0x1D55D4), .accent_pressed = rgb(0x1A4ABA), .accent_soft = rgb(0xEFF4FF),
    .good = rgb(0x067647), .good_soft = rgb(0xECFDF3),
    .warning = rgb(0xB54708), .warning_soft = rgb(0xFFFAEB),
    .bad = rgb(0xB42318), .bad_soft = rgb(0xFEF3F2),
    .bad_hover = rgb(0x962017), .on_bad = rgb(0xFFFFFF),
    .neutral_soft = rgb(0xF0F2F5),
    .hover = rgb(0xF3F5F8), .pressed = rgb(0xE9ECF1), .selected = rgb(0xEFF4FF),
    .dim = IM_COL32(16, 24, 40, 110), .shadow = IM_COL32(16, 24, 40, 8),
};

constexpr Theme dark{
    .dark = true,
    .page = rgb(0x0F1419), .surface = rgb(0x171C23), .raised = rgb(0x1E242D),
    .border = rgb(0x2A313C), .border_strong = rgb(0x667085),
    .text = rgb(0xE6EAF0), .second = rgb(0x98A2B3),
    .accent = rgb(0x6C9CFF), .on_accent = rgb(0x0B1220),
    .accent_hover = rgb(0x85ADFF), .accent_pressed = rgb(0x9BBCFF), .accent_soft = rgb(0x1A2740),
    .good = rgb(0x47CD89), .good_soft = rgb(0x10291D),
    .warning = rgb(0xFDB022), .warning_soft = rgb(0x2E2210),
    .bad = rgb(0xF97066), .bad_soft = rgb(0x331917),
    .bad_hover = rgb(0xFB8A82), .on_bad = rgb(0x250A08),
    .neutral_soft = rgb(0x222933),
    .hover = rgb(0x1D232C), .pressed = rgb(0x252C37), .selected = rgb(0x1A2740),
    .dim = IM_COL32(0, 0, 0, 150), .shadow = IM_COL32(0, 0, 0, 30),
};

constexpr Theme contrast_light{
    .dark = false,
    .page = rgb(0xFFFFFF), .surface = rgb(0xFFFFFF), .raised = rgb(0xFFFFFF),
    .border = rgb(0x595959), .border_strong = rgb(0x000000),
    .text = rgb(0x000000), .second = rgb(0x262626),
    .accent = rgb(0x0B2FB8), .on_accent = rgb(0xFFFFFF),
    .accent_hover = rgb(0x08248F), .accent_pressed = rgb(0x061A68), .accent_soft = rgb(0xE3EAFF),
    .good = rgb(0x00491F), .good_soft = rgb(0xDDF7E6),
    .warning = rgb(0x662800), .warning_soft = rgb(0xFFF1CC),
    .bad = rgb(0x8A0A0A), .bad_soft = rgb(0xFFE3E1),
    .bad_hover = rgb(0x660505), .on_bad = rgb(0xFFFFFF),
    .neutral_soft = rgb(0xEBEBEB),
    .hover = rgb(0xEDEDED), .pressed = rgb(0xDADADA), .selected = rgb(0xE3EAFF),
    .dim = IM_COL32(0, 0, 0, 170), .shadow = IM_COL32(0, 0, 0, 0),
};

constexpr Theme contrast_dark{
    .dark = true,
    .page = rgb(0x000000), .surface = rgb(0x000000), .raised = rgb(0x0A0A0A),
    .border = rgb(0x9E9E9E), .border_strong = rgb(0xFFFFFF),
    .text = rgb(0xFFFFFF), .second = rgb(0xE3E3E3),
    .accent = rgb(0x8FC7FF), .on_accent = rgb(0x000000),
    .accent_hover = rgb(0xB3D9FF), .accent_pressed = rgb(0xD6EBFF), .accent_soft = rgb(0x0B2440),
    .good = rgb(0x7DF0AE), .good_soft = rgb(0x08301A),
    .warning = rgb(0xFFD466), .warning_soft = rgb(0x332400),
    .bad = rgb(0xFFB3AD), .bad_soft = rgb(0x40110E),
    .bad_hover = rgb(0xFFD0CC), .on_bad = rgb(0x000000),
    .neutral_soft = rgb(0x242424),
    .hover = rgb(0x1F1F1F), .pressed = rgb(0x303030), .selected = rgb(0x0B2440),
    .dim = IM_COL32(0, 0, 0, 190), .shadow = IM_COL32(0, 0, 0, 0),
};

// Of two opaque colours; paint.h's mix is for what is drawn.
ImU32 blend(ImU32 one, ImU32 other, unsigned share_of_256) {
  ImU32 result = IM_COL32_A_MASK;
  for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT})
    result |= ((((one >> shift) & 0xFFU) * (256U - share_of_256) + ((other >> shift) & 0xFFU) * share_of_256) / 256U) << shift;
  return result;
}

double channel(ImU32 colour, int shift) {
  const double value = static_cast<double>((colour >> shift) & 0xFFU) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 colour) {
  return 0.2126 * channel(colour, IM_COL32_R_SHIFT) + 0.7152 * channel(colour, IM_COL32_G_SHIFT) +
         0.0722 * channel(colour, IM_COL32_B_SHIFT);
}

}  // namespace

const Theme& theme_of(ThemeKind kind) {
  switch (kind) {
    case ThemeKind::dark: return dark;
    case ThemeKind::contrast_light: return contrast_light;
    case ThemeKind::contrast_dark: return contrast_dark;
    case ThemeKind::light:
    case ThemeKind::forced: break;
  }
  return light;
}

// Two pairs of colours are all there is: meaning stands in words and shapes, grounds differ by a shade of the text.
Theme theme_of_system(const SystemColours& colours) {
  const ImU32 back = colours.canvas, ink = colours.canvas_text;
  const ImU32 shade = blend(back, ink, 24), deeper = blend(back, ink, 40);
  return {
      .dark = luminance(back) < 0.5,
      .page = back, .surface = back, .raised = back,
      .border = ink, .border_strong = ink,
      .text = ink, .second = ink,
      .accent = colours.highlight, .on_accent = colours.highlight_text,
      .accent_hover = colours.highlight, .accent_pressed = colours.highlight, .accent_soft = back,
      .good = ink, .good_soft = shade, .warning = ink, .warning_soft = shade, .bad = ink, .bad_soft = shade,
      .bad_hover = ink, .on_bad = back,
      .neutral_soft = shade,
      .hover = shade, .pressed = deeper, .selected = back,
      .dim = (back & ~static_cast<ImU32>(IM_COL32_A_MASK)) | (200U << IM_COL32_A_SHIFT), .shadow = 0,
  };
}

ImU32 ink_of(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::normal: return theme.text;
    case Tone::second: return theme.second;
    case Tone::accent: return theme.accent;
    case Tone::good: return theme.good;
    case Tone::warning: return theme.warning;
    case Tone::bad: return theme.bad;
  }
  return theme.text;
}

ImU32 soft_of(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::normal:
    case Tone::second: return theme.neutral_soft;
    case Tone::accent: return theme.accent_soft;
    case Tone::good: return theme.good_soft;
    case Tone::warning: return theme.warning_soft;
    case Tone::bad: return theme.bad_soft;
  }
  return theme.neutral_soft;
}

double contrast(ImU32 one, ImU32 other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace cohoi::ui
