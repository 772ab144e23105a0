// Every colour of the product. Widgets and views take colours from here only; theme_test.cpp holds each pair to its contrast.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace cohoi::ui {

enum class ThemeKind : std::uint8_t {
  light, dark,
  contrast_light, contrast_dark,  // text 7:1, outlines 4.5:1
  forced,                         // the colours the system forces on every page (forced-colors); made by theme_of_system
};

// What a piece of text or a chip says by its colour.
enum class Tone : std::uint8_t { normal, second, accent, good, warning, bad };

struct Theme {
  bool dark;
  ImU32 page, surface, raised;      // behind everything; cards and fields; menus, dialogs and dragged cards
  ImU32 border, border_strong;      // hairlines; outlines of fields (3:1 against the surface)
  ImU32 text, second;               // 4.5:1 on page, surface, hover and selected
  ImU32 accent, on_accent;          // filled buttons, links, focus; text on it
  ImU32 accent_hover, accent_pressed, accent_soft;
  ImU32 good, good_soft, warning, warning_soft, bad, bad_soft;
  ImU32 bad_hover, on_bad;          // danger buttons
  ImU32 neutral_soft;               // neutral chips, tracks, skeletons
  ImU32 hover, pressed, selected;   // rows and quiet buttons on a surface
  ImU32 dim, shadow;                // over the page under a dialog; one layer of the soft shadow
};

[[nodiscard]] const Theme& theme_of(ThemeKind kind);  // not of forced

// CSS system colours, as the page resolves them.
struct SystemColours {
  ImU32 canvas, canvas_text, highlight, highlight_text;
};
[[nodiscard]] Theme theme_of_system(const SystemColours& colours);

// Colours of a tone: on a surface, and as the pair of a chip.
[[nodiscard]] ImU32 ink_of(const Theme& theme, Tone tone);
[[nodiscard]] ImU32 soft_of(const Theme& theme, Tone tone);

// WCAG 2.2 relative contrast of two opaque colours, 1 … 21.
[[nodiscard]] double contrast(ImU32 one, ImU32 other);

}  // namespace cohoi::ui
