#include "web/views/activities_view.h"

#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "tests/web/views/pushed.h"
#include "web/views/activity_dialog.h"

using namespace cohoi;
using test::MemorySession;

namespace {

struct Screen {
  explicit Screen(float width = 1440.0F) : page(width, 900.0F) {}

  void draw(app::ActivitiesPlace place) {
    state.place = place;
    page.draw([this] {
      views::draw_activities(state, sink, [this] {
        if (state.place.view == app::ActivitiesView::calendar) views::draw_calendar(*app::calendar_page(*m, names, state.place, false), state, forms, sink);
        else views::draw_activity_groups(*app::activities_to_do(*m, names, {}), state, forms, sink);
      });
    });
    REQUIRE(page.semantics.unnamed().empty());
    CHECK(ui::overflowing_texts().empty());
  }
  void open(app::ActivityForm form) {
    dialog = {};
    dialog.form = std::move(form);
    page.draw([this] { views::draw_activity_dialog(dialog, forms, sink); });
    REQUIRE(page.semantics.unnamed().empty());
    CHECK(ui::overflowing_texts().empty());
  }
  ActivityId task(const char* subject, int days) {
    const auto due = Timestamp::at(Date{m.clock.today().days + days}, 540, 420);
    return {m.must(app::AddActivity{{.kind = ActivityKind::task, .subject = subject, .due_at = due, .account_id = account}}).made.front().id};
  }

  MemorySession m;
  AccountId account = m.account("Công ty cổ phần thương mại và dịch vụ Hoa Sen Việt Nam");
  app::Names names{*m};
  app::ActivityForms forms{*m, names};
  views::ActivitiesState state;
  views::ActivityState dialog;
  views::IntentSink sink;
  ui_test::Page page;
};

}  // namespace

TEST_CASE("to do: groups, completing in place, the menu moves and deletes") {
  for (const float width : {1440.0F, 390.0F}) {
    CAPTURE(width);
    Screen screen(width);
    const auto late = screen.task("Gửi báo giá máy nén khí trục vít 37 kW cho nhà máy Long An", -2);
    screen.task("Gọi", 1);
    screen.draw({});
    CHECK(screen.page.has("list", "Overdue"));
    CHECK(screen.page.has("list", "This week"));
    REQUIRE(screen.page.click("button", "Done: Gọi"));
    const auto done = pushed<views::Execute>(screen.sink);
    REQUIRE(done);
    CHECK(std::get<app::CompleteActivity>(done->command).done);
    REQUIRE(screen.page.click("button", "More for Gọi"));
    REQUIRE(screen.page.click("menuitem", "Next week"));
    const auto moved = pushed<views::Execute>(screen.sink);
    REQUIRE(moved);
    CHECK(std::get<app::Reschedule>(moved->command).due_at == Timestamp::at(*Date::parse_iso("2026-11-30"), 540, 420));
    REQUIRE(screen.page.click("button", "Gửi báo giá máy nén khí trục vít 37 kW cho nhà máy Long An"));
    const auto opened = pushed<views::OpenDialog>(screen.sink);
    REQUIRE(opened);
    CHECK(opened->record.id == late.uuid);
  }
}

TEST_CASE("nothing to do says what to do") {
  Screen screen;
  screen.draw({});
  CHECK(screen.page.shows("Nothing to do"));
}

TEST_CASE("the calendar: month, week, and on a phone the chosen day below") {
  Screen screen;
  const auto id = screen.task("Gọi", 1);
  const app::ActivitiesPlace month{app::ActivitiesView::calendar, false, screen.m.clock.today()};
  screen.draw(month);
  REQUIRE(screen.page.has("grid", "November 2026"));
  CHECK(screen.page.has("gridcell", "Tuesday, 24 Nov 2026, activities: 1"));
  screen.page.focus("button", "09:00 Gọi · Công ty cổ phần thương mại và dịch vụ Hoa Sen Việt Nam");
  screen.page.press("ArrowRight", true);
  const auto moved = pushed<views::Execute>(screen.sink);
  REQUIRE(moved);
  const auto& command = std::get<app::Reschedule>(moved->command);
  CHECK(command.activity_ids == std::vector{id});
  CHECK(command.due_at == Timestamp::at(*Date::parse_iso("2026-11-25"), 540, 420));
  REQUIRE(screen.page.click("button", "Next month"));
  CHECK(pushed<views::Navigate>(screen.sink)->address == "#/activities?view=calendar&month=2026-12");
  screen.page.click("gridcell", "Friday, 27 Nov 2026");
  CHECK(pushed<views::OpenDialog>(screen.sink)->kind == views::DialogKind::new_activity);
  screen.draw({app::ActivitiesView::calendar, true, screen.m.clock.today()});
  CHECK(screen.page.has("columnheader", "Tuesday, 24 Nov 2026"));

  Screen phone(390.0F);
  phone.task("Gọi", 0);
  phone.draw({app::ActivitiesView::calendar, false, phone.m.clock.today()});
  CHECK(phone.page.has("button", "Done: Gọi"));
  CHECK(phone.page.shows("Monday, 23 Nov 2026"));
}

TEST_CASE("the dialog understands the date while one types, shows it, and saves by Enter") {
  Screen screen;
  screen.open(screen.forms.make(ActivityKind::task, {}, false));
  CHECK(screen.page.has("dialog", "New task"));
  screen.page.type("textbox", "Subject", "Gọi anh Nam mai 9h", false);
  CHECK(screen.page.shows("Due: Tomorrow 09:00"));
  screen.page.focus("textbox", "Subject");
  screen.page.press("Enter");
  const auto saved = pushed<views::Execute>(screen.sink);
  REQUIRE(saved);
  CHECK(std::get<app::AddActivity>(saved->command).activity.subject == "Gọi anh Nam");
  REQUIRE(screen.page.click("button", "Keep these words in the subject"));
  CHECK_FALSE(screen.page.shows("Due: Tomorrow 09:00"));
  REQUIRE(screen.page.click("button", "Tomorrow"));
  CHECK(screen.dialog.form.due == "24 Nov 2026");
}

TEST_CASE("the dialog refuses a task without a subject at its field, and edits and deletes an old one") {
  Screen screen;
  screen.open(screen.forms.make(ActivityKind::task, {}, false));
  screen.page.click("button", "Save");
  CHECK_FALSE(pushed<views::Execute>(screen.sink));
  CHECK_FALSE(screen.page.find("textbox", "Subject")->error.empty());
  const auto id = screen.task("Gọi", 1);
  screen.open(*screen.forms.edit(id));
  CHECK(screen.page.has("dialog", "Edit task"));
  screen.page.click("button", "Delete");
  const auto removed = pushed<views::Execute>(screen.sink);
  REQUIRE(removed);
  CHECK(std::get<app::DeleteRecords>(removed->command).ids == std::vector{id.uuid});
}

TEST_CASE("a logged call asks for its hour and its outcome; a note for its words") {
  Screen screen(390.0F);
  screen.dialog.logs = true;
  auto form = screen.forms.make(ActivityKind::call, {Entity::account, screen.account.uuid}, true);
  screen.dialog.form = form;
  screen.page.draw([&] { views::draw_activity_dialog(screen.dialog, screen.forms, screen.sink); });
  CHECK(screen.page.has("dialog", "Log call"));
  CHECK(screen.page.find("textbox", "Done at")->value == "23 Nov 2026 09:35");
  CHECK(screen.page.has("textarea", "Outcome and notes"));
  CHECK(ui::overflowing_texts().empty());
  screen.open(screen.forms.make(ActivityKind::note, {Entity::account, screen.account.uuid}, false));
  CHECK(screen.page.has("dialog", "New note"));
  CHECK_FALSE(screen.page.has("textbox", "Subject"));
  CHECK(screen.page.has("textarea", "Note"));
}
