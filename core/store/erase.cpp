#include "core/store/erase.h"

#include "core/domain/entity.h"
#include "core/store/derived_rebuild.h"
#include "core/store/sql_transaction.h"

namespace cohoi::store {

Status erase_everything(Database& db) {
  {
    COHOI_TRY(auto transaction, SqlTransaction::begin(db));
    for (const std::string_view table : entity_names) COHOI_CHECK(db.exec("DELETE FROM " + std::string(table)));
    COHOI_CHECK(db.exec("DELETE FROM change_log; DELETE FROM change_transaction;"));
    COHOI_CHECK(rebuild_derived_tables(db));
    COHOI_CHECK(transaction.commit());
  }
  return db.exec("VACUUM");
}

}  // namespace cohoi::store
