#include "web/ui/calendar.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

namespace {

Date day(const char* iso) { return *Date::parse_iso(iso); }

struct Fixture {
  Page page;
  ui::Calendar look;
  ui::CalendarEvents last;

  Fixture() {
    look.name = "December 2026";
    for (const char* head : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}) {
      look.weekdays.push_back(head);
      look.weekday_names.push_back(head);
    }
    look.today = look.chosen = day("2026-12-02");
    for (int i = 0; i < 35; ++i) {
      const Date date{day("2026-11-30").days + i};
      look.days.push_back({date, date.to_iso(), date.month() != 12, {}});
    }
    for (const char* key : {"a", "b"}) look.days[1].items.push_back({.key = key, .label = key, .name = std::string("Task ") + key});
  }
  void draw() {
    page.draw([this] {
      const auto events = ui::calendar("calendar", look);
      if (events.day || events.item || events.go_to || events.moved || events.all_of) last = events;
    });
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a month is a grid of days named by their dates, with what lies on them inside") {
  draw();
  REQUIRE(page.has("grid", "December 2026"));
  CHECK(page.all("gridcell").size() == 35);
  CHECK(page.all("columnheader").size() == 7);
  CHECK(page.find("gridcell", "2026-12-02")->selected == "true");
  CHECK(page.inside(*page.find("button", "Task b"), "gridcell", "2026-12-01"));
  CHECK(page.semantics.unnamed().empty());
  CHECK(ui::overflowing_texts().empty());
  page.click("button", "Task a");
  CHECK(last.item == "a");
  page.click("gridcell", "2026-12-09");
  CHECK(last.day == day("2026-12-09"));
}

TEST_CASE_FIXTURE(Fixture, "arrows walk the days, PageUp and PageDown and the edges turn the page, Enter asks for the day") {
  draw();
  page.focus("gridcell", "2026-12-02");
  page.press("ArrowRight");
  CHECK(page.wished_focus() == page.find("gridcell", "2026-12-03")->id);
  page.press("ArrowDown");
  CHECK(page.wished_focus() == page.find("gridcell", "2026-12-10")->id);
  page.press("PageDown");
  CHECK(last.go_to == day("2027-01-10"));
  page.press("ArrowUp");
  page.press("ArrowUp");
  CHECK(last.go_to == day("2026-11-26"));
  page.press("Enter");
  CHECK(last.day.has_value());
}

TEST_CASE_FIXTURE(Fixture, "Shift and an arrow move what is focused, and so does dragging it") {
  draw();
  page.focus("button", "Task a");
  page.press("ArrowRight", true);
  REQUIRE(last.moved);
  CHECK(last.moved->item == "a");
  CHECK(last.moved->to == day("2026-12-02"));
  page.press("ArrowDown", true);
  CHECK(last.moved->to == day("2026-12-08"));
  last = {};
  const float width = 1440.0F / 7.0F;
  page.pointer(width + 40, 70);
  page.pointer(width + 40, 70, 1);
  page.pointer(width + 60, 80);
  page.pointer(width * 4.0F + 40, 400);
  page.pointer(width * 4.0F + 40, 400, 0);
  REQUIRE(last.moved);
  CHECK(last.moved->to > day("2026-12-10"));
  CHECK_FALSE(last.moved->minutes);
  CHECK_FALSE(last.item);
}

TEST_CASE_FIXTURE(Fixture, "what finds no room is counted, and asked for together") {
  for (int i = 0; i < 20; ++i) look.days[1].items.push_back({.key = "k" + std::to_string(i), .label = "x", .name = "Task " + std::to_string(i)});
  draw();
  CHECK_FALSE(page.has("button", "Task 19"));
  bool found = false;
  for (const auto* button : page.all("button"))
    if (button->name.starts_with("+")) {
      found = true;
      page.click("button", button->name);
      break;
    }
  CHECK(found);
  CHECK(last.all_of == day("2026-12-01"));
}

TEST_CASE_FIXTURE(Fixture, "a week shows hours; things at one hour stand beside each other") {
  look.hours = true;
  look.days.resize(7);
  look.days[2].items.push_back({.key = "c", .label = "c", .clock = "09:00", .name = "09:00 c", .minutes = 540});
  look.days[2].items.push_back({.key = "d", .label = "d", .clock = "09:30", .name = "09:30 d", .minutes = 570});
  draw();
  CHECK(page.inside(*page.find("button", "09:00 c"), "gridcell", "2026-12-02"));
  CHECK(page.all("gridcell").size() == 14);
  CHECK(page.semantics.unnamed().empty());
  CHECK(ui::overflowing_texts().empty());
}
