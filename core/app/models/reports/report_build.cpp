#include "core/app/models/reports/report_build.h"

#include <algorithm>

#include "core/app/import/csv.h"

namespace cohoi::app {

std::string ReportBuild::choice(const char* key, Message label, std::vector<Option> options) {
  const auto asked = request.find(key);
  auto chosen = options.empty() ? std::string() : options.front().value;
  for (const auto& option : options)
    if (asked != request.end() && option.value == asked->second) chosen = option.value;
  report.filters.push_back({key, Label(std::move(label)), std::move(options), chosen});
  return chosen;
}

Currency ReportBuild::currency(const std::vector<Currency>& there) {
  const auto usual = session.settings().currency;
  if (there.empty()) return usual;
  if (there.size() == 1) return there.front();
  std::vector<Option> options;
  for (const auto& one : there) {
    const std::string code(one.code());
    options.insert(one == usual ? options.begin() : options.end(), {code, Label(code)});
  }
  return Currency::parse(choice("currency", msg("report.currency"), std::move(options))).value_or(usual);
}

std::string ReportBuild::number(std::int64_t count) const { return format_number(count, language()); }
std::string ReportBuild::rate(std::int64_t part, std::int64_t whole) const { return format_percent(part, whole, language()); }

Arg ReportBuild::window() const {
  if (whole_time) return std::vector<Message>{msg("report.period.all")};
  return format_date(scope.window.first, language()) + " – " + format_date(scope.window.last, language());
}

std::vector<Stage> ReportBuild::open_stages() const {
  std::vector<Stage> stages;
  for (const auto& stage : names.stages())
    if (stage.kind == StageKind::open && stage.pipeline_id == scope.pipeline) stages.push_back(stage);
  return stages;
}

namespace {

// As programs read numbers: "1234.50", "62.5".
std::string without(std::string text, std::string_view signs) {
  text.erase(std::remove_if(text.begin(), text.end(), [&](char c) { return signs.find(c) != signs.npos; }), text.end());
  return text;
}

}  // namespace

Arg argument(const Label& label) {
  if (label.message.key.empty()) return label.text;
  return std::vector<Message>{label.message};
}

ReportCell name_cell(Label label, std::string plain) { return {std::move(label), std::move(plain), {}}; }
ReportCell count_cell(const ReportBuild& build, std::int64_t count) { return {Label(build.number(count)), std::to_string(count), {}}; }
ReportCell money_cell(const ReportBuild& build, Money money) { return {Label(format_money(money, build.language())), without(money_for_field(money, Language::en), ","), {}}; }

ReportCell rate_cell(const ReportBuild& build, std::int64_t part, std::int64_t whole) {
  auto plain = whole == 0 ? std::string() : without(format_percent(part, whole, Language::en), ",%");
  return {Label(build.rate(part, whole)), std::move(plain), {}};
}

ReportCell days_cell(const ReportBuild& build, std::int64_t tenths) {
  auto shown = build.number(tenths / 10);
  const auto rest = std::to_string(tenths % 10);
  if (rest != "0") shown += (build.language() == Language::vi ? "," : ".") + rest;
  return {Label(msg("report.days", shown)), std::to_string(tenths / 10) + "." + rest, {}};
}

std::vector<ReportMark> marks_of(const ReportBuild& build, std::int64_t largest, const Currency* currency) {
  // Money is stepped in whole units of what people count.
  std::int64_t unit = 1;
  for (int i = 0; currency && i < currency->minor_digits(); ++i) unit *= 10;
  const std::int64_t step = axis_step(std::max<std::int64_t>(1, largest / unit)) * unit;
  std::vector<ReportMark> marks;
  for (std::int64_t value = 0;; value += step) {
    marks.push_back({value, currency ? format_money_short({value, *currency}, build.language()) : build.number(value)});
    if (value >= largest && value > 0) return marks;
  }
}

std::string report_csv(const ReportTable& table, std::string (*say)(const Message&)) {
  const auto said = [say](const Label& label) { return label.message.key.empty() ? label.text : say(label.message); };
  std::string out(utf8_mark);
  std::vector<std::string> record;
  for (const auto& column : table.columns) record.push_back(said(column.label));
  append_csv_record(out, record);
  for (const auto& row : table.rows) {
    record.clear();
    for (const auto& cell : row) record.push_back(!cell.plain.empty() ? cell.plain : cell.label.text == "–" ? std::string() : said(cell.label));
    append_csv_record(out, record);
  }
  return out;
}

}  // namespace cohoi::app
