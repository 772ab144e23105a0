#include "web/ui/button.h"

#include <doctest/doctest.h>

#include "generated/icons.h"
#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

TEST_CASE("a button is pressed by the mirror's click and by nothing else") {
  Page page;
  int presses = 0;
  page.draw([&] {
    if (ui::button("save", {.label = "Save"})) ++presses;
  });
  CHECK(presses == 0);
  CHECK(page.click("button", "Save"));
  CHECK(presses == 1);
}

TEST_CASE("a refused button says so and still activates, so that the refusal can explain itself") {
  Page page;
  int presses = 0;
  page.draw([&] {
    if (ui::button("convert", {.label = "Convert", .hint = "Need is unknown", .refused = true})) ++presses;
  });
  const auto* convert = page.find("button", "Convert");
  REQUIRE(convert != nullptr);
  CHECK(convert->disabled);
  CHECK(convert->hint == "Need is unknown");
  page.click("button", "Convert");
  CHECK(presses == 1);
}

TEST_CASE("two controls of one key in different scopes are two controls") {
  Page page;
  std::size_t pressed = 99;
  page.draw([&] {
    for (std::size_t i = 0; i < 3; ++i) {
      const ui::IdScope scope(i);
      if (ui::button("open", {.label = "Open " + std::to_string(i)})) pressed = i;
    }
  });
  page.click("button", "Open 1");
  CHECK(pressed == 1);
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE("tabs, segments and three-way answers report the choice once") {
  Page page;
  std::string tab = "one";
  std::string answer;
  int changes = 0;
  page.draw([&] {
    if (ui::tabs("tabs", "Parts", {{.key = "one", .label = "One"}, {.key = "two", .label = "Two"}}, tab)) ++changes;
    if (ui::radio_group("need", {.label = "Need"}, {{.key = "yes", .label = "Yes"}, {.key = "no", .label = "No"}, {.key = "unknown", .label = "Unknown"}}, answer)) ++changes;
  });
  page.click("tab", "Two");
  CHECK(tab == "two");
  CHECK(page.find("tab", "Two")->selected == "true");
  page.click("radio", "No");
  CHECK(answer == "no");
  CHECK(page.find("radio", "No")->checked == "true");
  CHECK(page.find("radio", "Yes")->checked == "false");
  CHECK(page.inside(*page.find("radio", "No"), "radiogroup", "Need"));
  CHECK(changes == 2);
  page.click("radio", "No");
  CHECK(changes == 2);
}

TEST_CASE("every control that Dear ImGui sees has a node of its own") {
  Page page;
  std::string chosen = "a";
  bool flag = false;
  page.draw([&] {
    static_cast<void>(ui::icon_button("more", {.name = "More", .icon = icon::ellipsis}));
    ui::link("open", {.label = "Open", .href = "#/leads"});
    ui::navigation_link("leads", {.label = "Leads", .href = "#/leads", .icon = icon::inbox, .current = true});
    static_cast<void>(ui::checkbox("agree", {.label = "Agree"}, flag));
    static_cast<void>(ui::segments("view", "View", {{.key = "a", .label = "A"}, {.key = "b", .label = "B"}}, chosen));
  });
  CHECK(page.semantics.unnamed().empty());
  CHECK(page.find("link", "Leads")->current);
}
