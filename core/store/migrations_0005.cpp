#include "core/store/migrations_0005.h"

namespace cohoi::store {

const char migration_0005[] = R"sql(
CREATE TABLE record_pair(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "kind" TEXT, "record_kind" TEXT, "first_id" TEXT, "second_id" TEXT,
  "imported_from" TEXT
);
CREATE INDEX record_pair_first ON record_pair(first_id);
CREATE INDEX record_pair_second ON record_pair(second_id);
)sql";

}  // namespace cohoi::store
