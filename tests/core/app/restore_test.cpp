#include "core/app/restore.h"

#include "core/base/text.h"
#include "core/store/records_json.h"
#include "tests/core/store/temp_folder.h"
#include "tests/support/memory_session.h"
#include "tests/support/random_text.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

// A product whose data lie in files, as a backup needs them.
struct Device {
  explicit Device(std::uint64_t seed = 1) : m(seed, folder.inside("data.d")), restore(*m, [] { return store::DatabasePorts{}; }) {}

  tests::TempFolder folder;
  MemorySession m;
  app::Restore restore;

  [[nodiscard]] std::string as_json() {
    std::string file;
    REQUIRE(store::write_records_json(m.db, [&](std::string_view piece) -> Status {
      file += piece;
      return {};
    }));
    return file;
  }
  [[nodiscard]] std::string as_database() {
    std::string file;
    REQUIRE(store::export_database(m.db, [&](std::span<const std::byte> piece) -> Status {
      file.append(reinterpret_cast<const char*>(piece.data()), piece.size());
      return {};
    }));
    return file;
  }
  [[nodiscard]] Result<app::Restore::Facts> open(const std::string& file) { return restore.open(std::as_bytes(std::span(file))); }
  void take(const std::string& file) {
    const auto facts = open(file);
    REQUIRE_MESSAGE(facts, (facts ? std::string() : facts.error().message.key + " " + facts.error().detail));
    REQUIRE(restore.replace());
    REQUIRE(m->reload());
  }
};

// Records with texts of every kind, as random as they may be.
void fill(MemorySession& m, std::uint64_t seed) {
  SeededBits bits(seed);
  const auto word = [&] {
    std::string made = tidy(random_text(bits));
    return made.empty() ? std::string("x") : made;
  };
  for (int i = 0; i < 6; ++i) {
    const AccountId account = m.account(word());
    m.edit(account, {text("city", word()), text("notes", word() + "\n" + word()), vnd("revenue", static_cast<std::int64_t>(bits.below(1'000'000'000)))});
    const ContactId contact = m.contact(word(), word(), account);
    m.edit(contact, {number("do_not_call", static_cast<std::int64_t>(bits.below(2)))});
    const LeadId lead = m.lead(word(), word(), word());
    m.answer(lead, "need", Answer::yes, word());
    m.done(ActivityKind::call, contact);
  }
  m.convert(m.qualified_lead());
}

}  // namespace

TEST_CASE("everything as JSON and back, or as SQLite and back, gives the same tables, whatever the texts are") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Device from(seed);
    fill(from.m, seed * 31);
    Device json(seed + 100);
    json.take(from.as_json());
    CHECK(json.m.difference(from.m.dump()) == "");
    Device database(seed + 200);
    database.take(from.as_database());
    CHECK(database.m.difference(from.m.dump()) == "");
    CHECK(database.as_json() == from.as_json());
  }
}

TEST_CASE("sample data of both languages survive the way out and in") {
  for (const Language language : {Language::vi, Language::en}) {
    Device from;
    from.m.must(app::LoadSampleData{language});
    Device to(2);
    to.take(from.as_json());
    CHECK(to.m.difference(from.m.dump()) == "");
    CHECK(store::search(to.m.db, "an", 5)->size() == store::search(from.m.db, "an", 5)->size());
  }
}

TEST_CASE("what was wiped comes back from its own backup") {
  Device device;
  fill(device.m, 5);
  const std::string before = device.m.dump();
  const std::string file = device.as_json();
  REQUIRE(device.m->erase_everything());
  device.take(file);
  CHECK(device.m.difference(before) == "");
}

TEST_CASE("a backup added beside brings what is missing, leaves what is here, and goes again as one step") {
  Device from;
  const AccountId shared = from.m.account("Ánh Dương");
  const std::string early = from.as_json();
  from.m.contact("Văn An", "Nguyễn", shared);
  from.m.edit(shared, {text("name", "Ánh Dương cũ")});
  const std::string late = from.as_json();

  for (const bool as_database : {false, true}) {
    Device here(7);
    here.take(early);
    here.m.edit(shared, {text("city", "Huế")});
    here.m.account("Sao Mai");
    const std::string before = here.m.dump();
    const auto facts = here.open(as_database ? from.as_database() : late);
    REQUIRE(facts);
    CHECK(facts->records == 2);
    CHECK(facts->missing == 1);
    CHECK(facts->here == 2);
    const auto added = here.restore.add();
    REQUIRE(added);
    CHECK(*added == 1);
    CHECK(here.m.get(shared).name == "Ánh Dương");
    CHECK(here.m.get(shared).city == "Huế");
    REQUIRE(here.m.all<Contact>().size() == 1);
    CHECK(here.m.all<Contact>().front().account_id == shared);
    int selves = 0;
    for (const Owner& owner : here.m.all<Owner>()) selves += owner.is_me ? 1 : 0;
    CHECK(selves == 1);
    REQUIRE(here.m->undo());
    CHECK(here.m.difference(before) == "");
  }
}

TEST_CASE("a damaged, cut, foreign or newer file is refused with its place, and nothing changes") {
  Device from;
  fill(from.m, 3);
  const std::string json = from.as_json();
  Device here(9);
  here.m.account("Sao Mai");
  const std::string before = here.m.dump();
  const auto refusal = [&](const std::string& file) {
    const auto facts = here.open(file);
    REQUIRE_FALSE(facts);
    CHECK_FALSE(here.restore.replace());
    CHECK_FALSE(here.restore.add());
    CHECK(here.m.difference(before) == "");
    return facts.error().message;
  };
  std::string damaged = json;
  const std::size_t third_line = damaged.find('\n', damaged.find('\n') + 1) + 1;
  damaged[third_line + 3] = '?';
  CHECK(refusal(damaged) == msg("store.json_line", std::string("3")));
  CHECK(refusal(json.substr(0, json.size() - 4)).key == "store.cut_off");
  CHECK(refusal(json.substr(0, json.size() / 2)).key.starts_with("store."));
  CHECK(refusal("{\"type\":\"FeatureCollection\"}").key == "store.foreign_file");
  CHECK(refusal("hello").key == "store.not_a_database");
  std::string newer = json;
  newer.replace(newer.find("\"version\":1"), 11, "\"version\":2");
  CHECK(refusal(newer).key == "store.newer_file");
  std::string twice = json;
  const std::size_t line_end = twice.find('\n', third_line);
  twice.insert(line_end + 1, twice.substr(third_line, line_end + 1 - third_line));
  CHECK(refusal(twice).key == "store.json_line");
  std::string unknown = json;
  unknown.replace(unknown.find("\"values\":{\""), 11, "\"values\":{\"x");
  CHECK(refusal(unknown).key == "store.json_line");
}

TEST_CASE("a page that only reads takes in no backup") {
  Device from;
  fill(from.m, 4);
  Device here(11);
  here.m->set_access(app::Access::reader);
  const auto facts = here.open(from.as_json());
  REQUIRE_FALSE(facts);
  CHECK(facts.error().code == ErrorCode::read_only);
}
