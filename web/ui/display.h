// Things to read: text, chips, avatars, facts, progress, and what stands where there is nothing yet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/layout.h"
#include "web/ui/theme.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

void heading(std::string_view text, int level = 2);  // 1 = 22 semibold, 2 = 16 semibold, 3 = 14 semibold
void text(std::string_view text, TextStyle style = TextStyle::body, Tone tone = Tone::normal);       // one line, cut with "…"
void paragraph(std::string_view text, TextStyle style = TextStyle::body, Tone tone = Tone::normal);  // wraps
void caption(std::string_view text, Tone tone = Tone::second);                                       // 12, one line
void icon(Icon glyph, Tone tone = Tone::second, float css_size = 16.0F);                             // decoration
// A sentence that screen readers hear when it changes: the verdict, the saved state.
void status(std::string_view key, std::string_view text, Tone tone = Tone::normal, TextStyle style = TextStyle::body, Icon glyph = nullptr);

// The same where there is room for the icon only.
void status_icon(std::string_view key, std::string_view text, Tone tone, Icon glyph);

struct Chip {
  std::string label;
  Tone tone = Tone::second;
  Icon icon = nullptr;
  bool dot = false;
  std::string hint;
};
void chip(const Chip& look);
void chips(const std::vector<Chip>& looks);  // beside each other, wrapping
[[nodiscard]] float chip_width(const Chip& look);
void draw_chip(const Rect& box, const Chip& look);  // picture only

void avatar(std::string_view name, float css_size = 28.0F);  // initials on a colour of the name; decoration beside a name
void draw_avatar(ImVec2 centre, std::string_view name, float css_size);
void person(std::string_view name, std::string_view second = {});  // avatar with name (and a second line)

void divider();
void fact(std::string_view label, std::string_view value, Tone tone = Tone::normal);  // caption over value, for record pages
void figure(std::string_view label, std::string_view value, std::string_view second = {}, Tone tone = Tone::normal);  // key figure

struct Progress {
  std::string label;
  double share = 0.0;   // 0 … 1
  std::string value;    // "1,200 of 5,000 · 800/s"
  Tone tone = Tone::accent;
};
void progress(std::string_view key, const Progress& look);
void draw_bar(const Rect& box, double share, ImU32 colour);  // picture only: for funnels and sums

void skeleton(int lines = 3);
void empty_state(Icon glyph, std::string_view title, std::string_view sentence, const Draw& actions = nullptr);

enum class BannerKind : std::uint8_t { information, good, warning, bad };
// A message across the region: status, or alert when it is bad. Actions at its end.
void banner(std::string_view key, BannerKind kind, std::string_view sentence, const Draw& actions = nullptr);

}  // namespace cohoi::ui
