// Round pictures of people and companies: initials in a colour of the name.
#include <imgui_internal.h>

#include <array>
#include <cmath>

#include "web/ui/avatar_colours.h"
#include "web/ui/display.h"
#include "web/ui/internals.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr ImU32 rgb(std::uint32_t hex) {
  return IM_COL32((hex >> 16U) & 0xFFU, (hex >> 8U) & 0xFFU, hex & 0xFFU, 255);
}

constexpr std::array<AvatarColours, 8> light{{
    {rgb(0xE0EAFF), rgb(0x1D4ED8)}, {rgb(0xFCE7F0), rgb(0xA8175B)}, {rgb(0xDDF5EA), rgb(0x0B6B45)}, {rgb(0xFEF0D9), rgb(0x8F4A06)},
    {rgb(0xEBE4FD), rgb(0x5B2FC0)}, {rgb(0xDCF3F8), rgb(0x0B617A)}, {rgb(0xFDE6E1), rgb(0xA32A12)}, {rgb(0xE9EEDB), rgb(0x4B5D12)},
}};
constexpr std::array<AvatarColours, 8> dark{{
    {rgb(0x1E2E54), rgb(0xA9C4FF)}, {rgb(0x47203A), rgb(0xFFB3D5)}, {rgb(0x143A2A), rgb(0x86E3B7)}, {rgb(0x44300F), rgb(0xFFCE85)},
    {rgb(0x33275A), rgb(0xCDB8FF)}, {rgb(0x12394A), rgb(0x8EDDF5)}, {rgb(0x4B241D), rgb(0xFFB8A8)}, {rgb(0x323A16), rgb(0xD0E08A)},
}};

std::string_view first_letter(std::string_view word) {
  if (word.empty()) return {};
  const auto lead = static_cast<unsigned char>(word[0]);
  const std::size_t bytes = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  return word.substr(0, std::min(bytes, word.size()));
}

void append_raised(std::string& out, std::string_view letter) {
  if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
    out += static_cast<char>(letter[0] - 'a' + 'A');
  } else {
    out += letter;
  }
}

}  // namespace

// First letters of the first and the last word.
std::string initials_of(std::string_view name) {
  const auto start = name.find_first_not_of(' ');
  if (start == std::string_view::npos) return "?";
  name.remove_prefix(start);
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  std::string result;
  append_raised(result, first_letter(name));
  const auto gap = name.rfind(' ');
  if (gap != std::string_view::npos) append_raised(result, first_letter(name.substr(gap + 1)));
  return result;
}

AvatarColours avatar_colours(std::string_view name, bool is_dark) {
  const std::size_t index = ImHashData(name.data(), name.size(), 7U) % light.size();
  return is_dark ? dark.at(index) : light.at(index);
}

std::size_t avatar_colour_count() { return light.size(); }
AvatarColours avatar_colours_at(std::size_t index, bool is_dark) { return is_dark ? dark.at(index) : light.at(index); }

void draw_avatar(ImVec2 centre, std::string_view name, float css_size) {
  const AvatarColours colours = avatar_colours(name, theme().dark);
  const float half = px(css_size) * 0.5F;
  const Rect box{ImVec2(std::round(centre.x - half), std::round(centre.y - half)), ImVec2(std::round(centre.x + half), std::round(centre.y + half))};
  fill(box, colours.soft, radius_full);
  const std::string initials = initials_of(name);
  const TextStyle style = css_size >= 40.0F ? TextStyle::section : css_size >= 32.0F ? TextStyle::semibold : TextStyle::caption_semibold;
  // Wide pairs such as "MW" may touch the rim, which the circle allows.
  draw_text(box.inset(-px(4), 0.0F), initials, style, colours.ink, Align::centre);
}

void avatar(std::string_view name, float css_size) {
  const Rect box = place(ImVec2(px(css_size), px(css_size)));
  draw_avatar(box.centre(), name, css_size);
}

void person(std::string_view name, std::string_view second) {
  const float size = second.empty() ? 24.0F : 32.0F;
  const float lead = px(size + 8.0F);
  const float first_line = metrics(TextStyle::body).line_height;
  const float lines = second.empty() ? std::max(px(size), first_line) : first_line + metrics(TextStyle::caption).line_height;
  const float width = std::max(text_width(name, TextStyle::semibold), text_width(second, TextStyle::caption));
  const Rect box = place_up_to(ImVec2(lead + width, lines));
  draw_avatar(ImVec2(box.min.x + px(size) * 0.5F, box.centre().y), name, size);
  const Rect first = second.empty() ? box.from(lead) : box.from(lead).top(first_line);
  const bool cut = draw_text(first, name, second.empty() ? TextStyle::body : TextStyle::semibold, theme().text);
  text_node(std::string(name), first, cut ? std::string(name) : std::string());
  if (second.empty()) return;
  const Rect below = box.from(lead).below(first_line);
  const bool second_cut = draw_text(below, second, TextStyle::caption, theme().second);
  text_node(std::string(second), below, second_cut ? std::string(second) : std::string());
}

}  // namespace cohoi::ui
