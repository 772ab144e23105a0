#include "web/shell/commands.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "generated/text.h"

using namespace cohoi;
using namespace cohoi::shell;

namespace {

const Place home = read_address("#/");
const Place lead = read_address("#/leads/01a20aa4-c239-773f-999b-c00fb964f9f9");

std::string meant(const ui::KeyPress& press, const std::string& first = {}, const Place& place = home) {
  const auto* command = command_of_key(press, first, place);
  return command ? command->key : "";
}

bool finds(const std::string& typed, const std::string& key, const Place& place = home) {
  for (const auto* command : find_commands(typed, place))
    if (command->key == key) return true;
  return false;
}

struct English {
  Language before = text::language();
  English() { text::set_language(Language::en); }
  ~English() { text::set_language(before); }
};

}  // namespace

TEST_CASE("every command has a key of its own, a title in both languages, and no way to press it belongs to another one") {
  std::set<std::string> keys, ways;
  for (const auto language : {Language::en, Language::vi}) {
    text::set_language(language);
    for (const auto& command : commands()) CHECK_FALSE(command.title().empty());
  }
  for (const auto& command : commands()) {
    CAPTURE(command.key);
    CHECK(keys.insert(command.key).second);
    if (command.keys[0] != '\0' && command.group != CommandGroup::lists) CHECK(ways.insert(command.keys).second);
    if (command.does == Does::go) CHECK(read_address(command.address).screen == command.screen);
  }
}

TEST_CASE("no command takes a key that the browser needs for itself") {
  for (const auto& command : commands())
    for (const char* reserved : {"mod+l", "mod+r", "mod+t", "mod+n", "mod+w", "mod+f", "mod+p", "mod++", "mod+-", "mod+0", "f5", "f11", "f12"})
      CHECK(std::string(command.keys).find(reserved) == std::string::npos);
}

TEST_CASE("keys find their commands: pairs, letters, Ctrl, and signs that need Shift") {
  CHECK(meant({.key = "l"}, "g") == "leads");
  CHECK(meant({.key = "L", .shift = true}, "g").empty());
  CHECK(meant({.key = "l"}).empty());
  CHECK(meant({.key = "l", .ctrl = true}, "g").empty());
  CHECK(meant({.key = "n"}) == "new_here");
  CHECK(meant({.key = "n", .ctrl = true}).empty());
  CHECK(meant({.key = "k", .ctrl = true}) == "palette");
  CHECK(meant({.key = "z", .ctrl = true}) == "undo");
  CHECK(meant({.key = "Z", .ctrl = true, .shift = true}) == "redo");
  CHECK(meant({.key = "y", .ctrl = true}) == "redo");
  CHECK(meant({.key = "?", .shift = true}) == "keys");
  CHECK(meant({.key = "/"}) == "search");
  CHECK(meant({.key = "k", .ctrl = true, .alt = true}).empty());  // AltGr
  CHECK(begins_pair({.key = "g"}));
  CHECK_FALSE(begins_pair({.key = "g", .ctrl = true}));
}

TEST_CASE("the palette finds commands by the beginnings of words, without marks, and only those that go here") {
  const English english;
  CHECK(finds("", "leads"));
  CHECK(finds("lea", "leads"));
  CHECK(finds("new opp", "new_opportunity"));
  CHECK(finds("go set", "settings"));
  CHECK_FALSE(finds("eads", "leads"));
  CHECK_FALSE(finds("nonsense", "leads"));
  CHECK(find_commands("lead", home).front()->key == std::string("leads"));
  CHECK_FALSE(finds("convert", "convert"));
  CHECK(finds("convert", "convert", lead));
  CHECK_FALSE(finds("won", "won", lead));
  text::set_language(Language::vi);
  CHECK(finds("cai dat", "settings"));
  CHECK(finds("Cài đặt", "settings"));
}
