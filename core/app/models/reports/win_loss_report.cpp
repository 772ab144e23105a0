#include <algorithm>

#include "core/app/models/reports/report_build.h"
#include "core/base/stable_order.h"

namespace cohoi::app {

namespace {

using store::ClosedBy;
using store::ClosedSum;

constexpr std::size_t bars_drawn = 10;
constexpr std::array<const char*, 4> ways{"reason", "source", "owner", "product"};

struct Line {
  std::string key;
  std::int64_t won = 0, lost = 0;
  Money won_value, lost_value;
};

std::vector<Line> lines_of(const std::vector<ClosedSum>& sums, Currency currency) {
  std::vector<Line> lines;
  for (const auto& sum : sums) {
    auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.key == sum.key; });
    if (found == lines.end()) found = lines.insert(lines.end(), {sum.key, 0, 0, {0, currency}, {0, currency}});
    (sum.won ? found->won : found->lost) = sum.count;
    (sum.won ? found->won_value : found->lost_value) = sum.sums.in(currency);
  }
  stable_order(lines, [](const Line& a, const Line& b) { return a.won + a.lost > b.won + b.lost; });
  return lines;
}

Label label_of_key(ReportBuild& build, ClosedBy by, const std::string& key) {
  if (key.empty()) return msg(by == ClosedBy::product ? "report.no_product" : "report.not_given");
  if (by == ClosedBy::reason) return build.names.choice_label(ChoiceList::loss_reason, key);
  if (by == ClosedBy::source) return build.names.choice_label(ChoiceList::source, key);
  const auto id = Uuid::parse(key);
  std::string name;
  if (id && by == ClosedBy::owner) name = build.names.owner({*id});
  if (id && by == ClosedBy::product)
    for (const auto& product : build.names.products())
      if (product.id.uuid == *id) name = product.name;
  return name.empty() ? Label(msg("report.gone")) : Label(name);
}

}  // namespace

Status build_win_loss(ReportBuild& build) {
  std::vector<Option> options;
  for (const char* way : ways) options.push_back({way, Label(msg("report.by." + std::string(way)))});
  std::rotate(options.begin(), options.begin() + 2, options.end());  // by owner first
  const auto way = build.choice("by", msg("report.by"), std::move(options));
  const auto by = static_cast<ClosedBy>(std::find(ways.begin(), ways.end(), way) - ways.begin());
  COHOI_TRY(const auto totals, store::closed_totals(build.session.db(), build.scope));
  COHOI_TRY(const auto sums, store::closed_sums(build.session.db(), build.scope, by));
  std::vector<Currency> there;
  for (const auto& sum : totals)
    for (const auto& money : sum.sums.all())
      if (money.minor != 0 && std::find(there.begin(), there.end(), money.currency) == there.end()) there.push_back(money.currency);
  const auto currency = build.currency(there);
  auto all = lines_of(totals, currency);
  if (all.empty()) all.push_back({{}, 0, 0, {0, currency}, {0, currency}});
  const auto& whole = all.front();
  const auto closed = whole.won + whole.lost;
  const auto closed_value = add(whole.won_value, whole.lost_value).value_or(Money{0, currency}).minor;
  const auto money = [&](Money amount) { return format_money(amount, build.language()); };

  ReportPart part{.key = "win_loss", .title = msg("report.win.title." + way), .meaning = {}, .figures = {}, .chart = {}, .table = {}};
  const auto window = build.window();
  part.meaning = msg(by == ClosedBy::product ? "report.win.product_means" : "report.win.means", window);
  part.figures = {{msg("report.win.rate"), build.rate(whole.won, closed), msg("report.win.of_closed", whole.won, closed)},
                  {msg("report.win.rate_value"), build.rate(whole.won_value.minor, closed_value),
                   msg("report.win.of_value", format_money_short(whole.won_value, build.language()), format_money_short({closed_value, currency}, build.language()))},
                  {msg("report.win.won_value"), money(whole.won_value), msg("report.win.sales", whole.won)},
                  {msg("report.win.lost_value"), money(whole.lost_value), msg("report.win.lost_count", whole.lost)}};
  part.empty = closed == 0;
  part.chart.shape = ReportShape::bars;
  part.chart.sentence = msg("report.win.sentence", build.rate(whole.won, closed), whole.won, whole.lost);
  const bool reasons = by == ClosedBy::reason;
  if (!reasons) part.chart.series.push_back({msg("report.won"), ReportInk::good});
  part.chart.series.push_back({msg("report.lost"), ReportInk::bad});
  part.table.columns = {{msg("report.by." + way), false}};
  if (reasons) part.table.columns.insert(part.table.columns.end(), {{msg("report.lost")}, {msg("report.win.share")}, {msg("report.win.lost_value")}, {msg("report.win.share_value")}});
  else part.table.columns.insert(part.table.columns.end(), {{msg("report.won")}, {msg("report.lost")}, {msg("report.win.rate")}, {msg("report.win.won_value")}, {msg("report.win.lost_value")}, {msg("report.win.rate_value")}});
  auto lines = lines_of(sums, currency);
  const auto drawn = std::min(lines.size(), bars_drawn);
  lines.push_back(whole);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const bool last = i + 1 == lines.size();
    const auto name = last ? Label(msg("report.all_once")) : label_of_key(build, by, line.key);
    const auto both = line.won + line.lost;
    const auto value = add(line.won_value, line.lost_value).value_or(Money{0, currency}).minor;
    if (reasons)
      part.table.rows.push_back({name_cell(name), count_cell(build, line.lost), rate_cell(build, line.lost, whole.lost), money_cell(build, line.lost_value),
                                 rate_cell(build, line.lost_value.minor, whole.lost_value.minor)});
    else
      part.table.rows.push_back({name_cell(name), count_cell(build, line.won), count_cell(build, line.lost), rate_cell(build, line.won, both),
                                 money_cell(build, line.won_value), money_cell(build, line.lost_value), rate_cell(build, line.won_value.minor, value)});
    if (last || i >= drawn) continue;
    if (reasons) part.chart.points.push_back({name, {line.lost}, {build.number(line.lost)}, Label(build.rate(line.lost, whole.lost))});
    else part.chart.points.push_back({name, {line.won, line.lost}, {build.number(line.won), build.number(line.lost)}, Label(build.rate(line.won, both))});
  }
  build.report.parts.push_back(std::move(part));
  return {};
}

}  // namespace cohoi::app
