#include "core/store/row_batch.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/core/store/store_fixture.h"

namespace cohoi::store {

using test::StoreFixture;

TEST_CASE_FIXTURE(StoreFixture, "a row batch writes few rows and many, each once and as it was given") {
  for (const std::int64_t count : {0, 1, 15, 16, 17, 100}) {
    CAPTURE(count);
    REQUIRE(db.exec("CREATE TABLE pile(number INTEGER, text TEXT, bytes BLOB, missing)"));
    RowBatch batch("INSERT INTO pile", 4);
    for (std::int64_t i = 0; i < count; ++i)
      REQUIRE(batch.add(db, i, "Ánh Dương " + std::to_string(i), RowBatch::Bytes{std::string("\x01\x00", 2)}, RowBatch::Cell{}));
    REQUIRE(batch.write(db));
    REQUIRE(batch.write(db));  // nothing is left
    CHECK(*db.query_integer("SELECT count(DISTINCT number) FROM pile") == count);
    CHECK(*db.query_integer("SELECT count(*) FROM pile WHERE text='Ánh Dương '||number AND bytes=x'0100' AND typeof(bytes)='blob' "
                            "AND missing IS NULL") == count);
    REQUIRE(db.exec("DROP TABLE pile"));
  }
}

TEST_CASE_FIXTURE(StoreFixture, "a row batch tells when a row of it is refused") {
  REQUIRE(db.exec("CREATE TABLE pile(number INTEGER PRIMARY KEY)"));
  RowBatch batch("INSERT INTO pile", 1);
  REQUIRE(batch.add(db, std::int64_t{7}));
  REQUIRE(batch.add(db, std::int64_t{7}));
  CHECK(batch.write(db).error().code == ErrorCode::conflict);
}

}  // namespace cohoi::store
