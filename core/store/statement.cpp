#include "core/store/statement.h"

#include "core/store/connection.h"

namespace cohoi::store {

Statement::Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* handle)
    : connection_(std::move(connection)), handle_(handle) {}

Statement::~Statement() { release(); }

Statement::Statement(Statement&& other) noexcept
    : connection_(std::move(other.connection_)),
      handle_(std::exchange(other.handle_, nullptr)),
      bind_error_(other.bind_error_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  if (this == &other) return *this;
  release();
  connection_ = std::move(other.connection_);
  handle_ = std::exchange(other.handle_, nullptr);
  bind_error_ = other.bind_error_;
  return *this;
}

void Statement::release() {
  if (handle_ != nullptr) connection_->give_back(std::exchange(handle_, nullptr));
}

Statement& Statement::bound(int result) {
  if (result != SQLITE_OK && bind_error_ == SQLITE_OK) bind_error_ = result;
  return *this;
}

Statement& Statement::bind_at(int index, std::nullptr_t) { return bound(sqlite3_bind_null(handle_, index)); }
Statement& Statement::bind_at(int index, double value) { return bound(sqlite3_bind_double(handle_, index, value)); }
Statement& Statement::bind_integer(int index, std::int64_t value) {
  return bound(sqlite3_bind_int64(handle_, index, value));
}

Statement& Statement::bind_at(int index, std::string_view text) {
  // A null pointer would bind NULL; an empty text is a value.
  const char* data = text.data() == nullptr ? "" : text.data();
  return bound(sqlite3_bind_text64(handle_, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind_borrowed(int index, std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  return bound(sqlite3_bind_text64(handle_, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  return bound(sqlite3_bind_blob64(handle_, index, data, bytes.size(), SQLITE_TRANSIENT));
}

Result<bool> Statement::step() {
  if (bind_error_ != SQLITE_OK) {
    const int code = std::exchange(bind_error_, SQLITE_OK);
    return fail(ErrorCode::internal, msg("store.failed"),
                std::string("bind: ") + sqlite3_errstr(code) + " in: " + sqlite3_sql(handle_));
  }
  if (connection_->fault && sqlite3_stmt_readonly(handle_) == 0 && connection_->fault(sqlite3_sql(handle_))) {
    reset();
    return fail(ErrorCode::io, msg("store.files_failed"), std::string("injected: ") + sqlite3_sql(handle_));
  }
  const int result = sqlite3_step(handle_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) {
    reset();
    return false;
  }
  Error error = connection_->last_error(sqlite3_sql(handle_));
  reset();
  return fail(std::move(error));
}

Status Statement::run() {
  for (;;) {
    COHOI_TRY(const bool row, step());
    if (!row) return {};
  }
}

void Statement::reset() { sqlite3_reset(handle_); }
void Statement::unbind() { sqlite3_clear_bindings(handle_); }

bool Statement::is_null(int column) const { return column_type(column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }
double Statement::real(int column) const { return sqlite3_column_double(handle_, column); }

std::string_view Statement::text(int column) const {
  const unsigned char* data = sqlite3_column_text(handle_, column);
  if (data == nullptr) return {};
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string_view Statement::blob(int column) const {
  const void* data = sqlite3_column_blob(handle_, column);
  if (data == nullptr) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

int Statement::column_count() const { return sqlite3_column_count(handle_); }
std::string_view Statement::column_name(int column) const { return sqlite3_column_name(handle_, column); }
int Statement::column_type(int column) const { return sqlite3_column_type(handle_, column); }

}  // namespace cohoi::store
