#include "core/store/search_index.h"

#include <limits>
#include <optional>

#include "core/base/text.h"
#include "core/store/list_query.h"

namespace cohoi::store {
namespace {

Status insert_title(Database& db, Entity entity, std::int64_t rid, std::string_view title) {
  RowBatch row = title_rows();
  COHOI_CHECK(row.add(db, static_cast<int>(entity), RowBatch::Bytes{collation_key(title)}, rid));
  return row.write(db);
}

Status forget(Database& db, Entity entity, std::int64_t rid, std::string_view title) {
  COHOI_TRY(Statement row, db.prepare("DELETE FROM title_order WHERE entity=? AND sort_key=? AND rid=?"));
  row.bind(static_cast<int>(entity));
  row.bind_blob(2, collation_key(title));
  row.bind_at(3, rid);
  return row.run();
}

struct Known {
  std::string title, folded;
};

Result<std::optional<Known>> find_known(Database& db, std::int64_t at) {
  COHOI_TRY(Statement row, db.prepare("SELECT title, folded FROM search WHERE rid=?"));
  row.bind(at);
  COHOI_TRY(const bool there, row.step());
  if (!there) return std::nullopt;
  return Known{std::string(row.text(0)), std::string(row.text(1))};
}

}  // namespace

RowBatch search_rows() { return {"INSERT OR FAIL INTO search(rid, entity, title, folded)", 4}; }
RowBatch title_rows() { return {"INSERT OR FAIL INTO title_order(entity, sort_key, rid)", 3}; }

Status insert_search(Database& db, Entity entity, std::int64_t rid, const SearchText& text) {
  RowBatch row = search_rows();
  COHOI_CHECK(row.add(db, search_rid(entity, rid), static_cast<int>(entity), text.title, text.folded));
  COHOI_CHECK(row.write(db));
  return insert_title(db, entity, rid, text.title);
}

Status update_search(Database& db, Entity entity, std::int64_t rid, const SearchText& text) {
  const std::int64_t at = search_rid(entity, rid);
  COHOI_TRY(const auto known, find_known(db, at));
  if (!known) return insert_search(db, entity, rid, text);
  if (known->title == text.title && known->folded == text.folded) return {};
  if (known->title != text.title) {
    COHOI_CHECK(forget(db, entity, rid, known->title));
    COHOI_CHECK(insert_title(db, entity, rid, text.title));
  }
  return db.run("UPDATE search SET title=?, folded=? WHERE rid=?", text.title, text.folded, at);
}

Status remove_search(Database& db, Entity entity, std::int64_t rid) {
  const std::int64_t at = search_rid(entity, rid);
  COHOI_TRY(const auto known, find_known(db, at));
  if (!known) return {};
  COHOI_CHECK(forget(db, entity, rid, known->title));
  return db.run("DELETE FROM search WHERE rid=?", at);
}

Result<std::string> account_name_of(Database& db, const AccountId& account) {
  if (account.empty()) return std::string{};
  COHOI_TRY(Statement row, db.prepare("SELECT name FROM account WHERE id=?"));
  row.bind(account.to_string());
  COHOI_TRY(const bool there, row.step());
  return there ? std::string(row.text(0)) : std::string{};
}

Result<const SearchWords*> known_words(Database& db) {
  COHOI_CHECK(db.words().read(db, std::numeric_limits<int>::max()));
  return &db.words();
}

Result<bool> read_search_when_idle(Database& db, int rows) {
  const bool before = db.words().complete();
  COHOI_TRY(const bool more, db.words().read(db, rows));
  // A browser runs a program's functions slowly until it has seen them at work: better now than at somebody's first key stroke.
  if (!more && !before) COHOI_CHECK(search(db, "a", 1));
  return more;
}

}  // namespace cohoi::store
