#include "core/app/models/reports/report_build.h"
#include "core/domain/stage_rules.h"

namespace cohoi::app {

Status build_exceptions(ReportBuild& build) {
  COHOI_TRY(const auto counts, store::override_counts(build.session.db(), build.scope));
  const auto window = build.window();
  ReportPart part{.key = "exceptions", .title = msg("report.exceptions.title"), .meaning = msg("report.exceptions.means", window), .figures = {}, .chart = {}, .table = {}};
  struct Line {
    Message name;
    std::int64_t count, of;
  };
  const Line lines[] = {{msg("report.exceptions.conversions"), counts.overridden_conversions, counts.conversions},
                        {msg("report.exceptions.moves"), counts.overridden_moves, counts.moves},
                        {msg("report.exceptions.without_gate"), counts.imported_without_gate, counts.opportunities},
                        {msg("report.exceptions.imported_converted"), counts.imported_converted, counts.leads}};
  part.chart.series = {{msg("report.count"), ReportInk::accent}};
  part.chart.sentence = msg("report.exceptions.sentence", counts.overridden_conversions, counts.overridden_moves, counts.imported_without_gate);
  part.table.columns = {{msg("report.exceptions.what"), false}, {msg("report.count")}, {msg("report.exceptions.of")}, {msg("report.exceptions.share")}};
  part.empty = true;
  for (const auto& line : lines) {
    part.empty &= line.of == 0;
    part.chart.points.push_back({Label(line.name), {line.count}, {build.number(line.count)}, Label(build.rate(line.count, line.of))});
    part.table.rows.push_back({name_cell(Label(line.name)), count_cell(build, line.count), count_cell(build, line.of), rate_cell(build, line.count, line.of)});
  }
  build.report.parts.push_back(std::move(part));
  if (counts.moves_by_stage.empty()) return {};
  ReportPart stages{.key = "overrides_by_stage", .title = msg("report.exceptions.by_stage"), .meaning = msg("report.exceptions.by_stage_means", window), .figures = {}, .chart = {}, .table = {}};
  stages.chart.series = {{msg("report.count"), ReportInk::accent}};
  stages.chart.sentence = msg("report.exceptions.stage_sentence", counts.overridden_moves);
  stages.table.columns = {{msg("report.time.stage"), false}, {msg("report.count")}, {msg("report.exceptions.share")}};
  for (const auto& stage : build.names.stages()) {
    const auto found = counts.moves_by_stage.find(stage.id.to_string());
    if (found == counts.moves_by_stage.end()) continue;
    const Label name(stage_name(stage));
    stages.chart.points.push_back({name, {found->second}, {build.number(found->second)}, Label(build.rate(found->second, counts.overridden_moves))});
    stages.table.rows.push_back({name_cell(name), count_cell(build, found->second), rate_cell(build, found->second, counts.overridden_moves)});
  }
  build.report.parts.push_back(std::move(stages));
  return {};
}

}  // namespace cohoi::app
