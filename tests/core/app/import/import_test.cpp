#include "core/app/import/import.h"

#include "tests/core/app/import/import_fixture.h"

using namespace cohoi;
using namespace cohoi::test;
using About = app::ImportQuestion::About;

namespace {

const std::string deals =
    "Deal Name,Account Name,Deal Stage,Amount,Close Date,Product\n"
    "Pumps,ACME,Closed Won,\"1,000\",2026-10-01,P200\n"
    "Filters,ACME,Negotiation,2000,2027-01-15,P200\n"
    "Hoses,,Closed Lost,,2026-09-01,\n";

}  // namespace

TEST_CASE("P-1: what a file brings stands at its stage, marked as imported without gate, and from then on the gates hold") {
  MemorySession m;
  auto import = imported(m, deals);
  CHECK(import->counts().made == 3);
  CHECK(import->counts().won == 1);
  CHECK(import->counts().lost == 1);
  CHECK(import->counts().without_gate == 3);
  const auto opportunities = m.all<Opportunity>();
  REQUIRE(opportunities.size() == 3);
  const auto& won = opportunities[0];
  CHECK(won.imported_without_gate);
  CHECK(m.stage_of(won.id) == "won");
  CHECK(won.closed_on == Date::from_ymd(2026, 10, 1));
  const auto visits = m.by<StageVisit>("opportunity_id", won.id);
  REQUIRE(visits.size() == 1);
  CHECK(visits[0].imported_without_gate);
  CHECK_FALSE(visits[0].missing.items.empty());
  const auto& open = opportunities[1];
  CHECK(m.stage_of(open.id) == "negotiation");
  CHECK(open.expected_close == Date::from_ymd(2027, 1, 15));
  CHECK_FALSE(open.closed_on);
  const Error refused = m.refused(app::MoveStage{{open.id}, m.stage("contract").id, {}});
  CHECK(refused.code == ErrorCode::refused);
  const auto& lost = opportunities[2];
  CHECK(lost.loss_reason.empty());
  CHECK(lost.imported_without_gate);
}

TEST_CASE("P-6: the account of an imported sale is a customer since the first of them") {
  MemorySession m;
  imported(m, "Opportunity Name,Account,Stage,Close Date\nA,ACME,Won,2026-05-02\nB,ACME,Won,2026-03-01\nC,Other,Lost,2026-03-01\n");
  for (const Account& account : m.all<Account>()) {
    CHECK((account.status == AccountStatus::customer) == (account.name == "ACME"));
    if (account.name == "ACME") CHECK(account.customer_since == Date::from_ymd(2026, 3, 1));
  }
}

TEST_CASE("C-0: a lead the file calls converted arrives converted, marked, and finds its opportunity later") {
  MemorySession m;
  auto leads = imported(m, "LEADID,Last Name,Lead Status,CONVERTED\n7,An,Contacted,Yes\n8,Bình,Junk Lead,Yes\n9,Chi,Junk Lead,No\n");
  CHECK(leads->counts().converted == 2);
  CHECK(leads->counts().doubtful == 1);
  REQUIRE(leads->problems().size() == 1);
  CHECK(leads->problems()[0].line == 3);
  CHECK_FALSE(leads->problems()[0].refused);
  imported(m, "Potential Name,Stage,LEADID\nPumps,Negotiation,7\nHoses,Negotiation,9\nNone,Negotiation,55\n");
  const auto all = m.all<Lead>();
  REQUIRE(all.size() == 3);
  CHECK(all[0].imported_converted);
  CHECK(all[0].imported_from == "lead:LEADID=7");
  CHECK(all[2].status == LeadStatus::disqualified);
  CHECK(all[2].disqualify_note == "Junk Lead");
  const auto opportunities = m.all<Opportunity>();
  REQUIRE(opportunities.size() == 3);
  CHECK(all[0].converted_opportunity_id == opportunities[0].id);
  CHECK(opportunities[0].lead_id == all[0].id);
  CHECK(all[2].converted_opportunity_id.empty());
  CHECK(opportunities[2].lead_id.empty());
}

TEST_CASE("a line that can't be taken is refused with its number and reason, the others come") {
  MemorySession m;
  auto import = imported(m, "Last Name,Email,Created Time\nAn,an@x.vn,2026-01-02\nBình,not an address,\nChi,c@x.vn,soon\nDũng\nEm,\"e@x\" y,\n,,2026-01-02\n");
  CHECK(import->counts().made == 1);
  CHECK(import->counts().refused == 5);
  std::vector<std::int64_t> lines;
  for (const auto& problem : import->problems()) lines.push_back(problem.line);
  CHECK(lines == std::vector<std::int64_t>{3, 4, 5, 6, 7});
  const std::string csv = import->problems_csv([](const Message& message) { return message.key; });
  CHECK(csv.find("3,import.csv.refused,import.refused.value,Bình,not an address,\r\n") != std::string::npos);
}

TEST_CASE("an import is one step of undo, and byte-equal undone") {
  MemorySession m;
  m.account("ACME");
  const std::string before = m.dump();
  auto import = imported(m, deals);
  CHECK(m.dump() != before);
  REQUIRE(m->undo_transaction(import->transaction()));
  CHECK(m.dump() == before);
}

TEST_CASE("cancelling an import half way leaves nothing of it, and work may go on") {
  MemorySession m;
  const std::string before = m.dump();
  std::string text = "Last Name\n";
  for (int i = 0; i < 500; ++i) text += "Name" + std::to_string(i) + "\n";
  auto import = opened(m, text);
  ask(*import);
  REQUIRE(import->check());
  work_off(*import);
  REQUIRE(import->apply());
  while (import->done() == 0) REQUIRE(import->step(0));
  CHECK(import->done() < 500);
  CHECK(m.dump() != before);
  const auto busy = m->execute(app::SaveRecord{Entity::account, {}, {test::text("name", "ACME")}});
  REQUIRE_FALSE(busy);
  CHECK(busy.error().message.key == "import.busy");
  import->cancel();
  CHECK(m.dump() == before);
  m.account("ACME");
  REQUIRE(import->apply());
  work_off(*import);
  CHECK(import->counts().made == 500);
  CHECK(m.all<Lead>().size() == 500);
}

TEST_CASE("an import that is dropped while it applies rolls back") {
  MemorySession m;
  std::string text = "Last Name\n";
  for (int i = 0; i < 500; ++i) text += "Name" + std::to_string(i) + "\n";
  {
    auto import = opened(m, text);
    ask(*import);
    REQUIRE(import->check());
    work_off(*import);
    REQUIRE(import->apply());
    while (import->done() == 0) REQUIRE(import->step(0));
    CHECK_FALSE(m.all<Lead>().empty());
  }
  CHECK(m.all<Lead>().empty());
  m.account("ACME");
}

TEST_CASE("a failing write ends the import with nothing kept") {
  MemorySession m;
  auto import = opened(m, deals);
  ask(*import);
  REQUIRE(import->check());
  work_off(*import);
  const std::string before = m.dump();
  m->write_context().before_write = [](int step) -> Status {
    if (step == 5) return fail(ErrorCode::io, msg("store.failed"));
    return {};
  };
  REQUIRE(import->apply());
  Status status;
  while (status && import->working()) status = import->step(1000);
  m->write_context().before_write = nullptr;
  REQUIRE_FALSE(status);
  CHECK(m.dump() == before);
  bring_in(*import);
}

TEST_CASE("the preview counts what the import then does") {
  MemorySession m;
  auto import = opened(m, deals);
  ask(*import);
  REQUIRE(import->check());
  work_off(*import);
  const auto planned = import->counts();
  CHECK(m.all<Opportunity>().empty());
  REQUIRE(import->apply());
  work_off(*import);
  CHECK(planned.made == import->counts().made);
  CHECK(planned.accounts_made == import->counts().accounts_made);
  CHECK(planned.products_made == 1);
  CHECK(m.all<Product>().size() == 1);
}

TEST_CASE("a record made between the preview and the import is still found") {
  MemorySession m;
  auto import = opened(m, "LEADID,Last Name,Company,Email\n1,An,Hoa Sen,an@hoasen.vn\n2,Bình,Sao Mai,binh@saomai.vn\n");
  ask(*import);
  REQUIRE(import->check());
  work_off(*import);
  CHECK(import->counts().made == 2);
  m.must(app::SaveRecord{Entity::lead, {}, {test::text("last_name", "An"), test::text("company", "Hoa Sen"), test::text("email", "an@hoasen.vn")}});
  REQUIRE(import->apply());
  work_off(*import);
  CHECK(import->counts().made == 1);
  CHECK(m.all<Lead>().size() == 2);
}

TEST_CASE("two lines that each fill something of one record leave both there") {
  MemorySession m;
  const AccountId acme = m.account("ACME");
  auto import = opened(m, "Account Name,Phone,City\nAcme,0903 123 456,\nacme,,Huế\n");
  ask(*import);
  bring_in(*import);
  CHECK(import->counts().filled == 2);
  CHECK(m.get(acme).phone == "0903 123 456");
  CHECK(m.get(acme).city == "Huế");
}

TEST_CASE("a foreign stage nobody knows must be answered before the preview") {
  MemorySession m;
  auto import = opened(m, "Deal Name,Deal Stage\nA,Blue\nB,Won\n");
  ask(*import);
  REQUIRE(question(*import, About::stage));
  const auto refused = import->check();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.key == "import.refused.unanswered");
  answer(*import, "Blue", m.stage("proposal").id.to_string());
  bring_in(*import);
  CHECK(import->counts().made == 2);
  CHECK(m.stage_of(m.all<Opportunity>()[0].id) == "proposal");
}

TEST_CASE("dates that can be read both ways are asked, and the answer counts") {
  MemorySession m;
  auto import = opened(m, "Deal Name,Deal Stage,Close Date\nA,Won,3/4/2026\nB,Won,5/6/2026\n");
  ask(*import);
  const auto* dates = question(*import, About::date_order);
  REQUIRE(dates);
  CHECK(dates->rows[0].foreign == "Close Date");
  CHECK_FALSE(import->check());
  answer(*import, "Close Date", "month_first");
  bring_in(*import);
  CHECK(m.all<Opportunity>()[0].closed_on == Date::from_ymd(2026, 3, 4));
}

TEST_CASE("amounts are read in the column's own way, in the currency that was said") {
  MemorySession m;
  auto import = opened(m, "Product Name,Unit Price\nA,\"1.234,50\"\nB,\"12.000\"\nC,$7.25\n");
  CHECK(import->kind() == Entity::product);
  ask(*import);
  const auto* currency = question(*import, About::currency);
  REQUIRE(currency);
  CHECK(currency->rows[0].target == "USD");
  answer(*import, "Unit Price", "EUR");
  bring_in(*import);
  const auto products = m.all<Product>();
  REQUIRE(products.size() == 3);
  CHECK(products[0].price == Money{123'450, *Currency::parse("EUR")});
  CHECK(products[1].price == Money{1'200'000, *Currency::parse("EUR")});
}

TEST_CASE("a record that is there already gets its empty fields filled, nothing else") {
  MemorySession m;
  const AccountId acme = m.account("ACME");
  m.edit(acme, {test::text("phone", "0903 123 456")});
  auto import = opened(m, "Account Name,Phone,City,Account Type\nAcme,0999 999 999,Huế,Customer\nOther,,,\n");
  ask(*import);
  const auto* alike = question(*import, About::lookalikes);
  REQUIRE(alike);
  CHECK(alike->rows[0].count == 1);
  bring_in(*import);
  CHECK(import->counts().filled == 1);
  CHECK(import->counts().made == 1);
  const Account after = m.get(acme);
  CHECK(after.name == "ACME");
  CHECK(after.phone == "0903 123 456");
  CHECK(after.city == "Huế");
  CHECK(after.status == AccountStatus::prospect);
}

TEST_CASE("a line that stands twice in a file comes once and is listed") {
  MemorySession m;
  auto import = imported(m, "Last Name,Email\nAn,an@x.vn\nAn,an@x.vn\n");
  CHECK(import->counts().made == 1);
  CHECK(import->counts().refused == 1);
  CHECK(import->problems()[0].reason.key == "import.refused.repeated");
}

TEST_CASE("parents of accounts may stand on later lines") {
  MemorySession m;
  auto import = imported(m, "account,subsidiary_of\nChild,Parent\nParent,\nOrphan,Unknown\n");
  CHECK(import->counts().made == 3);
  CHECK(import->counts().accounts_made == 1);
  const auto accounts = m.all<Account>();
  REQUIRE(accounts.size() == 4);
  CHECK(accounts[0].parent_id == accounts[1].id);
}

TEST_CASE("a file without a column for the name is refused until one is chosen") {
  MemorySession m;
  auto import = opened(m, "Email,Colour\nan@x.vn,An Nguyễn\n");
  const auto refused = import->survey();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.key == "import.refused.no_name_column");
  import->set_column(1, "full_name");
  ask(*import);
  bring_in(*import);
  const auto leads = m.all<Lead>();
  REQUIRE(leads.size() == 1);
  CHECK(leads[0].last_name == "Nguyễn");
}

TEST_CASE("a page that only reads imports nothing") {
  MemorySession m;
  auto import = opened(m, deals);
  ask(*import);
  REQUIRE(import->check());
  work_off(*import);
  m->set_access(app::Access::reader);
  const auto refused = import->apply();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::read_only);
}
