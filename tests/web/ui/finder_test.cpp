#include "web/ui/finder.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/keycaps.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

namespace {

struct Fixture {
  explicit Fixture(float width = 1440, float height = 900) : page(width, height) {
    page.draw([this] {
      const auto events = ui::finder("finder", {.title = "Find anything", .placeholder = "Find", .nothing = "Nothing found"}, sections, typed, active);
      if (events.chosen) chosen = *events.chosen;
      dismissed = dismissed || events.dismissed;
    });
    page.focus("combobox", "Find");
  }

  std::vector<ui::FinderSection> sections{{"Go to", {{"a", "Leads", "", nullptr, "g l"}, {"b", "Opportunities that have a name longer than any phone is wide", "second", nullptr, ""}}},
                                          {"Records", {{"c", "Lan Trần", "Lead", nullptr, ""}}}};
  std::string typed, chosen;
  int active = 0;
  bool dismissed = false;
  Page page;
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "the finder is a dialog with a combobox and sections of options, all named and within their places") {
  CHECK(page.has("dialog", "Find anything"));
  CHECK(page.inside(*page.find("option", "Leads"), "group", "Go to"));
  CHECK(page.inside(*page.find("option", "Leads"), "listbox", "Find anything"));
  CHECK(page.find("scroll", "")->parent == page.find("dialog", "Find anything")->id);
  CHECK(page.find("option", "Leads")->hint == "G then L");
  CHECK(page.has("option", "Lan Trần, Lead"));
  CHECK(page.semantics.unnamed().empty());
  CHECK(ui::overflowing_texts().empty());
}

TEST_CASE_FIXTURE(Fixture, "arrows walk over all sections and around; Enter takes; typing starts at the first again") {
  CHECK(page.find("option", "Leads")->selected == "true");
  page.press("ArrowUp");
  CHECK(page.find("option", "Lan Trần, Lead")->selected == "true");
  page.press("ArrowDown");
  page.press("ArrowDown");
  page.press("Enter");
  CHECK(chosen == "b");
  page.type("combobox", "Find", "la", false);
  CHECK(typed == "la");
  CHECK(active == 0);
}

TEST_CASE_FIXTURE(Fixture, "an option is taken by a click; Escape and Close dismiss") {
  page.click("option", "Lan Trần, Lead");
  CHECK(chosen == "c");
  page.press("Escape");
  CHECK(dismissed);
  dismissed = false;
  page.click("button", "Close");
  CHECK(dismissed);
}

TEST_CASE_FIXTURE(Fixture, "nothing found is said") {
  sections.clear();
  page.frame();
  CHECK(page.has("status", "Nothing found"));
  page.press("Enter");
  CHECK(chosen.empty());
}

TEST_CASE("a finder keeps within the narrowest screen") {
  const Fixture fixture(320, 480);
  CHECK(ui::overflowing_texts().empty());
}

TEST_CASE("keys are written as they are called, with Cmd on an Apple keyboard") {
  Page page;
  page.draw([] {});
  CHECK(ui::words_of_keys("g l") == "G then L");
  CHECK(ui::words_of_keys("mod+shift+z|mod+y") == "Ctrl+Shift+Z");
  CHECK(ui::words_of_keys("?") == "?");
  CHECK(ui::with_keys("Undo", "mod+z") == "Undo (Ctrl+Z)");
  CHECK(ui::with_keys("Undo", "") == "Undo");
  page.context.apple_keys = true;
  CHECK(ui::words_of_keys("mod+k") == "Cmd+K");
}
