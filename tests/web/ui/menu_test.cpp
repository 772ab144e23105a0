#include "web/ui/menu.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

namespace {

struct Fixture {
  Page page;
  std::string chosen;

  Fixture() {
    page.draw([this] {
      if (auto key = ui::menu_button("more", {.label = "More"}, {{.key = "export", .label = "Export"}, {.key = "delete", .label = "Delete", .danger = true}})) chosen = *key;
    });
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a menu opens by its button, focuses its first item and gives back what was chosen") {
  CHECK_FALSE(page.has("menu"));
  page.click("button", "More");
  CHECK(page.has("menu", "More"));
  CHECK(page.find("button", "More")->expanded == "true");
  CHECK(page.semantics.focused() == page.find("menuitem", "Export")->id);
  page.click("menuitem", "Delete");
  CHECK(chosen == "delete");
  CHECK_FALSE(page.has("menu"));
  CHECK(page.semantics.focused() == page.find("button", "More")->id);
}

TEST_CASE_FIXTURE(Fixture, "Escape closes a menu and returns the focus to its button") {
  page.click("button", "More");
  page.press("Escape");
  CHECK_FALSE(page.has("menu"));
  CHECK(page.semantics.focused() == page.find("button", "More")->id);
  CHECK(chosen.empty());
}

TEST_CASE_FIXTURE(Fixture, "a menu closes when the focus goes elsewhere") {
  page.click("button", "More");
  page.semantics.push_focus(0, false);
  for (int i = 0; i < 20; ++i) page.frame();
  CHECK_FALSE(page.has("menu"));
}

TEST_CASE("a menu inside a dialog is part of the dialog, and Escape closes the menu first") {
  Page page;
  bool open = true;
  page.draw([&] {
    if (!open) return;
    ui::Dialog dialog("edit", {.title = "Edit"});
    static_cast<void>(ui::menu_button("more", {.label = "More"}, {{.key = "a", .label = "First"}}));
    if (dialog.dismissed()) open = false;
  });
  page.click("button", "More");
  REQUIRE(page.has("menuitem", "First"));
  CHECK(page.inside(*page.find("menuitem", "First"), "dialog", "Edit"));
  page.press("Escape");
  CHECK_FALSE(page.has("menu"));
  CHECK(open);
  page.press("Escape");
  CHECK_FALSE(open);
}
