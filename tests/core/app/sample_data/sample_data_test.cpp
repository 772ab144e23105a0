#include <map>
#include <set>

#include "core/app/opportunity_facts.h"
#include "core/domain/lead_rules.h"
#include "core/store/list_query.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;

TEST_CASE("sample data: about 200 leads of every verdict and status, 60 opportunities in all stages, 40 accounts") {
  MemorySession m;
  m.must(app::LoadSampleData{});
  CHECK(m.all<Lead>().size() == 200);
  CHECK(m.all<Opportunity>().size() == 60);
  CHECK(m.all<Account>().size() == 40);
  std::set<LeadStatus> statuses;
  std::set<Verdict> verdicts;
  for (const Lead& lead : m.all<Lead>()) {
    CHECK(check_lead(lead));
    statuses.insert(lead.status);
    const auto facts = store::lead_facts(m.db, lead.id);
    REQUIRE(facts);
    verdicts.insert(facts->verdict);
  }
  CHECK(statuses.size() == 5);
  CHECK(verdicts.size() == 3);
  std::map<std::string, int> stages;
  for (const Opportunity& opportunity : m.all<Opportunity>()) ++stages[m.stage_of(opportunity.id)];
  CHECK(stages.size() == 6);
  CHECK(stages["won"] == 12);
}

TEST_CASE("P-1, P-6: sample opportunities passed every gate they stand behind, and buyers are customers") {
  MemorySession m;
  m.must(app::LoadSampleData{});
  const app::Draft draft(m->surroundings());
  for (const Opportunity& opportunity : m.all<Opportunity>()) {
    CAPTURE(opportunity.name);
    auto facts = app::facts_of(draft, opportunity);
    REQUIRE(facts);
    const Stage stage = *facts->stage();
    Opportunity before = opportunity;
    before.stage_id = {};
    CHECK(missing_for_stage({before, facts->activities, facts->roles}, stage, facts->stages).empty());
    CHECK(facts->visits.back().stage_id == opportunity.stage_id);
    CHECK_FALSE(facts->visits.back().left_at);
    for (std::size_t i = 0; i + 1 < facts->visits.size(); ++i) CHECK(facts->visits[i].left_at == facts->visits[i + 1].entered_at);
    if (stage.kind == StageKind::won) {
      const Account account = m.get(opportunity.account_id);
      CHECK(account.status == AccountStatus::customer);
      CHECK(*account.customer_since <= *opportunity.closed_on);
    }
    if (!opportunity.lead_id.empty()) CHECK(m.get(opportunity.lead_id).converted_opportunity_id == opportunity.id);
  }
  for (const Lead& lead : m.all<Lead>()) {
    if (lead.status != LeadStatus::converted) continue;
    CHECK(m.get(lead.converted_opportunity_id).lead_id == lead.id);
    const auto facts = store::lead_facts(m.db, lead.id);
    REQUIRE(facts);
    CHECK(facts->verdict == Verdict::qualified);
  }
}

TEST_CASE("sample data is noted in the language of the one who loads it, and known again in any other") {
  MemorySession vi, en;
  vi.must(app::LoadSampleData{Language::vi});
  en.must(app::LoadSampleData{Language::en});
  const auto subjects = [](MemorySession& m) {
    std::set<std::string> found;
    for (const Activity& activity : m.all<Activity>()) found.insert(activity.subject);
    return found;
  };
  CHECK(subjects(vi).contains("Gửi tài liệu kỹ thuật"));
  CHECK_FALSE(subjects(vi).contains("Send the data sheet"));
  CHECK(subjects(en).contains("Send the data sheet"));
  CHECK_FALSE(subjects(en).contains("Gửi tài liệu kỹ thuật"));
  CHECK(en.all<Product>().front().name == "Industrial pump P200");
  CHECK(vi.all<Account>().front().name == en.all<Account>().front().name);
  en.must(app::RemoveSampleData{});
  CHECK(en.all<Lead>().empty());
}

TEST_CASE("sample data is the same every time, one step to load and one to undo") {
  MemorySession a, b(99);
  const std::string empty = a.dump();
  const auto loaded = a.must(app::LoadSampleData{});
  b.must(app::LoadSampleData{});
  CHECK(a.all<Account>().front().id == b.all<Account>().front().id);
  CHECK(a.all<Lead>()[42].email == b.all<Lead>()[42].email);
  CHECK(a.refused(app::LoadSampleData{}).code == ErrorCode::conflict);
  REQUIRE(a->undo_transaction(loaded.transaction));
  CHECK(a.dump() == empty);
}

TEST_CASE("removing sample data removes exactly it") {
  MemorySession m;
  CHECK(m.refused(app::RemoveSampleData{}).code == ErrorCode::not_found);
  m.account("Mine");
  const std::string before = m.dump();
  m.must(app::LoadSampleData{});
  m.must(app::RemoveSampleData{});
  CHECK(m.dump() == before);
}

TEST_CASE("what the user linked to sample data stays without the link") {
  MemorySession m;
  m.must(app::LoadSampleData{});
  const AccountId sample = m.all<Account>().front().id;
  const ContactId mine = m.contact("Văn An", "Nguyễn", sample);
  m.must(app::RemoveSampleData{});
  CHECK(m.get(mine).account_id.empty());
  CHECK(m.all<Contact>().size() == 1);
}
