#include "core/store/migrations_0004.h"

namespace cohoi::store {

// Files of version 3 and older have a full-text index of a kind this program can no longer open (search_words.h does its work): its
// entry is taken out of the schema, then its tables can go.
const char migration_0004[] = R"sql(
PRAGMA writable_schema=ON;
DELETE FROM sqlite_schema WHERE name='search_fts';
PRAGMA writable_schema=RESET;
DROP TABLE IF EXISTS search_fts_data;
DROP TABLE IF EXISTS search_fts_idx;
DROP TABLE IF EXISTS search_fts_docsize;
DROP TABLE IF EXISTS search_fts_config;
DROP INDEX IF EXISTS search_start;
)sql";

}  // namespace cohoi::store
