#include <algorithm>

#include "core/app/models/reports/report_build.h"

namespace cohoi::app {

Status build_trend(ReportBuild& build) {
  COHOI_TRY(const auto counts, store::month_counts(build.session.db(), build.scope));
  auto window = build.scope.window;
  if (build.whole_time && !counts.empty()) window = {first_day(counts.begin()->first), last_day(counts.rbegin()->first)};
  if (build.whole_time && counts.empty()) window = window_of(ReportPeriod::this_month, build.session.clock().today());
  ReportPart volume{.key = "trend", .title = msg("report.trend.title"), .meaning = msg("report.trend.means"), .figures = {}, .chart = {}, .table = {}};
  ReportPart rates{.key = "conversion", .title = msg("report.trend.rate"), .meaning = msg("report.trend.rate_means"), .figures = {}, .chart = {}, .table = {}};
  volume.chart.shape = rates.chart.shape = ReportShape::lines;
  volume.chart.series = {{msg("report.trend.created"), ReportInk::neutral}, {msg("report.trend.converted"), ReportInk::accent}, {msg("report.won"), ReportInk::good}};
  rates.chart.series = {{msg("report.trend.rate"), ReportInk::accent}};
  volume.table.columns = {{msg("report.month"), false}, {msg("report.trend.created")}, {msg("report.trend.converted")}, {msg("report.won")}};
  rates.table.columns = {{msg("report.trend.cohort"), false}, {msg("report.trend.created")}, {msg("report.trend.of_them")}, {msg("report.trend.rate")}};
  store::MonthCounts all;
  std::int64_t largest = 0, best = 0;
  for (const auto month : months_of(window)) {
    const auto found = counts.find(month);
    const auto count = found == counts.end() ? store::MonthCounts{} : found->second;
    all.created += count.created;
    all.converted += count.converted;
    all.converted_of_them += count.converted_of_them;
    all.won += count.won;
    largest = std::max({largest, count.created, count.converted, count.won});
    const Label name(format_month(month, build.language()));
    volume.chart.points.push_back({name, {count.created, count.converted, count.won}, {build.number(count.created), build.number(count.converted), build.number(count.won)}, {}});
    volume.table.rows.push_back({name_cell(name, month.to_iso()), count_cell(build, count.created), count_cell(build, count.converted), count_cell(build, count.won)});
    // In tenths of a percent; a month without leads has no rate and counts as none.
    const auto permille = count.created == 0 ? 0 : count.converted_of_them * 1000 / count.created;
    best = std::max(best, permille);
    rates.chart.points.push_back({name, {permille}, {build.rate(count.converted_of_them, count.created)}, {}});
    rates.table.rows.push_back({name_cell(name, month.to_iso()), count_cell(build, count.created), count_cell(build, count.converted_of_them),
                                rate_cell(build, count.converted_of_them, count.created)});
  }
  const Label total = msg("report.total");
  volume.table.rows.push_back({name_cell(total), count_cell(build, all.created), count_cell(build, all.converted), count_cell(build, all.won)});
  rates.table.rows.push_back({name_cell(total), count_cell(build, all.created), count_cell(build, all.converted_of_them), rate_cell(build, all.converted_of_them, all.created)});
  volume.chart.marks = marks_of(build, largest, nullptr);
  for (std::int64_t mark = 0;; mark += best > 500 ? 250 : best > 200 ? 100 : 50) {
    rates.chart.marks.push_back({mark, build.number(mark / 10) + "%"});
    if (mark >= best && mark > 0) break;
  }
  volume.chart.sentence = msg("report.trend.sentence", all.created, all.converted, all.won);
  rates.chart.sentence = msg("report.trend.rate_sentence", build.rate(all.converted_of_them, all.created), all.converted_of_them, all.created);
  volume.figures = {{msg("report.trend.created"), build.number(all.created), {}}, {msg("report.trend.converted"), build.number(all.converted), {}}, {msg("report.won"), build.number(all.won), {}}};
  rates.figures = {{msg("report.trend.rate"), build.rate(all.converted_of_them, all.created), msg("report.trend.of", all.converted_of_them, all.created)}};
  volume.empty = all.created + all.converted + all.won == 0;
  rates.empty = all.created == 0;
  build.report.parts.push_back(std::move(volume));
  build.report.parts.push_back(std::move(rates));
  return {};
}

}  // namespace cohoi::app
