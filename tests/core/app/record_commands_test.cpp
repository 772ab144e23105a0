#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

TEST_CASE("a new record is mine and of now") {
  MemorySession m;
  const Account account = m.get(m.account("ACME"));
  CHECK(account.owner_id == m->me().id);
  CHECK(account.created_at == m.clock.now());
  CHECK(account.status == AccountStatus::prospect);
}

TEST_CASE("a value that breaks its field is refused, with the field") {
  MemorySession m;
  CHECK(m.refused(SaveRecord{Entity::account, {}, {}}).detail == "name");
  CHECK(m.refused(SaveRecord{Entity::account, {}, {text("name", "ACME"), text("email", "nobody")}}).detail == "email");
  CHECK(m.refused(SaveRecord{Entity::account, {}, {text("name", "ACME"), text("colour", "red")}}).detail == "colour");
  const AccountId account = m.account("ACME");
  CHECK(m.refused(SaveRecord{Entity::account, account.uuid, {{"name", Value{}}}}).detail == "name");
  CHECK(m.refused(SaveRecord{Entity::account, m.ids.next(), {text("name", "X")}}).code == ErrorCode::not_found);
}

TEST_CASE("fields that a rule sets are not written by hand") {
  MemorySession m;
  const LeadId id = m.lead("An", "Nguyễn");
  CHECK(m.refused(SaveRecord{Entity::lead, id.uuid, {text("status", "converted")}}).code == ErrorCode::refused);
  const AccountId account = m.account("ACME");
  CHECK(m.refused(SaveRecord{Entity::account, account.uuid, {text("customer_since", "2020-01-01")}}).code == ErrorCode::refused);
  const OpportunityId opportunity = m.opportunity("Pumps");
  CHECK(m.refused(SaveRecord{Entity::opportunity, opportunity.uuid, {link("stage_id", m.stage("won").id)}}).code == ErrorCode::refused);
}

TEST_CASE("a link to a record that is not there is refused") {
  MemorySession m;
  const Error error = m.refused(SaveRecord{Entity::contact, {}, {text("last_name", "An"), link("account_id", m.ids.next_of<Account>())}});
  CHECK(error.code == ErrorCode::not_found);
  CHECK(error.detail == "account_id");
}

TEST_CASE("an account does not stand above itself, also over several steps") {
  MemorySession m;
  const AccountId a = m.account("A");
  const AccountId b = m.save<Account>({text("name", "B"), link("parent_id", a)});
  const AccountId c = m.save<Account>({text("name", "C"), link("parent_id", b)});
  CHECK(m.refused(SaveRecord{Entity::account, a.uuid, {link("parent_id", a)}}).detail == "parent_id");
  CHECK(m.refused(SaveRecord{Entity::account, a.uuid, {link("parent_id", c)}}).detail == "parent_id");
}

TEST_CASE("a lead needs a person or a company") {
  MemorySession m;
  CHECK(m.refused(SaveRecord{Entity::lead, {}, {text("email", "a@b.vn")}}).code == ErrorCode::invalid);
  CHECK(m.save<Lead>({text("company", "Hoa Sen")}) != LeadId{});
}

TEST_CASE("a lead tied to a contact belongs to that contact's account") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const ContactId contact = m.contact("An", "Nguyễn", account);
  const LeadId id = m.save<Lead>({text("last_name", "Nguyễn"), link("contact_id", contact)});
  CHECK(m.get(id).account_id == account);
}

TEST_CASE("an edit that changes nothing writes nothing and is no step of undo") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const auto label = m->undo_label();
  const Outcome outcome = m.must(SaveRecord{Entity::account, account.uuid, {text("name", "ACME")}});
  CHECK(outcome.transaction.empty());
  CHECK(m->undo_label() == label);
}

TEST_CASE("P-1 refuses: an opportunity made directly is asked what conversion would have shown") {
  MemorySession m;
  const Error error = m.refused(SaveRecord{Entity::opportunity, {}, {text("name", "Pumps")}});
  CHECK(keys_of(error.missing) == "gate.relationship_built gate.needs_written");
}

TEST_CASE("P-1 accepts: a direct opportunity with needs and a talk, or an override that is kept") {
  MemorySession m;
  const OpportunityId talked = m.opportunity("Pumps");
  CHECK(m.stage_of(talked) == "needs");
  CHECK(m.by<Activity>("opportunity_id", talked).size() == 1);
  CHECK(m.get(talked).override_reason.empty());
  const OpportunityId waved = m.save<Opportunity>({text("name", "Valves"), text("override_reason", "tender")});
  CHECK(m.get(waved).override_reason == "tender");
  const auto visits = m.by<StageVisit>("opportunity_id", waved);
  REQUIRE(visits.size() == 1);
  CHECK(visits[0].override_reason == "tender");
  CHECK(visits[0].missing.items.size() == 2);
}

TEST_CASE("P-1 accepts: a talk with the account before there was an opportunity") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  m.done(ActivityKind::meeting, account);
  const OpportunityId id = m.save<Opportunity>({text("name", "Pumps"), text("needs", "x"), link("account_id", account)});
  REQUIRE(m->undo());
  CHECK(m->redo());
  CHECK(m.there(id));
}

TEST_CASE("P-2 refuses: a new opportunity at a later stage passes the gates of all stages before") {
  MemorySession m;
  const Error error = m.refused(SaveRecord{Entity::opportunity, {}, {text("name", "Pumps"), link("stage_id", m.stage("negotiation").id)}});
  CHECK(keys_of(error.missing) ==
        "gate.relationship_built gate.needs_written gate.amount gate.buyer_role gate.supplier_dropped gate.payment_terms_discussed "
        "gate.expected_close");
}

TEST_CASE("P-2 accepts: a new opportunity at a later stage with all it asks") {
  MemorySession m;
  const ContactId buyer = m.contact("An", "Nguyễn", m.account("ACME"));
  const OpportunityId id = m.save<Opportunity>({text("name", "Pumps"), text("needs", "x"), text("relationship", "meeting"),
                                                vnd("amount", 5), link("contact_id", buyer), text("part", "buyer"),
                                                link("stage_id", m.stage("proposal").id)});
  CHECK(m.stage_of(id) == "proposal");
  CHECK(m.by<ContactRole>("opportunity_id", id).size() == 1);
  CHECK_FALSE(m.get(id).account_id.empty());
}

TEST_CASE("a new opportunity does not begin closed") {
  MemorySession m;
  const Command command = SaveRecord{Entity::opportunity, {}, {text("name", "Pumps"), link("stage_id", m.stage("won").id)}};
  CHECK(m.refused(command).detail == "stage_id");
}

TEST_CASE("one owner is me: choosing another moves it, taking it away is refused") {
  MemorySession m;
  const OwnerId me = m->me().id;
  CHECK(m.refused(SaveRecord{Entity::owner, me.uuid, {number("is_me", 0)}}).code == ErrorCode::refused);
  const OwnerId lan = m.save<Owner>({text("name", "Lan"), number("is_me", 1)});
  CHECK(m->me().id == lan);
  CHECK_FALSE(m.get(me).is_me);
  CHECK(m.get(m.account("ACME")).owner_id == lan);
}

TEST_CASE("list entries, products and pipelines have names of their own") {
  MemorySession m;
  m.save<Choice>({text("list", "source"), text("name", "Trade fair")});
  CHECK(m.refused(SaveRecord{Entity::choice, {}, {text("list", "source"), text("name", "trade FAIR")}}).code == ErrorCode::conflict);
  m.save<Product>({text("name", "GTX Pro")});
  CHECK(m.refused(SaveRecord{Entity::product, {}, {text("name", "gtx pro")}}).code == ErrorCode::conflict);
  const PipelineId pipeline = m.save<Pipeline>({text("name", "Projects")});
  CHECK(m.by<Stage>("pipeline_id", pipeline).size() == 6);
}

TEST_CASE("a won sale that changes hands makes its new account the customer") {
  MemorySession m;
  const AccountId first = m.account("ACME");
  const AccountId second = m.account("Hoa Sen");
  const OpportunityId id = m.opportunity("Pumps", first);
  m.prepare_for_contract(id);
  m.edit(id, {text("order_number", "PO-1")});
  m.must(CloseWon{id, {Date::parse_iso("2026-11-20")}, {}});
  CHECK(m.get(first).status == AccountStatus::customer);
  m.edit(id, {link("account_id", second)});
  CHECK(m.get(first).status == AccountStatus::prospect);
  CHECK(m.get(second).customer_since == Date::parse_iso("2026-11-20"));
}
