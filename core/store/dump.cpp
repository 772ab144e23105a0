#include "core/store/dump.h"

#include "core/store/schema.h"

namespace cohoi::store {

Result<std::string> dump_domain(Database& db) {
  std::string text;
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    const Table& table = table_of(static_cast<Entity>(i));
    COHOI_TRY(Statement rows, db.prepare(table.select + " ORDER BY id"));
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      text += table.name + ' ' + std::string(rows.text(1));
      for (int column = field_column; column < rows.column_count(); ++column) {
        text += '|';
        text += rows.column_name(column);
        if (rows.is_null(column)) continue;
        // The storage class is part of the value: 1 and '1' are not the same.
        text += '=' + std::to_string(rows.column_type(column)) + ':';
        text += rows.text(column);
      }
      text += '\n';
    }
  }
  return text;
}

}  // namespace cohoi::store
