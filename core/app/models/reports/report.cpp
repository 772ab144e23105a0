#include "core/app/models/reports/report.h"

#include <algorithm>
#include <array>

#include "core/app/models/reports/report_build.h"
#include "core/base/stable_order.h"
#include "core/domain/labels.h"

namespace cohoi::app {

namespace {

struct KindOfReport {
  std::string_view name;
  ReportPeriod usual;
  bool one_pipeline;  // its stages stand in one order
  Status (*build)(ReportBuild&);
};

// In the order of ReportKind.
constexpr std::array<KindOfReport, 6> kinds{{{"funnel", ReportPeriod::last_12, true, build_funnel},
                                             {"forecast", ReportPeriod::next_6, false, build_forecast},
                                             {"win_loss", ReportPeriod::last_12, false, build_win_loss},
                                             {"time", ReportPeriod::last_12, true, build_time},
                                             {"trend", ReportPeriod::last_12, false, build_trend},
                                             {"exceptions", ReportPeriod::last_12, false, build_exceptions}}};
constexpr std::array<const char*, 10> keys{"report", "period", "from", "to", "owner", "pipeline", "basis", "by", "measure", "currency"};

std::string value_of(const ReportRequest& request, const char* key) {
  const auto found = request.find(key);
  return found == request.end() ? std::string() : found->second;
}

bool plain(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

void choose_window(ReportBuild& build, ReportPeriod usual) {
  const auto today = build.session.clock().today();
  std::vector<Option> options;
  for (const auto name : EnumNames<ReportPeriod>::names) options.push_back({std::string(name), Label(msg("report.period." + std::string(name)))});
  // The usual one stands first, so that it is meant when nothing is asked for; the list keeps its order.
  auto& filter = build.report.filters.emplace_back();
  const auto period = enum_named<ReportPeriod>(value_of(build.request, "period")).value_or(usual);
  filter = {"period", msg("report.period"), std::move(options), std::string(name_of(period))};
  build.scope.window = window_of(period, today);
  build.whole_time = period == ReportPeriod::all;
  if (period != ReportPeriod::custom) return;
  const auto year = window_of(ReportPeriod::this_year, today);
  auto from = Date::parse_iso(value_of(build.request, "from")).value_or(year.first);
  auto to = Date::parse_iso(value_of(build.request, "to")).value_or(today);
  build.report.custom = true;
  build.report.from = format_date(from, build.language());
  build.report.to = format_date(to, build.language());
  if (to < from) std::swap(from, to);
  build.scope.window = {from, to};
}

Status choose_records(ReportBuild& build, bool one_pipeline) {
  auto owners = build.names.owner_options();
  owners.insert(owners.begin(), {"", Label(msg("report.all_owners"))});
  if (const auto id = Uuid::parse(build.choice("owner", msg("report.owner"), std::move(owners)))) build.scope.owner = {*id};
  COHOI_TRY(auto pipelines, store::all<Pipeline>(build.session.db()));
  stable_order(pipelines, [](const Pipeline& a, const Pipeline& b) { return a.position < b.position; });
  if (pipelines.size() == 1) {
    if (one_pipeline) build.scope.pipeline = pipelines.front().id;
    return {};
  }
  std::vector<Option> options;
  if (!one_pipeline) options.push_back({"", Label(msg("report.all_pipelines"))});
  for (const auto& pipeline : pipelines) options.push_back({pipeline.id.to_string(), Label(pipeline_name(pipeline))});
  if (const auto id = Uuid::parse(build.choice("pipeline", msg("report.pipeline"), std::move(options)))) build.scope.pipeline = {*id};
  return {};
}

}  // namespace

ReportKind report_kind(const ReportRequest& request) {
  const auto name = value_of(request, "report");
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (kinds[i].name == name) return static_cast<ReportKind>(i);
  return ReportKind::funnel;
}

std::vector<Option> report_kinds() {
  std::vector<Option> options;
  for (const auto& kind : kinds) options.push_back({std::string(kind.name), Label(msg("report.kind." + std::string(kind.name)))});
  return options;
}

Result<Report> report(Session& session, Names& names, const ReportRequest& request) {
  Report result;
  result.kind = report_kind(request);
  const auto& kind = kinds[static_cast<std::size_t>(result.kind)];
  ReportBuild build{.session = session, .names = names, .request = request, .report = result, .scope = {}};
  build.scope.utc_offset_minutes = session.clock().utc_offset_minutes();
  build.scope.now = session.clock().now();
  choose_window(build, kind.usual);
  COHOI_CHECK(choose_records(build, kind.one_pipeline));
  COHOI_CHECK(kind.build(build));
  return result;
}

std::string address_of(const ReportRequest& request) {
  std::string address = "#/reports";
  for (const char* key : keys)
    if (const auto value = value_of(request, key); !value.empty() && plain(value)) address.append(address.size() > 9 ? "&" : "?").append(key).append("=").append(value);
  return address;
}

ReportRequest other_report(const ReportRequest& request, const std::string& kind) {
  ReportRequest other{{"report", kind}};
  for (const char* key : {"owner", "pipeline"}) other[key] = value_of(request, key);
  return other;
}

bool set_day(ReportRequest& request, const std::string& key, std::string_view typed) {
  const auto day = parse_date(typed);
  if (day) request[key] = day->to_iso();
  return day.has_value();
}

}  // namespace cohoi::app
