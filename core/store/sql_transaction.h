// Bare SQLite transactions that roll back unless committed, however the function is left. Changes of records go through
// Transaction (transaction.h), which logs them; this is what it and the migrations stand on.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/store/database.h"

namespace cohoi::store {

// The outer transaction; a second one inside fails. The database must outlive it.
class SqlTransaction {
 public:
  [[nodiscard]] static Result<SqlTransaction> begin(Database& database);
  ~SqlTransaction();
  SqlTransaction(SqlTransaction&& other) noexcept;
  SqlTransaction& operator=(SqlTransaction&&) = delete;

  // After an error nothing was committed, and the destructor rolls back.
  [[nodiscard]] Status commit();

 private:
  explicit SqlTransaction(Database& database) : database_(&database) {}
  Database* database_;  // null once committed
};

// A part that can be undone alone, inside a transaction or outside (then it is one). Savepoints nest.
class Savepoint {
 public:
  // `name` is an SQL identifier of the program, never of a user.
  [[nodiscard]] static Result<Savepoint> begin(Database& database, std::string_view name);
  ~Savepoint();
  Savepoint(Savepoint&& other) noexcept;
  Savepoint& operator=(Savepoint&&) = delete;

  [[nodiscard]] Status commit();

 private:
  Savepoint(Database& database, std::string name) : database_(&database), name_(std::move(name)) {}
  Database* database_;
  std::string name_;
};

}  // namespace cohoi::store
