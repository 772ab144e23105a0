#include "web/ui/layout.h"

#include <doctest/doctest.h>

#include "tests/web/ui/harness.h"
#include "web/ui/ui.h"

using namespace cohoi;
using ui_test::Page;

TEST_CASE("a row shares its width and hands the height of its tallest cell on") {
  Page page(1000, 600);
  ui::Rect first, second, after;
  page.draw([&] {
    {
      ui::Row row({ui::fixed(200), ui::flexible()}, 20);
      first = ui::place(50);
      row.next();
      second = ui::place(80);
    }
    after = ui::place(10);
  });
  CHECK(first.width() == 200);
  CHECK(second.min.x == 220);
  CHECK(second.width() == 780);
  CHECK(after.min.y == 80);
}

TEST_CASE("under its limit a row stands its cells under each other") {
  Page page(500, 600);
  ui::Rect first, second;
  page.draw([&] {
    ui::Row row({ui::flexible(), ui::flexible()}, 20, 600);
    first = ui::place(50);
    row.next();
    second = ui::place(50);
  });
  CHECK(first.width() == 500);
  CHECK(second.min.x == 0);
  CHECK(second.min.y == 70);
}

TEST_CASE("natural cells are as wide as what they hold") {
  Page page(1000, 600);
  ui::Rect rest, held;
  page.draw([&] {
    ui::Row row({ui::flexible(), ui::natural()}, 20);
    rest = ui::place(10);
    row.next();
    held = ui::place(ImVec2(150, 10));
  });
  CHECK(rest.width() == 830);
  CHECK(held.min.x == 850);
  CHECK(held.width() == 150);
}

TEST_CASE("things in a line wrap when there is no more room, and stand centred on each other") {
  Page page(300, 600);
  ui::Rect tall, low, wrapped;
  page.draw([&] {
    ui::Inline line(ui::Align::start, 10);
    tall = ui::place(ImVec2(140, 32));
    low = ui::place(ImVec2(140, 20));
    wrapped = ui::place(ImVec2(200, 20));
  });
  CHECK(low.min.x == 150);
  CHECK(low.centre().y == tall.centre().y);
  CHECK(wrapped.min.x == 0);
  CHECK(wrapped.min.y == 42);
}

TEST_CASE("a text too wide for its place is shortened on purpose; one that leaves its clip is found") {
  Page page(1000, 600);
  page.draw([] {
    ui::Row row({ui::fixed(60), ui::flexible()});
    ui::text("Công ty cổ phần Đầu tư Hạ tầng Thăng Long");
  });
  CHECK(ui::overflowing_texts().empty());
  page.draw([] {
    const ui::Clip clip(ui::Rect{ImVec2(0, 0), ImVec2(50, 50)});
    ui::draw_text(ui::Rect{ImVec2(0, 0), ImVec2(500, 20)}, "Đầu tư Hạ tầng Thăng Long", ui::TextStyle::body, 0xFFFFFFFFU);
  });
  CHECK(ui::overflowing_texts().size() == 1);
}

TEST_CASE("wrapped text counts its lines and ends in an ellipsis when there are too many") {
  Page page(1000, 600);
  float one = 0.0F;
  float many = 0.0F;
  bool cut = false;
  page.draw([&] {
    one = ui::wrapped_height("Ngắn", ui::TextStyle::body, 400);
    const std::string long_text = "Khách muốn xem báo giá trước ngày 30, cần có hóa đơn và điều khoản thanh toán 30 ngày.";
    many = ui::wrapped_height(long_text, ui::TextStyle::body, 200);
    cut = ui::draw_wrapped(ui::Rect{ImVec2(0, 0), ImVec2(200, 100)}, long_text, ui::TextStyle::body, 0xFF000000U, 2);
  });
  CHECK(one == 20);
  CHECK(many >= 60);
  CHECK(cut);
}

TEST_CASE("layout settles: nothing asks for frames for ever") {
  Page page;
  std::string value;
  page.draw([&] {
    ui::Page screen("s", "Title", ui::PageBody::scrolls, [] { static_cast<void>(ui::button("a", {.label = "Save"})); });
    ui::Section section("Part", [] { static_cast<void>(ui::button("b", {.label = "Add"})); });
    ui::text_field("f", {.label = "Name", .hint = "Hint"}, value);
    ui::banner("n", ui::BannerKind::warning, "Sentence");
  });
  for (int i = 0; i < 3; ++i) page.frame();
  static_cast<void>(page.context.take_wake());
  page.frame();
  CHECK_FALSE(page.context.take_wake().has_value());
}
