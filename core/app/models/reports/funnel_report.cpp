#include "core/app/models/reports/report_build.h"
#include "core/domain/stage_rules.h"

namespace cohoi::app {

namespace {

struct Step {
  Label name;
  std::int64_t count = 0;
};

ReportPart funnel_of(const ReportBuild& build, std::string key, Label title, Label meaning, const std::vector<Step>& steps) {
  ReportPart part{.key = std::move(key), .title = std::move(title), .meaning = std::move(meaning), .figures = {}, .chart = {}, .table = {}};
  const auto first = steps.front().count, last = steps.back().count;
  part.chart.shape = ReportShape::funnel;
  part.chart.sentence = msg("report.funnel.sentence", argument(steps.front().name), first, last, build.rate(last, first));
  part.chart.series = {{msg("report.funnel.count"), ReportInk::accent}};
  part.table.columns = {{msg("report.funnel.step"), false}, {msg("report.funnel.count")}, {msg("report.funnel.of_before")}, {msg("report.funnel.of_first")}};
  bool any = false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& step = steps[i];
    const auto before = i == 0 ? step.count : steps[i - 1].count;
    any |= step.count > 0;
    part.chart.points.push_back({step.name, {step.count}, {build.number(step.count)}, i == 0 ? Label() : Label(build.rate(step.count, before))});
    auto of_before = rate_cell(build, step.count, before);
    auto of_first = rate_cell(build, step.count, first);
    if (i == 0) of_before = of_first = ReportCell{};
    // Numerator and denominator stand beside the rate.
    else if (before > 0) of_before.label = msg("report.rate_of", build.rate(step.count, before), step.count, before);
    part.table.rows.push_back({name_cell(step.name), count_cell(build, step.count), std::move(of_before), std::move(of_first)});
  }
  part.empty = !any;
  return part;
}

}  // namespace

Status build_funnel(ReportBuild& build) {
  const auto basis = build.choice("basis", msg("report.basis"), {{"cohort", Label(msg("report.basis.cohort"))}, {"period", Label(msg("report.basis.period"))}});
  const bool cohort = basis == "cohort";
  const auto stages = build.open_stages();
  auto& db = build.session.db();
  COHOI_TRY(const auto leads, store::lead_steps(db, build.scope, cohort ? store::Basis::cohort : store::Basis::period));
  COHOI_TRY(const auto counts, store::stages_reached(db, build.scope, stages, cohort ? store::Reached::of_leads : store::Reached::in_period));
  const auto add_stages = [&](std::vector<Step>& steps, const std::vector<std::int64_t>& reached) {
    for (std::size_t i = 0; i < stages.size(); ++i) steps.push_back({Label(stage_name(stages[i])), reached[i]});
    steps.push_back({msg("report.won"), reached.back()});
  };
  std::vector<Step> steps{{msg("report.funnel.created"), leads.created}, {msg("report.funnel.qualified"), leads.qualified}, {msg("report.funnel.converted"), leads.converted}};
  add_stages(steps, counts);
  const auto window = build.window();
  build.report.parts.push_back(funnel_of(build, "funnel", msg("report.funnel.leads"), cohort ? msg("report.funnel.cohort_means", window) : msg("report.funnel.period_means", window), steps));
  if (!cohort) return {};
  // Opportunities that never were leads have their own cohort.
  COHOI_TRY(const auto created, store::stages_reached(db, build.scope, stages, store::Reached::of_created));
  std::vector<Step> of_created;
  add_stages(of_created, created);
  build.report.parts.push_back(funnel_of(build, "stages", msg("report.funnel.stages"), msg("report.funnel.stages_mean", window), of_created));
  return {};
}

}  // namespace cohoi::app
