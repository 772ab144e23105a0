#include "web/views/home_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_empty(IntentSink& sink) {
  const ui::Page page("home", text::home_title(), ui::PageBody::scrolls);
  ui::empty_state(icon::sprout, text::home_empty_title(), text::home_empty_hint(), [&] {
    if (ui::button("sample", {.label = text::home_load_sample(), .kind = ui::ButtonKind::primary, .icon = icon::sparkles}))
      sink.push(Execute{app::LoadSampleData{}});
    if (ui::button("import", {.label = text::home_import(), .icon = icon::upload})) sink.push(Navigate{"#/import"});
    if (ui::button("add", {.label = text::home_add_lead(), .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::new_record, {Entity::lead, {}}, {}, {}});
  });
  ui::link("guide", {.label = text::lead_guide_link(), .href = "#/guide", .icon = icon::book_open});
}

void draw_due(const std::vector<app::ActivityRow>& rows, IntentSink& sink) {
  for (const auto& row : rows) {
    const ui::IdScope scope(row.id.to_string());
    ui::Row line({ui::natural(), ui::flexible()}, ui::gap_small);
    const auto title = show(row.title);
    if (ui::icon_button("done", {.name = text::activity_mark_done(title), .icon = icon::circle})) sink.push(Execute{app::CompleteActivity{row.id, true}});
    line.next();
    const ui::Stack tight(2);
    if (row.about_address.empty()) ui::text(title);
    else ui::link("open", {.label = title, .href = row.about_address});
    ui::caption(row.about.empty() ? row.when : row.when + " · " + row.about, row.overdue ? ui::Tone::bad : ui::Tone::second);
  }
}

void draw_rows(const std::vector<app::HomeRow>& rows, const std::string& nothing) {
  if (rows.empty()) ui::paragraph(nothing, ui::TextStyle::body, ui::Tone::second);
  std::size_t index = 0;
  for (const auto& row : rows) {
    const ui::IdScope scope(index++);
    const ui::Stack tight(2);
    ui::link("open", {.label = row.title, .href = row.address});
    if (const auto second = show(row.second); !second.empty()) ui::caption(second);
  }
}

void draw_funnel(const app::Home& model) {
  const ui::Section section(text::home_funnel());
  ui::Row row(ui::equal_columns(120, static_cast<int>(model.funnel.size())), ui::gap_medium);
  bool first = true;
  std::size_t index = 0;
  for (const auto& step : model.funnel) {
    if (!first) row.next();
    first = false;
    const ui::IdScope scope(index++);
    const ui::Stack tight(4);
    ui::link("open", {.label = show(step.name), .href = step.address, .style = ui::TextStyle::caption});
    ui::text(format_number(step.count, ui::context().language), ui::TextStyle::semibold);
    ui::progress("share", {.label = show(step.name), .share = step.share, .value = step.sum});
  }
}

void draw_columns(const app::Home& model, IntentSink& sink) {
  ui::Row row({ui::flexible(1), ui::flexible(1), ui::flexible(1)}, ui::gap_large, 860);
  {
    const ui::Section section(text::home_my_day());
    if (model.overdue.empty() && model.today.empty()) ui::paragraph(text::home_nothing_due(), ui::TextStyle::body, ui::Tone::second);
    if (!model.overdue.empty()) ui::heading(text::home_overdue(), 3);
    draw_due(model.overdue, sink);
    if (!model.today.empty()) ui::heading(text::home_today(), 3);
    draw_due(model.today, sink);
  }
  row.next();
  {
    const ui::Stack column(ui::gap_large);
    const auto number = [](std::int64_t count) { return format_number(count, ui::context().language); };
    {
      const ui::IdScope scope("ready");
      const ui::Section section(text::home_ready(number(model.ready_count)));
      draw_rows(model.ready, text::home_none_ready());
    }
    const ui::IdScope scope("lacking");
    const ui::Section section(text::home_lack_one(number(model.lack_one_count)));
    draw_rows(model.lack_one, text::home_none_lacking());
  }
  row.next();
  {
    const ui::Stack column(ui::gap_large);
    {
      const ui::Section section(text::home_forecast(model.forecast_month));
      ui::figure(text::home_weighted(), model.forecast_weighted.empty() ? "–" : model.forecast_weighted,
                 text::home_of_open(model.forecast_amount.empty() ? "–" : model.forecast_amount,
                                    format_number(model.forecast_count, ui::context().language)));
    }
    const ui::IdScope scope("rotting");
    const ui::Section section(text::home_rotting());
    draw_rows(model.rotting, text::home_none_rotting());
  }
}

}  // namespace

void draw_home(const app::Home& model, IntentSink& sink) {
  if (model.empty) {
    draw_empty(sink);
    return;
  }
  const ui::Page page("home", text::home_title(), ui::PageBody::scrolls);
  draw_columns(model, sink);
  draw_funnel(model);
}

}  // namespace cohoi::views
