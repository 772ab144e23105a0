#include "core/store/row_batch.h"

namespace cohoi::store {

Status RowBatch::write(Database& db) {
  const std::size_t rows = cells_.size() / columns_;
  // Of two sizes only, so that their statements stay prepared.
  for (std::size_t row = 0; row < rows;) {
    const std::size_t now = rows < at_once ? 1 : at_once;
    std::string sql = std::string(insert_) + " VALUES";
    for (std::size_t i = 0; i < now * columns_; ++i) sql += i % columns_ > 0 ? ",?" : i > 0 ? "),(?" : "(?";
    COHOI_TRY(Statement statement, db.prepare(sql + ")"));
    for (std::size_t i = 0; i < now * columns_; ++i) {
      const Cell& cell = cells_[row * columns_ + i];
      const int at = static_cast<int>(i) + 1;
      if (const auto* number = std::get_if<std::int64_t>(&cell)) statement.bind_at(at, *number);
      else if (const auto* text = std::get_if<std::string>(&cell)) statement.bind_borrowed(at, *text);
      else if (const auto* bytes = std::get_if<Bytes>(&cell)) statement.bind_blob(at, bytes->text);
    }
    COHOI_CHECK(statement.run());
    row += now;
  }
  cells_.clear();
  return {};
}

}  // namespace cohoi::store
