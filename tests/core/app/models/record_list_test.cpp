#include "core/app/models/record_list.h"

#include <algorithm>

#include "tests/core/app/models/filter_records.h"

namespace cohoi::app {
namespace {

using test::FilterRecords;
using test::MemorySession;
using test::text;
using test::vnd;

std::vector<std::string> titles(RecordList& list) {
  std::vector<std::string> titles;
  for (std::int64_t i = 0; i < list.total(); ++i) titles.push_back(list.row(i).title);
  return titles;
}
using Titles = std::vector<std::string>;

TEST_CASE("a list begins with its usual columns and shows those that are chosen, in their order and width") {
  MemorySession m;
  Names names(*m.session);
  m.lead("An", "Nguyễn", "Hoa Sen");
  RecordList list(*m, names, Entity::lead);
  REQUIRE(list.show({}));
  REQUIRE(list.columns().size() == 7);
  CHECK(list.columns().front().key == "title");
  ListRequest request;
  request.columns = {{"owner_id", 180}, {"title", 0}, {"gone", 50}, {"next_activity_at", 0}};
  REQUIRE(list.show(request));
  REQUIRE(list.columns().size() == 3);
  CHECK(list.columns()[0].key == "owner_id");
  CHECK(list.columns()[0].width == 180);
  CHECK(list.row(0).cells.size() == 3);
  CHECK(list.row(0).cells[1].label.text == "Nguyễn An – Hoa Sen");
}

TEST_CASE("every column of every list has cells for every record, and sorts") {
  FilterRecords records(21);
  Names names(*records.m.session);
  for (const Entity entity : {Entity::lead, Entity::opportunity, Entity::account, Entity::contact, Entity::activity, Entity::product}) {
    RecordList list(*records.m, names, entity);
    ListRequest request;
    for (const ListField& field : list_fields(entity))
      if (field.column) request.columns.push_back({field.key, 0});
    for (const ListField& field : list_fields(entity)) {
      if (!field.sortable) continue;
      CAPTURE(field.key);
      request.order = {{field.key, false}};
      REQUIRE(list.show(request));
    }
    for (std::int64_t i = 0; i < list.total(); ++i) CHECK(list.row(i).cells.size() == request.columns.size());
  }
}

TEST_CASE("several columns sort one after the other") {
  MemorySession m;
  Names names(*m.session);
  for (const auto& [name, city] : {std::pair("C", "Huế"), {"A", "Đà Nẵng"}, {"B", "Huế"}, {"D", ""}})
    m.save<Account>(*city ? std::vector{text("name", name), text("city", city)} : std::vector{text("name", name)});
  RecordList list(*m, names, Entity::account);
  ListRequest request;
  request.order = {{"city", true}, {"title", false}};
  REQUIRE(list.show(request));
  CHECK(titles(list) == Titles{"B", "C", "A", "D"});
  request.order = {{"city", false}, {"title", true}};
  REQUIRE(list.show(request));
  CHECK(titles(list) == Titles{"A", "C", "B", "D"});
}

TEST_CASE("opportunities that can still be won come before closed ones, until somebody sorts them") {
  MemorySession m;
  Names names(*m.session);
  const auto first = m.opportunity("First");
  const auto second = m.opportunity("Second");
  m.opportunity("Third");
  m.must(CloseLost{second, {.closed_on = {}, .reason = "price"}});
  RecordList list(*m, names, Entity::opportunity);
  REQUIRE(list.show({}));
  CHECK(titles(list) == Titles{"Third", "First", "Second"});
  ListRequest request;
  request.order = {{"title", true}};
  REQUIRE(list.show(request));
  CHECK(titles(list) == Titles{"Third", "Second", "First"});
  m.must(CloseLost{first, {.closed_on = {}, .reason = "price"}});
  REQUIRE(list.show({}));
  CHECK(list.row(0).title == "Third");
}

TEST_CASE("grouped, every group stands under its head with its count and sum, folded ones only with it") {
  MemorySession m;
  Names names(*m.session);
  const auto add = [&](const char* name, const char* source, std::int64_t amount) {
    std::vector<FieldValue> values{text("name", name), vnd("amount", amount), text("override_reason", "x")};
    if (*source) values.push_back(text("source", source));
    m.must(SaveRecord{Entity::opportunity, {}, std::move(values)});
  };
  add("A", "referral", 1'000'000);
  add("B", "website", 2'000'000);
  add("C", "referral", 3'000'000);
  add("D", "", 4'000'000);
  RecordList list(*m, names, Entity::opportunity);
  ListRequest request;
  request.group_by = "source";
  request.order = {{"amount", true}};
  REQUIRE(list.show(request));
  REQUIRE(list.groups().size() == 3);
  CHECK(list.groups()[0].key == "referral");
  CHECK(list.groups()[0].count == 2);
  CHECK(list.groups()[0].sum == "₫4M");
  CHECK(list.groups()[2].label.message == msg("list.not_given"));
  CHECK(list.lines() == 7);
  CHECK(list.line(0).group == &list.groups()[0]);
  CHECK(list.line(1).group == nullptr);
  CHECK(list.row(list.line(1).row).title == "C");
  CHECK(list.row(list.line(2).row).title == "A");
  CHECK(list.line(3).group == &list.groups()[1]);
  CHECK(list.line_of(3) == 6);
  request.collapsed = {"referral"};
  REQUIRE(list.show(request));
  CHECK(list.lines() == 5);
  CHECK(list.line(1).group == &list.groups()[1]);
  CHECK(list.line_of(0) == -1);
  CHECK(list.row(list.line(2).row).title == "B");
  CHECK(list.total() == 4);
}

TEST_CASE("each groupable column cuts the list into groups that hold all its rows") {
  FilterRecords records(22);
  Names names(*records.m.session);
  for (const Entity entity : {Entity::lead, Entity::opportunity, Entity::activity}) {
    RecordList list(*records.m, names, entity);
    for (const ListField& field : list_fields(entity)) {
      if (!field.groupable) continue;
      CAPTURE(field.key);
      ListRequest request;
      request.group_by = field.key;
      REQUIRE(list.show(request));
      std::int64_t rows = 0;
      std::vector<std::string> keys;
      for (const ListGroup& group : list.groups()) {
        rows += group.count;
        CHECK_FALSE(group.label.empty());
        keys.push_back(group.key);
      }
      CHECK(rows == list.total());
      std::sort(keys.begin(), keys.end());
      CHECK(std::unique(keys.begin(), keys.end()) == keys.end());
      for (std::int64_t line = 0; line < list.lines(); ++line)
        if (!list.line(line).group) CHECK(list.line_of(list.line(line).row) == line);
    }
  }
}

TEST_CASE("a cell is edited through the command its text means") {
  MemorySession m;
  Names names(*m.session);
  const LeadId lead = m.lead("An", "Nguyễn", "Hoa Sen");
  RecordList list(*m, names, Entity::lead);
  REQUIRE(list.show({}));
  const auto editor = list.editor(0, "owner_id");
  REQUIRE(editor);
  CHECK(editor->options.size() == 2);
  CHECK_FALSE(list.editor(0, "verdict"));
  CHECK_FALSE(list.editor(0, "title"));
  CHECK_FALSE(list.edited(0, "email", "not an address"));
  const auto command = list.edited(0, "estimated_budget", "1.5 tr");
  REQUIRE(command);
  m.must(*command);
  CHECK(m.get(lead).estimated_budget == Money{1'500'000, {}});
  const AccountId account = m.account("Sao Mai");
  RecordList accounts(*m, names, Entity::account);
  REQUIRE(accounts.show({}));
  const auto renamed = accounts.edited(0, "title", "Sao Hôm");
  REQUIRE(renamed);
  m.must(*renamed);
  CHECK(m.get(account).name == "Sao Hôm");
}

TEST_CASE("a converted lead's cells can't be edited") {
  MemorySession m;
  Names names(*m.session);
  m.convert(m.qualified_lead());
  RecordList list(*m, names, Entity::lead);
  REQUIRE(list.show({}));
  CHECK(list.row(0).read_only);
  CHECK_FALSE(list.editor(0, "city"));
}

TEST_CASE("views: those of the product show what they say, saved ones are kept, renamed, and undone") {
  FilterRecords records(23);
  auto& m = records.m;
  Names names(*m.session);
  for (const Entity entity : {Entity::lead, Entity::opportunity, Entity::account, Entity::contact, Entity::activity, Entity::product}) {
    const auto views = list_views(*m, entity);
    REQUIRE_FALSE(views.empty());
    CHECK(views.front().request == ListRequest{});
    RecordList list(*m, names, entity);
    for (std::size_t i = 1; i < views.size(); ++i) {
      CAPTURE(views[i].key);
      CHECK_FALSE(views[i].request.filter.empty());
      CHECK(list.show(views[i].request));
    }
  }
  const auto before = list_views(*m, Entity::lead).size();
  ListRequest request;
  request.filter.conditions = {{"city", Operator::contains, {"Huế"}}};
  request.order = {{"title", true}};
  const auto saved = m.must(SaveView{{}, Entity::lead, " Khách ở  Huế ", to_text(request)});
  REQUIRE(list_views(*m, Entity::lead).size() == before + 1);
  const ListView view = list_views(*m, Entity::lead).back();
  CHECK(view.name.text == "Khách ở Huế");
  CHECK_FALSE(view.built_in);
  CHECK(view.request == request);
  CHECK(list_views(*m, Entity::opportunity).back().built_in);
  CHECK(m.refused(SaveView{{}, Entity::lead, "khách ở huế", "1"}).message.key == "refusal.name_taken");
  CHECK(m.refused(SaveView{{}, Entity::lead, "  ", "1"}).message.key == "error.required");
  m.must(SaveView{view.id, Entity::lead, "Huế", to_text(ListRequest{})});
  CHECK(list_views(*m, Entity::lead).back().name.text == "Huế");
  REQUIRE(m->undo());
  CHECK(list_views(*m, Entity::lead).back().request == request);
  m.must(DeleteView{view.id});
  CHECK(list_views(*m, Entity::lead).size() == before);
  REQUIRE(m->undo());
  CHECK(list_views(*m, Entity::lead).back().name.text == "Khách ở Huế");
  CHECK_FALSE(m->can_execute(DeleteView{m.ids.next()}));
}

}  // namespace
}  // namespace cohoi::app
