#include "core/store/search_index.h"

namespace cohoi::store {
namespace {

Status forget_words(Database& db, std::int64_t rid, std::string_view folded) {
  return db.run("INSERT INTO search_fts(search_fts, rowid, folded) VALUES('delete', ?, ?)", rid, folded);
}

Status learn_words(Database& db, std::int64_t rid, std::string_view folded) {
  return db.run("INSERT INTO search_fts(rowid, folded) VALUES(?, ?)", rid, folded);
}

void bind_keys(Statement& statement, int index, const SearchText& text) {
  statement.bind_blob(index, text.sort_key);
  if (text.given_key.empty())
    statement.bind_at(index + 1, nullptr);
  else
    statement.bind_blob(index + 1, text.given_key);
}

}  // namespace

Status insert_search(Database& db, Entity entity, std::int64_t rid, const Uuid& id, const SearchText& text) {
  const std::int64_t at = search_rid(entity, rid);
  COHOI_TRY(Statement row, db.prepare("INSERT INTO search(rid, entity, id, title, folded, sort_key, given_key) VALUES(?,?,?,?,?,?,?)"));
  row.bind(at, static_cast<int>(entity), id.to_string(), text.title, text.folded);
  bind_keys(row, 6, text);
  COHOI_CHECK(row.run());
  return learn_words(db, at, text.folded);
}

Status update_search(Database& db, Entity entity, std::int64_t rid, const Uuid& id, const SearchText& text) {
  const std::int64_t at = search_rid(entity, rid);
  SearchText old;
  {
    COHOI_TRY(Statement row, db.prepare("SELECT title, folded, sort_key, given_key, id FROM search WHERE rid=?"));
    row.bind(at);
    COHOI_TRY(const bool there, row.step());
    if (!there) return insert_search(db, entity, rid, id, text);
    old = {std::string(row.text(0)), std::string(row.text(1)), std::string(row.blob(2)), std::string(row.blob(3))};
    if (old == text && row.text(4) == id.to_string()) return {};
  }
  if (old.folded != text.folded) {
    COHOI_CHECK(forget_words(db, at, old.folded));
    COHOI_CHECK(learn_words(db, at, text.folded));
  }
  COHOI_TRY(Statement row, db.prepare("UPDATE search SET id=?, title=?, folded=?, sort_key=?, given_key=? WHERE rid=?"));
  row.bind(id.to_string(), text.title, text.folded);
  bind_keys(row, 4, text);
  row.bind_at(6, at);
  return row.run();
}

Status remove_search(Database& db, Entity entity, std::int64_t rid) {
  const std::int64_t at = search_rid(entity, rid);
  std::string folded;
  {
    COHOI_TRY(Statement row, db.prepare("SELECT folded FROM search WHERE rid=?"));
    row.bind(at);
    COHOI_TRY(const bool there, row.step());
    if (!there) return {};
    folded = row.text(0);
  }
  COHOI_CHECK(forget_words(db, at, folded));
  return db.run("DELETE FROM search WHERE rid=?", at);
}

Result<std::string> account_name_of(Database& db, const AccountId& account) {
  if (account.empty()) return std::string{};
  COHOI_TRY(Statement row, db.prepare("SELECT name FROM account WHERE id=?"));
  row.bind(account.to_string());
  COHOI_TRY(const bool there, row.step());
  return there ? std::string(row.text(0)) : std::string{};
}

Result<bool> merge_search_when_idle(Database& db, int pages) {
  // FTS5 tells by the number of changed rows whether it did anything: fewer than two means it did not.
  const std::int64_t before = db.total_changes();
  COHOI_CHECK(db.run("INSERT INTO search_fts(search_fts, rank) VALUES('merge', ?)", pages));
  return db.total_changes() - before >= 2;
}

}  // namespace cohoi::store
