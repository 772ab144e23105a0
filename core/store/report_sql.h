// A query of the reports while it is put together. Internal to core/store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/store/report_queries.h"

namespace cohoi::store {

class ReportSql {
 public:
  ReportSql(Database& db, const ReportScope& scope, std::string text) : db_(db), scope_(scope), text_(std::move(text)) {}

  ReportSql& add(std::string_view sql) { text_ += sql; return *this; }
  // AND column within the window; the column holds an instant (milliseconds) or a day ("2026-11-24").
  ReportSql& at(std::string_view column);
  ReportSql& on(std::string_view column);
  // AND the lead's or opportunity's owner, and the opportunity's pipeline, where the scope names them.
  ReportSql& of_owner(std::string_view alias);
  ReportSql& of_opportunity(std::string_view alias);
  [[nodiscard]] Result<Statement> prepare();
  [[nodiscard]] Result<std::int64_t> count();

 private:
  struct Binding {
    std::string text;
    std::int64_t number = 0;
    bool is_text = false;
  };
  Database& db_;
  const ReportScope& scope_;
  std::string text_;
  std::vector<Binding> bindings_;
};

[[nodiscard]] std::int64_t window_start(const ReportScope& scope);  // milliseconds
[[nodiscard]] std::int64_t window_end(const ReportScope& scope);    // the first that is no more in it

}  // namespace cohoi::store
