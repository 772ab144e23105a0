#include <algorithm>

#include "core/app/models/reports/report_build.h"
#include "core/domain/stage_rules.h"

namespace cohoi::app {

namespace {

constexpr std::int64_t seconds_a_tenth = 8640;  // of a day

struct Line {
  Label name;
  std::vector<std::int64_t> tenths;  // of days
};

ReportPart part_of(const ReportBuild& build, std::string key, Label title, Label meaning, const Label& first, const std::vector<Line>& lines) {
  ReportPart part{.key = std::move(key), .title = std::move(title), .meaning = std::move(meaning), .figures = {}, .chart = {}, .table = {}, .empty = true};
  part.chart.shape = ReportShape::bars;
  part.chart.series = {{msg("report.time.mean"), ReportInk::accent}};
  part.table.columns = {{first, false}, {msg("report.time.mean")}, {msg("report.time.median")}, {msg("report.time.n")}};
  std::int64_t longest = -1;
  for (const auto& line : lines) {
    const auto times = spread(line.tenths);
    const auto mean = days_cell(build, times.mean), median = days_cell(build, times.median);
    const bool any = times.n > 0;
    part.empty &= !any;
    part.table.rows.push_back({name_cell(line.name), any ? mean : ReportCell{Label("–"), {}, {}}, any ? median : ReportCell{Label("–"), {}, {}}, count_cell(build, times.n)});
    const auto written = [](const ReportCell& cell) { return cell.label.message.args.empty() ? std::string() : std::get<std::string>(cell.label.message.args.front()); };
    part.chart.points.push_back({line.name, {times.mean}, {any ? written(mean) : "–"}, any ? Label(msg("report.time.median_n", written(median), times.n)) : Label()});
    if (times.mean <= longest || !any) continue;
    longest = times.mean;
    part.chart.sentence = msg("report.time.sentence", argument(line.name), written(mean), times.n);
  }
  if (part.empty) part.chart.sentence = msg("report.nothing");
  return part;
}

}  // namespace

Status build_time(ReportBuild& build) {
  auto& db = build.session.db();
  COHOI_TRY(const auto seconds, store::stage_times(db, build.scope));
  std::vector<Line> stages;
  for (const auto& stage : build.open_stages()) {
    Line line{.name = Label(stage_name(stage)), .tenths = {}};
    if (const auto found = seconds.find(stage.id.to_string()); found != seconds.end())
      for (const auto one : found->second) line.tenths.push_back((one + seconds_a_tenth / 2) / seconds_a_tenth);
    stages.push_back(std::move(line));
  }
  COHOI_TRY(auto found, store::cycles(db, build.scope));
  for (auto* days : {&found.won, &found.lost})
    for (auto& one : *days) one *= 10;
  const auto window = build.window();
  build.report.parts.push_back(part_of(build, "time", msg("report.time.title"), msg("report.time.means", window), msg("report.time.stage"), stages));
  auto meaning = found.left_out > 0 ? msg("report.cycle.means_without", window, found.left_out) : msg("report.cycle.means", window);
  build.report.parts.push_back(part_of(build, "cycle", msg("report.cycle.title"), std::move(meaning), msg("report.cycle.end"),
                                       {{msg("report.won"), std::move(found.won)}, {msg("report.lost"), std::move(found.lost)}}));
  return {};
}

}  // namespace cohoi::app
