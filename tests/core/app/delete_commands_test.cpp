#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

TEST_CASE("a lead goes with its answers and activities, and comes back whole") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const std::string before = m.dump();
  m.must(DeleteRecords{Entity::lead, {id.uuid}});
  CHECK(m.all<Lead>().empty());
  CHECK(m.all<CriterionAnswer>().empty());
  CHECK(m.all<Activity>().empty());
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("an opportunity goes with its parts; its account, people and what else they did stay") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const OpportunityId id = m.opportunity("Pumps", account);
  m.prepare_for_contract(id);
  m.edit(id, {text("order_number", "PO-1")});
  m.must(CloseWon{id, {Date::parse_iso("2026-11-20")}, {}});
  const std::string before = m.dump();
  m.must(DeleteRecords{Entity::opportunity, {id.uuid}});
  CHECK(m.all<StageVisit>().empty());
  CHECK(m.all<ContactRole>().empty());
  CHECK(m.all<Contact>().size() == 1);
  CHECK(m.all<Activity>().size() == 1);  // it was with the account, too
  CHECK(m.get(account).status == AccountStatus::prospect);
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("an account with opportunities stays; without, its people lose only the link") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const ContactId contact = m.contact("An", "Nguyễn", account);
  const OpportunityId opportunity = m.opportunity("Pumps", account);
  CHECK(m.refused(DeleteRecords{Entity::account, {account.uuid}}).message == msg("refusal.delete.account_in_use", std::int64_t{1}));
  m.must(DeleteRecords{Entity::opportunity, {opportunity.uuid}});
  m.must(DeleteRecords{Entity::account, {account.uuid}});
  CHECK(m.get(contact).account_id.empty());
}

TEST_CASE("what a conversion made goes by reverting it; the opportunity alone may go") {
  MemorySession m;
  const Lead lead = m.convert(m.qualified_lead());
  CHECK(m.refused(DeleteRecords{Entity::contact, {lead.converted_contact_id.uuid}}).message.key == "refusal.delete.converted_into");
  m.must(DeleteRecords{Entity::opportunity, {lead.converted_opportunity_id.uuid}});
  CHECK(m.refused(DeleteRecords{Entity::account, {lead.converted_account_id.uuid}}).message.key == "refusal.delete.converted_into");
  CHECK(m.get(lead.id).converted_opportunity_id.empty());
  CHECK(m.get(lead.id).status == LeadStatus::converted);
}

TEST_CASE("an activity that is an answer's evidence leaves the answer without it") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  const ActivityId call = m.done(ActivityKind::call, id);
  m.must(AnswerCriterion{id, "need", Answer::yes, {}, call});
  m.must(DeleteRecords{Entity::activity, {call.uuid}});
  const auto answers = m.by<CriterionAnswer>("lead_id", id);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].evidence_activity_id.empty());
}

TEST_CASE("lists: what is in use or comes with the product is retired, not deleted") {
  MemorySession m;
  const OwnerId lan = m.save<Owner>({text("name", "Lan")});
  const AccountId account = m.account("ACME");
  m.edit(account, {link("owner_id", lan)});
  CHECK(m.refused(DeleteRecords{Entity::owner, {lan.uuid}}).message.key == "refusal.delete.in_use");
  CHECK(m.refused(DeleteRecords{Entity::owner, {m->me().id.uuid}}).code == ErrorCode::refused);
  CHECK(m.refused(DeleteRecords{Entity::criterion, {m.all<Criterion>().front().id.uuid}}).message.key == "refusal.delete.built_in");
  CHECK(m.refused(DeleteRecords{Entity::choice, {m.all<Choice>().front().id.uuid}}).message.key == "refusal.delete.built_in");
  const ProductId product = m.save<Product>({text("name", "Pump")});
  m.must(SetLineItem{{.opportunity_id = m.opportunity("Pumps"), .product_id = product}});
  CHECK(m.refused(DeleteRecords{Entity::product, {product.uuid}}).message.key == "refusal.delete.in_use");
  CHECK(m.refused(DeleteRecords{Entity::pipeline, {m.all<Pipeline>().front().id.uuid}}).message.key == "refusal.delete.last_pipeline");
  const PipelineId second = m.save<Pipeline>({text("name", "Projects")});
  m.must(DeleteRecords{Entity::pipeline, {second.uuid}});
  CHECK(m.all<Stage>().size() == 6);
}

TEST_CASE("several records are deleted in one step; those that must stay say why") {
  MemorySession m;
  const AccountId used = m.account("Used");
  m.opportunity("Pumps", used);
  const AccountId unused = m.account("Unused");
  const Outcome outcome = m.must(DeleteRecords{Entity::account, {used.uuid, unused.uuid}});
  CHECK_FALSE(outcome.per_record[0].result);
  CHECK(outcome.per_record[1].result);
  CHECK(m.there(used));
  CHECK_FALSE(m.there(unused));
}
