#include "core/store/list_query.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/domain/qualification.h"
#include "core/domain/stage_rules.h"
#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using test::StoreFixture;

struct ListFixture : StoreFixture {
  template <class T>
  [[nodiscard]] std::vector<std::string> titles(const ListQuery& query) {
    const auto rows = run(db, query);
    INFO((rows ? std::string() : rows.error().detail));
    REQUIRE(rows);
    const auto records = fetch<T>(db, *rows);
    REQUIRE(records);
    CHECK(count(db, query).value_or(-1) == static_cast<std::int64_t>(rows->size()));
    std::vector<std::string> titles;
    for (const T& record : *records) {
      if constexpr (std::is_same_v<T, Activity>)
        titles.push_back(record.subject);
      else
        titles.push_back(title_of(record));
    }
    return titles;
  }
  [[nodiscard]] std::vector<std::string> leads(std::vector<Filter> filters,
                                               std::vector<OrderKey> order = {{"title", false}},
                                               std::string text = {}) {
    return titles<Lead>({Entity::lead, std::move(text), std::move(filters), std::move(order)});
  }
  [[nodiscard]] std::vector<std::string> opportunities(std::vector<Filter> filters,
                                                       std::vector<OrderKey> order = {{"title", false}}) {
    return titles<Opportunity>({Entity::opportunity, {}, std::move(filters), std::move(order)});
  }
};

using Names = std::vector<std::string>;

TEST_CASE_FIXTURE(ListFixture, "titles come in the order of the Vietnamese alphabet, ties newest first") {
  for (const char* name : {"Đường", "Dương", "Ánh", "An", "Ân", "Zoom", "Ăn", "eva", "Ê", "Dung"}) put(account(name));
  CHECK(titles<Account>({Entity::account, {}, {}, {{"title", false}}}) ==
        Names{"An", "Ánh", "Ăn", "Ân", "Dung", "Dương", "Đường", "eva", "Ê", "Zoom"});
  CHECK(titles<Account>({Entity::account, {}, {}, {{"title", true}}}).front() == "Zoom");
  CHECK(titles<Account>({Entity::account, {}, {}, {}}).front() == "Dung");
}

TEST_CASE_FIXTURE(ListFixture, "people can be sorted by given name") {
  put(contact("Trần", "Văn Bình"), contact("Nguyễn", "Thị Ân"), contact("Lê", "An"), contact("Phạm", "An"),
      contact("Smith", "Anna"));
  CHECK(titles<Contact>({Entity::contact, {}, {}, {{"given_name", false}}}) ==
        Names{"Lê An", "Phạm An", "Anna Smith", "Nguyễn Thị Ân", "Trần Văn Bình"});
}

TEST_CASE_FIXTURE(ListFixture,
                  "words find leads by beginnings, without marks, with marks, decomposed, by phone and e-mail") {
  Lead an = lead("Nguyễn", "Văn An", "Ánh Dương");
  an.phone = "0903 123 456";
  an.email = "an.nguyen@anhduong.vn";
  put(an, lead("Trần", "Bình", "Sao Mai"));
  for (const char* text : {"nguyen an", "NGUYỄN", "Nguye\xCC\x82\xCC\x83n", "anh du", "0903123456", "090312",
                           "+84 903 123 456", "0903 123 456", "an.nguyen@anhduong.vn", "anhduong", "\"nguyen* (an)"}) {
    CAPTURE(std::string(text));
    CHECK(leads({}, {{"title", false}}, text) == Names{"Nguyễn Văn An – Ánh Dương"});
  }
  CHECK(leads({}, {{"title", false}}, "nguyen binh").empty());
  CHECK(leads({}, {{"title", false}}, "  ").size() == 2);
}

TEST_CASE_FIXTURE(ListFixture, "leads are filtered and sorted by what their answers make of them") {
  const auto criteria = default_criteria(ids);
  for (const Criterion& criterion : criteria) put(criterion);
  const Lead blank = lead("Trần", "Trống");
  const Lead unable = lead("Lê", "Không");
  const Lead ready = lead("Nguyễn", "Đủ");
  put(blank, unable, ready);
  const auto answer = [&](const Lead& of, const char* key, Answer is) {
    put(CriterionAnswer{
        .id = ids.next_of<CriterionAnswer>(), .lead_id = of.id, .criterion = key, .answer = is, .evidence = "đã hỏi"});
  };
  answer(unable, "ability", Answer::no);
  for (const char* key : {"need", "ability", "timeframe"}) answer(ready, key, Answer::yes);
  CHECK(leads({{"verdict", Compare::equals, {Value{"qualified"}}}}) == Names{"Nguyễn Đủ"});
  CHECK(leads({{"verdict", Compare::one_of, {Value{"incomplete"}, Value{"unqualified"}}}}) ==
        Names{"Lê Không", "Trần Trống"});
  CHECK(leads({{"missing", Compare::equals, {Value{"ability"}}}}) == Names{"Trần Trống"});
  CHECK(leads({{"missing", Compare::is_empty, {}}}) == Names{"Nguyễn Đủ"});
  CHECK(leads({}, {{"score", true}, {"title", false}}) == Names{"Nguyễn Đủ", "Lê Không", "Trần Trống"});
  CHECK(leads({{"verdict", Compare::equals, {Value{"incomplete"}}}, {"score", Compare::equals, {Value{"0"}}}}) ==
        Names{"Trần Trống"});
  const auto facts = lead_facts(db, ready.id);
  REQUIRE(facts);
  CHECK(facts->score == 85);
  CHECK(facts->missing.empty());
  CHECK(lead_facts(db, blank.id)->missing == Names{"need", "ability", "timeframe"});
}

TEST_CASE_FIXTURE(ListFixture, "own fields filter by every comparison") {
  Lead a = lead("A", "A");
  a.city = "Hà Nội";
  a.estimated_budget = Money{100, {}};
  a.tags.items = {"gấp", "xa"};
  a.expected_purchase = Month::from_ym(2026, 12);
  Lead b = lead("B", "B");
  b.city = "Hải Phòng";
  b.estimated_budget = Money{200, {}};
  b.status = LeadStatus::working;
  Lead c = lead("C", "C");
  c.estimated_budget = Money{150, *Currency::parse("USD")};
  put(a, b, c);
  CHECK(leads({{"city", Compare::starts_with, {Value{"ha"}}}}) == Names{"A A", "B B"});
  CHECK(leads({{"city", Compare::contains, {Value{"NỘI"}}}}) == Names{"A A"});
  CHECK(leads({{"title", Compare::contains, {Value{"b"}}}}) == Names{"B B"});
  CHECK(leads({{"city", Compare::is_empty, {}}}) == Names{"C C"});
  CHECK(leads({{"city", Compare::not_equals, {Value{"Hà Nội"}}}}) == Names{"B B", "C C"});
  CHECK(leads({{"city", Compare::equals, {Value{}}}}) == Names{"C C"});
  CHECK(leads({{"estimated_budget", Compare::greater, {Value{Money{120, {}}}}}}) == Names{"B B"});
  CHECK(leads({{"status", Compare::one_of, {Value{"working"}, Value{"nurturing"}}}}) == Names{"B B"});
  CHECK(leads({{"status", Compare::one_of, {}}}).empty());
  CHECK(leads({{"tags", Compare::equals, {Value{"xa"}}}}) == Names{"A A"});
  CHECK(leads({{"tags", Compare::not_equals, {Value{"xa"}}}}) == Names{"B B", "C C"});
  CHECK(leads({{"expected_purchase", Compare::less_or_equal, {Value{"2026-12"}}}}) == Names{"A A"});
  CHECK(leads({{"do_not_call", Compare::equals, {Value{std::int64_t{0}}}}}).size() == 3);
}

TEST_CASE_FIXTURE(ListFixture, "records without the value come last in both directions") {
  Lead a = lead("A", "A");
  a.city = "Huế";
  a.created_at = Timestamp{5};
  Lead b = lead("B", "B");
  b.city = "Đà Nẵng";
  b.created_at = Timestamp{7};
  put(a, b, lead("C", "C"));
  CHECK(leads({}, {{"city", false}}) == Names{"B B", "A A", "C C"});
  CHECK(leads({}, {{"city", true}}) == Names{"A A", "B B", "C C"});
  CHECK(leads({}, {{"created_at", false}}) == Names{"A A", "B B", "C C"});
  CHECK(leads({}, {{"created_at", true}}) == Names{"B B", "A A", "C C"});
}

TEST_CASE_FIXTURE(ListFixture, "lists sort by the names of what their records point to") {
  Owner lan{.id = ids.next_of<Owner>(), .name = "Lan"};
  Owner an{.id = ids.next_of<Owner>(), .name = "Ân"};
  const Account zoom = account("Zoom");
  const Account duong = account("Đường Việt");
  Opportunity one = opportunity("Một");
  one.owner_id = lan.id;
  one.account_id = duong.id;
  Opportunity two = opportunity("Hai");
  two.owner_id = an.id;
  two.account_id = zoom.id;
  put(lan, an, zoom, duong, one, two, opportunity("Ba"));
  CHECK(opportunities({}, {{"owner", false}}) == Names{"Hai", "Một", "Ba"});
  CHECK(opportunities({}, {{"account", false}}) == Names{"Một", "Hai", "Ba"});
  CHECK(opportunities({{"account", Compare::contains, {Value{"duong"}}}, {"owner", Compare::equals, {Value{"Lan"}}}}) ==
        Names{"Một"});
  CHECK(opportunities({{"account_id", Compare::equals, {to_value(zoom.id)}}}) == Names{"Hai"});
}

TEST_CASE_FIXTURE(ListFixture, "opportunities know their stage's kind, when they entered it and what comes next") {
  const auto pipeline = default_pipeline(ids);
  put(pipeline.pipeline);
  for (const Stage& stage : pipeline.stages) put(stage);
  const Stage& first = pipeline.stages.front();
  const Stage& second = pipeline.stages.at(1);
  const auto won = std::find_if(pipeline.stages.begin(), pipeline.stages.end(),
                                [](const Stage& s) { return s.kind == StageKind::won; });
  Opportunity a = opportunity("A");
  a.stage_id = second.id;
  Opportunity b = opportunity("B");
  b.stage_id = first.id;
  Opportunity c = opportunity("C");
  c.stage_id = won->id;
  put(a, b, c);
  const auto visit = [&](const Opportunity& of, std::int64_t entered, std::optional<Timestamp> left) {
    put(StageVisit{.id = ids.next_of<StageVisit>(),
                   .opportunity_id = of.id,
                   .stage_id = of.stage_id,
                   .entered_at = Timestamp{entered},
                   .left_at = left});
  };
  visit(a, 10, Timestamp{20});
  visit(a, 30, std::nullopt);
  visit(b, 20, std::nullopt);
  put(Activity{.id = ids.next_of<Activity>(), .subject = "Gọi", .due_at = Timestamp{50}, .opportunity_id = b.id},
      Activity{.id = ids.next_of<Activity>(),
               .subject = "Đã gọi",
               .due_at = Timestamp{5},
               .done_at = Timestamp{6},
               .opportunity_id = a.id},
      Activity{.id = ids.next_of<Activity>(), .subject = "Họp", .due_at = Timestamp{60}, .opportunity_id = a.id});
  CHECK(opportunities({{"stage_kind", Compare::equals, {Value{"open"}}}}) == Names{"A", "B"});
  CHECK(opportunities({}, {{"stage", false}}) == Names{"B", "A", "C"});
  CHECK(opportunities({}, {{"entered_at", false}}) == Names{"B", "A", "C"});
  CHECK(opportunities({}, {{"next_activity_at", false}}) == Names{"B", "A", "C"});
  CHECK(opportunities({{"last_done_at", Compare::equals, {Value{std::int64_t{6}}}}}) == Names{"A"});
  CHECK(opportunities({{"next_activity_at", Compare::is_empty, {}}}) == Names{"C"});
  CHECK(titles<Activity>({Entity::activity, {}, {{"open", Compare::equals, {Value{"1"}}}}, {{"due_at", false}}}) ==
        Names{"Gọi", "Họp"});
}

TEST_CASE_FIXTURE(ListFixture,
                  "P-5 accepts: sums and weighted sums per stage and currency, in minor units, each rounded half up") {
  const auto pipeline = default_pipeline(ids);
  for (const Stage& stage : pipeline.stages) put(stage);
  const Stage& first = pipeline.stages.front();  // 20 %
  const auto make = [&](const Stage& stage, std::optional<Money> amount, std::optional<std::int64_t> probability = {}) {
    Opportunity one = opportunity("x");
    one.stage_id = stage.id;
    one.amount = amount;
    one.probability = probability;
    put(one);
  };
  make(first, Money{13, {}});                        // 2.6 → 3
  make(first, Money{12, {}});                        // 2.4 → 2
  make(first, Money{5, {}}, 50);                     // 2.5 → 3
  make(first, Money{250, *Currency::parse("USD")});  // 50
  make(first, std::nullopt);
  make(pipeline.stages.back(), Money{1000, {}}, 70);  // closed: the stage's own
  const auto groups = group(db, {Entity::opportunity, {}, {}, {}}, "stage_id");
  REQUIRE(groups);
  REQUIRE(groups->size() == 2);
  const auto& open = groups->at(groups->at(0).group == to_value(first.id) ? 0 : 1);
  CHECK(open.count == 5);
  REQUIRE(open.sums.size() == 2);
  CHECK(open.sums.at(0) == Money{250, *Currency::parse("USD")});
  CHECK(open.sums.at(1) == Money{30, {}});
  CHECK(open.weighted.at(0) == Money{50, *Currency::parse("USD")});
  CHECK(open.weighted.at(1) == Money{8, {}});
  CHECK(opportunities({{"weighted", Compare::greater_or_equal, {Value{Money{3, {}}}}},
                       {"stage_kind", Compare::equals, {Value{"open"}}}})
            .size() == 2);
}

TEST_CASE_FIXTURE(ListFixture, "the weighted amount of a list is the domain's, also below zero") {
  const auto pipeline = default_pipeline(ids);
  for (const Stage& stage : pipeline.stages) put(stage);
  auto statement = db.prepare("SELECT ((?1/100)*?2+((?1%100)*?2+10050)/100-100)");
  REQUIRE(statement);
  for (const std::int64_t amount : {0, 1, 49, 50, 99, 150, 12345, -1, -50, -149, -150, -151, -12345}) {
    for (const int percent : {0, 1, 33, 50, 99, 100}) {
      statement->bind(amount, percent);
      REQUIRE(statement->step().value_or(false));
      CHECK(statement->integer(0) == percent_of({amount, {}}, percent)->minor);
      statement->reset();
    }
  }
}

TEST_CASE_FIXTURE(ListFixture, "sums that do not fit are an error, not a wrong number") {
  for (int i = 0; i < 2; ++i) {
    Opportunity one = opportunity("x");
    one.amount = Money{6'000'000'000'000'000'000, {}};
    put(one);
  }
  CHECK_FALSE(group(db, {Entity::opportunity, {}, {}, {}}, "owner_id"));
}

TEST_CASE_FIXTURE(ListFixture, "an unknown key is an error") {
  const auto rows = run(db, {Entity::lead, {}, {{"nothing", Compare::equals, {Value{"x"}}}}, {}});
  REQUIRE_FALSE(rows);
  CHECK(rows.error().code == ErrorCode::invalid);
  CHECK_FALSE(run(db, {Entity::lead, {}, {}, {{"stage_kind", false}}}));
  CHECK_FALSE(run(db, {Entity::lead, {}, {{"city", Compare::equals, {}}}, {}}));
}

TEST_CASE_FIXTURE(ListFixture, "every key the lists promise can filter and sort") {
  const std::vector<std::pair<Entity, Names>> keys{{Entity::lead,
                                                    {"title", "given_name", "verdict", "score", "missing", "owner",
                                                     "account", "contact", "next_activity_at", "last_done_at"}},
                                                   {Entity::opportunity,
                                                    {"title", "account", "owner", "stage", "stage_kind", "entered_at",
                                                     "next_activity_at", "last_done_at", "weighted"}},
                                                   {Entity::contact, {"title", "given_name", "account", "owner"}},
                                                   {Entity::activity, {"title", "open", "owner", "lead_id"}},
                                                   {Entity::line_item, {"product"}}};
  for (const auto& of : keys) {
    const Entity entity = of.first;
    Names all = of.second;
    for (const FieldInfo& field : fields_of(entity)) all.emplace_back(field.key);
    for (const std::string& key : all) {
      const auto rows = run(db, {entity, {}, {{key, Compare::is_empty, {}}}, {{key, true}, {"id", false}}});
      INFO(name_of(entity), ".", key, " ", (rows ? std::string() : rows.error().detail));
      CHECK(rows);
      CHECK(run(db, {entity, {}, {}, {{key, false}}}));
      CHECK(group(db, {entity, {}, {}, {}}, key));
    }
  }
}

TEST_CASE_FIXTURE(ListFixture, "lists follow every change, undo included") {
  Account one = account("B");
  put(account("A"), one);
  const ListQuery query{Entity::account, {}, {{"city", Compare::is_empty, {}}}, {{"title", false}}};
  CHECK(titles<Account>(query) == Names{"A", "B"});
  one.name = "0";
  const Uuid edit = put(one);
  CHECK(titles<Account>(query) == Names{"0", "A"});
  {
    auto transaction = begin();
    one.city = "Huế";
    REQUIRE(transaction.put(one));
    CHECK(titles<Account>(query) == Names{"A"});
  }
  CHECK(titles<Account>(query) == Names{"0", "A"});
  REQUIRE(revert(db, context, edit));
  CHECK(titles<Account>(query) == Names{"A", "B"});
}

TEST_CASE_FIXTURE(ListFixture, "a row that is gone is left out") {
  const Account one = account("A");
  put(one, account("B"));
  const auto rows = run(db, {Entity::account, {}, {}, {}});
  remove(Entity::account, one.id.uuid);
  CHECK(fetch<Account>(db, *rows)->size() == 1);
}

}  // namespace
}  // namespace cohoi::store
