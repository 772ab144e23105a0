#include "core/app/models/timeline.h"

#include "core/app/models/opportunity_page.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

struct Told {
  MemorySession m;
  Names names{*m};
  Timeline of(Entity entity, const Uuid& id) {
    auto timeline = timeline_of(*m, names, entity, id);
    REQUIRE(timeline);
    return *std::move(timeline);
  }
};

std::string words(const Label& label) { return label.message.key.empty() ? label.text : label.message.key; }

const FieldChange* change_of(const Timeline& timeline, std::string_view field) {
  for (const auto& entry : timeline.entries)
    for (const auto& change : entry.changes)
      if (words(change.field) == field) return &change;
  return nullptr;
}

}  // namespace

TEST_CASE("the story of a record tells each change with before and after, in words and formatted values") {
  Told t;
  const auto id = t.m.lead("An", "Nguyễn");
  t.m.edit(id, {vnd("estimated_budget", 5'000'000), text("part", "buyer")});
  t.m.edit(id, {vnd("estimated_budget", 7'000'000)});
  const auto timeline = t.of(Entity::lead, id.uuid);
  REQUIRE(timeline.entries.size() == 3);
  const auto& newest = timeline.entries.front();
  REQUIRE(newest.changes.size() == 1);
  CHECK(words(newest.changes.front().field) == "field.estimated_budget");
  CHECK(newest.changes.front().before.text == "₫5,000,000");
  CHECK(newest.changes.front().after.text == "₫7,000,000");
  CHECK(newest.who == t.m->me().name);
  CHECK(timeline.entries[1].changes.size() == 2);
  const auto* part = change_of(timeline, "field.part");
  REQUIRE(part);
  CHECK(words(part->after) == "part.buyer");
  CHECK(words(timeline.entries.back().title) == "history.created");
}

TEST_CASE("what was undone is marked, and the undo itself is not told a second time") {
  Told t;
  const auto id = t.m.lead("An", "Nguyễn");
  t.m.edit(id, {text("company", "Hoa Sen")});
  REQUIRE(t.m->undo());
  const auto undone = t.of(Entity::lead, id.uuid);
  REQUIRE(undone.entries.size() == 2);
  REQUIRE(undone.entries.front().marks.size() == 1);
  CHECK(words(undone.entries.front().marks.front().label) == "records.taken_back");
  REQUIRE(t.m->redo());
  CHECK(t.of(Entity::lead, id.uuid).entries.front().marks.empty());
}

TEST_CASE("answers and a conversion are told on the lead; the conversion counts among the stages") {
  Told t;
  const auto id = t.m.qualified_lead();
  const auto before = t.of(Entity::lead, id.uuid);
  const auto* need = change_of(before, "criterion.need");
  REQUIRE(need);
  CHECK(before.count("activities") == 1);
  t.m.convert(id);
  const auto after = t.of(Entity::lead, id.uuid);
  CHECK(words(after.entries.front().title) == "done.converted");
  CHECK(after.count("stages") == before.count("stages") + 1);
  CHECK(after.count("") == after.count("activities") + after.count("notes") + after.count("stages") + after.count("changes"));
}

TEST_CASE("P-3: each move is told from where to where; a stage that was deleted is said so, never by its id") {
  Told t;
  const auto id = t.m.opportunity("Pumps", t.m.account("Hoa Sen"));
  t.m.prepare_for_contract(id);
  const auto proposal = t.m.stage("proposal"), negotiation = t.m.stage("negotiation");
  t.m.must(MoveStage{{id}, proposal.id, {}});
  t.m.must(MoveStage{{id}, negotiation.id, {}});
  t.m.must(DeleteStage{proposal.id, negotiation.id});
  const auto timeline = t.of(Entity::opportunity, id.uuid);
  const auto days = timeline.days("stages", 50);
  REQUIRE_FALSE(days.empty());
  const auto& latest = *days.front().entries.front();
  REQUIRE(latest.changes.size() == 1);
  CHECK(words(latest.changes.front().before) == "records.deleted_stage");
  // The account tells the moves of its opportunities, by name.
  const auto account = t.of(Entity::account, t.m.get(id).account_id.uuid);
  CHECK(account.entries.front().about == "Pumps");
}

TEST_CASE("the story goes by days, newest first, a page at a time") {
  Told t;
  const auto id = t.m.account("Hoa Sen");
  for (int i = 0; i < 60; ++i) t.m.done(ActivityKind::call, id);
  t.m.clock.advance_ms(std::int64_t{24} * 60 * 60 * 1000);
  t.m.done(ActivityKind::note, id);
  const auto timeline = t.of(Entity::account, id.uuid);
  CHECK(timeline.count("notes") == 1);
  CHECK(timeline.count("") == 62);
  const auto days = timeline.days("", 50);
  REQUIRE(days.size() == 2);
  CHECK(words(days.front().day) == "records.today");
  CHECK(words(days.back().day) == "records.yesterday");
  CHECK(days.front().entries.size() == 1);
  CHECK(days.back().entries.size() == 49);
}

TEST_CASE("the products of an opportunity offer their sum as its amount, until it is") {
  Told t;
  const auto id = t.m.opportunity("Pumps");
  t.m.must(SetLineItem{LineItem{.opportunity_id = id, .description = "Pump", .quantity = 3, .price = Money{1'000'000, Currency{}}, .discount_percent = 10}});
  auto page = opportunity_page(*t.m, t.names, id);
  REQUIRE(page);
  REQUIRE(page->lines_sum);
  CHECK(page->lines_total == "₫2,700,000");
  t.m.edit(id, {{"amount", Value(*page->lines_sum)}});
  page = opportunity_page(*t.m, t.names, id);
  REQUIRE(page);
  CHECK_FALSE(page->lines_sum);
}
