// Exports of other products, by their real headers: recognised, taken for the right kind, and mapped without a hand.
#include <algorithm>

#include "tests/core/app/import/import_fixture.h"

using namespace cohoi;
using namespace cohoi::app;
using namespace cohoi::test;

namespace {

struct Wanted {
  const char* product;
  Entity kind;
  std::vector<std::pair<const char*, const char*>> columns;  // header and field, "" = none
};

void check(const Wanted& wanted) {
  std::vector<std::string> header, fields;
  for (const auto& [name, field] : wanted.columns) {
    header.emplace_back(name);
    fields.emplace_back(field);
  }
  CAPTURE(wanted.product);
  CAPTURE(header.front());
  CHECK(export_of(header) == wanted.product);
  CHECK(guess_kind(header) == wanted.kind);
  const auto mapping = guess_mapping(wanted.kind, header);
  for (std::size_t i = 0; i < header.size(); ++i) {
    CAPTURE(header[i]);
    CHECK(mapping[i] == fields[i]);
  }
}

}  // namespace

TEST_CASE("Salesforce's exports are recognised, reports and Data Loader files") {
  check({"Salesforce", Entity::lead, {{"First Name", "first_name"}, {"Last Name", "last_name"}, {"Title", "title"}, {"Company / Account", "company"},
                                      {"Lead Source", "source"}, {"Street", "street"}, {"Email", "email"}, {"Lead Owner", "owner"}, {"Lead Status", "lead_status"}}});
  check({"Salesforce", Entity::opportunity, {{"Opportunity Owner", "owner"}, {"Account Name", "account"}, {"Opportunity Name", "name"}, {"Stage", "stage"}, {"Fiscal Period", ""},
                                             {"Amount", "amount"}, {"Expected Revenue", ""}, {"Probability (%)", "probability"}, {"Close Date", "close_date"},
                                             {"Created Date", "created_at"}, {"Lead Source", "source"}}});
  check({"Salesforce", Entity::opportunity, {{"Id", "external_id"}, {"IsDeleted", ""}, {"AccountId", "account_key"}, {"Name", "name"}, {"StageName", "stage"}, {"Amount", "amount"},
                                             {"Probability", "probability"}, {"CloseDate", "close_date"}, {"LeadSource", "source"}}});
  check({"Salesforce", Entity::contact, {{"Salutation", ""}, {"First Name", "first_name"}, {"Last Name", "last_name"}, {"Title", "title"}, {"Account Name", "account"},
                                         {"Mailing Street", "street"}, {"Mailing City", "city"}, {"Mailing State/Province", "region"}, {"Mailing Zip/Postal Code", "postal_code"},
                                         {"Mailing Country", "country"}, {"Phone", "phone"}, {"Mobile", "mobile"}, {"Email", "email"}, {"Contact Owner", "owner"}}});
  check({"Salesforce", Entity::account, {{"Account Owner", "owner"}, {"Account Name", "name"}, {"Billing State/Province", "region"}, {"Type", "status"}}});
}

TEST_CASE("HubSpot's exports are recognised") {
  check({"HubSpot", Entity::contact, {{"Record ID", "external_id"}, {"First Name", "first_name"}, {"Last Name", "last_name"}, {"Email", "email"}, {"Phone Number", "phone"},
                                      {"Contact owner", "owner"}, {"Associated Company", "account"}, {"Lifecycle Stage", ""}, {"Create Date", "created_at"}}});
  check({"HubSpot", Entity::opportunity, {{"Record ID", "external_id"}, {"Deal Name", "name"}, {"Deal Stage", "stage"}, {"Close Date", "close_date"}, {"Deal owner", "owner"},
                                          {"Amount", "amount"}, {"Associated Company", "account"}}});
  check({"HubSpot", Entity::account, {{"Record ID", "external_id"}, {"Company name", "name"}, {"Company owner", "owner"}, {"Create Date", "created_at"}, {"Phone Number", "phone"},
                                      {"City", "city"}, {"Country/Region", "country"}, {"Industry", "industry"}, {"Company Domain Name", "website"},
                                      {"Number of Employees", "employees"}, {"Annual Revenue", "revenue"}}});
}

TEST_CASE("Pipedrive's exports are recognised by their prefixes") {
  check({"Pipedrive", Entity::opportunity, {{"Deal - ID", "external_id"}, {"Deal - Title", "name"}, {"Deal - Organization", "account"}, {"Deal - Value", "amount"},
                                            {"Deal - Currency of Value", "currency"}, {"Deal - Stage", "stage"}, {"Deal - Status", "outcome"}, {"Deal - Owner", "owner"},
                                            {"Deal - Deal created", "created_at"}, {"Deal - Expected close date", "expected_close"}, {"Deal - Deal closed on", "close_date"},
                                            {"Deal - Lost reason", "loss_reason"}, {"Deal - Probability", "probability"}}});
  check({"Pipedrive", Entity::contact, {{"Person - ID", "external_id"}, {"Person - Name", "full_name"}, {"Person - Organization", "account"}, {"Person - Email - Work", "email"},
                                        {"Person - Phone - Work", "phone"}, {"Person - Phone - Mobile", "mobile"}, {"Person - Owner", "owner"}}});
  check({"Pipedrive", Entity::account, {{"Organization - ID", "external_id"}, {"Organization - Name", "name"}, {"Organization - Address", "street"}, {"Organization - Owner", "owner"}}});
  check({"Pipedrive", Entity::lead, {{"Lead - Title", "interest"}, {"Lead - Contact person", "full_name"}, {"Lead - Organization", "company"}, {"Lead - Owner", "owner"}}});
}

TEST_CASE("Zoho's exports are recognised") {
  check({"Zoho CRM", Entity::lead, {{"Record Id", "external_id"}, {"Lead Owner.id", ""}, {"Lead Owner", "owner"}, {"Company", "company"}, {"First Name", "first_name"},
                                    {"Last Name", "last_name"}, {"Title", "title"}, {"Email", "email"}, {"Phone", "phone"}, {"Lead Source", "source"}, {"Lead Status", "lead_status"},
                                    {"Created Time", "created_at"}}});
  check({"Zoho CRM", Entity::opportunity, {{"Record Id", "external_id"}, {"Deal Owner", "owner"}, {"Amount", "amount"}, {"Deal Name", "name"}, {"Closing Date", "close_date"},
                                           {"Account Name.id", "account_key"}, {"Account Name", "account"}, {"Stage", "stage"}, {"Probability (%)", "probability"}}});
  check({"Zoho CRM", Entity::contact, {{"Record Id", "external_id"}, {"Contact Owner", "owner"}, {"First Name", "first_name"}, {"Last Name", "last_name"}, {"Account Name.id", "account_key"},
                                       {"Account Name", "account"}, {"Mailing City", "city"}}});
}

TEST_CASE("Odoo's exports are recognised") {
  check({"Odoo", Entity::opportunity, {{"Opportunity", "name"}, {"Customer", "account"}, {"Salesperson", "owner"}, {"Expected Revenue", "amount"}, {"Stage", "stage"},
                                       {"Probability", "probability"}, {"Expected Closing", "expected_close"}, {"Lost Reason", "loss_reason"}, {"Created on", "created_at"}}});
  check({"Odoo", Entity::contact, {{"Display Name", "full_name"}, {"Company Name", "account"}, {"Job Position", "title"}, {"Email", "email"}, {"Phone", "phone"}, {"Mobile", "mobile"},
                                   {"Street", "street"}, {"City", "city"}, {"Zip", "postal_code"}, {"Country", "country"}, {"Salesperson", "owner"}}});
}

TEST_CASE("SuiteCRM's and EspoCRM's exports are recognised") {
  check({"SuiteCRM", Entity::opportunity, {{"ID", "external_id"}, {"Opportunity Name", "name"}, {"Account Name", "account"}, {"Opportunity Amount", "amount"}, {"Sales Stage", "stage"},
                                           {"Probability (%)", "probability"}, {"Expected Close Date", "expected_close"}, {"Assigned User", "owner"}, {"Date Created", "created_at"}}});
  check({"SuiteCRM", Entity::account, {{"ID", "external_id"}, {"Account Name", "name"}, {"Billing Street", "street"}, {"Billing City", "city"}, {"Office Phone", "phone"},
                                       {"Website", "website"}, {"Member of", "account"}}});
  check({"EspoCRM", Entity::lead, {{"First Name", "first_name"}, {"Last Name", "last_name"}, {"Account Name", "company"}, {"Status", "lead_status"}, {"Source", "source"}, {"Email", "email"},
                                   {"Phone", "phone"}, {"Address Street", "street"}, {"Address City", "city"}, {"Address Postal Code", "postal_code"}, {"Assigned User", "owner"},
                                   {"Created At", "created_at"}}});
}

TEST_CASE("somebody's own table is nobody's export") {
  CHECK(export_of({"Họ tên", "Điện thoại"}).empty());
  CHECK(export_of({"Name", "Email", "Stage"}).empty());
}

TEST_CASE("Pipedrive's status decides over its stage, and every deal has its own currency") {
  MemorySession m;
  auto import = imported(m, "Deal - Title,Deal - Stage,Deal - Status,Deal - Value,Deal - Currency of Value,Deal - Deal closed on\nA,Negotiations Started,Won,1000,USD,2026-01-02\n"
                            "B,Proposal Made,Lost,2000,EUR,2026-01-03\nC,Proposal Made,Open,3000,VND,\nD,Proposal Made,Open,3000,XXQ,\n");
  CHECK_FALSE(question(*import, ImportQuestion::About::currency));
  CHECK(import->counts().won == 1);
  CHECK(import->counts().lost == 1);
  CHECK(import->counts().refused == 1);
  const auto all = m.all<Opportunity>();
  REQUIRE(all.size() == 3);
  CHECK(m.stage_of(all[0].id) == "won");
  CHECK(m.stage_of(all[1].id) == "lost");
  CHECK(m.stage_of(all[2].id) == "proposal");
  CHECK(all[1].amount == Money{200'000, *Currency::parse("EUR")});
}
