#include "web/ui/picker.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

namespace {

struct Fixture {
  Page page;
  std::string query;
  std::vector<ui::PickerOption> options;
  std::string chosen;
  bool created = false;
  bool cleared = false;

  Fixture() {
    page.draw([this] {
      const auto picked = ui::record_picker("account", {.field = {.label = "Account"}, .create_label = "Create it"}, options, query);
      if (picked.query_changed) {
        options = {{"1", "Sao Mai", "Hà Nội"}, {"2", "Sao Việt", ""}};
      }
      if (picked.chosen) chosen = *picked.chosen;
      if (picked.create) created = true;
      if (picked.cleared) cleared = true;
    });
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "typing asks the model, and a click on an option picks it") {
  page.type("combobox", "Account", "sao", false);
  CHECK(page.find("combobox", "Account")->expanded == "true");
  REQUIRE(page.has("option", "Sao Mai, Hà Nội"));
  CHECK(page.click("option", "Sao Việt"));
  CHECK(chosen == "2");
  CHECK(query == "Sao Việt");
  CHECK_FALSE(page.has("listbox"));
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE_FIXTURE(Fixture, "arrows and Enter pick without a pointer; the last row makes a new record") {
  page.type("combobox", "Account", "sao", false);
  page.press("ArrowDown");
  page.press("Enter");
  CHECK(chosen == "2");
  page.type("combobox", "Account", "sao x", false);
  page.press("ArrowUp");
  page.press("Enter");
  CHECK(created);
}

TEST_CASE_FIXTURE(Fixture, "Escape closes the options and keeps the text; leaving it empty clears") {
  page.type("combobox", "Account", "sao", false);
  page.press("Escape");
  CHECK_FALSE(page.has("listbox"));
  CHECK(query == "sao");
  page.type("combobox", "Account", "", true);
  CHECK(cleared);
}
