// Rows for one table, held back and written many with one statement: a statement costs more than its row. Internal to core/store.
//
//   RowBatch keys("INSERT INTO match_key(hash, rid)", 2);
//   COHOI_CHECK(keys.add(db, hash, rid));
//   COHOI_CHECK(keys.write(db));
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/store/database.h"

namespace cohoi::store {

class RowBatch {
 public:
  struct Bytes {
    std::string text;
  };
  using Cell = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

  // `insert`: up to the values; a text that lives as long as the program. OR FAIL spares SQLite a copy of each page for taking the statement
  // back alone: what fails takes the whole transaction back.
  RowBatch(std::string_view insert, std::size_t columns) : insert_(insert), columns_(columns) {}

  // A cell for each column. Now and then it writes those it holds.
  template <class... Cells>
  [[nodiscard]] Status add(Database& db, Cells&&... cells) {
    (cells_.emplace_back(std::forward<Cells>(cells)), ...);
    return cells_.size() < at_once * columns_ ? Status{} : write(db);
  }
  // Whatever it still holds: before anybody looks for it.
  [[nodiscard]] Status write(Database& db);

 private:
  // 2.4 µs a row of two numbers alone, 0.7 together (wasm); twice as many are hardly faster and take longer to prepare.
  static constexpr std::size_t at_once = 16;

  std::string_view insert_;
  std::size_t columns_;
  std::vector<Cell> cells_;
};

}  // namespace cohoi::store
