#include "core/store/duplicates.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

MergeRecords merge_of(Entity entity, std::vector<Uuid> ids, std::vector<MergeChoice> choices = {}) { return {entity, std::move(ids), std::move(choices)}; }

// Nothing in the data points at a record that is not there.
void check_whole(MemorySession& m) {
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    const auto entity = static_cast<Entity>(i);
    for (const FieldInfo& field : fields_of(entity)) {
      if (field.type != FieldType::ref) continue;
      const std::string key(field.key);
      const auto lost = m.db.query_integer("SELECT count(*) FROM " + std::string(name_of(entity)) + " WHERE \"" + key + "\" IS NOT NULL AND \"" + key +
                                           "\" NOT IN (SELECT id FROM " + std::string(name_of(field.ref)) + ")");
      REQUIRE(lost);
      INFO(name_of(entity), ".", key);
      CHECK(*lost == 0);
    }
  }
}

}  // namespace

TEST_CASE("merging accounts moves everything that points at them, in one step that is undone to the byte") {
  MemorySession m;
  const AccountId stays = m.account("Hoa Sen"), goes = m.account("HOA SEN"), below = m.account("Hoa Sen miền Bắc");
  m.edit(below, {link("parent_id", goes)});
  m.edit(goes, {text("website", "hoasen.vn")});
  const ContactId person = m.contact("Bình", "Trần", goes);
  const OpportunityId deal = m.opportunity("Pumps", goes);
  const ActivityId call = m.done(ActivityKind::call, goes);
  const std::string before = m.dump();
  const auto outcome = m.must(merge_of(Entity::account, {stays.uuid, goes.uuid}));
  CHECK(outcome.done.key == "done.merged");
  CHECK_FALSE(m.there(goes));
  CHECK(m.get(stays).website == "hoasen.vn");
  CHECK(m.get(person).account_id == stays);
  CHECK(m.get(deal).account_id == stays);
  CHECK(m.get(call).account_id == stays);
  CHECK(m.get(below).parent_id == stays);
  CHECK(store::merged_into(m.db, Entity::account, goes.uuid).value() == stays.uuid);
  check_whole(m);
  const std::string after = m.dump();
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
  CHECK(store::merged_into(m.db, Entity::account, goes.uuid).value() == std::nullopt);
  REQUIRE(m->redo());
  CHECK(m.difference(after) == "");
}

TEST_CASE("an account never comes to stand above itself") {
  MemorySession m;
  const AccountId stays = m.account("A"), between = m.account("B"), goes = m.account("C");
  m.edit(between, {link("parent_id", stays)});
  m.edit(goes, {link("parent_id", between)});
  m.must(merge_of(Entity::account, {stays.uuid, goes.uuid}));
  CHECK(m.get(stays).parent_id.empty());
  CHECK(m.get(between).parent_id == stays);
  const AccountId child = m.account("D");
  m.edit(child, {link("parent_id", stays)});
  m.must(merge_of(Entity::account, {child.uuid, stays.uuid}));
  CHECK(m.get(child).parent_id.empty());
  CHECK(m.get(between).parent_id == child);
}

TEST_CASE("a contact keeps one role on an opportunity (P-8)") {
  MemorySession m;
  const AccountId account = m.account("Hoa Sen");
  const ContactId stays = m.contact("An", "Nguyễn", account), goes = m.contact("An", "Nguyễn", account);
  const OpportunityId both = m.opportunity("Pumps", account), one = m.opportunity("Pipes", account);
  m.must(SetRole{ContactRole{.opportunity_id = both, .contact_id = stays}});
  m.must(SetRole{ContactRole{.opportunity_id = both, .contact_id = goes, .part = Part::buyer, .primary = true}});
  m.must(SetRole{ContactRole{.opportunity_id = one, .contact_id = goes, .part = Part::advisor}});
  const std::string before = m.dump();
  m.must(merge_of(Entity::contact, {stays.uuid, goes.uuid}));
  const auto roles = m.by<ContactRole>("contact_id", stays);
  REQUIRE(roles.size() == 2);
  for (const ContactRole& role : roles) {
    CHECK(role.part == (role.opportunity_id == both ? Part::buyer : Part::advisor));
    CHECK(role.primary == (role.opportunity_id == both));
  }
  check_whole(m);
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("a lead keeps one answer to each question, and the evidence that goes with it") {
  MemorySession m;
  const LeadId stays = m.lead("An", "Nguyễn"), goes = m.lead("An", "Nguyễn");
  m.answer(stays, "need", Answer::yes, "kept");
  m.answer(stays, "ability", Answer::unknown, "");
  m.answer(goes, "need", Answer::no, "dropped");
  m.answer(goes, "ability", Answer::yes, "moved");
  const ActivityId call = m.done(ActivityKind::call, goes);
  m.must(AnswerCriterion{goes, "timeframe", Answer::yes, {}, call});
  const std::string before = m.dump();
  m.must(merge_of(Entity::lead, {stays.uuid, goes.uuid}));
  const auto answers = m.by<CriterionAnswer>("lead_id", stays);
  CHECK(answers.size() == 3);
  for (const CriterionAnswer& answer : answers) {
    CHECK(answer.answer == Answer::yes);
    if (answer.criterion == "need") CHECK(answer.evidence == "kept");
    if (answer.criterion == "ability") CHECK(answer.evidence == "moved");
    if (answer.criterion == "timeframe") CHECK(answer.evidence_activity_id == call);
  }
  CHECK(m.get(call).lead_id == stays);
  check_whole(m);
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("merging is refused with the reason") {
  MemorySession m;
  const ContactId one = m.contact("An", "Nguyễn"), two = m.contact("An", "Nguyễn");
  const LeadId lead = m.qualified_lead(), other = m.lead("An", "Nguyễn");
  CHECK(m.refused(merge_of(Entity::contact, {one.uuid})).message.key == "refusal.merge.how_many");
  CHECK(m.refused(merge_of(Entity::contact, {one.uuid, one.uuid})).message.key == "refusal.merge.how_many");
  CHECK(m.refused(merge_of(Entity::contact, std::vector<Uuid>(6, one.uuid))).message.key == "refusal.merge.how_many");
  CHECK(m.refused(merge_of(Entity::contact, {one.uuid, lead.uuid})).message.key == "refusal.gone.contact");
  CHECK(m.refused(merge_of(Entity::opportunity, {one.uuid, two.uuid})).code == ErrorCode::invalid);
  CHECK(m.refused(merge_of(Entity::contact, {one.uuid, two.uuid}, {{"email", 2}})).code == ErrorCode::invalid);
  CHECK(m.refused(KeepApart{Entity::contact, {one.uuid}}).message.key == "refusal.merge.how_many");
  (void)m.convert(lead);
  CHECK(m.refused(merge_of(Entity::lead, {other.uuid, lead.uuid})).message.key == "refusal.merge.converted");
  m->set_access(Access::reader);
  CHECK(m.refused(merge_of(Entity::contact, {one.uuid, two.uuid})).code == ErrorCode::read_only);
}

TEST_CASE("five at once, with choices by their place") {
  MemorySession m;
  std::vector<Uuid> ids;
  for (const char* title : {"", "Giám đốc", "Phó", "Trợ lý", "Thư ký"}) {
    ids.push_back(m.contact("An", "Nguyễn").uuid);
    if (*title != '\0') m.edit(ContactId{ids.back()}, {text("title", title)});
  }
  const std::string before = m.dump();
  m.must(merge_of(Entity::contact, ids, {{"title", 3}}));
  CHECK(m.get(ContactId{ids[0]}).title == "Trợ lý");
  for (std::size_t i = 1; i < ids.size(); ++i) CHECK(store::merged_into(m.db, Entity::contact, ids[i]).value() == ids[0]);
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("not a duplicate is remembered once, moves along with a merge, and is undone") {
  MemorySession m;
  const ContactId a = m.contact("An", "Nguyễn"), b = m.contact("An", "Nguyễn"), c = m.contact("An", "Nguyễn");
  const std::string before = m.dump();
  m.must(KeepApart{Entity::contact, {b.uuid, a.uuid, c.uuid}});
  CHECK(m.all<RecordPair>().size() == 3);
  CHECK(m.must(KeepApart{Entity::contact, {a.uuid, b.uuid}}).transaction.empty());
  m.must(merge_of(Entity::contact, {a.uuid, b.uuid}));  // they changed their mind
  CHECK(store::kept_apart(m.db, a.uuid, c.uuid).value());
  CHECK_FALSE(store::kept_apart(m.db, a.uuid, a.uuid).value());
  REQUIRE(m->undo());
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");
}

TEST_CASE("a merge taken back after later changes lists them and asks") {
  MemorySession m;
  const ContactId one = m.contact("An", "Nguyễn"), two = m.contact("An", "Trần");
  const auto merged = m.must(merge_of(Entity::contact, {one.uuid, two.uuid}, {{"last_name", 1}}));
  CHECK(m.get(one).last_name == "Trần");
  m.edit(one, {text("last_name", "Lê")});
  const auto asked = m->undo_transaction(merged.transaction);
  REQUIRE_FALSE(asked);
  CHECK(asked.error().code == ErrorCode::conflict);
  CHECK(asked.error().missing.size() == 1);
  REQUIRE(m->undo_transaction(merged.transaction, true));
  CHECK(m.there(two));
  CHECK(m.get(one).last_name == "Nguyễn");
  check_whole(m);
}
