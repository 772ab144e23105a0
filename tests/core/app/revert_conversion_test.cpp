#include "core/store/change_log.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

std::size_t logged(MemorySession& m) {
  const auto transactions = store::latest_transactions(m.db, 10'000);
  REQUIRE(transactions);
  return transactions->size();
}

}  // namespace

TEST_CASE("C-14 accepts: convert and revert leave every table as it was, and one inverse in the log") {
  MemorySession m;
  const AccountId account = m.account("Hoa Sen");
  const ContactId contact = m.contact("An", "Nguyễn", account);
  const LeadId id = m.qualified_lead();
  m.must(AddActivity{Activity{.kind = ActivityKind::task, .subject = "offer", .lead_id = id}});
  for (const bool merge : {false, true}) {
    const std::string before = m.dump();
    ConversionChoice choice;
    if (merge) {
      choice.account = choice.contact = Target::existing;
      choice.account_id = account;
      choice.contact_id = contact;
    }
    const Lead lead = m.convert(id, choice);
    const std::size_t count = logged(m);
    CHECK(m->can_execute(RevertConversion{id, false}));
    m.must(RevertConversion{id, false});
    CHECK(m.difference(before) == "");
    CHECK(logged(m) == count + 1);
    const auto conversion = store::find_transaction(m.db, lead.conversion_transaction);
    REQUIRE(conversion);
    CHECK((*conversion)->reverted);
  }
}

TEST_CASE("C-14 accepts: Undo and a toast's Undo do the same as Revert conversion") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const std::string before = m.dump();
  const Outcome outcome = m.must(ConvertLead{id, {}});
  const std::string after = m.dump();
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
  REQUIRE(m->redo());
  CHECK(m.difference(after) == "");
  REQUIRE(m->undo());
  m.must(ConvertLead{id, {}});
  m.account("Something else");
  m.clock.advance_days(3);
  REQUIRE(m->undo_transaction(m.get(id).conversion_transaction));
  CHECK(m.get(id).status == LeadStatus::fresh);
  CHECK(outcome.made.front().entity == Entity::opportunity);
}

TEST_CASE("C-14 refuses: when something was changed or built since, and lists it") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const Lead lead = m.convert(id);
  m.edit(lead.converted_account_id, {text("phone", "028 9999 0000")});
  m.done(ActivityKind::meeting, lead.converted_opportunity_id);
  const Error error = m.refused(RevertConversion{id, false});
  CHECK(error.code == ErrorCode::conflict);
  CHECK(keys_of(error.missing) == "store.change.field store.change.made");
}

TEST_CASE("C-14 accepts: going on although something was changed since") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const Lead lead = m.convert(id);
  m.prepare_for_contract(lead.converted_opportunity_id);
  m.must(MoveStage{{lead.converted_opportunity_id}, m.stage("contract").id, {}});
  const ActivityId talk = m.done(ActivityKind::meeting, lead.converted_opportunity_id);
  const ContactId colleague = m.contact("Chi", "Lê", lead.converted_account_id);
  m.must(RevertConversion{id, true});
  CHECK(m.get(id).status == LeadStatus::fresh);
  CHECK(m.all<Opportunity>().empty());
  CHECK(m.all<StageVisit>().empty());
  CHECK_FALSE(m.there(lead.converted_account_id));
  // What was added since stays, without the links to what is gone.
  CHECK(m.get(talk).opportunity_id.empty());
  CHECK(m.get(colleague).account_id.empty());
}

TEST_CASE("C-14 accepts: one lead of a bulk conversion is taken back alone") {
  MemorySession m;
  const LeadId a = m.qualified_lead("Văn An", "Nguyễn", "Hoa Sen");
  const LeadId b = m.qualified_lead("Thị Chi", "Lê", "Sao Mai");
  m.must(ConvertLeads{{a, b}, {}});
  const std::string both = m.dump();
  m.must(RevertConversion{a, false});
  CHECK(m.get(a).status == LeadStatus::fresh);
  CHECK(m.get(b).status == LeadStatus::converted);
  CHECK(m.all<Opportunity>().size() == 1);
  REQUIRE(m->undo());
  CHECK(m.difference(both) == "");
  m.must(RevertConversion{b, false});
  m.must(RevertConversion{a, false});
  CHECK(m.all<Account>().empty());
}

TEST_CASE("C-14 refuses: a lead that is not converted") {
  MemorySession m;
  CHECK(m.refused(RevertConversion{m.qualified_lead(), false}).code == ErrorCode::conflict);
}

TEST_CASE("C-14 accepts: a lead converted, reverted and converted again") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  m.convert(id);
  m.must(RevertConversion{id, false});
  m.convert(id);
  m.must(RevertConversion{id, false});
  CHECK(m.all<Opportunity>().empty());
}
