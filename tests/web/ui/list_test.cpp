#include "web/ui/list.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

namespace {

struct Fixture {
  Page page;
  std::size_t rows = 100000;
  std::set<std::size_t> selected;
  bool selectable = true;
  ui::ListEvents last;
  std::optional<std::size_t> clicked, opened, toggled;
  std::optional<std::string> sorted;
  bool additive = false, range = false, all = false;
  std::size_t asked = 0;
  bool grouped = false;
  ui::GroupHead group{.label = "Open", .count = "3", .sum = "5.000 ₫", .folded = false};
  ui::CellAt editing;
  std::string typed = "1000", error;
  ui::EditEnd ended = ui::EditEnd::none;
  std::optional<std::size_t> folded;
  std::size_t range_from = 0;
  std::string company = "Company ";
  std::string moved, moved_before, resized, head_command, edit_column;

  Fixture() {
    page.draw([this] { draw(); });
  }

  void draw() {
    ui::Page screen("leads", "Leads", ui::PageBody::fills);
    ui::List look{.name = "Leads",
                  .columns = {{.key = "name", .label = "Name", .width = 200, .weight = 2, .sortable = true, .sort = ui::Sort::ascending},
                              {.key = "company", .label = "Company", .width = 200, .weight = 1, .sortable = true},
                              {.key = "budget", .label = "Budget", .width = 120, .align = ui::Align::end}},
                  .row_count = rows};
    if (grouped) {
      look.group_of = [this](std::size_t i) { return i % 10 == 0 ? &group : nullptr; };
    }
    look.columns[0].editable = look.columns[2].editable = true;
    look.arrangeable = true;
    look.head_menu = [](std::size_t) { return std::vector<ui::MenuItem>{{.key = "hide", .label = "Hide"}, {.key = "group", .label = "Group by"}}; };
    look.editing = editing;
    look.editor_key = "field";
    look.editor_error = error;
    look.draw_editor = [this] { (void)ui::text_field("field", {.label = "Budget", .show_label = false, .focus = true}, typed); };
    look.key_of = [](std::size_t i) { return "row" + std::to_string(i); };
    asked = 0;
    look.cells_of = [this](std::size_t i, ui::RowCells& cells) {
      ++asked;
      cells.person("Person " + std::to_string(i));
      cells.link(company + std::to_string(i), "#/accounts/" + std::to_string(i));
      cells.text("1.000.000 ₫");
    };
    if (selectable) look.is_selected = [this](std::size_t i) { return selected.count(i) > 0; };
    last = ui::list("leads", look);
    if (last.clicked) clicked = last.clicked;
    if (last.opened) opened = last.opened;
    if (last.toggled) {
      toggled = last.toggled;
      range = last.toggled_range;
      range_from = last.range_from;
    }
    if (last.toggled_all) all = true;
    if (last.sort_by) {
      sorted = last.sort_by;
      additive = last.sort_additive;
    }
    if (last.edit_row) {
      editing = {look.key_of(*last.edit_row), last.edit_column};
      edit_column = last.edit_column;
    }
    if (last.edit_end != ui::EditEnd::none) {
      ended = last.edit_end;
      if (editing.row.size() > 3) ui::list_focus_row("leads", look, std::stoul(editing.row.substr(3)), 2);
      editing = {};
    }
    if (last.folded) folded = last.folded;
    if (!last.moved.empty()) {
      moved = last.moved;
      moved_before = last.moved_before;
    }
    if (!last.resized.empty()) resized = last.resized;
    if (!last.head_command.empty()) head_command = last.head + "." + last.head_command;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a grid of 100,000 rows asks for those in sight only and still says how many there are") {
  const auto* grid = page.find("grid", "Leads");
  REQUIRE(grid != nullptr);
  CHECK(grid->rows == 100001);  // with the row of headings
  CHECK(page.all("row").size() < 60);
  CHECK(asked < 60);
  CHECK(page.has("gridcell", "Person 0"));
  CHECK(page.semantics.unnamed().empty());
  CHECK(ui::overflowing_texts().empty());
}

TEST_CASE_FIXTURE(Fixture, "scrolling brings other rows with their right index") {
  page.scroll("grid", "Leads", 40.0F * 50000.0F);
  CHECK(page.has("gridcell", "Person 50000"));
  CHECK_FALSE(page.has("gridcell", "Person 0"));
  CHECK(last.first_visible == 50000);
}

TEST_CASE_FIXTURE(Fixture, "a click on a cell is a click on its row; a link inside is not") {
  page.click("gridcell", "Person 3");
  CHECK(clicked == std::size_t{3});
  clicked.reset();
  CHECK(page.find("link", "Company 4")->href == "#/accounts/4");
  page.click("link", "Company 4");
  CHECK_FALSE(clicked.has_value());
}

TEST_CASE_FIXTURE(Fixture, "headings sort, with Shift as a further key, and say the order") {
  CHECK(page.find("columnheader", "Name")->sort == "ascending");
  CHECK(page.find("columnheader", "Budget")->sort.empty());
  page.click("columnheader", "Company", true);
  CHECK(sorted == "company");
  CHECK(additive);
  sorted.reset();
  page.click("columnheader", "Budget");
  CHECK_FALSE(sorted.has_value());
}

TEST_CASE_FIXTURE(Fixture, "arrows walk over rows beyond the sight, Enter opens, X selects, Ctrl+A takes all") {
  const auto rows_shown = page.all("row");
  page.semantics.push_focus(rows_shown[1]->id, true);  // the first behind the headings
  page.frame();
  page.press("End");
  CHECK(page.has("gridcell", "Person 99999"));
  page.press("Enter");
  CHECK(opened == std::size_t{99999});
  page.press("ArrowUp");
  page.press("x");
  CHECK(toggled == std::size_t{99998});
  page.press("a", false, true);
  CHECK(all);
}

TEST_CASE_FIXTURE(Fixture, "check boxes select one row, a range with Shift, or everything") {
  page.click("checkbox", "Select Person 2");
  CHECK(toggled == std::size_t{2});
  CHECK_FALSE(range);
  page.click("checkbox", "Select Person 5", true);
  CHECK(toggled == std::size_t{5});
  CHECK(range);
  CHECK_FALSE(clicked.has_value());
  page.click("checkbox", "Select all");
  CHECK(all);
}

TEST_CASE_FIXTURE(Fixture, "the focused row stays in the mirror when it is scrolled away") {
  const auto* row = page.all("row")[1];
  const ImGuiID id = row->id;
  page.semantics.push_focus(id, true);
  page.frame();
  page.frame();
  page.scroll("grid", "Leads", 40.0F * 1000.0F);
  bool kept = false;
  for (const auto* other : page.all("row")) kept = kept || other->id == id;
  CHECK(kept);
}

TEST_CASE_FIXTURE(Fixture, "a phone gets two lines a row and nothing overflows") {
  page.resize(390, 844);
  CHECK(page.has("gridcell", "Person 0"));
  CHECK(ui::overflowing_texts().empty());
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE_FIXTURE(Fixture, "on a phone a long name gives way to the number after it, which is never cut") {
  page.resize(390, 844);
  const int whole = page.find("gridcell", "1.000.000 ₫")->width;
  company = "The Northern Company of Steam Pumps, Boilers and Water Works ";
  page.frame();
  CHECK(page.find("gridcell", company + "0")->width < 300);
  CHECK(page.find("gridcell", "1.000.000 ₫")->width == whole);
}

TEST_CASE_FIXTURE(Fixture, "arrows go over cells, and back to the row; F2 and Enter begin to edit, E the first cell that can be") {
  page.semantics.push_focus(page.all("row")[1]->id, true);
  page.frame();
  page.press("ArrowRight");
  CHECK(page.find("gridcell", "Person 0")->focusable);
  page.press("ArrowRight");
  page.press("ArrowRight");
  page.press("Enter");
  CHECK(edit_column == "budget");
  CHECK(page.has("textbox", "Budget"));
  CHECK(page.wished_focus() == page.find("textbox", "Budget")->id);
  page.press("Escape");
  CHECK(ended == ui::EditEnd::escape);
  CHECK_FALSE(page.has("textbox", "Budget"));
  page.press("ArrowLeft");
  page.press("ArrowLeft");
  page.press("ArrowLeft");
  CHECK(page.wished_focus() == page.all("row")[1]->id);
  page.press("e");
  CHECK(edit_column == "name");
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE_FIXTURE(Fixture, "the editor says what is wrong at its cell, Tab goes on") {
  editing = {"row2", "budget"};
  error = "Not an amount";
  page.frame();
  page.frame();
  CHECK(page.has("text", "Not an amount"));
  page.press("Tab");
  CHECK(ended == ui::EditEnd::next);
}

TEST_CASE_FIXTURE(Fixture, "Shift with arrows and with a click selects everything in between") {
  page.semantics.push_focus(page.all("row")[1]->id, true);
  page.frame();
  page.press("ArrowDown", true);
  CHECK(toggled == std::size_t{1});
  CHECK(range);
  CHECK(range_from == 0);
  page.click("checkbox", "Select Person 2");
  page.click("gridcell", "Person 6", true);
  CHECK(toggled == std::size_t{6});
  CHECK(range_from == 2);
}

TEST_CASE_FIXTURE(Fixture, "a head has a menu, is resized and moved by keys") {
  page.click("button", "Column Company");
  page.click("menuitem", "Hide");
  CHECK(head_command == "company.hide");
  page.focus("columnheader", "Company");
  page.press("ArrowRight", true);
  CHECK(resized == "company");
  page.press("ArrowLeft", false, true);
  CHECK(moved == "company");
  CHECK(moved_before == "name");
  page.press("ArrowDown");
  CHECK(page.has("menuitem", "Group by"));
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE_FIXTURE(Fixture, "heads of groups fold") {
  grouped = true;
  page.frame();
  page.frame();
  const auto* head = page.find("button", "Open");
  REQUIRE(head != nullptr);
  CHECK(head->expanded == "true");
  page.click("button", "Open");
  CHECK(folded == std::size_t{0});
  CHECK_FALSE(page.has("checkbox", "Select Person 0"));
}

TEST_CASE_FIXTURE(Fixture, "in a narrow place the first column stays and the rest scrolls sideways") {
  page.resize(480, 900);
  rows = 20;
  page.resize(600, 900);
  CHECK(page.has("gridcell", "Person 0"));
  CHECK(ui::overflowing_texts().empty());
  CHECK(page.semantics.unnamed().empty());
}
