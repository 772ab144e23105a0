// Every command of the frame in one table: the rail, the menus, the palette, the sheet of keys and the keys themselves read it.
// A new command is a new row (commands.cpp) and, when none of `Does` fits, a case in Shell::Impl::run.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/shell/place.h"
#include "web/ui/semantics.h"
#include "web/ui/typography.h"

namespace cohoi::shell {

enum class CommandGroup : std::uint8_t { go, create, record, general, lists, look, language };
inline constexpr std::size_t command_group_count = 7;
[[nodiscard]] std::string title_of(CommandGroup group);

enum class Does : std::uint8_t {
  told_only,   // the widget that has the focus does it; here it is only told
  go,          // to `address`
  create,      // value: Entity
  log,         // value: ActivityKind; about the open record
  dialog,      // value: DialogKind; of the open record, which is of the kind `only`
  edit,        // the first field of the open record's details
  undo, redo,
  search, palette, keys,
  theme,       // value: ThemeChoice
  language,    // value: Language
  lock,        // or, without one, to where it is set
};

// Where a place stands in the rail and in the bar of a phone.
enum class Rail : std::uint8_t { none, upper, upper_and_bar, lower };

struct Command {
  const char* key;             // stable; of menus and tests
  std::string (*title)();
  CommandGroup group;
  const char* keys;            // "g l" one after the other, "mod+k" (Ctrl or Cmd), "shift+n"; several ways: "mod+shift+z|mod+y"; "" = none
  ui::Icon icon;
  Does does;
  int value = 0;
  const char* address = "";
  Screen screen = Screen::not_found;   // of a place
  Rail rail = Rail::none;
  std::optional<Entity> only = std::nullopt;  // on the page of such a record
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command* command_named(std::string_view key);
[[nodiscard]] bool available(const Command& command, const Place& place);

// Commands that can be chosen here and whose titles (or group) have every typed word, in any marks; best first. All of them for no words.
[[nodiscard]] std::vector<const Command*> find_commands(const std::string& typed, const Place& place);

// The command of a key press; `first` is the key before it, where one was that begins a pair ("g"). Never one that is only told.
[[nodiscard]] const Command* command_of_key(const ui::KeyPress& press, std::string_view first, const Place& place);
[[nodiscard]] bool begins_pair(const ui::KeyPress& press);
// Letters without Ctrl or Cmd, which can be switched off (WCAG 2.1.4).
[[nodiscard]] bool is_single(const ui::KeyPress& press);

}  // namespace cohoi::shell
