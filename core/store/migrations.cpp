#include "core/store/migrations.h"

#include <array>

#include "core/store/derived_rebuild.h"
#include "core/store/migrations_0001.h"
#include "core/store/migrations_0002.h"
#include "core/store/migrations_0003.h"
#include "core/store/migrations_0004.h"
#include "core/store/migrations_0005.h"
#include "core/store/sql_transaction.h"

namespace cohoi::store {
namespace {

struct FileState {
  std::int64_t version = 0;
  bool empty = false;  // no tables at all
};

// Corrupt when the file is not ours or newer than `newest`. Ours has no triggers and no views: they would act in our name later.
Result<FileState> inspect(Database& db, std::int64_t newest) {
  FileState state;
  COHOI_TRY(state.version, db.query_integer("PRAGMA user_version"));
  COHOI_TRY(const auto application, db.query_integer("PRAGMA application_id"));
  COHOI_TRY(const auto objects, db.query_integer("SELECT count(*) FROM sqlite_schema"));
  state.empty = objects == 0 && state.version == 0 && application == 0;
  COHOI_TRY(const auto strange, db.query_integer("SELECT count(*) FROM sqlite_schema WHERE type IN('trigger','view')"));
  if (!state.empty && (application != application_id || strange > 0))
    return fail(ErrorCode::corrupt, msg("store.foreign_file"), "application_id " + std::to_string(application));
  if (state.version > newest)
    return fail(ErrorCode::corrupt, msg("store.newer_file"),
                "version " + std::to_string(state.version) + ", this program knows " + std::to_string(newest));
  return state;
}

}  // namespace

std::span<const Migration> migrations() {
  static constexpr std::array<Migration, 5> steps{
      {{1, migration_0001}, {2, migration_0002}, {3, migration_0003}, {4, migration_0004}, {5, migration_0005}}};
  return steps;
}

Status migrate(Database& db) {
  COHOI_CHECK(migrate(db, migrations()));
  return refresh_derived_tables(db);
}

Status migrate(Database& db, std::span<const Migration> steps) {
  COHOI_TRY(const FileState state, inspect(db, steps.empty() ? 0 : steps.back().number));
  for (const Migration& step : steps) {
    if (step.number <= state.version) continue;
    COHOI_TRY(auto transaction, SqlTransaction::begin(db));
    if (state.empty) COHOI_CHECK(db.exec("PRAGMA application_id=" + std::to_string(application_id)));
    COHOI_CHECK(db.exec(step.sql));
    COHOI_CHECK(db.exec("PRAGMA user_version=" + std::to_string(step.number)));
    COHOI_CHECK(transaction.commit());
  }
  return {};
}

Status adopt(Database& db) {
  COHOI_TRY(const FileState state, inspect(db, migrations().back().number));
  if (state.empty) return fail(ErrorCode::corrupt, msg("store.foreign_file"), "no tables");
  return migrate(db);
}

Status check_version(Database& db) {
  const std::int64_t newest = migrations().back().number;
  COHOI_TRY(const FileState state, inspect(db, newest));
  if (state.version < newest)
    return fail(ErrorCode::conflict, msg("store.older_file"), "version " + std::to_string(state.version));
  return {};
}

}  // namespace cohoi::store
