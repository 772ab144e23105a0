#include "web/ui/theme.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

#include "web/ui/avatar_colours.h"
#include "web/ui/paint.h"

using namespace cohoi::ui;

namespace {

constexpr double text_contrast = 4.5;    // WCAG 2.2 1.4.3
constexpr double shape_contrast = 3.0;   // WCAG 2.2 1.4.11
constexpr double high_text_contrast = 7.0;   // 1.4.6, of the themes that promise more
constexpr double high_shape_contrast = 4.5;

// Every theme there is, and the system's colours as they are set most often: black on white, white on black, Windows' Desert and Aquatic.
struct Case {
  Theme theme;
  double text, shape;
};

std::vector<Case> every_theme() {
  const auto rgb = [](unsigned hex) { return IM_COL32(hex >> 16U & 0xFFU, hex >> 8U & 0xFFU, hex & 0xFFU, 255); };
  std::vector<Case> cases;
  for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) cases.push_back({theme_of(kind), text_contrast, shape_contrast});
  for (const ThemeKind kind : {ThemeKind::contrast_light, ThemeKind::contrast_dark}) cases.push_back({theme_of(kind), high_text_contrast, high_shape_contrast});
  for (const auto& system : {SystemColours{rgb(0xFFFFFF), rgb(0x000000), rgb(0x37006E), rgb(0xFFFFFF)}, SystemColours{rgb(0x000000), rgb(0xFFFFFF), rgb(0x1AEBFF), rgb(0x000000)},
                             SystemColours{rgb(0xFFFAEF), rgb(0x3D3D3D), rgb(0x903909), rgb(0xFFF5E3)}, SystemColours{rgb(0x202020), rgb(0xFFFFFF), rgb(0x8EE3F0), rgb(0x263B50)}})
    cases.push_back({theme_of_system(system), text_contrast, shape_contrast});
  return cases;
}

}  // namespace

TEST_CASE("text keeps its contrast on every ground it may stand on, in every theme") {
  for (const Case& each : every_theme()) {
    const Theme& t = each.theme;
    CAPTURE(t.dark);
    CAPTURE(t.page);
    for (const ImU32 ground : {t.page, t.surface, t.raised, t.hover, t.pressed, t.selected, t.neutral_soft}) {
      CHECK(contrast(t.text, ground) >= each.text);
      CHECK(contrast(t.second, ground) >= each.text);
    }
    for (const ImU32 ground : {t.page, t.surface, t.raised, t.hover, t.selected, t.accent_soft}) CHECK(contrast(t.accent, ground) >= each.text);
    for (const ImU32 ground : {t.accent, t.accent_hover, t.accent_pressed}) CHECK(contrast(t.on_accent, ground) >= each.text);
    for (const ImU32 ground : {t.bad, t.bad_hover}) CHECK(contrast(t.on_bad, ground) >= each.text);
  }
}

TEST_CASE("every tone is legible on its own soft ground, on cards and on the page") {
  for (const Case& each : every_theme()) {
    const Theme& t = each.theme;
    for (const Tone tone : {Tone::normal, Tone::second, Tone::accent, Tone::good, Tone::warning, Tone::bad}) {
      CAPTURE(static_cast<int>(tone));
      CHECK(contrast(ink_of(t, tone), soft_of(t, tone)) >= each.text);
      CHECK(contrast(ink_of(t, tone), t.surface) >= each.text);
      CHECK(contrast(ink_of(t, tone), t.page) >= each.text);
      CHECK(contrast(ink_of(t, tone), t.raised) >= each.text);
      CHECK(contrast(t.text, soft_of(t, tone)) >= each.text);
    }
  }
}

TEST_CASE("outlines of check boxes and the focus ring stand out from what is around them") {
  for (const Case& each : every_theme()) {
    const Theme& t = each.theme;
    for (const ImU32 ground : {t.page, t.surface, t.raised}) {
      CHECK(contrast(t.accent, ground) >= each.shape);
      CHECK(contrast(t.border_strong, ground) >= each.shape);
    }
  }
}

TEST_CASE("initials are legible on each of their colours") {
  for (std::size_t i = 0; i < avatar_colour_count(); ++i) {
    for (const bool dark : {false, true}) {
      CAPTURE(i);
      const AvatarColours colours = avatar_colours_at(i, dark);
      CHECK(contrast(colours.ink, colours.soft) >= text_contrast);
    }
  }
}

TEST_CASE("initials are the first letters of the first and the last word") {
  CHECK(initials_of("Nguyễn Văn An") == "NA");
  CHECK(initials_of("Đặng Thị Ánh") == "ĐÁ");
  CHECK(initials_of("acme") == "A");
  CHECK(initials_of("  ") == "?");
}
