// The pairs behind round avatars, for the contrast test.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace cohoi::ui {

struct AvatarColours {
  ImU32 soft, ink;
};
[[nodiscard]] AvatarColours avatar_colours(std::string_view name, bool is_dark);
[[nodiscard]] std::size_t avatar_colour_count();
[[nodiscard]] AvatarColours avatar_colours_at(std::size_t index, bool is_dark);
[[nodiscard]] std::string initials_of(std::string_view name);

}  // namespace cohoi::ui
