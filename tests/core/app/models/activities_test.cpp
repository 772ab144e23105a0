#include "core/app/models/activities_page.h"
#include "core/app/models/activity_form.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

// Monday 23 November 2026, 09:35 in Vietnam.
struct Fixture {
  MemorySession m;
  Names names{*m};
  ActivityForms forms{*m, names};

  [[nodiscard]] Timestamp at(const char* iso, int minutes = 0) const { return Timestamp::at(*Date::parse_iso(iso), minutes, 420); }
  ActivityId task(const char* subject, std::optional<Timestamp> due = {}) {
    return {m.must(AddActivity{{.kind = ActivityKind::task, .subject = subject, .due_at = due}}).made.front().id};
  }
  std::string groups(const Result<ActivitiesPage>& page) {
    REQUIRE(page);
    std::string out;
    for (const auto& group : page->groups) {
      out += (out.empty() ? "" : "; ") + group.key + ":";
      for (const auto& row : group.rows) out += " " + row.title.text + (row.overdue ? "!" : "");
    }
    return out;
  }
  Activity saved(const ActivityForm& form) {
    std::map<std::string, Message> errors;
    const auto command = forms.command(form, errors);
    REQUIRE(command);
    const auto outcome = m.must(*command);
    return m.get(form.is_new ? ActivityId{outcome.made.front().id} : form.stored.id);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "what is to do stands under overdue, today, this week, later and no date") {
  task("late", at("2026-11-20"));
  task("passed", at("2026-11-23", 9 * 60));
  task("today", at("2026-11-23"));
  task("friday", at("2026-11-27", 60));
  task("sunday", at("2026-11-29", 1439));
  task("monday", at("2026-11-30"));
  task("some day");
  CHECK(groups(activities_to_do(*m, names, {})) == "overdue: late!; today: today passed!; week: friday sunday; later: monday; none: some day");
  CHECK(activities_to_do(*m, names, {})->groups[1].rows[0].when == "Today");
  CHECK(activities_to_do(*m, names, {})->groups[1].rows[1].when == "Today 09:00");
  CHECK(activities_to_do(*m, names, {false, 1})->more);
}

TEST_CASE_FIXTURE(Fixture, "only mine, or everybody's") {
  const auto other = m.save<Owner>({text("name", "Lan")});
  m.must(AddActivity{{.kind = ActivityKind::task, .subject = "hers", .owner_id = other}});
  task("mine");
  CHECK(groups(activities_to_do(*m, names, {})) == "none: mine");
  CHECK(activities_to_do(*m, names, {true, 50})->groups[0].count == 2);
}

TEST_CASE_FIXTURE(Fixture, "what was done is told by days, the latest first") {
  const auto first = task("first");
  m.must(CompleteActivity{first, true});
  m.clock.advance_days(1);
  const auto second = task("second");
  m.must(CompleteActivity{second, true});
  const auto page = activities_done(*m, names, {});
  CHECK(groups(page) == "2026-11-24: second; 2026-11-23: first");
  CHECK(page->groups[0].name.text == "Today");
  CHECK(page->groups[1].name.text == "Yesterday");
}

TEST_CASE_FIXTURE(Fixture, "the calendar has whole weeks from Monday, whole-day things first, and no notes") {
  task("hour", at("2026-12-01", 600));
  task("day", at("2026-12-01"));
  m.must(AddActivity{{.kind = ActivityKind::note, .notes = "x"}});
  m.done(ActivityKind::call, m.account("ACME"));
  const auto place = activities_place({{"view", "calendar"}, {"month", "2026-12"}}, m.clock.today());
  const auto page = calendar_page(*m, names, place, false);
  REQUIRE(page);
  CHECK(page->title == "December 2026");
  CHECK(page->first.to_iso() == "2026-11-30");
  CHECK(page->days.size() == 35);
  REQUIRE(page->days[1].size() == 2);
  CHECK(page->days[1][0].title.text == "day");
  CHECK(page->days[1][1].minutes == 600);
  const auto week = calendar_page(*m, names, activities_place({{"view", "calendar"}, {"week", "2026-11-25"}}, m.clock.today()), false);
  REQUIRE(week);
  CHECK(week->days.size() == 7);
  REQUIRE(week->days[0].size() == 1);
  CHECK(week->days[0][0].about == "ACME");
}

TEST_CASE_FIXTURE(Fixture, "places have addresses and come back from them; nonsense is the list of what is to do") {
  const Date today = m.clock.today();
  const auto place = activities_place({{"view", "calendar"}, {"week", "2026-11-25"}}, today);
  CHECK(address_of(place) == "#/activities?view=calendar&week=2026-11-23");
  CHECK(address_of(turned(place, 1)) == "#/activities?view=calendar&week=2026-11-30");
  const auto month = activities_place({{"view", "calendar"}}, today);
  CHECK(address_of(month) == "#/activities?view=calendar&month=2026-11");
  CHECK(address_of(turned(month, -11)) == "#/activities?view=calendar&month=2025-12");
  CHECK(activities_place({{"view", "nonsense"}, {"month", "x"}, {"week", ""}}, today) == ActivitiesPlace{ActivitiesView::to_do, false, today});
}

TEST_CASE_FIXTURE(Fixture, "a new task understands the date in its subject") {
  const auto account = m.account("ACME");
  auto form = forms.make(ActivityKind::task, {Entity::account, account.uuid}, false);
  form.subject = "Gọi anh Nam mai 9h";
  CHECK(forms.read(form).when == "Tomorrow 09:00");
  const auto activity = saved(form);
  CHECK(activity.subject == "Gọi anh Nam");
  CHECK(activity.due_at == at("2026-11-24", 540));
  CHECK(activity.account_id == account);
  CHECK_FALSE(activity.done_at);
  form.keep_words = true;
  CHECK(saved(form).subject == "Gọi anh Nam mai 9h");
  form.due = "thứ 6";
  CHECK(saved(form).due_at == at("2026-11-27"));
}

TEST_CASE_FIXTURE(Fixture, "a call for a time to come is planned, any other has happened; the user may say otherwise") {
  auto form = forms.make(ActivityKind::call, {}, false);
  form.subject = "Gọi lại thứ 6 14h";
  CHECK(saved(form).due_at == at("2026-11-27", 840));
  form.subject = "Gọi hôm qua 14h";
  CHECK(saved(form).done_at == at("2026-11-22", 840));
  form.subject = "Gọi";
  CHECK(saved(form).done_at.has_value());
  form.state_chosen = true;
  form.done = false;
  const auto planned = saved(form);
  CHECK_FALSE(planned.done_at);
  CHECK_FALSE(planned.due_at);
  form.subject = "9h họp";
  form.stored.kind = ActivityKind::task;
  CHECK(saved(form).due_at == at("2026-11-24", 540));  // nine has passed today
}

TEST_CASE_FIXTURE(Fixture, "a logged call keeps its hour and words") {
  auto form = forms.make(ActivityKind::call, {}, true);
  CHECK(form.done_at == "23 Nov 2026 09:35");
  form.subject = "Hẹn gặp mai 9h";
  form.done_at = "hôm qua 16h";
  const auto activity = saved(form);
  CHECK(activity.subject == "Hẹn gặp mai 9h");
  CHECK(activity.done_at == at("2026-11-22", 960));
  form.done_at = "nonsense";
  std::map<std::string, Message> errors;
  CHECK_FALSE(forms.command(form, errors));
  CHECK(errors.contains("done_at"));
}

TEST_CASE_FIXTURE(Fixture, "words that name no record are not forgotten in silence")  {
  auto form = forms.make(ActivityKind::task, {}, false);
  form.subject = "x";
  form.about_name = "nobody";
  std::map<std::string, Message> errors;
  CHECK_FALSE(forms.command(form, errors));
  CHECK(errors.contains("about"));
}

TEST_CASE_FIXTURE(Fixture, "an edited activity changes in what was edited alone, and undo takes it back in one step") {
  const auto account = m.account("ACME");
  const auto person = m.contact("An", "Nguyễn", account);
  const auto id = task("offer", Timestamp{at("2026-11-25", 540).ms + 12'345});
  auto form = *forms.edit(id);
  CHECK(form.due == "25 Nov 2026 09:00");
  form.subject = "offer tomorrow";
  form.about = {Entity::contact, person.uuid};
  const auto activity = saved(form);
  CHECK(activity.subject == "offer tomorrow");
  CHECK(activity.due_at->ms == at("2026-11-25", 540).ms + 12'345);
  CHECK(activity.contact_id == person);
  CHECK(activity.account_id == account);
  REQUIRE(m->undo());
  CHECK(m.get(id).subject == "offer");
  CHECK(m.get(id).contact_id.empty());
  form = *forms.edit(id);
  form.done = true;
  CHECK(saved(form).done_at.has_value());
  form = *forms.edit(id);
  form.done = false;
  form.due = "";
  CHECK_FALSE(saved(form).due_at);
}

TEST_CASE_FIXTURE(Fixture, "activities are moved to another day together, with one undo; done ones are not") {
  const auto one = task("one", at("2026-11-20", 540)), two = task("two"), closed = task("closed");
  m.must(CompleteActivity{closed, true});
  CHECK(forms.moment_on(*Date::parse_iso("2026-11-23"), 540) == at("2026-11-23", 540));
  m.must(Reschedule{{one, two, closed}, at("2026-12-01")});
  CHECK(m.get(one).due_at == at("2026-12-01"));
  CHECK(m.get(two).due_at == at("2026-12-01"));
  CHECK_FALSE(m.get(closed).due_at);
  REQUIRE(m->undo());
  CHECK(m.get(one).due_at == at("2026-11-20", 540));
  CHECK_FALSE(m.get(two).due_at);
  m.refused(Reschedule{{closed}, {}});
  m.must(Reschedule{{one}, {}});
  CHECK_FALSE(m.get(one).due_at);
}

TEST_CASE_FIXTURE(Fixture, "a related record is offered from leads, opportunities, accounts and contacts") {
  m.account("Hoa Sen");
  m.lead("An", "Nguyễn", "Hoa Sen");
  CHECK(forms.offers("hoa").size() == 2);
  CHECK_FALSE(forms.offers("").empty());
}
