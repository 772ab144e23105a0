#include "web/ui/theme.h"

#include <doctest/doctest.h>

#include <initializer_list>

#include "web/ui/avatar_colours.h"
#include "web/ui/paint.h"

using namespace cohoi::ui;

namespace {

constexpr double text_contrast = 4.5;    // WCAG 2.2 1.4.3
constexpr double shape_contrast = 3.0;   // WCAG 2.2 1.4.11

}  // namespace

TEST_CASE("text keeps its contrast on every ground it may stand on, in both themes") {
  for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
    const Theme& t = theme_of(kind);
    CAPTURE(t.dark);
    for (const ImU32 ground : {t.page, t.surface, t.raised, t.hover, t.pressed, t.selected, t.neutral_soft}) {
      CHECK(contrast(t.text, ground) >= text_contrast);
      CHECK(contrast(t.second, ground) >= text_contrast);
    }
    for (const ImU32 ground : {t.page, t.surface, t.raised, t.hover, t.selected, t.accent_soft}) CHECK(contrast(t.accent, ground) >= text_contrast);
    for (const ImU32 ground : {t.accent, t.accent_hover, t.accent_pressed}) CHECK(contrast(t.on_accent, ground) >= text_contrast);
    for (const ImU32 ground : {t.bad, t.bad_hover}) CHECK(contrast(t.on_bad, ground) >= text_contrast);
  }
}

TEST_CASE("every tone is legible on its own soft ground, on cards and on the page") {
  for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
    const Theme& t = theme_of(kind);
    for (const Tone tone : {Tone::normal, Tone::second, Tone::accent, Tone::good, Tone::warning, Tone::bad}) {
      CAPTURE(static_cast<int>(tone));
      CHECK(contrast(ink_of(t, tone), soft_of(t, tone)) >= text_contrast);
      CHECK(contrast(ink_of(t, tone), t.surface) >= text_contrast);
      CHECK(contrast(ink_of(t, tone), t.page) >= text_contrast);
      CHECK(contrast(ink_of(t, tone), t.raised) >= text_contrast);
      CHECK(contrast(t.text, soft_of(t, tone)) >= text_contrast);
    }
  }
}

TEST_CASE("outlines of check boxes and the focus ring stand out from what is around them") {
  for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
    const Theme& t = theme_of(kind);
    for (const ImU32 ground : {t.page, t.surface, t.raised}) {
      CHECK(contrast(t.accent, ground) >= shape_contrast);
      CHECK(contrast(t.border_strong, ground) >= shape_contrast);
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
