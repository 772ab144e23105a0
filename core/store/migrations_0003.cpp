#include "core/store/migrations_0003.h"

namespace cohoi::store {

// The values stand with their record, so that whatever moves, copies or takes back a record takes them along (custom_field.h).
const char migration_0003[] = R"sql(
CREATE TABLE custom_field(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "record_kind" TEXT, "key" TEXT, "name" TEXT, "value_type" TEXT, "choices" TEXT,
  "position" INTEGER, "retired" INTEGER
);
ALTER TABLE lead ADD COLUMN "custom" TEXT;
ALTER TABLE opportunity ADD COLUMN "custom" TEXT;
ALTER TABLE account ADD COLUMN "custom" TEXT;
ALTER TABLE contact ADD COLUMN "custom" TEXT;
)sql";

}  // namespace cohoi::store
