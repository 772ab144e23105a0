#include <algorithm>

#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

// Fails at each write in turn until the command gets through; after every failure nothing may be left behind. The number of failures.
int fail_at_every_write(MemorySession& m, const Command& command) {
  const std::string before = m.dump();
  for (int fail_at = 0; fail_at < 1000; ++fail_at) {
    m->write_context().before_write = [fail_at](int step) -> Status {
      if (step == fail_at) return fail(ErrorCode::io, msg("store.failed"), "injected");
      return {};
    };
    const auto outcome = m->execute(command);
    m->write_context().before_write = {};
    if (outcome) return fail_at;
    CHECK(outcome.error().code == ErrorCode::io);
    CHECK(m.difference(before) == "");
    CHECK_FALSE(m.db.in_transaction());
  }
  return -1;
}

}  // namespace

TEST_CASE("C-12 refuses: a failure at any step of a conversion leaves nothing behind") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  m.must(AddActivity{Activity{.kind = ActivityKind::task, .subject = "offer", .lead_id = id}});
  const std::optional<Message> undo = m->undo_label();
  const std::uint64_t revision = m->revision();
  const int failures = fail_at_every_write(m, ConvertLead{id, {}});
  // Account, contact, opportunity, visit, role, four answers, two activities, lead.
  CHECK(failures >= 11);
  CHECK(m->revision() == revision + 1);
  CHECK(m->undo_label() != undo);
}

TEST_CASE("C-12 refuses: a failure at any SQL statement of a conversion leaves nothing behind") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  const std::string before = m.dump();
  int failures = 0;
  for (;; ++failures) {
    REQUIRE(failures < 2000);
    int left = failures;
    m.db.inject_faults([&left](std::string_view) { return left-- == 0; });
    const auto outcome = m->execute(ConvertLead{id, {}});
    m.db.inject_faults({});
    // The facts derived after the commit may be what failed: the conversion then stands.
    if (outcome) break;
    CHECK(m.difference(before) == "");
  }
  CHECK(failures > 20);
  CHECK(m.get(id).status == LeadStatus::converted);
  CHECK(m.db.check_integrity());
}

TEST_CASE("C-12, C-13 refuses: a failure at any step of a bulk conversion leaves nothing behind") {
  MemorySession m;
  const LeadId a = m.qualified_lead("Văn An", "Nguyễn", "Hoa Sen");
  const LeadId b = m.qualified_lead("Thị Chi", "Lê", "Sao Mai");
  CHECK(fail_at_every_write(m, ConvertLeads{{a, b}, {}}) >= 20);
}

TEST_CASE("C-12 accepts: the failures were of the disk, the same conversion goes through afterwards") {
  MemorySession m;
  const LeadId id = m.qualified_lead();
  fail_at_every_write(m, ConvertLead{id, {}});
  CHECK(m.get(id).status == LeadStatus::converted);
}

TEST_CASE("a failure at any step of closing, reverting or deleting leaves nothing behind") {
  MemorySession m;
  const Lead lead = m.convert(m.qualified_lead());
  m.prepare_for_contract(lead.converted_opportunity_id);
  m.edit(lead.converted_opportunity_id, {text("order_number", "PO-1")});
  const auto today = m.clock.now().date(7 * 60);
  CHECK(fail_at_every_write(m, CloseWon{lead.converted_opportunity_id, {today}, {}}) >= 4);
  CHECK(fail_at_every_write(m, Reopen{lead.converted_opportunity_id}) >= 4);
  CHECK(fail_at_every_write(m, RevertConversion{lead.id, true}) >= 10);
  const AccountId account = m.account("ACME");
  m.contact("An", "Nguyễn", account);
  CHECK(fail_at_every_write(m, DeleteRecords{Entity::account, {account.uuid}}) == 2);
}
