#include "core/store/saving.h"

#include <doctest/doctest.h>

#include <deque>
#include <fstream>
#include <utility>
#include <vector>

#include "core/store/sql_transaction.h"
#include "tests/core/store/temp_folder.h"

using namespace cohoi::store;
using cohoi::Error;
using cohoi::ErrorCode;
using cohoi::msg;
using cohoi::Status;
using cohoi::tests::TempFolder;

namespace {

// A browser's store that answers when the test says so. What is saved is kept as files' contents, by chunk.
class FakePersistence final : public Persistence {
 public:
  struct Save {
    ChunkBatch batch;
    std::vector<std::string> contents;
    Urgency urgency;
    Done done;
  };

  void save(const ChunkFiles& files, const ChunkBatch& batch, Urgency urgency, Done done) override {
    Save save{batch, {}, urgency, std::move(done)};
    for (const std::uint32_t index : batch.written) save.contents.push_back(contents_of(files.chunk_path(index)));
    saves.push_back(std::move(save));
  }
  void reload(Done done) override { reloads.push_back(std::move(done)); }
  void ask_for_writing() override { ++asked; }
  void call_after(int milliseconds, std::function<void()> callback) override {
    timers.emplace_back(milliseconds, std::move(callback));
  }

  // The oldest save arrives, or fails.
  void arrive() {
    const Save save = take();
    for (std::size_t i = 0; i < save.batch.written.size(); ++i) put(save.batch.written[i], save.contents[i]);
    for (const std::uint32_t index : save.batch.removed) put(index, {});
    save.done(Status{});
  }
  void refuse(ErrorCode code) { take().done(cohoi::fail(code, msg("saving.why.failed"))); }
  Save take() {
    Save save = std::move(saves.front());
    saves.pop_front();
    return save;
  }

  void write_to(const std::string& folder) const {
    mkdir(folder.c_str(), 0777);
    for (std::size_t i = 0; i < stored.size(); ++i) {
      if (stored[i].empty()) continue;
      std::string name = std::to_string(i);
      name.insert(0, 6 - name.size(), '0');
      std::ofstream(folder + "/" + name, std::ios::binary) << stored[i];
    }
  }

  std::deque<Save> saves;
  std::deque<Done> reloads;
  std::vector<std::pair<int, std::function<void()>>> timers;
  std::vector<std::string> stored;
  int asked = 0;

 private:
  static std::string contents_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void put(std::uint32_t index, const std::string& contents) {
    if (stored.size() <= index) stored.resize(index + 1);
    stored[index] = contents;
  }
};

struct Page {
  explicit Page(Role role = Role::writer, const std::string& name = "crm.d")
      : db(open(folder.inside(name), role)), saving(db, persistence, role) {}

  static Database open(const std::string& path, Role role) {
    auto opened = Database::open(path, {}, role == Role::writer ? OpenMode::read_write : OpenMode::read_only);
    REQUIRE(opened);
    return *std::move(opened);
  }
  void edit(const std::string& name) {
    REQUIRE(db.exec("CREATE TABLE IF NOT EXISTS item(name); INSERT INTO item VALUES('" + name + "')"));
    saving.committed();
  }
  std::int64_t rows() {
    const auto count = db.query_integer("SELECT count(*) FROM item");
    REQUIRE(count);
    return *count;
  }
  // What a new start would find.
  std::int64_t stored_rows() {
    static_cast<void>(remove_chunk_folder(folder.inside("later.d")));
    persistence.write_to(folder.inside("later.d"));
    auto later = Database::open(folder.inside("later.d"), {});
    REQUIRE(later);
    REQUIRE(later->check_integrity());
    const auto count = later->query_integer("SELECT count(*) FROM item");
    return count ? *count : -1;
  }

  TempFolder folder;
  Database db;
  FakePersistence persistence;
  Saving saving;
};

}  // namespace

TEST_CASE("saving: Saved is said only after the store answered") {
  Page page;
  CHECK(page.saving.status().state == SaveState::saved);
  page.edit("a");
  CHECK(page.saving.status().state == SaveState::saving);
  CHECK_FALSE(page.saving.all_saved());
  page.persistence.arrive();
  CHECK(page.saving.status().state == SaveState::saved);
  CHECK(page.saving.all_saved());
  CHECK(page.stored_rows() == 1);
}

TEST_CASE("saving: commits during a save travel together in the next") {
  Page page;
  page.edit("a");
  page.edit("b");
  page.edit("c");
  REQUIRE(page.persistence.saves.size() == 1);
  page.persistence.arrive();
  CHECK(page.saving.status().state == SaveState::saving);
  CHECK(page.saving.status().saved == 1);
  CHECK(page.stored_rows() == 1);
  REQUIRE(page.persistence.saves.size() == 1);
  page.persistence.arrive();
  CHECK(page.saving.status().state == SaveState::saved);
  CHECK(page.stored_rows() == 3);
  CHECK(page.persistence.saves.empty());
}

TEST_CASE("saving: an error stays said until a later save succeeds, and nothing of it is lost") {
  Page page;
  page.edit("a");
  page.persistence.refuse(ErrorCode::io);
  CHECK(page.saving.status().state == SaveState::not_saved);
  REQUIRE(page.saving.status().why);
  REQUIRE(page.persistence.timers.size() == 1);
  CHECK(page.persistence.timers[0].first == 1000);

  SUBCASE("by the timer, with growing pauses") {
    page.persistence.timers[0].second();
    CHECK(page.saving.status().state == SaveState::not_saved);
    page.persistence.refuse(ErrorCode::io);
    REQUIRE(page.persistence.timers.size() == 2);
    CHECK(page.persistence.timers[1].first == 2000);
    page.persistence.timers[1].second();
    page.persistence.arrive();
    CHECK(page.stored_rows() == 1);
  }
  SUBCASE("at the next edit; the timer then has nothing left to do") {
    page.edit("b");
    CHECK(page.saving.status().state == SaveState::not_saved);
    page.persistence.arrive();
    CHECK(page.stored_rows() == 2);
    page.persistence.timers[0].second();
    CHECK(page.persistence.saves.empty());
  }
  SUBCASE("by hand") {
    page.saving.try_again();
    page.persistence.arrive();
    CHECK(page.stored_rows() == 1);
  }
  CHECK(page.saving.status().state == SaveState::saved);
  CHECK_FALSE(page.saving.status().why);
}

TEST_CASE("saving: a store that was emptied gets everything again") {
  Page page;
  page.edit("a");
  page.persistence.arrive();
  page.persistence.stored.clear();
  page.edit("b");
  page.persistence.refuse(ErrorCode::not_found);
  REQUIRE(page.persistence.saves.size() == 1);
  page.persistence.arrive();
  CHECK(page.saving.status().state == SaveState::saved);
  CHECK(page.stored_rows() == 2);
}

TEST_CASE("saving: nothing is taken inside a transaction") {
  Page page;
  page.edit("a");
  page.persistence.arrive();
  {
    auto transaction = SqlTransaction::begin(page.db);
    REQUIRE(transaction);
    REQUIRE(page.db.exec("INSERT INTO item VALUES('b')"));
    page.saving.hiding(true);
    CHECK(page.persistence.saves.empty());
    REQUIRE(transaction->commit());
  }
  page.saving.committed();
  CHECK(page.persistence.saves.size() == 1);
}

TEST_CASE("saving: a page that goes away sends one last save with all that is not durable yet") {
  Page page;
  page.edit("a");
  page.edit("b");
  page.saving.hiding(true);
  REQUIRE(page.persistence.saves.size() == 2);
  CHECK(page.persistence.saves[1].urgency == Urgency::last);
  // The first one never arrives; the last alone is whole.
  const auto first = page.persistence.take();
  page.persistence.arrive();
  CHECK(page.stored_rows() == 2);
  CHECK(page.saving.status().state == SaveState::saved);
  first.done(cohoi::fail(ErrorCode::io, msg("saving.why.failed")));
  CHECK(page.saving.status().state == SaveState::saved);
  // A field committed by the same event, only later, is not forgotten.
  page.edit("c");
  REQUIRE(page.persistence.saves.size() == 1);
  CHECK(page.persistence.saves[0].urgency == Urgency::last);
}

TEST_CASE("saving: a page another one has overtaken says what it lost and goes on as a reader") {
  Page page;
  int reloaded = 0;
  page.saving.on_reloaded([&] { ++reloaded; });
  page.edit("a");
  page.persistence.refuse(ErrorCode::read_only);
  CHECK(page.saving.status().role == Role::reader);
  CHECK(page.saving.status().state == SaveState::not_saved);
  CHECK_FALSE(page.db.is_open());
  REQUIRE(page.persistence.reloads.size() == 1);
  page.persistence.reloads.front()(Status{});
  CHECK(reloaded == 1);
  CHECK(page.saving.status().state == SaveState::not_saved);
  const auto refused = page.db.exec("INSERT INTO item VALUES('b')");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::read_only);
  page.saving.committed();
  CHECK(page.persistence.saves.empty());
}

TEST_CASE("saving: a reader follows every save of the writer, closed while the files change") {
  Page page(Role::reader);
  int reloaded = 0;
  page.saving.on_reloaded([&] { ++reloaded; });
  page.saving.changed_elsewhere();
  CHECK_FALSE(page.db.is_open());
  CHECK(page.saving.status().reloading);
  page.saving.changed_elsewhere();
  page.saving.changed_elsewhere();
  REQUIRE(page.persistence.reloads.size() == 1);

  Page writer(Role::writer, "writer.d");
  writer.edit("a");
  writer.persistence.arrive();
  writer.persistence.write_to(page.db.folder());
  page.persistence.reloads[0](Status{});
  CHECK(reloaded == 1);
  // What was told meanwhile is one more reload.
  REQUIRE(page.persistence.reloads.size() == 2);
  page.persistence.reloads[1](Status{});
  CHECK(page.rows() == 1);
  CHECK_FALSE(page.saving.status().reloading);
  CHECK(page.saving.status().role == Role::reader);
}

TEST_CASE("saving: a reader asks to write and becomes the writer on the latest state") {
  Page page(Role::reader);
  page.saving.take_over();
  CHECK(page.persistence.asked == 1);
  page.saving.role_changed(Role::writer);
  REQUIRE(page.persistence.reloads.size() == 1);
  page.persistence.reloads[0](Status{});
  page.edit("a");
  page.persistence.arrive();
  CHECK(page.stored_rows() == 1);
}

TEST_CASE("saving: the writer yields only when everything is saved") {
  Page page;
  CHECK(page.saving.may_yield());
  page.edit("a");
  CHECK_FALSE(page.saving.may_yield());
  page.persistence.arrive();
  CHECK(page.saving.may_yield());
}

TEST_CASE("saving: each state has its words") {
  SaveStatus status;
  CHECK(describe(status).key == "saving.saved");
  status.state = SaveState::saving;
  CHECK(describe(status).key == "saving.saving");
  status.state = SaveState::not_saved;
  status.why = Error{ErrorCode::io, msg("saving.why.quota"), {}, {}};
  CHECK(describe(status) == msg("saving.not_saved", std::vector{msg("saving.why.quota")}));
  CHECK(describe({.role = Role::reader}).key == "saving.reading");
}
