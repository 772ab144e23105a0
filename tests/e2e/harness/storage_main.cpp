// The store, saving and the browser's persistence without the rest of the product, for tests that break them: a table of leads, a
// full-text index over it and a log of edits that must agree with each other at every start.
#include <emscripten/em_macros.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "core/store/database.h"
#include "core/store/saving.h"
#include "core/store/sql_transaction.h"
#include "web/platform/browser_persistence.h"

using namespace cohoi;
using namespace cohoi::store;

namespace {

constexpr int leads = 20000;

struct Harness {
  platform::BrowserPersistence persistence;
  std::optional<Database> db;
  std::unique_ptr<Saving> saving;
  platform::BrowserPersistence::Started started;
  std::string said;
  int reloads = 0;
  bool ready = false;
};

Harness& harness() {
  static Harness instance;
  return instance;
}

DatabasePorts ports() {
  return {.unix_ms =
              [] {
                const auto now = std::chrono::system_clock::now().time_since_epoch();
                return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
              },
          .random_bytes = [](std::span<std::byte> bytes) { static_cast<void>(getentropy(bytes.data(), bytes.size())); }};
}

Status make_schema(Database& db) {
  if (db.query_integer("SELECT count(*) FROM sqlite_schema WHERE name='lead'").value_or(0) == 1) return {};
  COHOI_TRY(auto transaction, SqlTransaction::begin(db));
  COHOI_CHECK(
      db.exec("CREATE TABLE lead(id INTEGER PRIMARY KEY, name TEXT, status INTEGER, value INTEGER, noise BLOB);"
              "CREATE INDEX lead_status ON lead(status, name);"
              "CREATE TABLE op(seq INTEGER PRIMARY KEY, lead INTEGER, value INTEGER);"
              "CREATE TABLE words(name TEXT, lead INTEGER, PRIMARY KEY(name, lead)) WITHOUT ROWID;"));
  for (int id = 1; id <= leads; ++id)
    COHOI_CHECK(db.run("INSERT INTO lead(id, name, status, value) VALUES(?,?,?,0)", id, "Khách " + std::to_string(id * 7919 % leads),
                       id % 7));
  COHOI_CHECK(db.exec("INSERT INTO words SELECT name, id FROM lead"));
  return transaction.commit();
}

// One edit as the product makes them: a record, its index, its words, its log row.
Status edit_once(Database& db, std::int64_t seq) {
  const std::int64_t id = 1 + seq * 104729 % leads;
  COHOI_TRY(auto read, db.prepare("SELECT name FROM lead WHERE id=?"));
  read.bind(id);
  COHOI_TRY(const bool found, read.step());
  if (!found) return fail(ErrorCode::not_found, msg("store.no_row"));
  const std::string before(read.text(0));
  read.reset();
  const std::string after = "Khách " + std::to_string(seq) + " sửa";
  COHOI_CHECK(db.run("DELETE FROM words WHERE lead=? AND name=?", id, before));
  COHOI_CHECK(db.run("UPDATE lead SET name=?, status=?, value=? WHERE id=?", after, seq % 7, seq, id));
  COHOI_CHECK(db.run("INSERT INTO words(lead, name) VALUES(?,?)", id, after));
  return db.run("INSERT INTO op(seq, lead, value) VALUES(?,?,?)", seq, id, seq);
}

Status whole(Database& db) {
  COHOI_CHECK(db.check_integrity());
  COHOI_TRY(const auto wordless, db.query_integer("SELECT abs((SELECT count(*) FROM words) - (SELECT count(*) FROM lead)) +"
                                                  " (SELECT count(*) FROM lead l WHERE NOT EXISTS(SELECT 1 FROM words w WHERE "
                                                  "w.name=l.name AND w.lead=l.id))"));
  if (wordless != 0) return fail(ErrorCode::corrupt, msg("store.corrupt"), std::to_string(wordless) + " records disagree with their words");
  COHOI_TRY(const auto gaps, db.query_integer("SELECT coalesce(max(seq),0)-count(*) FROM op"));
  if (gaps != 0) return fail(ErrorCode::corrupt, msg("store.corrupt"), std::to_string(gaps) + " operations missing");
  COHOI_TRY(const auto wrong, db.query_integer("SELECT count(*) FROM lead WHERE value <> coalesce((SELECT max(value) FROM op "
                                               "WHERE op.lead=lead.id),0)"));
  if (wrong != 0) return fail(ErrorCode::corrupt, msg("store.corrupt"), std::to_string(wrong) + " records disagree with the log");
  return {};
}

const char* say(const Status& status) {
  harness().said = status ? "ok" : status.error().message.key + " | " + status.error().detail;
  return harness().said.c_str();
}

void started(const platform::BrowserPersistence::Started& how) {
  Harness& h = harness();
  h.started = how;
  auto opened = Database::open(platform::BrowserPersistence::folder, ports(),
                               how.role == Role::writer ? OpenMode::read_write : OpenMode::read_only);
  if (!opened) {
    say(fail(opened.error()));
    h.ready = true;
    return;
  }
  h.db.emplace(*std::move(opened));
  h.saving = std::make_unique<Saving>(*h.db, h.persistence, how.role);
  h.saving->on_reloaded([] { ++harness().reloads; });
  h.persistence.listen(h.saving.get());
  if (how.role == Role::writer) {
    say(make_schema(*h.db));
    h.saving->committed();
  }
  h.ready = true;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int t_ready() { return harness().ready ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE const char* t_said() { return harness().said.c_str(); }
EMSCRIPTEN_KEEPALIVE int t_healed() { return harness().started.healed ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int t_wiped() { return harness().started.wiped ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE const char* t_start_error() {
  return harness().started.error ? harness().started.error->detail.c_str() : "";
}
// The number of the edit, 0 when it was refused.
EMSCRIPTEN_KEEPALIVE int t_edit(int count) {
  Harness& h = harness();
  std::int64_t seq = 0;
  const Status done = [&]() -> Status {
    COHOI_TRY(auto transaction, SqlTransaction::begin(*h.db));
    COHOI_TRY(seq, h.db->query_integer("SELECT coalesce(max(seq),0) FROM op"));
    for (int i = 0; i < count; ++i) COHOI_CHECK(edit_once(*h.db, ++seq));
    return transaction.commit();
  }();
  say(done);
  if (!done) return 0;
  h.saving->committed();
  return static_cast<int>(seq);
}
// Fills so many records with bytes that cannot be compressed.
EMSCRIPTEN_KEEPALIVE int t_fill(int kilobytes) {
  Harness& h = harness();
  std::string noise(1024, '\0');
  const Status done = [&]() -> Status {
    COHOI_TRY(auto transaction, SqlTransaction::begin(*h.db));
    COHOI_TRY(auto update, h.db->prepare("UPDATE lead SET noise=? WHERE id=?"));
    for (int i = 1; i <= kilobytes; ++i) {
      for (std::size_t at = 0; at < noise.size(); at += 256) static_cast<void>(getentropy(noise.data() + at, 256));
      update.bind_blob(1, noise).bind_at(2, i);
      COHOI_CHECK(update.run());
    }
    return transaction.commit();
  }();
  say(done);
  h.saving->committed();
  return done ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int t_ops() {
  return static_cast<int>(harness().db->query_integer("SELECT count(*) FROM op").value_or(-1));
}
EMSCRIPTEN_KEEPALIVE const char* t_check() { return say(whole(*harness().db)); }
EMSCRIPTEN_KEEPALIVE int t_saved() { return static_cast<int>(harness().saving->status().saved); }
EMSCRIPTEN_KEEPALIVE int t_committed() { return static_cast<int>(harness().saving->status().committed); }
// "saved", "saving", "not_saved"
EMSCRIPTEN_KEEPALIVE const char* t_state() {
  switch (harness().saving->status().state) {
    case SaveState::saved: return "saved";
    case SaveState::saving: return "saving";
    case SaveState::not_saved: break;
  }
  return "not_saved";
}
EMSCRIPTEN_KEEPALIVE const char* t_why() {
  const auto& why = harness().saving->status().why;
  harness().said = why ? why->message.key + " | " + why->detail : "";
  return harness().said.c_str();
}
EMSCRIPTEN_KEEPALIVE const char* t_role() { return harness().saving->status().role == Role::writer ? "writer" : "reader"; }
EMSCRIPTEN_KEEPALIVE int t_open() { return harness().db && harness().db->is_open() && !harness().saving->status().reloading ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int t_reloads() { return harness().reloads; }
EMSCRIPTEN_KEEPALIVE int t_restored() { return harness().started.restored ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int t_doubled() { return harness().started.doubled ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void t_restore_copy() {
  Harness& h = harness();
  say(h.db->close());
  h.persistence.restore_copy([](const Status& done) {
    const Status opened = done ? harness().db->reopen(OpenMode::read_write) : done;
    say(opened);
    ++harness().reloads;
  });
}
EMSCRIPTEN_KEEPALIVE void t_take_over() { harness().saving->take_over(); }
EMSCRIPTEN_KEEPALIVE void t_try_again() { harness().saving->try_again(); }
}

int main() {
  harness().persistence.start(started);
  return 0;
}
