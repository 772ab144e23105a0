#include "core/app/export/list_export.h"

#include "core/app/import/csv.h"
#include "tests/support/exported.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

std::string exported(MemorySession& m, Entity entity) {
  app::Names names(*m);
  return test::exported(*m, names, entity, [](const Message& message) { return message.key; });
}

}  // namespace

TEST_CASE("a list goes out as CSV with a byte order mark, heads, and references by name") {
  MemorySession m;
  const AccountId acme = m.account("ACME, Ltd");
  m.edit(acme, {vnd("revenue", 1'500'000)});
  m.contact("Văn An", "Nguyễn", acme);
  const std::string accounts = exported(m, Entity::account);
  CHECK(accounts.substr(0, 3) == app::utf8_mark);
  CHECK(accounts.find("field.name,") == 3);
  CHECK(accounts.find("\"ACME, Ltd\"") != std::string::npos);
  CHECK(accounts.find("1500000,VND") != std::string::npos);
  CHECK(exported(m, Entity::contact).find("\"ACME, Ltd\"") != std::string::npos);
}

TEST_CASE("a name that a spreadsheet would run as a formula goes out as text") {
  MemorySession m;
  m.account("=HYPERLINK(\"http://x\")");
  CHECK(exported(m, Entity::account).find("\"'=HYPERLINK(\"\"http://x\"\")\"") != std::string::npos);
}
