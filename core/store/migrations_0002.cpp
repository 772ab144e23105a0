#include "core/store/migrations_0002.h"

namespace cohoi::store {

const char migration_0002[] = R"sql(
CREATE TABLE rate(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "currency" TEXT, "rate" TEXT, "main_currency" TEXT, "rate_date" TEXT
);
)sql";

}  // namespace cohoi::store
