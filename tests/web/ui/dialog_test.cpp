#include "web/ui/dialog.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

namespace {

struct Fixture {
  Page page;
  bool open = true;
  bool saved = false;
  std::string name;

  Fixture() {
    page.draw([this] {
      if (!open) return;
      ui::Dialog dialog("new", {.title = "New lead"});
      ui::text_field("name", {.label = "Name"}, name);
      dialog.footer();
      if (ui::button("cancel", {.label = "Cancel"}) || dialog.dismissed()) open = false;
      if (ui::button("save", {.label = "Save", .kind = ui::ButtonKind::primary})) saved = true;
    });
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a dialog holds its fields and buttons, and nothing overflows it") {
  REQUIRE(page.has("dialog", "New lead"));
  CHECK(page.inside(*page.find("textbox", "Name"), "dialog", "New lead"));
  CHECK(page.inside(*page.find("button", "Save"), "dialog", "New lead"));
  CHECK(page.has("heading", "New lead"));
  CHECK(page.semantics.unnamed().empty());
  page.click("button", "Save");
  CHECK(saved);
}

TEST_CASE_FIXTURE(Fixture, "Escape, Cancel and the close button all dismiss a dialog") {
  page.press("Escape");
  CHECK_FALSE(open);
  open = true;
  page.frame();
  page.click("button", "Close");
  CHECK_FALSE(open);
  open = true;
  page.frame();
  page.click("button", "Cancel");
  CHECK_FALSE(open);
}

TEST_CASE("only the dialog on top hears Escape") {
  Page page;
  bool outer = true;
  bool inner = true;
  page.draw([&] {
    if (outer) {
      ui::Dialog dialog("outer", {.title = "Outer"});
      ui::text("a");
      if (dialog.dismissed()) outer = false;
    }
    if (inner) {
      ui::Dialog dialog("inner", {.title = "Inner"});
      ui::text("b");
      if (dialog.dismissed()) inner = false;
    }
  });
  page.press("Escape");
  CHECK_FALSE(inner);
  CHECK(outer);
  page.press("Escape");
  CHECK_FALSE(outer);
}

TEST_CASE("a toast tells what was done, offers the way back, and goes by itself") {
  Page page;
  ui::Toasts toasts;
  std::string undone;
  page.draw([&] {
    if (const std::string tag = toasts.draw(); !tag.empty()) undone = tag;
  });
  toasts.show("Lead saved", ui::Tone::good, "Undo", "42");
  page.frame();
  REQUIRE(page.has("status", "Lead saved"));
  CHECK(page.inside(*page.find("status", "Lead saved"), "region", "Notifications"));
  CHECK(page.said() == std::vector<std::string>{"Lead saved"});
  CHECK(page.click("button", "Undo: Lead saved"));
  CHECK(undone == "42");
  CHECK(toasts.empty());
  toasts.show("Lead saved");
  page.frame();
  page.context.now += 9.0;
  page.frame();
  CHECK(toasts.empty());
}

TEST_CASE("on a phone a toast waits while a dialog has the bottom of the screen; what comes over the dialog is told at once") {
  Page page(390.0F, 844.0F);
  ui::Toasts toasts;
  bool open = false;
  page.draw([&] {
    if (open) ui::Dialog dialog("new", {.title = "New lead"});
    static_cast<void>(toasts.draw());
  });
  toasts.show("Lead saved", ui::Tone::good, "Undo", "42");
  page.frame();
  REQUIRE(page.has("status", "Lead saved"));
  open = true;
  page.frame();
  CHECK_FALSE(page.has("status", "Lead saved"));
  toasts.show("Copied", ui::Tone::good);
  page.frame();
  CHECK(page.has("status", "Copied"));
  page.context.now += 60.0;
  open = false;
  page.frame();
  CHECK(page.has("status", "Lead saved"));
}

TEST_CASE("bad news stays until it is dismissed, as an alert") {
  Page page;
  ui::Toasts toasts;
  page.draw([&] { static_cast<void>(toasts.draw()); });
  toasts.show("Not saved", ui::Tone::bad);
  page.frame();
  page.context.now += 60.0;
  page.frame();
  CHECK(page.has("alert", "Not saved"));
  page.click("button", "Dismiss");
  CHECK(toasts.empty());
}

TEST_CASE("the dimming under a dialog comes softly, at once where less motion is wanted, and then nothing moves any more") {
  for (const bool reduced : {false, true}) {
    CAPTURE(reduced);
    Page page;
    page.context.reduced_motion = reduced;
    page.context.now = 100.0;
    page.draw([] {});
    page.draw([] { const ui::Dialog dialog("still", {.title = "Still"}); });
    static_cast<void>(page.context.take_wake());
    page.frame();
    CHECK(page.context.take_wake().has_value() != reduced);
    page.context.now += 0.15;
    page.frame();
    static_cast<void>(page.context.take_wake());
    page.frame();
    CHECK_FALSE(page.context.take_wake().has_value());
  }
}
