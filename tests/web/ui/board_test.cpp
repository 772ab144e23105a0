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
  std::optional<ui::BoardChoice> chosen;
  ui::BoardState state;
  std::uint64_t version = 0;
  bool lanes = false, folded_lane = false;

  Fixture() {
    page.draw([this] { draw(); });
  }

  void draw() {
    ui::Board look{.name = "Pipeline"};
    const char* names[] = {"Qualification", "Proposal", "Negotiation"};
    look.lanes = {{.key = "all"}};
    look.version = version;
    for (std::size_t i = 0; i < 3; ++i) {
      look.columns.push_back({.key = names[i], .name = names[i], .count = std::to_string(cards[i].size()), .sum = "1 tỷ ₫", .folded = folded[i]});
      look.lanes[0].cards.push_back(cards[i].size());
    }
    if (lanes) {
      look.lanes[0].name = "An";
      look.lanes.push_back({.key = "second", .name = "Bình", .folded = folded_lane, .cards = {0, 1, 0}});
    }
    look.zones = {{.key = "won", .label = "Won"}};
    look.card_of = [this](const ui::BoardPlace& place) {
      const std::string key = place.lane == 0 ? cards[place.column][place.index] : "Z";
      return ui::BoardCard{.key = key, .name = "Deal " + key, .amount = "100"};
    };
    look.place_of = [this](std::string_view key) -> std::optional<ui::BoardPlace> {
      for (std::size_t column = 0; column < 3; ++column)
        for (std::size_t i = 0; i < cards[column].size(); ++i)
          if (cards[column][i] == key) return ui::BoardPlace{0, column, i};
      if (lanes && key == "Z") return ui::BoardPlace{1, 1, 0};
      return std::nullopt;
    };
    look.menu_of = [](const ui::BoardPlace&) { return std::vector<ui::MenuItem>{{.key = "open", .label = "Open"}, {.key = "won", .label = "Mark as won"}}; };
    const auto events = ui::board("board", look, state);
    if (events.opened) opened = events.opened;
    if (events.chosen) chosen = events.chosen;
    if (events.lane_folded) folded_lane = !folded_lane;
    if (events.folded || events.moved) ++version;
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
  page.pointer(60.0F, 110.0F);
  page.pointer(60.0F, 110.0F, 1);
  page.pointer(200.0F, 130.0F);
  page.pointer(400.0F, 200.0F);
  page.pointer(400.0F, 200.0F, 0);
  REQUIRE(moved.has_value());
  CHECK(moved->card == "A");
  CHECK(moved->to == "Proposal");
  CHECK_FALSE(opened.has_value());
}

TEST_CASE_FIXTURE(Fixture, "Escape lets a carried card go back, and a drop zone takes one") {
  page.pointer(60.0F, 110.0F);
  page.pointer(60.0F, 110.0F, 1);
  page.pointer(200.0F, 300.0F);
  page.press("Escape");
  page.pointer(400.0F, 300.0F, 0);
  CHECK_FALSE(moved.has_value());
  page.pointer(60.0F, 110.0F);
  page.pointer(60.0F, 110.0F, 1);
  page.pointer(200.0F, 300.0F);
  page.pointer(500.0F, 860.0F);
  CHECK(page.shows("Won"));
  page.pointer(500.0F, 860.0F, 0);
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

namespace {

ui::Board thousands(std::size_t& asked) {
  ui::Board look{.name = "Pipeline", .columns = {{.key = "a", .name = "A", .count = "5000"}}};
  look.lanes = {{.key = "all", .cards = {5000}}};
  look.card_of = [&asked](const ui::BoardPlace& place) {
    ++asked;
    return ui::BoardCard{.key = std::to_string(place.index), .name = "Deal " + std::to_string(place.index)};
  };
  look.place_of = [](std::string_view key) { return std::optional(ui::BoardPlace{0, 0, static_cast<std::size_t>(std::stoul(std::string(key)))}); };
  return look;
}

}  // namespace

TEST_CASE("a column of thousands of cards draws those in sight") {
  Page page;
  std::size_t asked = 0;
  ui::BoardState state;
  page.draw([&] {
    asked = 0;
    static_cast<void>(ui::board("board", thousands(asked), state));
  });
  CHECK(asked < 40);
  CHECK(page.all("listitem").size() < 40);
}

TEST_CASE("the focused card stays in the page when it is scrolled out of sight, and a carried one is not looked for among thousands") {
  Page page;
  std::size_t asked = 0;
  ui::BoardState state;
  page.draw([&] {
    asked = 0;
    static_cast<void>(ui::board("board", thousands(asked), state));
  });
  page.focus("listitem", "Deal 0");
  page.scroll("list", "A", 200'000.0F);
  CHECK(page.has("listitem", "Deal 0"));
  CHECK_FALSE(page.has("listitem", "Deal 40"));
  page.press("End");
  CHECK(page.has("listitem", "Deal 4999"));
  CHECK(asked < 60);
}

TEST_CASE_FIXTURE(Fixture, "the menu key opens a card's menu, and so does the button on the card") {
  page.focus("listitem", "Deal B");
  page.press("ContextMenu");
  REQUIRE(page.has("menuitem", "Mark as won"));
  page.click("menuitem", "Mark as won");
  REQUIRE(chosen.has_value());
  CHECK(chosen->card == "B");
  CHECK(chosen->item == "won");
  CHECK_FALSE(page.has("menuitem", "Mark as won"));
  page.focus("listitem", "Deal A");
  page.click("button", "Actions for Deal A");
  CHECK(page.has("menuitem", "Open"));
  CHECK(page.semantics.unnamed().empty());
}

TEST_CASE_FIXTURE(Fixture, "a full stop opens a card's menu where the keyboard has no key for menus") {
  page.focus("listitem", "Deal B");
  page.press(".");
  CHECK(page.has("menuitem", "Mark as won"));
}

TEST_CASE_FIXTURE(Fixture, "arrows walk between cards and over empty columns") {
  page.focus("listitem", "Deal A");
  page.press("ArrowDown");
  CHECK(page.wished_focus() == page.find("listitem", "Deal B")->id);
  page.focus("listitem", "Deal B");
  page.press("ArrowRight");
  CHECK(page.wished_focus() == page.find("listitem", "Deal D")->id);
}

TEST_CASE_FIXTURE(Fixture, "in lanes every owner has a list of each column; a lane folds, and arrows go on in the next one") {
  lanes = true;
  ++version;
  page.frame();
  page.frame();
  REQUIRE(page.has("group", "Bình"));
  CHECK(page.inside(*page.find("listitem", "Deal Z"), "group", "Bình"));
  CHECK(page.inside(*page.find("listitem", "Deal Z"), "list", "Proposal"));
  page.focus("listitem", "Deal D");
  page.press("ArrowDown");
  CHECK(page.wished_focus() == page.find("listitem", "Deal Z")->id);
  page.click("button", "Fold the lane of Bình");
  CHECK_FALSE(page.has("listitem", "Deal Z"));
  CHECK(page.has("group", "Bình"));
}

TEST_CASE_FIXTURE(Fixture, "a card that is carried to another lane says so") {
  lanes = true;
  ++version;
  page.frame();
  page.frame();
  page.pointer(60.0F, 160.0F);
  page.pointer(60.0F, 160.0F, 1);
  page.pointer(200.0F, 300.0F);
  page.pointer(360.0F, 440.0F);
  page.pointer(360.0F, 440.0F, 0);
  REQUIRE(moved.has_value());
  CHECK(moved->card == "A");
  CHECK(moved->to_lane == "second");
}
