#include "web/views/reports_view.h"

#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/chart.h"

namespace cohoi::views {

namespace {

void go(const app::ReportRequest& request, IntentSink& sink) { sink.push(Navigate{app::address_of(request)}); }

void draw_kinds(const app::Report& model, const ReportsState& state, IntentSink& sink) {
  const auto kinds = app::report_kinds();
  auto chosen = kinds[static_cast<std::size_t>(model.kind)].value;
  bool changed = false;
  if (ui::region_css_width() < 640) {
    changed = ui::select_field("kind", {.label = text::report_kind()}, options(kinds), chosen);
  } else {
    std::vector<ui::Choice> choices;
    for (const auto& kind : kinds) choices.push_back({.key = kind.value, .label = show(kind.label)});
    changed = ui::tabs("kind", text::report_kind(), choices, chosen);
  }
  if (changed) go(app::other_report(state.request, chosen), sink);
}

void draw_day(const std::string& key, const std::string& label, const std::string& now, ReportsState& state, IntentSink& sink) {
  auto& typed = state.typed[key];
  if (const auto edit = ui::date_field(key, {.label = label, .error = state.errors[key]}, typed.empty() ? typed = now : typed); edit == ui::Edit::committed) {
    auto request = state.request;
    const bool fits = app::set_day(request, key, typed);
    state.errors[key] = fits ? std::string() : text::report_day_error();
    if (!fits) return;
    typed.clear();
    go(request, sink);
  }
}

void draw_filters(const app::Report& model, ReportsState& state, IntentSink& sink) {
  const auto cells = model.filters.size() + (model.custom ? 2U : 0U);
  ui::Row row(ui::equal_columns(ui::is_phone() ? 150 : 176, static_cast<int>(cells)), ui::gap_medium);
  bool first = true;
  for (const auto& filter : model.filters) {
    if (!first) row.next();
    first = false;
    auto chosen = filter.chosen;
    if (ui::select_field(filter.key, {.label = show(filter.label)}, options(filter.options), chosen)) {
      auto request = state.request;
      request[filter.key] = chosen;
      go(request, sink);
    }
    if (filter.key != "period" || !model.custom) continue;
    row.next();
    draw_day("from", text::report_from(), model.from, state, sink);
    row.next();
    draw_day("to", text::report_to(), model.to, state, sink);
  }
}

void draw_figures(const std::vector<app::ReportFigure>& figures) {
  if (figures.empty()) return;
  float widest = ui::px(150);  // a sum that is cut says nothing
  for (const auto& figure : figures) widest = std::max(widest, ui::text_width(figure.value, ui::TextStyle::figure));
  ui::Row row(ui::equal_columns(widest / ui::context().scale, static_cast<int>(figures.size())), ui::gap_large);
  bool first = true;
  for (const auto& figure : figures) {
    if (!first) row.next();
    first = false;
    ui::figure(show(figure.label), figure.value, show(figure.detail));
  }
}

ui::Rect draw_chart(const app::ReportChart& model) {
  ui::Chart look{.shape = static_cast<ui::ChartShape>(model.shape), .name = ui::translate(model.sentence), .series = {}, .points = {}, .marks = {}};
  for (const auto& series : model.series) look.series.push_back({show(series.name), static_cast<ui::ChartInk>(series.ink)});
  for (const auto& point : model.points) look.points.push_back({show(point.label), point.values, point.texts, show(point.note)});
  for (const auto& mark : model.marks) look.marks.push_back({mark.value, mark.text});
  return ui::chart("chart", look);
}

void draw_table(const app::ReportPart& part) {
  ui::List look{.name = text::report_table(show(part.title)), .columns = {}, .row_count = part.table.rows.size()};
  std::size_t number = 0;
  for (const auto& column : part.table.columns) {
    // As wide as its longest figure: a sum that is cut says nothing.
    float width = column.figures ? 72.0F : 136.0F;
    for (const auto& row : part.table.rows)
      if (column.figures) width = std::max(width, ui::text_width(show(row[number].label), ui::TextStyle::body) / ui::context().scale + 26.0F);
    look.columns.push_back({.key = std::to_string(number++), .label = show(column.label), .width = width, .weight = 1.0F, .align = column.figures ? ui::Align::end : ui::Align::start});
  }
  look.key_of = [](std::size_t index) { return std::to_string(index); };
  look.cells_of = [&](std::size_t index, ui::RowCells& cells) {
    bool first = true;
    for (const auto& cell : part.table.rows[index]) {
      if (cell.address.empty()) cells.text(show(cell.label), ui::Tone::normal, first);
      else cells.link(show(cell.label), cell.address);
      first = false;
    }
  };
  look.css_height = 37.0F + 64.0F * static_cast<float>(look.row_count);  // no scrolling of its own
  (void)ui::list("rows", look);
}

void save_picture(const app::ReportPart& part, const ui::Rect& place, ReportsState& state, IntentSink& sink) {
  constexpr int patience = 30;
  if (state.picture != part.key || (!ui::bring_into_sight(place) && ++state.picture_frames < patience)) return;
  const auto box = place.inset(-ui::px(12), -ui::px(8)).clipped(ui::current_clip());
  sink.push(SavePicture{part.key + ".png", static_cast<int>(box.min.x), static_cast<int>(box.min.y), static_cast<int>(box.width()), static_cast<int>(box.height())});
  state.picture.clear();
}

void draw_part(const app::ReportPart& part, ReportsState& state, IntentSink& sink) {
  const ui::IdScope scope(part.key);
  const auto title = show(part.title);
  const ui::Section section(title, [&] {
    if (part.empty) return;
    if (ui::button("csv", {.label = text::report_csv(), .kind = ui::ButtonKind::quiet, .icon = icon::download, .name = text::report_csv_name(title)}))
      sink.push(SaveText{part.key + ".csv", "text/csv;charset=utf-8", app::report_csv(part.table, [](const Message& message) { return ui::translate(message); })});
    if (ui::button("png", {.label = text::report_png(), .kind = ui::ButtonKind::quiet, .icon = icon::download, .name = text::report_png_name(title)})) {
      state.picture = part.key;
      state.picture_frames = 0;
      ui::context().request_frame();
    }
  });
  ui::paragraph(show(part.meaning), ui::TextStyle::caption, ui::Tone::second);
  if (part.empty) {
    ui::paragraph(text::report_nothing(), ui::TextStyle::body, ui::Tone::second);
    return;
  }
  draw_figures(part.figures);
  ui::space(4);
  save_picture(part, draw_chart(part.chart), state, sink);
  ui::space(4);
  draw_table(part);
}

}  // namespace

void draw_reports(const app::Report& model, ReportsState& state, IntentSink& sink) {
  const ui::Page page("reports", text::nav_reports(), ui::PageBody::scrolls);
  draw_kinds(model, state, sink);
  draw_filters(model, state, sink);
  bool empty = true;
  for (const auto& part : model.parts) empty &= part.empty;
  if (empty) {
    ui::empty_state(icon::search, text::report_nothing(), text::report_nothing_hint(), [&] {
      if (!ui::button("all", {.label = text::report_show_all()})) return;
      auto request = state.request;
      request["period"] = "all";
      go(request, sink);
    });
    return;
  }
  for (const auto& part : model.parts) draw_part(part, state, sink);
}

}  // namespace cohoi::views
