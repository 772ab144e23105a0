#include "core/app/conversion_choice.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

ConversionChoice into(AccountId account, ContactId contact) {
  ConversionChoice choice;
  choice.account = Target::existing;
  choice.account_id = account;
  choice.contact = Target::existing;
  choice.contact_id = contact;
  return choice;
}

}  // namespace

TEST_CASE("C-0 accepts: a qualified lead with a talk and written needs converts, authority unknown") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  CHECK(m->can_execute(ConvertLead{id, {}}));
  const Lead lead = m.convert(id);
  CHECK(lead.status == LeadStatus::converted);
  CHECK(m.get(lead.converted_opportunity_id).override_reason.empty());
}

TEST_CASE("C-0 refuses: with every missing thing named, the same from asking, doing, and bulk") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn", "Hoa Sen");
  m.answer(id, "need", Answer::yes);
  m.answer(id, "ability", Answer::yes, "");
  const Error error = m.refused(ConvertLead{id, {}});
  CHECK(error.code == ErrorCode::refused);
  CHECK(keys_of(error.missing) == "missing.evidence missing.criterion_unknown missing.relationship missing.needs");
  CHECK(m.refused(ConvertLeads{{id}, {}}) == error);
}

TEST_CASE("C-0 accepts: what is missing, answered one by one, opens the way") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn", "Hoa Sen");
  m.answer_all(id);
  m.edit(id, {text("needs", "pumps")});
  CHECK(keys_of(m.refused(ConvertLead{id, {}}).missing) == "missing.relationship");
  m.done(ActivityKind::email, id);  // an e-mail is no talk
  CHECK(keys_of(m.refused(ConvertLead{id, {}}).missing) == "missing.relationship");
  m.done(ActivityKind::meeting, id);
  CHECK(m->can_execute(ConvertLead{id, {}}));
}

TEST_CASE("C-0 accepts: an override keeps its reason on lead, opportunity and first visit") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn", "Hoa Sen");
  ConversionChoice choice;
  choice.override_reason = "  The director asked for it \n";
  const Lead lead = m.convert(id, choice);
  CHECK(lead.conversion_override == "The director asked for it");
  CHECK(m.get(lead.converted_opportunity_id).override_reason == "The director asked for it");
  const auto visits = m.by<StageVisit>("opportunity_id", lead.converted_opportunity_id);
  REQUIRE(visits.size() == 1);
  CHECK(visits[0].override_reason == "The director asked for it");
  CHECK(visits[0].missing.items == std::vector<std::string>{"needs_written", "relationship_built"});
}

TEST_CASE("C-0 accepts: a part switched off in the settings is not asked, and redo does not ask it either") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn", "Hoa Sen");
  Settings settings;
  settings.gate_verdict = settings.gate_relationship = settings.gate_needs = false;
  m.must(SaveSettings{settings});
  m.convert(id);
  REQUIRE(m->undo());
  CHECK(m->redo());
  CHECK(m.get(id).status == LeadStatus::converted);
}

TEST_CASE("C-1 accepts: one account, one contact of it, one opportunity, all of the lead's owner") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const OwnerId lan = m.save<Owner>({text("name", "Lan")});
  m.edit(id, {link("owner_id", lan)});
  const std::size_t accounts = m.all<Account>().size();
  const Lead lead = m.convert(id);
  CHECK(m.all<Account>().size() == accounts + 1);
  const Account account = m.get(lead.converted_account_id);
  const Contact contact = m.get(lead.converted_contact_id);
  const Opportunity opportunity = m.get(lead.converted_opportunity_id);
  CHECK(account.name == "Công ty Hoa Sen");
  CHECK(account.kind == AccountKind::company);
  CHECK(contact.account_id == account.id);
  CHECK(opportunity.account_id == account.id);
  CHECK(opportunity.lead_id == id);
  for (const OwnerId owner : {account.owner_id, contact.owner_id, opportunity.owner_id}) CHECK(owner == lan);
  CHECK(account.created_at == m.clock.now());
  CHECK(m.stage_of(opportunity.id) == "needs");
  CHECK(opportunity.amount == Money{500'000'000, Currency{}});
}

TEST_CASE("C-1 accepts: a lead of a person alone makes an individual account") {
  MemorySession m;
  const LeadId id = m.qualified_lead("Văn An", "Nguyễn", "");
  CHECK(m.get(m.convert(id).converted_account_id).kind == AccountKind::individual);
}

TEST_CASE("C-1 refuses: an owner who is not there") {
  MemorySession m;
  ConversionChoice choice;
  choice.owner_id = m.ids.next_of<Owner>();
  CHECK(m.refused(ConvertLead{m.qualified_lead(), choice}).code == ErrorCode::not_found);
}

TEST_CASE("C-2 accepts: without an opportunity only account and contact are made") {
  MemorySession m;
  ConversionChoice choice;
  choice.make_opportunity = false;
  const Lead lead = m.convert(m.qualified_lead(), choice);
  CHECK(lead.converted_opportunity_id.empty());
  CHECK(m.all<Opportunity>().empty());
  CHECK(m.all<StageVisit>().empty());
  CHECK(m.there(lead.converted_contact_id));
}

TEST_CASE("C-2 refuses: no opportunity, and a name for it") {
  MemorySession m;
  ConversionChoice choice;
  choice.make_opportunity = false;
  choice.opportunity_name = "Pumps";
  CHECK(m.refused(ConvertLead{m.qualified_lead(), choice}).code == ErrorCode::invalid);
}

TEST_CASE("C-5 accepts: converting into an existing account and contact fills only what is empty there") {
  MemorySession m;
  const AccountId account = m.account("Hoa Sen JSC");
  m.edit(account, {text("phone", "028 1111 2222")});
  const ContactId contact = m.contact("An", "Nguyen", account);
  m.edit(contact, {text("title", "Director")});
  const LeadId id = m.qualified_lead();
  m.edit(id, {text("title", "CEO"), text("website", "hoasen.vn")});
  m.convert(id, into(account, contact));
  const Account after = m.get(account);
  CHECK(after.name == "Hoa Sen JSC");
  CHECK(after.phone == "028 1111 2222");
  CHECK(after.website == "hoasen.vn");
  const Contact person = m.get(contact);
  CHECK(person.title == "Director");
  CHECK(person.last_name == "Nguyen");
  CHECK(person.email == "an@hoasen.vn");
  CHECK(m.all<Account>().size() == 1);
  CHECK(m.all<Contact>().size() == 1);
}

TEST_CASE("C-5 refuses: taking over the name of an existing account") {
  MemorySession m;
  const AccountId account = m.account("Hoa Sen JSC");
  ConversionChoice choice = into(account, m.contact("An", "Nguyen", account));
  choice.take_lead_value = {"account.name"};
  CHECK(m.refused(ConvertLead{m.qualified_lead(), choice}).code == ErrorCode::invalid);
}

TEST_CASE("C-6 refuses: a contact of another account") {
  MemorySession m;
  const AccountId account = m.account("Hoa Sen");
  const ContactId contact = m.contact("An", "Nguyễn", m.account("Other"));
  CHECK(m.refused(ConvertLead{m.qualified_lead(), into(account, contact)}).code == ErrorCode::invalid);
}

TEST_CASE("C-7 accepts: the advisor of a purchase becomes an advisor on the opportunity, and no buyer") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  m.edit(id, {text("part", "advisor")});
  const Lead lead = m.convert(id);
  const auto roles = m.by<ContactRole>("opportunity_id", lead.converted_opportunity_id);
  REQUIRE(roles.size() == 1);
  CHECK(roles[0].part == Part::advisor);
  CHECK(roles[0].contact_id == lead.converted_contact_id);
}

TEST_CASE("C-8 accepts: answers with their evidence and dates stand on the opportunity, tags are joined") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  m.edit(id, {text("tags", *std::get_if<std::string>(&static_cast<const Value&>(to_value(Tags{{"vip"}}))))});
  const Lead lead = m.convert(id);
  const auto answers = m.by<CriterionAnswer>("opportunity_id", lead.converted_opportunity_id);
  const auto of_lead = m.by<CriterionAnswer>("lead_id", id);
  CHECK(of_lead.size() == 3);
  REQUIRE(answers.size() >= 3);
  for (const CriterionAnswer& given : of_lead) {
    bool found = false;
    for (const CriterionAnswer& copy : answers)
      found = found || (copy.criterion == given.criterion && copy.answer == given.answer && copy.evidence == given.evidence &&
                        copy.answered_at == given.answered_at);
    CHECK(found);
  }
  const Opportunity opportunity = m.get(lead.converted_opportunity_id);
  CHECK(opportunity.tags.items == std::vector<std::string>{"vip"});
  CHECK(opportunity.source == "referral");
  CHECK(m.get(lead.converted_contact_id).source == "referral");
  CHECK(opportunity.needs == "200 pumps before Tết");
}

TEST_CASE("C-9 accepts: activities are found from lead, account, contact and opportunity; open tasks change hands, done ones do not") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const ActivityId task{m.must(AddActivity{Activity{.kind = ActivityKind::task, .subject = "offer", .lead_id = id}}).made[0].id};
  const OwnerId lan = m.save<Owner>({text("name", "Lan")});
  const std::size_t count = m.all<Activity>().size();
  ConversionChoice choice;
  choice.owner_id = lan;
  const Lead lead = m.convert(id, choice);
  CHECK(m.all<Activity>().size() == count);
  for (const Activity& activity : m.by<Activity>("lead_id", id)) {
    CHECK(activity.opportunity_id == lead.converted_opportunity_id);
    CHECK(activity.account_id == lead.converted_account_id);
    CHECK(activity.contact_id == lead.converted_contact_id);
    CHECK(activity.owner_id == (activity.id == task ? lan : m->me().id));
  }
}

TEST_CASE("C-9 refuses: an activity about a record that is not there") {
  MemorySession m;
  const Activity activity{.kind = ActivityKind::call, .lead_id = m.ids.next_of<Lead>()};
  CHECK(m.refused(AddActivity{activity}).code == ErrorCode::not_found);
}

TEST_CASE("C-9 accepts: what is written on a converted lead later is found from what it became") {
  MemorySession m;
  const Lead lead = m.convert(m.qualified_lead());
  const Activity later = m.get(m.done(ActivityKind::call, lead.id));
  CHECK(later.opportunity_id == lead.converted_opportunity_id);
  CHECK(later.account_id == lead.converted_account_id);
}

TEST_CASE("C-10 accepts: the converted lead stays, linked both ways") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const Lead lead = m.convert(id);
  CHECK(lead.converted_at == m.clock.now());
  CHECK_FALSE(lead.conversion_transaction.empty());
  CHECK(m.get(lead.converted_opportunity_id).lead_id == id);
}

TEST_CASE("C-10 refuses: any change to a converted lead") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  m.convert(id);
  CHECK(m.refused(SaveRecord{Entity::lead, id.uuid, {text("notes", "x")}}).code == ErrorCode::conflict);
  CHECK(m.refused(AnswerCriterion{id, "authority", Answer::yes, "x", {}}).code == ErrorCode::conflict);
  CHECK(m.refused(SetLeadStatus{{id}, LeadStatus::working, {}, {}}).code == ErrorCode::conflict);
  CHECK(m.refused(DeleteRecords{Entity::lead, {id.uuid}}).code == ErrorCode::refused);
}

TEST_CASE("C-11 refuses: a second conversion, naming what the first one made") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  m.convert(id);
  const Error error = m.refused(ConvertLead{id, {}});
  CHECK(error.code == ErrorCode::conflict);
  REQUIRE(error.missing.size() == 3);
  CHECK(error.missing[0] == msg("verbatim", std::string("Công ty Hoa Sen")));
  CHECK(error.missing[2] == msg("verbatim", std::string("Công ty Hoa Sen – pumps")));
}

TEST_CASE("C-13 accepts: each lead of a bulk conversion has its own result, in one step") {
  MemorySession m;
  const LeadId first = m.qualified_lead("Văn An", "Nguyễn", "Hoa Sen");
  const LeadId poor = m.lead("Bình", "Trần", "Bình Minh");
  const LeadId last = m.qualified_lead("Thị Chi", "Lê", "Sao Mai");
  const std::string before = m.dump();
  const Outcome outcome = m.must(ConvertLeads{{first, poor, last}, {}});
  REQUIRE(outcome.per_record.size() == 3);
  CHECK(outcome.per_record[0].result);
  REQUIRE_FALSE(outcome.per_record[1].result);
  CHECK(outcome.per_record[1].result.error().code == ErrorCode::refused);
  CHECK(outcome.per_record[1].title == "Trần Bình – Bình Minh");
  CHECK(outcome.per_record[2].result);
  CHECK(m.all<Opportunity>().size() == 2);
  CHECK(m.get(poor).status == LeadStatus::fresh);
  CHECK(m.get(first).conversion_transaction == m.get(last).conversion_transaction);
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("C-13 refuses: when not one lead may be converted, with every reason") {
  MemorySession m;
  const LeadId a = m.lead("An", "Nguyễn");
  const LeadId b = m.lead("Bình", "Trần");
  CHECK(keys_of(m.refused(ConvertLeads{{a, b}, {}}).missing) == "refusal.of_record refusal.of_record");
}

TEST_CASE("C-13 refuses: a failing lead keeps nothing of itself") {
  MemorySession m;
  const LeadId good = m.qualified_lead();
  // Its opportunity's name would be too long (C-3): that shows only after account and contact are planned.
  const LeadId long_name = m.qualified_lead("Bình", "Trần", std::string(110, 'x'));
  m.edit(long_name, {text("interest", std::string(110, 'y'))});
  m.must(ConvertLeads{{long_name, good}, {}});
  CHECK(m.all<Account>().size() == 1);
  CHECK(m.all<Contact>().size() == 1);
}

TEST_CASE("the preview lays out the conversion also when it is refused, and writes nothing") {
  MemorySession m;
  const AccountId account = m.account("Hoa Sen JSC");
  const ContactId contact = m.contact("An", "Nguyen", account);
  const LeadId id = m.qualified_lead();
  const LeadId poor = m.lead("Bình", "Trần", "Bình Minh");
  const std::string before = m.dump();
  const auto preview = preview_conversion(*m, id, into(account, contact));
  REQUIRE(preview);
  CHECK_FALSE(preview->refusal);
  CHECK_FALSE(preview->plan.outcomes.empty());
  CHECK(preview->plan.opportunity.override_reason.empty());
  const auto refused = preview_conversion(*m, poor, {});
  REQUIRE(refused);
  REQUIRE(refused->refusal);
  CHECK(*refused->refusal == m.refused(ConvertLead{poor, {}}));
  CHECK(refused->plan.account.name == "Bình Minh");
  CHECK(m.difference(before) == "");
}
