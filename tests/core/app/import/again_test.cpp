// What comes after an import: the same file once more, also when records were merged since, and Undo import, also days later.
#include "core/app/models/import_page.h"
#include "core/app/models/timeline.h"
#include "core/domain/labels.h"
#include "tests/core/app/import/import_fixture.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

const std::string companies = "ACCOUNTID,Account Name,Phone\n1,Hoa Sen,028 3822 1111\n2,Hoa Sen JSC,028 3822 2222\n3,Sao Mai,028 3822 3333\n";

void merge(MemorySession& m, Entity entity, const Uuid& stays, const Uuid& goes) { m.must(app::MergeRecords{entity, {stays, goes}, {}}); }

AccountId account_called(MemorySession& m, const std::string& name) {
  for (const Account& account : m.all<Account>())
    if (account.name == name) return account.id;
  FAIL("no account " << name);
  return {};
}

}  // namespace

TEST_CASE("after a merge the same file brings nothing back, and keys of those that are gone lead to the one that stays") {
  MemorySession m;
  imported(m, companies);
  const AccountId first = account_called(m, "Hoa Sen"), second = account_called(m, "Hoa Sen JSC"), third = account_called(m, "Sao Mai");
  merge(m, Entity::account, first.uuid, second.uuid);
  merge(m, Entity::account, third.uuid, first.uuid);
  const std::string before = m.dump();
  const auto again = imported(m, companies);
  CHECK(again->counts().made == 0);
  CHECK(again->counts().already_there == 3);
  CHECK(again->transaction().empty());
  CHECK(m.difference(before) == "");

  const auto contacts = imported(m, "CONTACTID,Last Name,Account Id\n7,An,2\n8,Bình,1\n9,Chi,3\n");
  CHECK(contacts->counts().made == 3);
  CHECK(contacts->problems().empty());
  for (const Contact& contact : m.all<Contact>()) CHECK(contact.account_id == third);
}

TEST_CASE("a merge taken back, or its survivor deleted, gives the file's lines back their own records") {
  MemorySession m;
  imported(m, companies);
  const AccountId first = account_called(m, "Hoa Sen"), second = account_called(m, "Hoa Sen JSC");
  merge(m, Entity::account, first.uuid, second.uuid);
  REQUIRE(m->undo());
  const auto contacts = imported(m, "CONTACTID,Last Name,Account Id\n7,An,2\n");
  CHECK(contacts->counts().made == 1);
  CHECK(m.all<Contact>().front().account_id == second);

  merge(m, Entity::account, first.uuid, second.uuid);
  m.must(app::DeleteRecords{Entity::account, {first.uuid}});
  const auto again = imported(m, companies);
  CHECK(again->counts().made == 2);
  CHECK(again->counts().already_there == 1);
}

TEST_CASE("after a merge of leads their opportunity finds the one that stays") {
  MemorySession m;
  const std::string text = "LEADID,Last Name,Email\n7,An,an@x.vn\n8,Ân,an.le@y.vn\n";
  imported(m, text);
  const auto leads = m.all<Lead>();
  REQUIRE(leads.size() == 2);
  merge(m, Entity::lead, leads[0].id.uuid, leads[1].id.uuid);
  CHECK(imported(m, text)->counts().already_there == 2);
  imported(m, "Potential Name,Stage,LEADID\nPumps,Negotiation,8\n");
  REQUIRE(m.all<Opportunity>().size() == 1);
  CHECK(m.all<Opportunity>().front().lead_id == leads[0].id);
}

TEST_CASE("a card of our own of a contact that was merged is known as the one that stays") {
  MemorySession m;
  const ContactId stays = m.contact("Văn An", "Nguyễn"), goes = m.contact("An", "Nguyễn Văn");
  merge(m, Entity::contact, stays.uuid, goes.uuid);
  const auto cards = imported(m, "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:" + goes.to_string() + "\nFN:An Nguyễn Văn\nN:Nguyễn Văn;An;;;\nTITLE:Kế toán\nEND:VCARD\n");
  CHECK(cards->counts().made == 0);
  CHECK(cards->counts().filled == 1);
  REQUIRE(m.all<Contact>().size() == 1);
  CHECK(m.get(stays).title == "Kế toán");
  CHECK(m.get(stays).last_name == "Nguyễn");
}

TEST_CASE("the story of a merged record tells those that became part of it, and the merge once") {
  MemorySession m;
  const ContactId stays = m.contact("An", "Nguyễn"), between = m.contact("Văn An", "Nguyễn"), goes = m.contact("An", "Trần");
  m.edit(goes, {text("title", "Kế toán")});
  merge(m, Entity::contact, between.uuid, goes.uuid);
  merge(m, Entity::contact, stays.uuid, between.uuid);
  app::Names names(*m);
  const auto told = [&] {
    const auto story = app::timeline_of(*m, names, Entity::contact, stays.uuid);
    REQUIRE(story);
    int created = 0, merged = 0, titles = 0, deleted = 0;
    for (const auto& entry : story->entries) {
      const std::string& key = entry.title.message.key;
      created += key == "history.created" ? 1 : 0;
      deleted += key == "history.deleted" ? 1 : 0;
      merged += key == "done.merged" ? 1 : 0;
      for (const auto& change : entry.changes) titles += change.after.text == "Kế toán" ? 1 : 0;
    }
    return std::array{created, merged, titles, deleted};
  };
  CHECK(told() == std::array{3, 2, 3, 0});  // the title as it was edited, and as each merge took it over
  REQUIRE(m->undo());
  CHECK(told() == std::array{1, 1, 1, 0});  // the merge, marked as taken back
}

TEST_CASE("Undo import after other edits, days later and after a new start: what was edited since is listed and asked") {
  MemorySession m;
  const AccountId own = m.account("Gỗ An Lạc");
  const auto import = imported(m, companies);
  const Uuid transaction = import->transaction();
  constexpr std::int64_t days = 3 * 24 * 60 * 60 * 1000;
  m.clock.advance_ms(days);
  m.edit(own, {text("city", "Huế")});
  const std::string edited = m.dump();

  auto later = app::Session::open(m.db, {.clock = m.clock, .ids = m.ids, .device = "device-1", .language = Language::en});
  REQUIRE(later);
  m.session = *std::move(later);
  app::ImportPage page(*m);
  REQUIRE(page.earlier().size() == 1);
  CHECK(page.earlier()[0].transaction == transaction);
  CHECK(page.earlier()[0].label == msg("import.done_label", std::string("file.csv")));

  // Nothing of the import was touched: it goes without a question, and other edits stay.
  const auto undone = m->undo_transaction(transaction);
  REQUIRE(undone);
  CHECK(page.earlier().empty());
  REQUIRE(m.all<Account>().size() == 1);
  CHECK(m.get(own).city == "Huế");
  REQUIRE(m->undo());  // the undoing is undone
  CHECK(m.difference(edited) == "");
  CHECK(page.earlier().size() == 1);

  // One was edited, another got a contact: both are named, and nothing happens unasked.
  const AccountId changed = account_called(m, "Hoa Sen"), linked = account_called(m, "Sao Mai");
  m.edit(changed, {text("website", "hoasen.vn")});
  const ContactId contact = m.contact("An", "Nguyễn", linked);
  const std::string worked = m.dump();
  const auto asked = m->undo_transaction(transaction);
  REQUIRE_FALSE(asked);
  CHECK(asked.error().code == ErrorCode::conflict);
  REQUIRE(asked.error().missing.size() == 2);
  CHECK(asked.error().missing[0] == msg("store.change.field", std::vector<Message>{entity_label(Entity::account)}, std::string("Hoa Sen"), std::vector<Message>{field_label("website")}));
  CHECK(asked.error().missing[1] == msg("store.change.made", std::vector<Message>{entity_label(Entity::contact)}, std::string("Nguyễn An")));
  CHECK(m.difference(worked) == "");

  REQUIRE(m->undo_transaction(transaction, true));
  REQUIRE(m.all<Account>().size() == 1);
  CHECK(m.all<Account>().front().id == own);
  CHECK(m.get(contact).account_id.empty());
}

TEST_CASE("Undo import takes back what it filled in, and leaves what was there") {
  MemorySession m;
  const AccountId acme = m.account("ACME");
  const std::string before = m.dump();
  const auto import = imported(m, "Account Name,City\nAcme,Huế\nOther,Vinh\n");
  CHECK(import->counts().filled == 1);
  m.clock.advance_ms(1000);
  REQUIRE(m->undo_transaction(import->transaction()));
  CHECK(m.get(acme).city.empty());
  CHECK(m.difference(before) == "");
}

TEST_CASE("a field made for a column comes with the import, goes with it, and stays while others use it") {
  MemorySession m;
  const std::string before = m.dump();
  const auto with_field = [&](const std::string& text) {
    auto import = opened(m, text);
    REQUIRE(import->make_field(1));
    ask(*import);
    return import;
  };
  const std::string text = "Last Name,Shoe size\nAn,42\nBình,39\n";
  {
    std::string many = "Last Name,Shoe size\n";
    for (int i = 0; i < 500; ++i) many += "Name" + std::to_string(i) + "," + std::to_string(30 + i % 20) + "\n";
    auto given_up = with_field(many);
    REQUIRE(given_up->check());
    work_off(*given_up);
    CHECK(m.difference(before) == "");
    REQUIRE(given_up->apply());
    while (given_up->done() == 0) REQUIRE(given_up->step(0));
    given_up->cancel();
    CHECK(m.difference(before) == "");
    CHECK(custom_fields_of(Entity::lead).empty());
  }
  auto import = with_field(text);
  bring_in(*import);
  REQUIRE(custom_fields_of(Entity::lead).size() == 1);
  const std::string key(custom_fields_of(Entity::lead)[0].key);
  CHECK(value_of(m.all<Lead>()[0], key) == Value{std::string("42")});
  const std::string after = m.dump();
  const auto undone = m->undo_transaction(import->transaction());
  REQUIRE(undone);
  CHECK(m.difference(before) == "");
  CHECK(custom_fields_of(Entity::lead).empty());
  const auto redone = m->redo();
  REQUIRE_MESSAGE(redone, (redone ? std::string() : redone.error().message.key + " " + redone.error().detail));
  CHECK(m.difference(after) == "");

  const LeadId other = m.lead("Chi", "Lê");
  m.edit(other, {test::text(key, "37")});
  REQUIRE(m->undo_transaction(import->transaction()));
  REQUIRE(m.all<Lead>().size() == 1);
  CHECK(custom_fields_of(Entity::lead).size() == 1);
  CHECK(value_of(m.get(other), key) == Value{std::string("37")});
}

TEST_CASE("a field that a column no longer fills is not made, and one name is one field") {
  MemorySession m;
  auto import = opened(m, "Last Name,Shoe size\nAn,42\n");
  REQUIRE(import->make_field(1));
  const std::string key = import->mapping()[1];
  import->set_column(1, {});
  REQUIRE(import->make_field(1));
  CHECK(import->mapping()[1] == key);
  import->set_column(1, {});
  ask(*import);
  bring_in(*import);
  CHECK(m.all<CustomField>().empty());
  CHECK(m.all<Lead>().size() == 1);
}
