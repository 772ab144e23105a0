#include "core/app/conversion_choice.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

TEST_CASE("L-1 accepts: a contact becomes a lead, linked both ways, and conversion finds the person again") {
  MemorySession m;
  const AccountId account = m.account("Hoa Sen");
  const ContactId contact = m.contact("Văn An", "Nguyễn", account);
  const LeadId id{m.must(MakeLead{contact}).made.front().id};
  const Lead lead = m.get(id);
  CHECK(lead.contact_id == contact);
  CHECK(lead.account_id == account);
  CHECK(lead.last_name == "Nguyễn");
  CHECK(lead.owner_id == m->me().id);
  CHECK(m.by<Lead>("contact_id", contact).size() == 1);
  const auto choice = default_choice(*m, id);
  REQUIRE(choice);
  CHECK(choice->contact_id == contact);
  CHECK(choice->account_id == account);
  m.must(ConvertLeads{{id}, "they ordered already"});
  CHECK(m.all<Contact>().size() == 1);
  CHECK(m.all<Account>().size() == 1);
}

TEST_CASE("L-1 accepts: the person without an account gets the one the conversion makes") {
  MemorySession m;
  const ContactId contact = m.contact("Văn An", "Nguyễn");
  const LeadId id{m.must(MakeLead{contact}).made.front().id};
  m.must(ConvertLeads{{id}, "they ordered already"});
  CHECK(m.all<Contact>().size() == 1);
  CHECK(m.get(contact).account_id == m.get(id).converted_account_id);
}

TEST_CASE("L-1 refuses: a second open lead of the same contact") {
  MemorySession m;
  const ContactId contact = m.contact("Văn An", "Nguyễn");
  const LeadId first{m.must(MakeLead{contact}).made.front().id};
  CHECK(m.refused(MakeLead{contact}).code == ErrorCode::conflict);
  m.must(SetLeadStatus{{first}, LeadStatus::disqualified, "no_need", {}});
  CHECK(m->can_execute(MakeLead{contact}));
}

TEST_CASE("L-1 refuses: a contact that is not there") {
  MemorySession m;
  CHECK(m.refused(MakeLead{m.ids.next_of<Contact>()}).code == ErrorCode::not_found);
}

TEST_CASE("L-2 accepts: an answer with its evidence, once per criterion") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  m.answer(id, "need", Answer::yes, "  wrote an e-mail  \n");
  m.clock.advance_days(1);
  m.answer(id, "need", Answer::no, "changed their mind");
  const auto answers = m.by<CriterionAnswer>("lead_id", id);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].answer == Answer::no);
  CHECK(answers[0].answered_at == m.clock.now());
  CHECK(answers[0].answered_by == m->me().name);
  CHECK(answers[0].evidence == "changed their mind");
}

TEST_CASE("L-2 accepts: evidence is trimmed, and saying the same again changes nothing") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  m.answer(id, "need", Answer::yes, "  wrote an e-mail  \n");
  const std::string before = m.dump();
  const Outcome again = m.must(AnswerCriterion{id, "need", Answer::yes, "wrote an e-mail", {}});
  CHECK(again.transaction.empty());
  CHECK(m.difference(before) == "");
}

TEST_CASE("L-2 refuses: evidence that is another lead's activity") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  const ActivityId foreign = m.done(ActivityKind::call, m.lead("Bình", "Trần"));
  CHECK(m.refused(AnswerCriterion{id, "need", Answer::yes, {}, foreign}).code == ErrorCode::invalid);
}

TEST_CASE("an expected month answers the timeframe: the hand may only add evidence") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  m.edit(id, {text("expected_purchase", "2027-01")});
  CHECK(m.refused(AnswerCriterion{id, "timeframe", Answer::no, {}, {}}).detail == "expected_purchase");
  m.answer(id, "timeframe", Answer::yes, "budget is of this year");
}

TEST_CASE("a question that is not asked is not answered") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  CHECK(m.refused(AnswerCriterion{id, "horoscope", Answer::yes, {}, {}}).code == ErrorCode::not_found);
  const CriterionId own = m.save<Criterion>({text("question", "Is there a decision date?"), number("weight", 10)});
  const std::string key = m.get(own).key;
  m.answer(id, key, Answer::yes);
  m.edit(own, {number("retired", 1)});
  m.answer(id, key, Answer::no);  // answered before: it may be set right
  CHECK(m.refused(AnswerCriterion{m.lead("Bình", "Trần"), key, Answer::yes, {}, {}}).code == ErrorCode::refused);
}

TEST_CASE("a lead is disqualified with a reason, comes back without it, and is never set converted by hand") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  CHECK(m.refused(SetLeadStatus{{id}, LeadStatus::disqualified, {}, {}}).detail == "disqualify_reason");
  m.must(SetLeadStatus{{id}, LeadStatus::disqualified, "not_now", {}});
  CHECK(m.get(id).disqualify_reason == "not_now");
  m.must(SetLeadStatus{{id}, LeadStatus::nurturing, {}, {}});
  CHECK(m.get(id).disqualify_reason.empty());
  CHECK(m.refused(SetLeadStatus{{id}, LeadStatus::converted, {}, {}}).code == ErrorCode::refused);
}

TEST_CASE("the status of several leads: each has its own answer") {
  MemorySession m;
  const LeadId converted = m.qualified_lead();
  m.convert(converted);
  const LeadId open = m.lead("An", "Nguyễn");
  const Outcome outcome = m.must(SetLeadStatus{{converted, open}, LeadStatus::working, {}, {}});
  CHECK_FALSE(outcome.per_record[0].result);
  CHECK(outcome.per_record[1].result);
  CHECK(m.get(open).status == LeadStatus::working);
}
