#include "core/app/models/home.h"

#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

constexpr std::int64_t hour = 60 * 60 * 1000, day = 24 * hour;

struct HomeOfSession : MemorySession {
  app::Names names{*session};
  app::Home home(OwnerId owner = {}) {
    auto model = app::home(*session, names, owner);
    REQUIRE(model);
    return *std::move(model);
  }
  void task(const std::string& subject, std::int64_t in_ms, OpportunityId about = {}) {
    must(app::AddActivity{Activity{.kind = ActivityKind::task, .subject = subject, .due_at = Timestamp{clock.now().ms + in_ms}, .opportunity_id = about}});
  }
};

}  // namespace

TEST_CASE_FIXTURE(HomeOfSession, "without any record Home is empty") { CHECK(home().empty); }

TEST_CASE_FIXTURE(HomeOfSession, "the day shows what is overdue apart from what is due today, and counts beyond the first six") {
  const auto id = opportunity("Pumps");
  for (int i = 0; i < 8; ++i) task("late", -day - i * hour, id);
  const auto model = home();
  CHECK(model.overdue.count == 8);
  CHECK(model.overdue.rows.size() == 6);
  CHECK(model.overdue.rows.front().overdue);
  CHECK(model.overdue.rows.front().about == "Pumps");
  CHECK(model.today.count == 0);
}

TEST_CASE_FIXTURE(HomeOfSession, "a day without anything due says what comes next") {
  opportunity("Pumps");
  task("Send the offer", 3 * day);
  const auto model = home();
  CHECK(model.overdue.count + model.today.count == 0);
  CHECK(model.next_due.message.key == "home.next_due");
}

TEST_CASE_FIXTURE(HomeOfSession, "leads ready to convert are those that pass C-0; one answer away names the question") {
  qualified_lead();
  const auto open = lead("Bình", "Trần");
  answer(open, "need", Answer::yes);
  answer(open, "ability", Answer::yes);
  lead("Chi", "Lê");
  const auto model = home();
  CHECK(model.ready.count == 1);
  REQUIRE(model.lack_one.rows.size() == 1);
  CHECK(model.lack_one.count == 1);
  CHECK(model.lack_one.rows[0].second.message.key == "criterion.timeframe.question");
  CHECK(session->can_execute(app::ConvertLead{qualified_lead("Dũng", "Vũ", "Sao Mai"), {}}));
  CHECK(home().ready.count == 2);
}

TEST_CASE_FIXTURE(HomeOfSession, "the month's forecast sums the open opportunities expected to close in it, weighted (P-5)") {
  const auto today = clock.today();
  edit(opportunity("Now"), {vnd("amount", 100'000'000), text("expected_close", today.to_iso())});
  edit(opportunity("Later"), {vnd("amount", 900'000'000), text("expected_close", Date{today.days + 62}.to_iso())});
  const auto model = home();
  CHECK(model.forecast_count == 1);
  CHECK(model.forecast_amount == format_money_short(Money{100'000'000, {}}, Language::en));
  CHECK(model.forecast_weighted == format_money_short(Money{20'000'000, {}}, Language::en));
}

TEST_CASE_FIXTURE(HomeOfSession, "opportunities that rot are listed, the longest first (P-4)") {
  opportunity("Oldest");
  clock.advance_ms(10 * day);
  opportunity("Older");
  clock.advance_ms(25 * day);
  opportunity("Fresh");
  const auto model = home();
  CHECK(model.rotting.count == 2);
  REQUIRE(model.rotting.rows.size() == 2);
  CHECK(model.rotting.rows[0].title == "Oldest");
}

TEST_CASE_FIXTURE(HomeOfSession, "mine leaves out what others own") {
  const auto binh = save<Owner>({text("name", "Bình")});
  edit(opportunity("Mine"), {vnd("amount", 1)});
  edit(opportunity("Bình's"), {link("owner_id", binh)});
  const auto own = home(session->me().id), all = home();
  CHECK(own.funnel[1].count == 1);
  CHECK(all.funnel[1].count == 2);
}
