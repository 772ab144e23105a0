#include "web/ui/board.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

namespace {

struct Fixture {
  Page page;
  std::vector<std::vector<std::string>> cards = {{"A", "B", "C"}, {"D"}, {}};
  std::vector<bool> folded = {false, false, false};
  std::optional<ui::BoardMove> moved;
  std::optional<std::string> opened;

  Fixture() {
    page.draw([this] { draw(); });
  }

  void draw() {
    ui::Board look{.name = "Pipeline"};
    const char* names[] = {"Qualification", "Proposal", "Negotiation"};
    for (std::size_t i = 0; i < 3; ++i) {
      look.columns.push_back({.key = names[i], .name = names[i], .count = std::to_string(cards[i].size()), .sum = "1 tỷ ₫", .card_count = cards[i].size(), .folded = folded[i]});
    }
    look.zones = {{.key = "won", .label = "Won"}};
    look.card_of = [this](std::size_t column, std::size_t i) { return ui::BoardCard{.key = cards[column][i], .name = "Deal " + cards[column][i], .amount = "100"}; };
    const auto events = ui::board("board", look);
    if (events.opened) opened = events.opened;
    if (events.folded) {
      for (std::size_t i = 0; i < 3; ++i) {
        if (look.columns[i].key == *events.folded) folded[i] = !folded[i];
      }
    }
    if (!events.moved) return;
    moved = events.moved;
    for (std::size_t i = 0; i < 3; ++i) {
      if (look.columns[i].key == moved->from) std::erase(cards[i], moved->card);
      if (look.columns[i].key == moved->to) cards[i].push_back(moved->card);
    }
  }

  // The pointer itself: drags are the one thing that is not the DOM's.
  void pointer(float x, float y, int button = -1) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    if (button >= 0) ImGui::GetIO().AddMouseButtonEvent(0, button > 0);
    page.frame();
    page.frame();
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a column is a list named by its stage, holding its cards") {
  REQUIRE(page.has("list", "Qualification"));
  CHECK(page.inside(*page.find("listitem", "Deal B"), "list", "Qualification"));
  CHECK(page.inside(*page.find("listitem", "Deal D"), "list", "Proposal"));
  CHECK(page.find("listitem", "Deal A")->focusable);
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE_FIXTURE(Fixture, "Shift and an arrow move the focused card to the next stage, and the focus goes with it") {
  page.focus("listitem", "Deal B");
  page.press("ArrowRight", true);
  REQUIRE(moved.has_value());
  CHECK(moved->card == "B");
  CHECK(moved->from == "Qualification");
  CHECK(moved->to == "Proposal");
  CHECK(page.inside(*page.find("listitem", "Deal B"), "list", "Proposal"));
  CHECK(page.wished_focus() == page.find("listitem", "Deal B")->id);
  page.press("ArrowLeft", true);
  CHECK(moved->to == "Qualification");
}

TEST_CASE_FIXTURE(Fixture, "there is no stage beyond the ends") {
  page.focus("listitem", "Deal A");
  page.press("ArrowLeft", true);
  CHECK_FALSE(moved.has_value());
}

TEST_CASE_FIXTURE(Fixture, "a click or Enter opens a card") {
  page.click("listitem", "Deal C");
  CHECK(opened == "C");
  page.focus("listitem", "Deal D");
  page.press("Enter");
  CHECK(opened == "D");
}

TEST_CASE_FIXTURE(Fixture, "a card is carried to another column, and the click that ends it opens nothing") {
  pointer(60.0F, 110.0F);
  pointer(60.0F, 110.0F, 1);
  pointer(200.0F, 130.0F);
  pointer(400.0F, 200.0F);
  pointer(400.0F, 200.0F, 0);
  REQUIRE(moved.has_value());
  CHECK(moved->card == "A");
  CHECK(moved->to == "Proposal");
  CHECK_FALSE(opened.has_value());
}

TEST_CASE_FIXTURE(Fixture, "Escape lets a carried card go back, and a drop zone takes one") {
  pointer(60.0F, 110.0F);
  pointer(60.0F, 110.0F, 1);
  pointer(200.0F, 300.0F);
  page.press("Escape");
  pointer(400.0F, 300.0F, 0);
  CHECK_FALSE(moved.has_value());
  pointer(60.0F, 110.0F);
  pointer(60.0F, 110.0F, 1);
  pointer(200.0F, 300.0F);
  pointer(500.0F, 860.0F);
  CHECK(page.shows("Won"));
  pointer(500.0F, 860.0F, 0);
  REQUIRE(moved.has_value());
  CHECK(moved->to == "won");
}

TEST_CASE_FIXTURE(Fixture, "a column folds and unfolds") {
  page.click("button", "Fold Proposal");
  CHECK(folded[1]);
  CHECK(page.has("list", "Proposal"));
  CHECK_FALSE(page.has("listitem", "Deal D"));
  page.click("button", "Unfold Proposal");
  CHECK(page.has("listitem", "Deal D"));
}

TEST_CASE("a column of thousands of cards draws those in sight") {
  Page page;
  std::size_t asked = 0;
  page.draw([&] {
    asked = 0;
    ui::Board look{.name = "Pipeline", .columns = {{.key = "a", .name = "A", .count = "5000", .card_count = 5000}}};
    look.card_of = [&asked](std::size_t, std::size_t i) {
      ++asked;
      return ui::BoardCard{.key = std::to_string(i), .name = "Deal " + std::to_string(i)};
    };
    static_cast<void>(ui::board("board", look));
  });
  CHECK(asked < 40);
  CHECK(page.all("listitem").size() < 40);
}
