#include "core/app/models/filter.h"

#include <algorithm>
#include <set>

#include "tests/core/app/models/filter_records.h"

namespace cohoi::app {
namespace {

using test::FilterRecords;

std::set<Uuid> found(FilterRecords& records, Entity entity, const FilterGroup& filter) {
  store::ListQuery query{.entity = entity, .text = {}, .filters = {}, .order = {}};
  query.tree = to_query(*records.m, entity, filter);
  const auto rows = store::run(records.m.db, query);
  INFO((rows ? std::string() : rows.error().detail));
  REQUIRE(rows);
  CHECK(store::count(records.m.db, query).value_or(-1) == static_cast<std::int64_t>(rows->size()));
  const auto ids = store::ids_of(records.m.db, entity, *rows);
  REQUIRE(ids);
  return {ids->begin(), ids->end()};
}

std::set<Uuid> expected(FilterRecords& records, Entity entity, const FilterGroup& filter) {
  std::set<Uuid> ids;
  for (const auto& record : records.records(entity))
    if (records.holds(record, filter)) ids.insert(record.id);
  return ids;
}

TEST_CASE("every operator of every field finds the records a person would find") {
  FilterRecords records(11);
  for (const Entity entity : {Entity::lead, Entity::opportunity, Entity::activity, Entity::account}) {
    for (const ListField& field : list_fields(entity)) {
      for (const Operator op : operators_of(field.type)) {
        if (field.type == FilterType::record && field.ref != Entity::owner && field.ref != Entity::account && field.ref != Entity::stage) continue;
        for (int again = 0; again < (op == Operator::period ? 8 : 2); ++again) {
          FilterGroup filter;
          filter.conditions.push_back(records.condition(entity, field, op));
          CAPTURE(to_text(filter));
          REQUIRE(check_condition(entity, filter.conditions.front()));
          CHECK(found(records, entity, filter) == expected(records, entity, filter));
        }
      }
    }
  }
}

TEST_CASE("groups with and, or, and groups in groups find what their parts say") {
  FilterRecords records(12);
  for (int round = 0; round < 80; ++round) {
    const Entity entity = round % 2 == 0 ? Entity::lead : Entity::opportunity;
    const auto& fields = list_fields(entity);
    const auto make = [&](auto&& self, int depth) -> FilterGroup {
      FilterGroup group;
      group.any = records.below(2) == 0;
      for (std::size_t i = records.below(3); i > 0; --i) {
        const ListField& field = fields[records.below(12)];
        const auto& operators = operators_of(field.type);
        group.conditions.push_back(records.condition(entity, field, operators[records.below(operators.size())]));
      }
      for (std::size_t i = depth > 0 ? records.below(3) : 0; i > 0; --i)
        if (auto inner = self(self, depth - 1); !inner.empty()) group.groups.push_back(std::move(inner));
      return group;
    };
    const FilterGroup filter = make(make, 2);
    CAPTURE(to_text(filter));
    CHECK(found(records, entity, filter) == expected(records, entity, filter));
    CHECK(filter_from_text(entity, to_text(filter)) == filter);
  }
}

TEST_CASE("what is still being built narrows nothing") {
  FilterRecords records(13);
  FilterGroup filter;
  filter.conditions = {{"city", Operator::contains, {}}, {"no_such_field", Operator::is, {"x"}}, {"estimated_budget", Operator::less, {"much"}}};
  CHECK(found(records, Entity::lead, filter).size() == records.records(Entity::lead).size());
  for (const Condition& condition : filter.conditions) CHECK_FALSE(check_condition(Entity::lead, condition));
}

TEST_CASE("a chip says its condition") {
  test::MemorySession m;
  Names names(*m.session);
  const auto says = [&](Entity entity, Condition condition) { return describe(*m, names, entity, condition); };
  const auto chip = [](Message field, Message what) { return msg("filter.chip", std::vector<Message>{std::move(field)}, std::vector<Message>{std::move(what)}); };
  CHECK(says(Entity::opportunity, {"expected_close", Operator::period, {"this_month"}}) ==
        chip(msg("field.expected_close"), msg("filter.period.this_month")));
  CHECK(says(Entity::opportunity, {"amount", Operator::more, {"VND 1000000"}}) == chip(msg("field.amount"), msg("verbatim", "> ₫1,000,000")));
  CHECK(says(Entity::lead, {"owner_id", Operator::any_of, {"me"}}) == chip(msg("field.owner_id"), msg("filter.me")));
  CHECK(says(Entity::lead, {"status", Operator::any_of, {"new", "working"}}) ==
        chip(msg("field.status"), msg("filter.says.any_of", std::vector<Message>{msg("lead_status.new"), msg("lead_status.working")})));
  CHECK(says(Entity::lead, {"created_at", Operator::period, {"last_days", "7"}}) == chip(msg("field.created_at"), msg("filter.last_days", std::int64_t{7})));
  CHECK(says(Entity::lead, {"city", Operator::contains, {"Huế"}}) == chip(msg("field.city"), msg("filter.says.contains", "“Huế”")));
}

TEST_CASE("what is typed as a value is kept in one form and shown in the language") {
  test::MemorySession m;
  Names names(*m.session);
  const auto& amount = *list_field(Entity::opportunity, "amount");
  CHECK(read_filter_value(*m, amount, "1.5 tr").value_or("") == "VND 1500000");
  CHECK(show_filter_value(*m, names, amount, "VND 1500000") == "₫1,500,000");
  CHECK(read_filter_value(*m, *list_field(Entity::opportunity, "expected_close"), "24/11/2026").value_or("") == "2026-11-24");
  CHECK(read_filter_value(*m, *list_field(Entity::lead, "expected_purchase"), "11/2026").value_or("") == "2026-11");
  CHECK_FALSE(read_filter_value(*m, *list_field(Entity::lead, "created_at"), "some day"));
  CHECK_FALSE(read_filter_value(*m, amount, ""));
}

}  // namespace
}  // namespace cohoi::app
