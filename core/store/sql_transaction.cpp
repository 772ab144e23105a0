#include "core/store/sql_transaction.h"

#include <utility>

namespace cohoi::store {

Result<SqlTransaction> SqlTransaction::begin(Database& database) {
  COHOI_CHECK(database.run("BEGIN IMMEDIATE"));
  return SqlTransaction(database);
}

SqlTransaction::SqlTransaction(SqlTransaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

SqlTransaction::~SqlTransaction() {
  // SQLite has rolled back by itself after some errors (full, out of memory). A rollback that fails leaves the same state.
  if (database_ != nullptr && database_->in_transaction()) static_cast<void>(database_->roll_back("ROLLBACK"));
}

Status SqlTransaction::commit() {
  COHOI_CHECK(database_->run("COMMIT"));
  database_ = nullptr;
  return {};
}

Result<Savepoint> Savepoint::begin(Database& database, std::string_view name) {
  std::string identifier(name);
  COHOI_CHECK(database.run("SAVEPOINT " + identifier));
  return Savepoint(database, std::move(identifier));
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)), name_(std::move(other.name_)) {}

Savepoint::~Savepoint() {
  if (database_ == nullptr || !database_->in_transaction()) return;
  static_cast<void>(database_->roll_back("ROLLBACK TO " + name_));
  static_cast<void>(database_->roll_back("RELEASE " + name_));
}

Status Savepoint::commit() {
  COHOI_CHECK(database_->run("RELEASE " + name_));
  database_ = nullptr;
  return {};
}

}  // namespace cohoi::store
