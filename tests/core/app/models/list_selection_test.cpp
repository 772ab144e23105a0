#include "core/app/models/selection.h"

#include "tests/support/memory_session.h"

namespace cohoi::app {
namespace {

using test::MemorySession;
using test::text;
using test::vnd;

struct SelectionFixture : MemorySession {
  SelectionFixture() : names(*session), list(*session, names, Entity::lead) {
    for (const char* name : {"A", "B", "C", "D", "E"}) {
      leads.push_back(lead("An", name));
      edit(leads.back(), {vnd("estimated_budget", 1000)});
    }
    request.order = {{"title", false}};
    REQUIRE(list.show(request));
  }
  [[nodiscard]] std::string selected() {
    std::string text;
    const auto ids = selection.ids(list);
    REQUIRE(ids);
    for (const Uuid& id : *ids) text += get(LeadId{id}).last_name;
    CHECK(selection.count(list) == static_cast<std::int64_t>(text.size()));
    return text;
  }

  Names names;
  RecordList list;
  ListRequest request;
  Selection selection;
  std::vector<LeadId> leads;
};

TEST_CASE_FIXTURE(SelectionFixture, "records are selected one by one and in ranges") {
  CHECK(selection.empty(list));
  selection.toggle(leads[3].uuid);
  selection.set_range(list, 1, 0, true);
  CHECK(selected() == "ABD");
  selection.toggle(leads[0].uuid);
  CHECK(selected() == "BD");
  selection.set_range(list, 2, 9, true);
  CHECK(selected() == "BCDE");
  selection.clear();
  CHECK(selected().empty());
}

TEST_CASE_FIXTURE(SelectionFixture, "the whole result is selected, also what is not looked at, except what is taken out") {
  selection.select_all();
  CHECK(selected() == "ABCDE");
  selection.toggle(leads[2].uuid);
  CHECK(selected() == "ABDE");
  const auto figures = selection.figures(list);
  REQUIRE(figures);
  CHECK(figures->count == 4);
  CHECK(figures->sum == "₫4,000");
}

TEST_CASE_FIXTURE(SelectionFixture, "the sum is given per currency") {
  edit(leads[1], {{"estimated_budget", Value{Money{2050, *Currency::parse("USD")}}}});
  REQUIRE(list.show(request));
  selection.set_range(list, 0, 2, true);
  const auto figures = selection.figures(list);
  REQUIRE(figures);
  CHECK(figures->count == 3);
  CHECK(figures->sum == "$20.50 + ₫2,000");
}

TEST_CASE_FIXTURE(SelectionFixture, "one command edits all that are selected, one undo takes it back, and a converted lead refuses alone") {
  for (const char* key : {"need", "ability", "timeframe"}) answer(leads[2], key, Answer::yes);
  edit(leads[2], {text("needs", "pumps"), text("company", "C")});
  done(ActivityKind::call, leads[2]);
  convert(leads[2]);
  REQUIRE(list.show(request));
  selection.select_all();
  const OwnerId other = save<Owner>({text("name", "Hà")});
  const std::string before = dump();
  const auto outcome = must(EditRecords{Entity::lead, *selection.ids(list), {test::link("owner_id", other), text("city", "Huế")}});
  CHECK(outcome.done == msg("done.edited.many", std::int64_t{4}));
  REQUIRE(outcome.per_record.size() == 5);
  for (const auto& one : outcome.per_record) {
    const bool converted = one.record.id == leads[2].uuid;
    CHECK(one.result.has_value() == !converted);
    if (converted) CHECK(one.result.error().message.key == "refusal.lead.read_only");
    CHECK((get(LeadId{one.record.id}).owner_id == other) == !converted);
  }
  REQUIRE(session->undo());
  CHECK(difference(before) == "");
  REQUIRE(session->redo());
  CHECK(get(leads[0]).city == "Huế");
}

TEST_CASE_FIXTURE(SelectionFixture, "an edit no record accepts is refused and says why for each") {
  const Error error = refused(EditRecords{Entity::lead, {leads[0].uuid, leads[1].uuid}, {text("email", "nobody")}});
  CHECK(error.message.key == "refusal.none_could");
  CHECK(error.missing.size() == 2);
  CHECK(refused(EditRecords{Entity::lead, {leads[0].uuid, leads[1].uuid}, {text("status", "converted")}}).code == ErrorCode::refused);
  CHECK(refused(EditRecords{Entity::lead, {leads[0].uuid}, {}}).code == ErrorCode::invalid);
}

TEST_CASE_FIXTURE(SelectionFixture, "tags are added and taken from many at once") {
  edit(leads[0], {text("tags", "gấp, xa")});
  must(TagRecords{Entity::lead, {leads[0].uuid, leads[1].uuid}, {{"vip", "Xa"}}, {{"GẤP"}}});
  CHECK(get(leads[0]).tags.items == std::vector<std::string>{"vip", "xa"});
  CHECK(get(leads[1]).tags.items.size() == 2);
  must(TagRecords{Entity::lead, {leads[0].uuid, leads[1].uuid}, {}, {{"vip", "xa"}}});
  CHECK(get(leads[0]).tags.items.empty());
  CHECK(refused(TagRecords{Entity::activity, {leads[0].uuid}, {{"x"}}, {}}).code == ErrorCode::invalid);
}

}  // namespace
}  // namespace cohoi::app
