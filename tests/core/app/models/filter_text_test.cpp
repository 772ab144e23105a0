#include "core/app/models/filter_text.h"

#include <doctest/doctest.h>

#include "core/app/models/record_list.h"
#include "tests/support/random_text.h"
#include "tests/support/seeded_ids.h"

namespace cohoi::app {
namespace {

TEST_CASE("a filter goes into an address and comes back") {
  FilterGroup filter;
  filter.conditions = {{"stage_kind", Operator::any_of, {"open"}},
                       {"title", Operator::contains, {"Máy bơm (200), 50 % & more: ~!"}},
                       {"expected_close", Operator::period, {"next_days", "14"}}};
  filter.groups = {{.any = true, .conditions = {{"amount", Operator::between, {"VND 1", "USD 200"}}, {"owner_id", Operator::any_of, {"me"}}}, .groups = {}}};
  const std::string address = address_of_filter(Entity::opportunity, filter);
  CHECK(address.starts_with("#/opportunities?view=list&filter=1all(stage_kind:any:open,"));
  CHECK(address.find_first_of(" %&+#\"<>", address.find("filter=") + 7) == std::string::npos);
  CHECK(filter_from_text(Entity::opportunity, address.substr(address.find("filter=") + 7)) == filter);
  CHECK(filter_from_text(Entity::opportunity, to_text(FilterGroup{})) == FilterGroup{});
}

TEST_CASE("texts that are no filters are refused without harm") {
  for (const char* text : {"", "1", "2all(stage_kind:any:open)", "1all(", "1all(stage_kind:any:open", "1all(stage_kind:any:open))", "1all(stage_kind)",
                           "1all(stage_kind:any)", "1all(stage_kind:any:)", "1all(stage_kind:any:nowhere)", "1all(city:has:x)", "1all(amount:lt:12)",
                           "1all(title:has:~4)", "1all(title:has:~zz)", "1all(title:has:~ff)", "1all(expected_close:in:someday)",
                           "1all(expected_close:in:last_days)", "1all(expected_close:in:last_days:0)", "1all(owner_id:any:you)", "1some(x)",
                           "1all(,)", "1all(all(all(all(all(all(all(all(all(all(all(title:has:x)))))))))))"})
    CHECK_MESSAGE(filter_from_text(Entity::opportunity, text) == std::nullopt, std::string(text));
  const std::string good = "1all(stage_kind:any:open,title:has:B~c6~a1m,any(amount:ge:VND~201000,expected_close:in:next_days:14))";
  REQUIRE(filter_from_text(Entity::opportunity, good));
  test::SeededBits bits(5);
  for (int round = 0; round < 4000; ++round) {
    std::string broken = good;
    for (auto times = 1 + bits.below(4); times > 0 && !broken.empty(); --times) {
      const auto at = static_cast<std::size_t>(bits.below(broken.size()));
      if (bits.below(3) == 0) broken.erase(at, 1 + static_cast<std::size_t>(bits.below(8)));
      else broken[at] = static_cast<char>(bits.below(256));
    }
    if (const auto read = filter_from_text(Entity::opportunity, broken)) CHECK(filter_from_text(Entity::opportunity, to_text(*read)) == *read);
  }
}

TEST_CASE("what a list was asked is one line, and what a newer program added is skipped") {
  ListRequest request{.text = "máy bơm; 5", .filter = {}, .order = {{"amount", true}, {"title", false}}, .columns = {{"title", 240}, {"owner_id", 0}},
                      .group_by = "stage_id", .collapsed = {"", "abc"}};
  request.filter.conditions = {{"stage_kind", Operator::any_of, {"open"}}};
  CHECK(request_from_text(Entity::opportunity, to_text(request)) == request);
  CHECK(request_from_text(Entity::opportunity, to_text(request) + ";z=new;") == request);
  CHECK(request_from_text(Entity::opportunity, to_text(ListRequest{})) == ListRequest{});
  const auto partly = request_from_text(Entity::opportunity, "1;c=title:99999,gone,owner_id;o=-gone,-amount;g=amount;f=nonsense");
  CHECK(partly.columns == std::vector<ColumnChoice>{{"title", 2000}, {"owner_id", 0}});
  CHECK(partly.order == std::vector<store::OrderKey>{{"amount", true}});
  CHECK(partly.group_by.empty());
  CHECK(partly.filter.empty());
  CHECK(request_from_text(Entity::lead, "garbage") == ListRequest{});
}

TEST_CASE("heads sort, turn round and let go; with Shift they follow one another") {
  ListRequest request;
  sort_by(request, "amount", false);
  CHECK(request.order == std::vector<store::OrderKey>{{"amount", false}});
  sort_by(request, "amount", false);
  CHECK(request.order == std::vector<store::OrderKey>{{"amount", true}});
  sort_by(request, "title", true);
  CHECK(request.order == std::vector<store::OrderKey>{{"amount", true}, {"title", false}});
  sort_by(request, "amount", true);
  CHECK(request.order == std::vector<store::OrderKey>{{"title", false}});
  sort_by(request, "owner_id", false);
  CHECK(request.order == std::vector<store::OrderKey>{{"owner_id", false}});
}

}  // namespace
}  // namespace cohoi::app
