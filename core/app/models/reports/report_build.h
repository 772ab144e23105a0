// What the builders of single reports share. Internal to core/app/models/reports.
#pragma once

#include "core/app/models/reports/report.h"
#include "core/store/report_queries.h"

namespace cohoi::app {

struct ReportBuild {
  Session& session;
  Names& names;
  const ReportRequest& request;
  Report& report;
  store::ReportScope scope;
  bool whole_time = false;

  // The request's value when it is one of the options, else the first; and the choice is shown.
  std::string choice(const char* key, Message label, std::vector<Option> options);
  // Among those given, the settings' currency first; shown when there is a choice.
  Currency currency(const std::vector<Currency>& there);

  [[nodiscard]] Language language() const { return session.language(); }
  [[nodiscard]] std::string number(std::int64_t count) const;
  [[nodiscard]] std::string rate(std::int64_t part, std::int64_t whole) const;
  [[nodiscard]] Arg window() const;    // the days of the scope in words
  [[nodiscard]] std::vector<Stage> open_stages() const;  // of the scope's pipeline, in order
};

[[nodiscard]] Arg argument(const Label& label);  // of a message
[[nodiscard]] ReportCell name_cell(Label label, std::string plain = {});
[[nodiscard]] ReportCell count_cell(const ReportBuild& build, std::int64_t count);
[[nodiscard]] ReportCell money_cell(const ReportBuild& build, Money money);
[[nodiscard]] ReportCell rate_cell(const ReportBuild& build, std::int64_t part, std::int64_t whole);
// Tenths of days as "12.5 days".
[[nodiscard]] ReportCell days_cell(const ReportBuild& build, std::int64_t tenths);
// Marks from 0 to beyond the largest; with a currency as money.
[[nodiscard]] std::vector<ReportMark> marks_of(const ReportBuild& build, std::int64_t largest, const Currency* currency);

[[nodiscard]] Status build_funnel(ReportBuild& build);
[[nodiscard]] Status build_forecast(ReportBuild& build);
[[nodiscard]] Status build_win_loss(ReportBuild& build);
[[nodiscard]] Status build_time(ReportBuild& build);
[[nodiscard]] Status build_trend(ReportBuild& build);
[[nodiscard]] Status build_exceptions(ReportBuild& build);

}  // namespace cohoi::app
