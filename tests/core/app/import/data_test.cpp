// The real files: Maven's sales set, Zoho's and Salesforce's demo data.
#include <map>

#include "core/app/models/convert_dialog.h"
#include "core/base/contact_points.h"
#include "tests/core/app/import/import_fixture.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

std::int64_t rows(MemorySession& m, const std::string& sql) {
  const auto count = m.db.query_integer(sql);
  REQUIRE(count);
  return *count;
}

std::unique_ptr<app::Import> maven(MemorySession& m, const std::string& name) {
  auto import = opened(m, data_file("maven_crm_sales_opportunities/" + name), name);
  ask(*import);
  return import;
}

void bring_in_maven(MemorySession& m, const std::string& pipeline = "sales_pipeline.csv") {
  for (const std::string& name : {std::string("accounts.csv"), std::string("products.csv"), pipeline}) {
    auto import = maven(m, name);
    bring_in(*import);
    CHECK(import->counts().refused == 0);
  }
}

}  // namespace

TEST_CASE("data: Maven's accounts, products and pipeline come in whole" * needs_data()) {
  MemorySession m;
  auto accounts = maven(m, "accounts.csv");
  CHECK(accounts->kind() == Entity::account);
  bring_in(*accounts);
  CHECK(accounts->counts().made == 85);
  CHECK(rows(m, "SELECT count(*) FROM account") == 85);
  CHECK(rows(m, "SELECT count(*) FROM account WHERE parent_id<>''") == 15);
  CHECK(rows(m, "SELECT count(*) FROM account WHERE revenue_currency='USD'") == 85);

  auto products = maven(m, "products.csv");
  CHECK(products->kind() == Entity::product);
  bring_in(*products);
  CHECK(products->counts().made == 7);

  auto pipeline = maven(m, "sales_pipeline.csv");
  CHECK(pipeline->kind() == Entity::opportunity);
  const auto* unknown = question(*pipeline, app::ImportQuestion::About::product);
  REQUIRE(unknown);
  REQUIRE(unknown->rows.size() == 1);
  CHECK(unknown->rows[0].foreign == "GTXPro");
  CHECK(unknown->rows[0].count == 1480);
  CHECK(unknown->rows[0].suggestion == "GTX Pro");
  const auto* stages = question(*pipeline, app::ImportQuestion::About::stage);
  REQUIRE(stages);
  CHECK(stages->rows.size() == 4);
  bring_in(*pipeline);

  const auto& counts = pipeline->counts();
  CHECK(counts.made == 8800);
  CHECK(counts.refused == 0);
  CHECK(counts.without_account == 1425);
  CHECK(counts.accounts_made == 0);
  CHECK(counts.products_made == 0);
  CHECK(counts.owners_made == 30);
  CHECK(counts.won == 4238);
  CHECK(counts.lost == 2473);
  CHECK(counts.without_gate == 8800);
  CHECK(rows(m, "SELECT count(*) FROM opportunity o JOIN stage s ON s.id=o.stage_id WHERE s.kind='won'") == 4238);
  CHECK(rows(m, "SELECT count(*) FROM opportunity o JOIN stage s ON s.id=o.stage_id WHERE s.kind='lost'") == 2473);
  CHECK(rows(m, "SELECT count(*) FROM opportunity WHERE account_id='' OR account_id IS NULL") == 1425);
  CHECK(rows(m, "SELECT count(*) FROM opportunity WHERE name='GTX Pro – Z063OYW0'") == 1);
  CHECK(rows(m, "SELECT count(*) FROM line_item") == 8800);
  CHECK(rows(m, "SELECT count(*) FROM product") == 7);
  CHECK(rows(m, "SELECT count(*) FROM stage_visit WHERE imported_without_gate=1") == 8800);
  CHECK(rows(m, "SELECT count(*) FROM opportunity WHERE closed_on<>''") == 6711);
  // P-6: whoever bought is a customer since the first sale.
  CHECK(rows(m, "SELECT count(*) FROM account WHERE status='customer'") ==
        rows(m, "SELECT count(DISTINCT account_id) FROM opportunity o JOIN stage s ON s.id=o.stage_id WHERE s.kind='won' AND account_id<>''"));
  CHECK(rows(m, "SELECT count(*) FROM account a WHERE status='customer' AND customer_since<>(SELECT min(closed_on) FROM opportunity o JOIN "
               "stage s ON s.id=o.stage_id WHERE s.kind='won' AND o.account_id=a.id)") == 0);
}

TEST_CASE("data: the same file twice brings nothing the second time" * needs_data()) {
  MemorySession m;
  bring_in_maven(m);
  const std::string before = m.dump();
  auto again = maven(m, "sales_pipeline.csv");
  bring_in(*again);
  CHECK(again->counts().made == 0);
  CHECK(again->counts().already_there == 8800);
  CHECK(again->transaction().empty());
  CHECK(m.dump() == before);
}

TEST_CASE("data: dates written month first are read month first" * needs_data()) {
  MemorySession a, b;
  bring_in_maven(a);
  bring_in_maven(b, "variant_mdy_sales_pipeline.csv");
  const char* sum = "SELECT sum(CAST(replace(closed_on,'-','') AS INTEGER)) FROM opportunity WHERE closed_on<>''";
  CHECK(rows(a, sum) == rows(b, sum));
}

TEST_CASE("data: Zoho's leads come in, what contradicts itself is listed" * needs_data()) {
  MemorySession m;
  auto leads = opened(m, data_file("zoho_crm/Leads.csv"), "Leads.csv");
  CHECK(leads->kind() == Entity::lead);
  ask(*leads);
  bring_in(*leads);
  CHECK(leads->counts().made == 3900);
  CHECK(leads->counts().refused == 0);
  CHECK(leads->counts().converted == 3632);
  CHECK(rows(m, "SELECT count(*) FROM lead WHERE status='converted' AND imported_converted=1") == 3632);
  std::map<std::string, int> contradictions;
  for (const auto& problem : leads->problems())
    if (problem.reason.key == "import.doubt.converted_yet_disqualified") ++contradictions[std::get<std::string>(problem.reason.args.at(0))];
  CHECK(contradictions["Junk Lead"] == 366);
  CHECK(contradictions["Lost Lead"] == 371);
  CHECK(leads->counts().doubtful == 737);
  CHECK(rows(m, "SELECT count(*) FROM owner WHERE is_me=0") == 11);
  CHECK(rows(m, "SELECT count(*) FROM lead WHERE source='cold_call'") == 408);

  auto potentials = opened(m, data_file("zoho_crm/Potentials.csv"), "Potentials.csv");
  CHECK(potentials->kind() == Entity::opportunity);
  ask(*potentials);
  bring_in(*potentials);
  CHECK(potentials->counts().made == 3632);
  CHECK(potentials->counts().linked_leads == 3632);
  CHECK(potentials->counts().won == 1425);
  CHECK(potentials->counts().lost == 485);
  CHECK(rows(m, "SELECT count(*) FROM lead l JOIN opportunity o ON o.id=l.converted_opportunity_id AND o.lead_id=l.id") == 3632);
}

TEST_CASE("data: Zoho's accounts and contacts find each other by key" * needs_data()) {
  MemorySession m;
  auto accounts = opened(m, data_file("zoho_crm/Accounts.csv"));
  CHECK(accounts->kind() == Entity::account);
  ask(*accounts);
  bring_in(*accounts);
  CHECK(accounts->counts().made == 2226);
  CHECK(accounts->counts().refused == 3);  // three without a name
  CHECK(rows(m, "SELECT count(*) FROM account WHERE status='customer'") == 1105);
  auto contacts = opened(m, data_file("zoho_crm/Contacts.csv"));
  CHECK(contacts->kind() == Entity::contact);
  ask(*contacts);
  bring_in(*contacts);
  CHECK(contacts->counts().made + contacts->counts().refused == 1265);
  CHECK(contacts->counts().refused == 0);
  CHECK(contacts->counts().accounts_made == 0);
}

TEST_CASE("data: of Zoho's leads that share an e-mail with a contact, those still open convert into it, and nobody is there twice" * needs_data()) {
  MemorySession m;
  for (const std::string& name : {std::string("Accounts.csv"), std::string("Contacts.csv"), std::string("Leads.csv")}) {
    auto import = opened(m, data_file("zoho_crm/" + name), name);
    ask(*import);
    bring_in(*import);
  }
  std::map<std::string, ContactId> by_email;
  for (const Contact& contact : m.all<Contact>()) by_email.emplace(normal_email(contact.email), contact.id);
  const std::size_t contacts = m.all<Contact>().size();
  CHECK(contacts == 1265);
  int shared = 0, converted = 0;
  for (const Lead& lead : m.all<Lead>()) {
    const auto known = by_email.find(normal_email(lead.email));
    if (lead.email.empty() || known == by_email.end()) continue;
    ++shared;
    if (lead.status == LeadStatus::converted) continue;
    if (lead.status == LeadStatus::disqualified) m.must(app::SetLeadStatus{{lead.id}, LeadStatus::working, {}, {}});
    ConversionChoice choice = app::proposed_choice(*m, lead.id);
    CHECK(choice.contact == Target::existing);
    CHECK(choice.contact_id == known->second);
    choice.override_reason = "a customer since long";
    CHECK(m.convert(lead.id, choice).converted_contact_id == known->second);
    ++converted;
  }
  CHECK(shared == 1265);
  CHECK(converted == 101);
  CHECK(m.all<Contact>().size() == contacts);
}

TEST_CASE("data: Zoho's tasks, which say nothing of whom they are about, come in unlinked, and that is said" * needs_data()) {
  MemorySession m;
  auto tasks = opened(m, data_file("zoho_crm/Tasks.csv"), "Tasks.csv");
  CHECK(tasks->kind() == Entity::activity);
  ask(*tasks);
  bring_in(*tasks);
  CHECK(tasks->counts().made == 2978);
  CHECK(tasks->counts().refused == 0);
  CHECK(tasks->counts().unlinked == 2978);
  CHECK(rows(m, "SELECT count(*) FROM activity WHERE kind='task' AND done_at IS NOT NULL AND due_at IS NOT NULL") == 2960);
  CHECK(rows(m, "SELECT count(*) FROM activity WHERE kind='task' AND done_at IS NULL") == 18);
  CHECK(imported(m, data_file("zoho_crm/Tasks.csv"))->counts().made == 0);
}

TEST_CASE("data: Zoho's calls find their leads and accounts" * needs_data()) {
  MemorySession m;
  for (const std::string& name : {std::string("Accounts.csv"), std::string("Leads.csv")}) {
    auto import = opened(m, data_file("zoho_crm/" + name), name);
    ask(*import);
    bring_in(*import);
  }
  auto calls = opened(m, data_file("zoho_crm/Calls.csv"), "Calls.csv");
  CHECK(calls->kind() == Entity::activity);
  ask(*calls);
  bring_in(*calls);
  CHECK(calls->counts().made == 4100);
  CHECK(rows(m, "SELECT count(*) FROM activity WHERE kind='call'") == 4100);
  CHECK(calls->counts().unlinked == rows(m, "SELECT count(*) FROM activity WHERE lead_id IS NULL AND account_id IS NULL"));
  CHECK(calls->counts().unlinked < 4100);
}

TEST_CASE("data: Salesforce's leads and contacts come in" * needs_data()) {
  MemorySession m;
  auto leads = imported(m, data_file("salesforce_easy_spaces/Lead_Data.csv"));
  CHECK(leads->kind() == Entity::lead);
  CHECK(leads->counts().made == leads->counts().rows);
  CHECK(leads->counts().made > 0);
  auto contacts = imported(m, data_file("salesforce_easy_spaces/Contact_Data.csv"));
  CHECK(contacts->kind() == Entity::contact);
  CHECK(contacts->counts().made == 12);
}
