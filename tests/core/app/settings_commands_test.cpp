// The lists the user keeps: their order, the records that use them, tags over all records, owners, rates, and beginning again.
#include "core/store/in_use.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

Choice choice_named(MemorySession& m, ChoiceList list, const std::string& key) {
  for (const Choice& choice : m.all<Choice>())
    if (choice.list == list && (choice.key == key || choice.name == key)) return choice;
  REQUIRE_MESSAGE(false, "no entry " << key);
  return {};
}

Id<Choice> add_source(MemorySession& m, const std::string& name) {
  return m.save<Choice>({text("list", "source"), text("name", name)});
}

std::string tags_of(const Tags& tags) {
  const Value value = to_value(tags);
  return given(value) ? std::get<std::string>(value) : std::string();
}

std::string counts(MemorySession& m) {
  std::string text;
  const auto found = store::tag_counts(m.db);
  REQUIRE(found);
  for (const auto& one : *found) text += one.tag + " " + std::to_string(one.records) + "; ";
  return text;
}

}  // namespace

TEST_CASE("an entry takes its place in its own list, and only there") {
  MemorySession m;
  const Choice other = choice_named(m, ChoiceList::source, "other");
  const std::string before = m.dump();
  m.must(Reorder{{Entity::choice, other.id.uuid}, 0});
  CHECK(m.get(other.id).position == 0);
  CHECK(choice_named(m, ChoiceList::source, "website").position == 1);
  CHECK(choice_named(m, ChoiceList::loss_reason, "price").position == 0);
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");

  const StageId proposal = m.stage("proposal").id;
  m.must(Reorder{{Entity::stage, proposal.uuid}, 0});
  CHECK(m.get(proposal).position == 0);
  CHECK(m.stage("needs").position == 1);
  CHECK(m.refused(Reorder{{Entity::lead, proposal.uuid}, 0}).code == ErrorCode::invalid);
}

TEST_CASE("the user's own source renamed: the records that have it follow, in one step") {
  MemorySession m;
  const auto id = add_source(m, "Zalo");
  const LeadId lead = m.lead("An", "Nguyễn");
  m.edit(lead, {text("source", "Zalo")});
  const std::string before = m.dump();
  m.edit(id, {text("name", "Zalo OA")});
  CHECK(m.get(lead).source == "Zalo OA");
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");

  m.edit(choice_named(m, ChoiceList::source, "website").id, {text("name", "Trang chủ")});
  CHECK(choice_named(m, ChoiceList::source, "website").name == "Trang chủ");
  CHECK(m.refused(SaveRecord{Entity::choice, id.uuid, {text("name", "TRANG CHỦ")}}).code == ErrorCode::conflict);
}

TEST_CASE("a tag is renamed, merged and taken off over all records, each in one step") {
  MemorySession m;
  const LeadId lead = m.lead("An", "Nguyễn");
  const AccountId account = m.account("Hoa Sen");
  const LeadId plain = m.lead("Bình", "Trần");
  m.edit(lead, {text("tags", "VIP, hội chợ")});
  m.edit(account, {text("tags", "vip, đối tác")});
  CHECK(counts(m) == "đối tác 1; hội chợ 1; VIP 2; ");

  const std::string before = m.dump();
  const Outcome renamed = m.must(RenameTag{"vip", "Thân thiết"});
  CHECK(renamed.done == msg("done.tag_renamed", std::string("vip"), std::string("Thân thiết"), std::int64_t{2}));
  CHECK(tags_of(m.get(lead).tags) == "hội chợ, Thân thiết");
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");

  CHECK(m.must(RenameTag{"hội chợ", "đối tác"}).done.key == "done.tag_merged");
  CHECK(tags_of(m.get(lead).tags) == "đối tác, VIP");
  CHECK(counts(m) == "đối tác 2; VIP 2; ");
  CHECK(m.must(RenameTag{"VIP", ""}).done.key == "done.tag_deleted");
  CHECK(tags_of(m.get(account).tags) == "đối tác");
  CHECK(m.get(plain).tags.items.empty());
  REQUIRE(m->undo());
  REQUIRE(m->undo());
  CHECK(m.difference(before) == "");

  CHECK(m.refused(RenameTag{"không có", "x"}).code == ErrorCode::not_found);
  CHECK(m.refused(RenameTag{"vip", " , "}).detail == "to");
}

TEST_CASE("somebody else becomes me: new records are theirs, and nobody is twice") {
  MemorySession m;
  const OwnerId lan = m.save<Owner>({text("name", "Lan")});
  const OwnerId me = m->me().id;
  m.edit(lan, {number("is_me", 1)});
  CHECK(m->me().id == lan);
  CHECK_FALSE(m.get(me).is_me);
  CHECK(m.get(m.lead("An", "Nguyễn")).owner_id == lan);
  CHECK(m.refused(SaveRecord{Entity::owner, lan.uuid, {number("retired", 1)}}).code == ErrorCode::refused);
  m.edit(me, {number("retired", 1)});
  CHECK(m.get(me).retired);
}

TEST_CASE("a rate belongs to the main currency of its day, and stands once a day") {
  MemorySession m;
  const std::vector<FieldValue> dollar{text("currency", "USD"), text("rate", "25400.5"), text("rate_date", "2026-11-01")};
  const auto id = m.save<Rate>(dollar);
  CHECK(m.get(id).main_currency == "VND");
  CHECK(m.refused(SaveRecord{Entity::rate, {}, dollar}).code == ErrorCode::conflict);
  const auto refused = [&](const char* currency, const char* rate) {
    return m.refused(SaveRecord{Entity::rate, {}, {text("currency", currency), text("rate", rate), text("rate_date", "2026-11-02")}}).detail;
  };
  CHECK(refused("VND", "2") == "currency");
  CHECK(refused("ABC", "2") == "currency");
  CHECK(refused("EUR", "0") == "rate");
  CHECK(refused("EUR", "25,400") == "rate");
  m.edit(id, {text("rate", "25500")});
  CHECK(m.get(id).rate == "25500");
  m.must(DeleteRecords{Entity::rate, {id.uuid}});
  CHECK_FALSE(m.there(id));
  REQUIRE(m->undo());
  CHECK(m.get(id).rate == "25500");
}

TEST_CASE("everything erased: as on the first day, and nothing takes it back") {
  MemorySession m;
  const std::string first_day = m.dump();
  m.qualified_lead();
  m.opportunity("Pumps", m.account("ACME"));
  m.save<Choice>({text("list", "source"), text("name", "Zalo")});
  REQUIRE(m->erase_everything());
  CHECK(m.all<Lead>().empty());
  CHECK(m.all<Opportunity>().empty());
  CHECK(m.all<StageVisit>().empty());
  CHECK(m.all<Stage>().size() == 6);
  CHECK(m.dump().size() == first_day.size());
  CHECK_FALSE(m->undo_label());
  CHECK_FALSE(m->undo());
  CHECK(store::latest_transactions(m.db, 10)->size() == 1);
  m.qualified_lead();
  CHECK(m.all<Lead>().size() == 1);
  m->set_access(Access::reader);
  CHECK(m->erase_everything().error().code == ErrorCode::read_only);
  CHECK(m.all<Lead>().size() == 1);
}
