// The reports: what each shows as key figures, a chart and the same as a table. Every figure says what it counts, of what, and when.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/app/models/names.h"
#include "core/domain/figures.h"

namespace cohoi::app {

enum class ReportKind : std::uint8_t { funnel, forecast, win_loss, time, trend, exceptions };

// What was asked for, as it stands in the address: report, period, from, to, owner, pipeline, basis, by, measure, currency.
using ReportRequest = std::map<std::string, std::string>;

// `plain` is for files: a number without grouping, an ISO month; empty where the label says the same.
struct ReportCell {
  Label label;
  std::string plain;
  std::string address;  // the records behind the figure
};

struct ReportColumn {
  Label label;
  bool figures = true;
};

struct ReportTable {
  std::vector<ReportColumn> columns;
  std::vector<std::vector<ReportCell>> rows;
};

enum class ReportShape : std::uint8_t {
  funnel,  // steps beside each other, each a share of the first
  bars,    // lying, one a row, series end to end
  stacks,  // standing, one a month, series on each other
  lines,   // over months
};
enum class ReportInk : std::uint8_t { accent, middle, faint, good, bad, neutral };

struct ReportSeries {
  Label name;
  ReportInk ink = ReportInk::accent;
};

struct ReportPoint {
  Label label;
  std::vector<std::int64_t> values;  // one a series
  std::vector<std::string> texts;    // the same as written
  Label note;                        // second text: the rate, the median
};

struct ReportMark {
  std::int64_t value = 0;
  std::string text;
};

struct ReportChart {
  ReportShape shape = ReportShape::bars;
  Message sentence;  // the whole in words, for who does not see it
  std::vector<ReportSeries> series;
  std::vector<ReportPoint> points;
  std::vector<ReportMark> marks;  // of the axis; stacks and lines
};

struct ReportFigure {
  Label label;
  std::string value;
  Label detail;  // numerator and denominator
};

struct ReportPart {
  std::string key;  // also the name of its files
  Label title;
  Label meaning;    // what is counted, and when
  std::vector<ReportFigure> figures;
  ReportChart chart;
  ReportTable table;
  bool empty = false;  // nothing in the window
};

// A choice above the report.
struct ReportFilter {
  std::string key;
  Label label;
  std::vector<Option> options;
  std::string chosen;
};

struct Report {
  ReportKind kind = ReportKind::funnel;
  std::vector<ReportFilter> filters;
  bool custom = false;            // two days are asked for
  std::string from, to;           // as they are typed
  std::vector<ReportPart> parts;
};

[[nodiscard]] Result<Report> report(Session& session, Names& names, const ReportRequest& request);
[[nodiscard]] ReportKind report_kind(const ReportRequest& request);
[[nodiscard]] std::vector<Option> report_kinds();
// "#/reports?report=forecast&period=next_6".
[[nodiscard]] std::string address_of(const ReportRequest& request);
// Another report with the same owner and pipeline.
[[nodiscard]] ReportRequest other_report(const ReportRequest& request, const std::string& kind);
// Sets "from" or "to" to a day as people write it; false when it is none.
[[nodiscard]] bool set_day(ReportRequest& request, const std::string& key, std::string_view typed);

// UTF-8 with its mark, heads and rows; `say` translates.
[[nodiscard]] std::string report_csv(const ReportTable& table, std::string (*say)(const Message&));

}  // namespace cohoi::app
