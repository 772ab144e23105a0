// An open, migrated store in memory with a clock that stands still and ids that rise.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "core/store/dump.h"
#include "core/store/list_query.h"
#include "core/store/migrations.h"
#include "core/store/transaction.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/seeded_ids.h"

namespace cohoi::test {

struct StoreFixture {
  test::FixedClock clock;
  test::SeededIds ids;
  store::HybridClock hybrid_clock;
  store::WriteContext context{clock, ids, hybrid_clock, "device-1", "Lan", {}};
  store::Database db = open();

  static store::Database open() {
    auto opened = store::Database::open_in_memory();
    REQUIRE(opened);
    REQUIRE(store::migrate(*opened));
    return *std::move(opened);
  }

  [[nodiscard]] store::Transaction begin(Message label = msg("done.saved")) {
    auto transaction = store::Transaction::begin(db, context, std::move(label));
    REQUIRE(transaction);
    return *std::move(transaction);
  }

  // Puts the records in one transaction; its id.
  template <class... Records>
  Uuid put(const Records&... records) {
    auto transaction = begin();
    (put_one(transaction, records), ...);
    const auto id = transaction.commit();
    REQUIRE(id);
    return *id;
  }

  Uuid remove(Entity entity, const Uuid& record) {
    auto transaction = begin();
    REQUIRE(transaction.remove(entity, record));
    const auto id = transaction.commit();
    REQUIRE(id);
    return *id;
  }

  [[nodiscard]] std::string dump() {
    const auto text = store::dump_domain(db);
    REQUIRE(text);
    return *text;
  }

  [[nodiscard]] std::int64_t integer(const char* sql) {
    const auto value = db.query_integer(sql);
    REQUIRE(value);
    return *value;
  }

  [[nodiscard]] Lead lead(std::string last, std::string first, std::string company = {}) {
    return {.id = ids.next_of<Lead>(),
            .first_name = std::move(first),
            .last_name = std::move(last),
            .company = std::move(company)};
  }
  [[nodiscard]] Account account(std::string name) { return {.id = ids.next_of<Account>(), .name = std::move(name)}; }
  [[nodiscard]] Contact contact(std::string last, std::string first) {
    return {.id = ids.next_of<Contact>(), .first_name = std::move(first), .last_name = std::move(last)};
  }
  [[nodiscard]] Opportunity opportunity(std::string name) {
    return {.id = ids.next_of<Opportunity>(), .name = std::move(name)};
  }

 private:
  template <class T>
  static void put_one(store::Transaction& transaction, const T& record) {
    const auto status = transaction.put(record);
    INFO((status ? std::string() : status.error().detail));
    REQUIRE(status);
  }
};

}  // namespace cohoi::test
