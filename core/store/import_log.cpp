#include "core/store/import_log.h"

#include "core/store/database.h"

namespace cohoi::store {

Result<std::vector<LoggedTransaction>> standing_imports(Database& db, int most) {
  COHOI_TRY(Statement rows, db.prepare("SELECT id FROM change_transaction WHERE kind='import' ORDER BY seq DESC LIMIT ?"));
  rows.bind(most);
  std::vector<LoggedTransaction> standing;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return standing;
    COHOI_TRY(auto found, find_transaction(db, Uuid::parse(rows.text(0)).value_or(Uuid{})));
    if (found && !found->reverted) standing.push_back(*std::move(found));
  }
}

}  // namespace cohoi::store
