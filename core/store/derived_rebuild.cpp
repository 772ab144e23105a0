// The derived tables made anew from the records: for a file whose derived tables are of an older program, or damaged.
#include "core/store/derived_rebuild.h"

#include "core/store/list_cache.h"
#include "core/store/match_index.h"
#include "core/store/schema.h"
#include "core/store/search_index.h"
#include "core/store/sql_transaction.h"

namespace cohoi::store {
namespace {

// Raised whenever folding, collation, matching or the shape of what is derived from them changes.
constexpr std::string_view derived_version = "2";

template <class T>
Status learn(Database& db, std::int64_t rid, const T& record) {
  if constexpr (std::is_same_v<T, Opportunity>) {
    COHOI_TRY(const std::string account, account_name_of(db, record.account_id));
    COHOI_CHECK(insert_search(db, T::entity, rid, search_text(record, account)));
  } else {
    COHOI_CHECK(insert_search(db, T::entity, rid, search_text(record)));
  }
  if constexpr (requires { match_set(record); })
    COHOI_CHECK(update_match_keys(db, T::entity, rid, {}, match_set(record)));
  return {};
}

template <class T>
Status learn_all(Database& db) {
  COHOI_TRY(Statement rows, db.prepare(table_of(T::entity).select));
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return {};
    COHOI_CHECK(learn(db, rows.integer(0), read_record<T>(rows)));
  }
}

}  // namespace

Status rebuild_derived_tables(Database& db) {
  COHOI_TRY(auto savepoint, Savepoint::begin(db, "derived"));
  COHOI_CHECK(
      db.exec("DELETE FROM search; DELETE FROM title_order; DELETE FROM match_key; DELETE FROM lead_facts;"
              // The facts of leads depend on the day: refresh_lead_facts makes them when it finds nothing known.
              "DELETE FROM meta WHERE key LIKE 'lead_facts.%'"));
  db.lists().clear();  // a table emptied whole tells of no row
  db.words().clear();
  COHOI_CHECK(learn_all<Account>(db));
  COHOI_CHECK(learn_all<Contact>(db));
  COHOI_CHECK(learn_all<Lead>(db));
  COHOI_CHECK(learn_all<Opportunity>(db));
  COHOI_CHECK(learn_all<Product>(db));
  COHOI_CHECK(learn_all<Activity>(db));
  COHOI_CHECK(db.run("INSERT OR REPLACE INTO meta(key, value) VALUES('derived', ?)", derived_version));
  return savepoint.commit();
}

Status refresh_derived_tables(Database& db) {
  bool current = false;
  {
    COHOI_TRY(Statement known, db.prepare("SELECT value FROM meta WHERE key='derived'"));
    COHOI_TRY(const bool there, known.step());
    current = there && known.text(0) == derived_version;
  }
  return current ? Status{} : rebuild_derived_tables(db);
}

}  // namespace cohoi::store
