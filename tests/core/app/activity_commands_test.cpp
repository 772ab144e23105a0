#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

Activity added(MemorySession& m, const Activity& activity) { return m.get(ActivityId{m.must(AddActivity{activity}).made.front().id}); }

}  // namespace

TEST_CASE("what is not planned for a time has happened; a task is open") {
  MemorySession m;
  CHECK(added(m, {.kind = ActivityKind::call}).done_at == m.clock.now());
  CHECK(added(m, {.kind = ActivityKind::note, .notes = "remember"}).done_at == m.clock.now());
  CHECK_FALSE(added(m, {.kind = ActivityKind::task, .subject = "offer"}).done_at);
  CHECK_FALSE(added(m, {.kind = ActivityKind::meeting, .due_at = m.clock.now()}).done_at);
  CHECK(added(m, {.kind = ActivityKind::call}).owner_id == m->me().id);
}

TEST_CASE("a task needs a subject, a note something written") {
  MemorySession m;
  CHECK(m.refused(AddActivity{{.kind = ActivityKind::task, .subject = "  "}}).detail == "subject");
  CHECK(m.refused(AddActivity{{.kind = ActivityKind::note}}).detail == "notes");
}

TEST_CASE("an activity is found from everything its record stands for") {
  MemorySession m;
  const AccountId account = m.account("ACME");
  const ContactId contact = m.contact("An", "Nguyễn", account);
  CHECK(m.get(m.done(ActivityKind::call, contact)).account_id == account);
  CHECK(m.get(m.done(ActivityKind::call, m.opportunity("Pumps", account))).account_id == account);
}

TEST_CASE("done, and to do again") {
  MemorySession m;
  const ActivityId id = added(m, {.kind = ActivityKind::task, .subject = "offer"}).id;
  m.must(CompleteActivity{id, true});
  CHECK(m.get(id).done_at == m.clock.now());
  CHECK(m.must(CompleteActivity{id, true}).transaction.empty());
  m.must(CompleteActivity{id, false});
  CHECK_FALSE(m.get(id).done_at);
  const ActivityId note = added(m, {.kind = ActivityKind::note, .notes = "x"}).id;
  CHECK(m.refused(CompleteActivity{note, false}).code == ErrorCode::refused);
}
