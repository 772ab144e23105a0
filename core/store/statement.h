// One prepared SQL statement. Got from Database::prepare, which keeps finished ones for the next caller of the same text.
//
//   COHOI_TRY(auto find, db.prepare("SELECT name FROM account WHERE id=?"));
//   find.bind(id);
//   COHOI_TRY(const bool row, find.step());
//   if (row) use(find.text(0));
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"

struct sqlite3_stmt;

namespace cohoi::store {

class Connection;

class Statement {
 public:
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;

  // Binds the parameters in order, from the first. Text and blobs are copied. A failed bind is told by the next step.
  template <class... Args>
  Statement& bind(const Args&... args) {
    int index = 0;
    (bind_at(++index, args), ...);
    return *this;
  }
  // Parameters count from 1.
  Statement& bind_at(int index, std::nullptr_t);
  Statement& bind_at(int index, double value);
  Statement& bind_at(int index, std::string_view text);
  Statement& bind_at(int index, const std::string& text) { return bind_at(index, std::string_view(text)); }
  Statement& bind_at(int index, const char* text) { return bind_at(index, std::string_view(text)); }
  template <std::integral Integer>
  Statement& bind_at(int index, Integer value) {
    return bind_integer(index, static_cast<std::int64_t>(value));
  }
  template <class T>
  Statement& bind_at(int index, const std::optional<T>& value) {
    return value ? bind_at(index, *value) : bind_at(index, nullptr);
  }
  Statement& bind_blob(int index, std::string_view bytes);
  // Not copied: must stay until the statement has run.
  Statement& bind_borrowed(int index, std::string_view text);

  // True: a row stands ready. False: finished; the statement is reset and may be bound and stepped again. On an error it is reset too.
  [[nodiscard]] Result<bool> step();
  // Steps to the end, resets.
  [[nodiscard]] Status run();
  // Makes it ready to be stepped from the start; bindings stay.
  void reset();
  // Makes every parameter NULL.
  void unbind();

  // The row's columns count from 0. Text lives until the next step, reset or destruction.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] int column_count() const;
  [[nodiscard]] std::string_view column_name(int column) const;
  // SQLite's storage class: 1 integer, 2 real, 3 text, 4 blob, 5 null.
  [[nodiscard]] int column_type(int column) const;

 private:
  friend class Database;
  Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* handle);
  Statement& bind_integer(int index, std::int64_t value);
  Statement& bound(int result);
  void release();

  std::shared_ptr<Connection> connection_;
  sqlite3_stmt* handle_;
  int bind_error_ = 0;
};

}  // namespace cohoi::store
