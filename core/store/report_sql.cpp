#include "core/store/report_sql.h"

namespace cohoi::store {

std::int64_t window_start(const ReportScope& scope) { return Timestamp::at(scope.window.first, 0, scope.utc_offset_minutes).ms; }
std::int64_t window_end(const ReportScope& scope) { return Timestamp::at(Date{scope.window.last.days + 1}, 0, scope.utc_offset_minutes).ms; }

ReportSql& ReportSql::at(std::string_view column) {
  text_.append(" AND ").append(column).append(">=? AND ").append(column).append("<?");
  bindings_.push_back({.text = {}, .number = window_start(scope_)});
  bindings_.push_back({.text = {}, .number = window_end(scope_)});
  return *this;
}

ReportSql& ReportSql::on(std::string_view column) {
  text_.append(" AND ").append(column).append(">=? AND ").append(column).append("<=?");
  bindings_.push_back({.text = scope_.window.first.to_iso(), .is_text = true});
  bindings_.push_back({.text = scope_.window.last.to_iso(), .is_text = true});
  return *this;
}

ReportSql& ReportSql::of_owner(std::string_view alias) {
  if (scope_.owner.empty()) return *this;
  text_.append(" AND ").append(alias).append(".owner_id=?");
  bindings_.push_back({.text = scope_.owner.to_string(), .is_text = true});
  return *this;
}

ReportSql& ReportSql::of_opportunity(std::string_view alias) {
  of_owner(alias);
  if (scope_.pipeline.empty()) return *this;
  text_.append(" AND ").append(alias).append(".pipeline_id=?");
  bindings_.push_back({.text = scope_.pipeline.to_string(), .is_text = true});
  return *this;
}

Result<Statement> ReportSql::prepare() {
  COHOI_TRY(Statement statement, db_.prepare(text_));
  int index = 0;
  for (const Binding& binding : bindings_) {
    ++index;
    if (binding.is_text) statement.bind_at(index, binding.text);
    else statement.bind_at(index, binding.number);
  }
  return statement;
}

Result<std::int64_t> ReportSql::count() {
  COHOI_TRY(Statement statement, prepare());
  COHOI_TRY(const bool row, statement.step());
  return row ? statement.integer(0) : 0;
}

}  // namespace cohoi::store
