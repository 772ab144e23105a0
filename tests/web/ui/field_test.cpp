#include "web/ui/field.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui::Edit;
using ui_test::Page;

TEST_CASE("typing changes the caller's text at once and commits when the field is left") {
  Page page;
  std::string company;
  std::vector<Edit> edits;
  page.draw([&] {
    const Edit edit = ui::text_field("company", {.label = "Company"}, company);
    if (edit != Edit::none) edits.push_back(edit);
  });
  CHECK(page.type("textbox", "Company", "Sao Mai", false));
  CHECK(company == "Sao Mai");
  CHECK(page.type("textbox", "Company", "Sao Mai Việt", true));
  CHECK(company == "Sao Mai Việt");
  CHECK(edits == std::vector<Edit>{Edit::changed, Edit::committed});
  CHECK(page.find("textbox", "Company")->value == "Sao Mai Việt");
}

TEST_CASE("money is a textbox, a plain number a spinbutton, a long text a textarea") {
  Page page;
  std::string value;
  page.draw([&] {
    ui::money_field("budget", {.label = "Estimated budget", .suffix = "VND"}, value);
    ui::number_field("quantity", {.label = "Quantity"}, value);
    ui::text_area("needs", {.label = "Needs and requirements"}, value);
    ui::date_field("close", {.label = "Close date"}, value);
    ui::search_field("search", {.label = "Search", .show_label = false}, value);
  });
  CHECK(page.has("textbox", "Estimated budget"));
  CHECK(page.has("spinbutton", "Quantity"));
  CHECK(page.has("textarea", "Needs and requirements"));
  CHECK(page.has("textbox", "Close date"));
  CHECK(page.has("searchbox", "Search"));
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE("an error is part of its field") {
  Page page;
  std::string value = "x";
  page.draw([&] { ui::text_field("email", {.label = "E-mail", .hint = "At work", .error = "No domain"}, value); });
  CHECK(page.find("textbox", "E-mail")->error == "No domain");
}

TEST_CASE("a read-only field takes no typing") {
  Page page;
  std::string value = "kept";
  page.draw([&] { ui::text_field("id", {.label = "Id", .read_only = true}, value); });
  page.type("textbox", "Id", "other");
  CHECK(value == "kept");
}

TEST_CASE("a select without a choice shows its placeholder as first option and gives it up once chosen") {
  Page page;
  std::string source;
  int changes = 0;
  page.draw([&] {
    if (ui::select_field("source", {.label = "Source"}, {{"web", "Website"}, {"fair", "Fair"}}, source)) ++changes;
  });
  CHECK(page.find("select", "Source")->options.size() == 3);
  CHECK(page.choose("Source", "Fair"));
  CHECK(source == "fair");
  CHECK(changes == 1);
  CHECK(page.find("select", "Source")->options.size() == 2);
}

TEST_CASE("a checkbox toggles by click and says its state") {
  Page page;
  bool agreed = false;
  page.draw([&] { static_cast<void>(ui::checkbox("agree", {.label = "Agree"}, agreed)); });
  CHECK(page.find("checkbox", "Agree")->checked == "false");
  page.click("checkbox", "Agree");
  CHECK(agreed);
  CHECK(page.find("checkbox", "Agree")->checked == "true");
}

TEST_CASE("a field that asks for focus gets it once") {
  Page page;
  std::string value;
  page.draw([&] { ui::text_field("name", {.label = "Name", .focus = true}, value); });
  CHECK(page.wished_focus() == page.find("textbox", "Name")->id);
}
