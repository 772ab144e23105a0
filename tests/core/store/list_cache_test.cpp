#include "core/store/list_cache.h"

#include <doctest/doctest.h>

#include "core/domain/qualification.h"
#include "core/domain/stage_rules.h"
#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using test::StoreFixture;

// Lists that are asked again and again while the data changes under them.
struct CacheFixture : StoreFixture {
  test::SeededBits bits{31};
  std::vector<Lead> leads;
  std::vector<Opportunity> opportunities;
  std::vector<Account> accounts;
  std::vector<Activity> activities;
  std::vector<Stage> stages;
  std::vector<Owner> owners;
  std::vector<ListQuery> queries;

  [[nodiscard]] std::size_t below(std::size_t limit) { return static_cast<std::size_t>(bits.below(limit)); }
  template <class T>
  T& any(std::vector<T>& of) { return of[below(of.size())]; }
  [[nodiscard]] std::string word() {
    static constexpr std::array<const char*, 8> words{"", "An", "Ân", "Ánh", "bình", "Bình", "Đông", "Yến"};
    return words[below(words.size())];
  }

  CacheFixture() {
    auto pipeline = default_pipeline(ids);
    put(pipeline.pipeline);
    stages = pipeline.stages;
    for (const Stage& stage : stages) put(stage);
    for (const Criterion& criterion : default_criteria(ids)) put(criterion);
    for (const char* name : {"Hà", "Lan", "Bảo"}) owners.push_back({.id = ids.next_of<Owner>(), .name = name});
    for (const Owner& owner : owners) put(owner);
    for (int i = 0; i < 6; ++i) accounts.push_back(account("Công ty " + std::to_string(i)));
    for (const Account& one : accounts) put(one);
    for (int i = 0; i < 25; ++i) step_new();
    for (const char* key : {"title", "given_name", "score", "verdict", "city", "owner_id", "owner", "account_id", "next_activity_at", "estimated_budget",
                            "created_at", "tags", "expected_purchase"}) {
      queries.push_back({Entity::lead, {}, {}, {{key, false}}});
      queries.push_back({Entity::lead, {}, {}, {{key, true}, {"title", false}}});
    }
    for (const char* key : {"title", "account", "stage_id", "stage_kind", "weighted", "entered_at", "next_activity_at", "last_done_at", "rots_at"})
      queries.push_back({Entity::opportunity, {}, {}, {{key, false}, {"amount", true}}});
    queries.push_back({Entity::activity, {}, {{"open", Compare::equals, {Value{"1"}}}}, {{"opportunity_id", false}, {"subject", false}}});
    queries.push_back({Entity::lead, {}, {{"verdict", Compare::one_of, {Value{"qualified"}, Value{"unqualified"}}}}, {{"title", false}}});
    queries.push_back({Entity::lead, {}, {{"city", Compare::contains, {Value{"an"}}}}, {}});
    queries.push_back({Entity::lead, "an", {}, {{"given_name", true}}});
    queries.push_back({Entity::opportunity, {}, {{"account", Compare::contains, {Value{"2"}}}}, {}});
    queries.push_back({Entity::opportunity, {}, {{"stage_kind", Compare::not_equals, {Value{"open"}}}}, {{"title", false}}});
    queries.push_back({Entity::opportunity, {}, {{"planned_until", Compare::is_given, {}}}, {{"owner_id", false}}});
    ListQuery nested{Entity::lead, {}, {}, {{"created_at", true}}};
    nested.tree = {true, {{"missing", Compare::has_all, {Value{"need"}, Value{"ability"}}}, {"owner", Compare::same_text, {Value{"ha"}}}}, {}};
    queries.push_back(nested);
  }

  void change(Lead& one) {
    one.first_name = word();
    one.last_name = "Nguyễn";
    one.city = word();
    one.owner_id = below(4) == 0 ? OwnerId{} : any(owners).id;
    if (below(3) == 0) one.account_id = any(accounts).id;
    one.estimated_budget = Money{static_cast<std::int64_t>(below(5)), {}};
    one.tags.items = {below(2) == 0 ? "gấp" : "xa"};
    if (below(2) == 0) one.expected_purchase = Month::from_ym(2026, 1 + static_cast<int>(below(12)));
    one.created_at = Timestamp{static_cast<std::int64_t>(below(5)) * 1000};
  }
  void change(Opportunity& one) {
    one.name = "Đơn " + std::to_string(below(6));
    one.stage_id = any(stages).id;
    one.account_id = any(accounts).id;
    one.owner_id = any(owners).id;
    one.amount = Money{static_cast<std::int64_t>(below(5)), {}};
  }
  void change(Activity& one) {
    one.subject = "Gọi " + std::to_string(below(3));
    one.due_at = below(3) == 0 ? std::nullopt : std::optional(Timestamp{static_cast<std::int64_t>(below(9)) * 1000});
    one.done_at = below(2) == 0 ? std::nullopt : std::optional(Timestamp{static_cast<std::int64_t>(below(9)) * 1000});
    one.lead_id = below(2) == 0 ? LeadId{} : any(leads).id;
    one.opportunity_id = below(2) == 0 ? OpportunityId{} : any(opportunities).id;
  }

  template <class T>
  void add(std::vector<T>& to) {
    T one{.id = ids.next_of<T>()};
    change(one);
    put(one);
    to.push_back(one);
  }
  void step_new() {
    add(leads);
    add(opportunities);
    add(activities);
  }
  template <class T>
  void edit(std::vector<T>& of) {
    T& one = any(of);
    change(one);
    put(one);
  }
  template <class T>
  void remove_one(std::vector<T>& of) {
    if (of.size() < 5) return;
    const std::size_t at = below(of.size());
    remove(T::entity, of[at].id.uuid);
    of.erase(of.begin() + static_cast<std::ptrdiff_t>(at));
  }

  void step() {
    switch (below(14)) {
      case 0: step_new(); return;
      case 1: remove_one(leads); return;
      case 2: remove_one(opportunities); return;
      case 3: remove_one(activities); return;
      case 4:
      case 5: edit(leads); return;
      case 6: edit(opportunities); return;
      case 7:
      case 8: edit(activities); return;
      case 9:
        any(accounts).name = "Công ty " + std::to_string(below(9));
        for (const Account& one : accounts) put(one);
        return;
      case 10:
        any(owners).name = word() + "x";
        for (const Owner& one : owners) put(one);
        return;
      case 11:
        put(StageVisit{.id = ids.next_of<StageVisit>(), .opportunity_id = any(opportunities).id, .stage_id = any(stages).id,
                       .entered_at = Timestamp{static_cast<std::int64_t>(below(9)) * 1000}});
        return;
      case 12: {
        Stage& stage = any(stages);
        stage.position = static_cast<std::int64_t>(below(9));
        stage.rots_after_days = static_cast<std::int64_t>(below(9));
        put(stage);
        return;
      }
      default:
        put(CriterionAnswer{.id = ids.next_of<CriterionAnswer>(), .lead_id = any(leads).id, .criterion = below(2) == 0 ? "need" : "ability",
                            .answer = below(2) == 0 ? Answer::yes : Answer::no, .evidence = "đã hỏi"});
    }
  }

  [[nodiscard]] RowOrder ask(const ListQuery& query) {
    const auto rows = run(db, query);
    INFO((rows ? std::string() : rows.error().detail));
    REQUIRE(rows);
    return *rows;
  }
};

TEST_CASE_FIXTURE(CacheFixture, "lists kept while the data changes are those made anew") {
  for (int round = 0; round < 260; ++round) {
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) step();
    // A few lists a time, as screens ask: what is not asked falls behind and catches up later.
    std::vector<std::pair<std::size_t, RowOrder>> kept;
    for (int i = 0; i < 5; ++i) {
      const std::size_t at = below(queries.size());
      kept.emplace_back(at, ask(queries[at]));
    }
    if (round % 4 != 0) continue;
    db.lists().clear();
    for (const auto& one : kept) {
      const ListQuery& query = queries[one.first];
      INFO("query " << one.first << " by " << (query.order.empty() ? std::string() : query.order.front().key));
      CHECK(ask(query) == one.second);
    }
  }
}

TEST_CASE_FIXTURE(CacheFixture, "a change that is rolled back leaves the lists as they were") {
  const auto before = ask(queries.front());
  {
    auto transaction = begin();
    Lead lead = leads.front();
    lead.last_name = "Zz";
    REQUIRE(transaction.put(lead));
    REQUIRE(transaction.remove(Entity::lead, leads.back().id.uuid));
  }
  CHECK(ask(queries.front()) == before);
}

}  // namespace
}  // namespace cohoi::store
