#include "web/shell/embedding.h"

#include <string>

namespace cohoi::shell {

namespace {

std::uint32_t bit(Screen screen) { return 1U << static_cast<unsigned>(list_of(screen)); }

}  // namespace

bool Embedding::shows(Screen screen) const { return screen == Screen::not_found || (screens & bit(screen)) != 0; }

Embedding read_embedding(std::string_view text) {
  Embedding embedding;
  if (text.starts_with('?')) text.remove_prefix(1);
  const auto query = read_query(text);
  const auto asked = [&query](const char* key) {
    const auto found = query.find(key);
    return found == query.end() ? std::string_view() : std::string_view(found->second);
  };
  if (!query.contains("embed")) return embedding;
  embedding.on = true;
  embedding.rail = asked("rail") != "0";
  embedding.read_only = query.contains("readonly") && asked("readonly") != "0";
  if (asked("lang") == "vi") embedding.language = Language::vi;
  if (asked("lang") == "en") embedding.language = Language::en;
  static constexpr std::string_view themes[] = {"system", "light", "dark", "contrast"};
  for (std::size_t i = 0; i < std::size(themes); ++i)
    if (asked("theme") == themes[i]) embedding.theme = static_cast<ThemeChoice>(i);
  if (!query.contains("screens")) return embedding;
  embedding.screens = 0;
  for (auto names = asked("screens"); !names.empty();) {
    const auto end = names.find(',');
    if (const auto name = names.substr(0, end); !name.empty()) embedding.screens |= bit(read_address(name).screen);
    names = end == names.npos ? std::string_view() : names.substr(end + 1);
  }
  return embedding;
}

}  // namespace cohoi::shell
