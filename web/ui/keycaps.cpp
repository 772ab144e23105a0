#include "web/ui/keycaps.h"

#include <array>
#include <cmath>
#include <utility>

#include "generated/text.h"
#include "web/ui/context.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

namespace {

std::string name_of_key(std::string_view key) {
  if (key == "mod") return context().apple_keys ? "Cmd" : "Ctrl";
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> names{{{"shift", "Shift"}, {"alt", "Alt"}, {"esc", "Esc"}, {"enter", "Enter"},
      {"space", ""}, {"up", "\xe2\x86\x91"}, {"down", "\xe2\x86\x93"}, {"left", "\xe2\x86\x90"}, {"right", "\xe2\x86\x92"}}};
  for (const auto& [name, shown] : names)
    if (name == key) return shown.empty() ? text::commands_space() : std::string(shown);
  std::string shown(key);
  if (shown.size() == 1 && shown[0] >= 'a' && shown[0] <= 'z') shown[0] = static_cast<char>(shown[0] - 32);
  return shown;
}

// One cap for each key; `apart` tells that it is pressed after the one before, not with it.
template <class Visit>
void each_cap(std::string_view keys, const Visit& visit) {
  keys = keys.substr(0, keys.find('|'));
  bool apart = false;
  while (!keys.empty()) {
    std::size_t end = 1;
    while (end < keys.size() && keys[end] != '+' && keys[end] != ' ') ++end;
    visit(name_of_key(keys.substr(0, end)), apart);
    apart = end < keys.size() && keys[end] == ' ';
    keys = end < keys.size() ? keys.substr(end + 1) : std::string_view();
  }
}

float cap_width(const std::string& name) { return std::max(px(20), text_width(name, TextStyle::caption_semibold) + px(10)); }

}  // namespace

std::string words_of_keys(std::string_view keys) {
  std::string words;
  each_cap(keys, [&words](const std::string& name, bool apart) {
    if (words.empty()) words = name;
    else words = apart ? text::commands_then(words, name) : words + "+" + name;
  });
  return words;
}

std::string with_keys(const std::string& words, std::string_view keys) { return keys.empty() ? words : words + " (" + words_of_keys(keys) + ")"; }

float keycaps_width(std::string_view keys) {
  float width = 0.0F;
  each_cap(keys, [&width](const std::string& name, bool) { width += (width > 0.0F ? px(4) : 0.0F) + cap_width(name); });
  return width;
}

void draw_keycaps(const Rect& box, std::string_view keys) {
  float x = box.max.x - keycaps_width(keys);
  const float high = px(20);
  const float y = std::round(box.centre().y - high * 0.5F);
  each_cap(keys, [&](const std::string& name, bool) {
    const Rect cap{ImVec2(x, y), ImVec2(x + cap_width(name), y + high)};
    fill(cap, theme().neutral_soft, 4.0F);
    outline(cap, theme().border, 4.0F);
    draw_text(cap, name, TextStyle::caption_semibold, theme().second, Align::centre);
    x = cap.max.x + px(4);
  });
}

}  // namespace cohoi::ui
