#include <algorithm>

#include "core/app/models/reports/report_build.h"
#include "core/domain/labels.h"

namespace cohoi::app {

namespace {

constexpr std::size_t categories = 5;
constexpr auto omitted = static_cast<std::size_t>(ForecastCategory::omitted);
constexpr std::array<ReportInk, omitted> inks{ReportInk::faint, ReportInk::middle, ReportInk::accent, ReportInk::good};

struct Line {
  Label name;
  std::string plain;
  std::array<std::int64_t, categories> amount{}, weighted{};  // minor units
  std::int64_t count = 0;
  bool drawn = true;  // a month, not what lies before or has no date
  [[nodiscard]] static std::int64_t total(const std::array<std::int64_t, categories>& sums) { return sums[0] + sums[1] + sums[2] + sums[3]; }
};

// The months of the window; of the whole time those from the first to the last that has anything.
std::vector<Month> months_in(const ReportBuild& build, const std::vector<store::ForecastSum>& sums) {
  auto window = build.scope.window;
  if (build.whole_time) {
    window = {build.session.clock().today(), build.session.clock().today()};
    for (const auto& sum : sums)
      if (const auto month = Month::parse_iso(sum.month)) window = {std::min(window.first, first_day(*month)), std::max(window.last, last_day(*month))};
  }
  return months_of(window);
}

Line* line_of(std::vector<Line>& lines, std::size_t months, const store::ForecastSum& sum, const std::vector<Month>& in) {
  const auto month = Month::parse_iso(sum.month);
  if (!month) return sum.open ? &lines[months + 1] : nullptr;
  if (*month < in.front()) return sum.open ? &lines[months] : nullptr;
  if (*month > in.back()) return nullptr;
  return &lines[static_cast<std::size_t>(month->months - in.front().months)];
}

}  // namespace

Status build_forecast(ReportBuild& build) {
  COHOI_TRY(const auto sums, store::forecast_sums(build.session.db(), build.scope));
  std::vector<Currency> there;
  for (const auto& sum : sums)
    if (sum.amount != 0 && std::find(there.begin(), there.end(), sum.currency) == there.end()) there.push_back(sum.currency);
  const bool weighted = build.choice("measure", msg("report.measure"), {{"weighted", Label(msg("report.weighted"))}, {"amount", Label(msg("report.amount"))}}) == "weighted";
  const auto currency = build.currency(there);
  const auto months = months_in(build, sums);
  std::vector<Line> lines;
  for (const auto month : months) lines.push_back({.name = Label(format_month(month, build.language())), .plain = month.to_iso()});
  lines.push_back({.name = msg("report.forecast.before"), .plain = {}, .drawn = false});
  lines.push_back({.name = msg("report.forecast.undated"), .plain = {}, .drawn = false});
  Line all{.name = msg("report.total"), .plain = {}};
  for (const auto& sum : sums) {
    auto* line = line_of(lines, months.size(), sum, months);
    const auto category = enum_named<ForecastCategory>(sum.category);
    if (!line || !category || (sum.amount != 0 && sum.currency != currency)) continue;
    for (auto* one : {line, &all}) {
      one->amount[static_cast<std::size_t>(*category)] += sum.amount;
      one->weighted[static_cast<std::size_t>(*category)] += sum.weighted;
      one->count += sum.count;
    }
  }
  ReportPart part{.key = "forecast", .title = msg("report.forecast.title"), .meaning = msg("report.forecast.means"), .figures = {}, .chart = {}, .table = {}};
  const auto money = [&](std::int64_t minor) { return format_money({minor, currency}, build.language()); };
  part.figures = {{msg("report.weighted"), format_money_short({Line::total(all.weighted), currency}, build.language()), msg("report.forecast.of", format_money_short({Line::total(all.amount), currency}, build.language()), all.count)}};
  part.chart.shape = ReportShape::stacks;
  part.chart.sentence = msg("report.forecast.sentence", money(Line::total(all.weighted)), money(Line::total(all.amount)));
  part.table.columns = {{msg("report.month"), false}, {msg("report.count")}};
  for (std::size_t i = 0; i < categories; ++i) {
    const auto name = label_of(static_cast<ForecastCategory>(i));
    part.table.columns.push_back({name});
    if (i == omitted) continue;
    part.chart.series.push_back({name, inks[i]});
    const auto& shown = weighted ? all.weighted : all.amount;
    if (shown[i] != 0) part.figures.push_back({name, format_money_short({shown[i], currency}, build.language()), msg("report.of_total", build.rate(shown[i], Line::total(shown)))});
  }
  part.table.columns.insert(part.table.columns.end() - 1, {msg("report.total")});
  std::int64_t largest = 0;
  lines.push_back(all);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    if (!line.drawn && line.count == 0) continue;
    const auto& shown = weighted ? line.weighted : line.amount;
    std::vector<ReportCell> row{name_cell(line.name, line.plain), count_cell(build, line.count)};
    for (std::size_t c = 0; c < omitted; ++c) row.push_back(money_cell(build, {shown[c], currency}));
    row.push_back(money_cell(build, {Line::total(shown), currency}));
    row.push_back(money_cell(build, {shown[omitted], currency}));
    part.table.rows.push_back(std::move(row));
    if (!line.drawn || i + 1 == lines.size()) continue;
    ReportPoint point{.label = line.name, .values = {shown.begin(), shown.begin() + omitted}, .texts = {}, .note = {}};
    for (const auto value : point.values) point.texts.push_back(format_money_short({value, currency}, build.language()));
    largest = std::max(largest, Line::total(shown));
    part.chart.points.push_back(std::move(point));
  }
  part.chart.marks = marks_of(build, largest, &currency);
  part.empty = all.count == 0;
  build.report.parts.push_back(std::move(part));
  return {};
}

}  // namespace cohoi::app
