#include "web/views/home_view.h"

#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_empty(IntentSink& sink) {
  const ui::Page page("home", text::home_title(), ui::PageBody::scrolls);
  ui::empty_state(icon::sprout, text::home_empty_title(), text::home_empty_hint(), [&] {
    if (ui::button("sample", {.label = text::home_load_sample(), .kind = ui::ButtonKind::primary, .icon = icon::sparkles}))
      sink.push(Execute{app::LoadSampleData{ui::context().language}});
    if (ui::button("import", {.label = text::home_import(), .icon = icon::upload})) sink.push(Navigate{"#/import"});
    if (ui::button("add", {.label = text::home_add_lead(), .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::new_record, {Entity::lead, {}}, {}, {}});
  });
  ui::link("guide", {.label = text::lead_guide_link(), .href = "#/guide", .icon = icon::book_open});
}

void draw_due(const app::HomeDue& due, const std::string& title, ui::Tone tone, IntentSink& sink) {
  if (due.rows.empty()) return;
  const ui::IdScope list(title);
  {
    const ui::Inline line;
    ui::heading(title, 3);
    ui::chip({.label = number(due.count), .tone = tone});
  }
  for (const auto& row : due.rows) {
    const ui::IdScope scope(row.id.to_string());
    ui::divider();
    ui::Row line({ui::natural(), ui::flexible()}, ui::gap_small);
    const auto what = show(row.title);
    if (ui::icon_button("done", {.name = text::activity_mark_done(what), .icon = icon::circle, .hint = text::home_done_hint()}))
      sink.push(Execute{app::CompleteActivity{row.id, true}});
    line.next();
    const ui::Stack tight(2);
    if (row.about_address.empty()) ui::text(what);
    else ui::link("open", {.label = what, .href = row.about_address});
    const bool shows = !row.about.empty(), beside = shows && !ui::is_phone();
    {
      const ui::Inline below;
      ui::icon(icon_of(row.kind), ui::Tone::second, 12.0F);
      ui::caption(row.when, tone == ui::Tone::bad ? ui::Tone::bad : ui::Tone::second);
      if (beside) ui::caption(row.about);
    }
    if (shows && !beside) ui::caption(row.about);
  }
}

void draw_day(const app::Home& model, IntentSink& sink) {
  const auto all = model.overdue.count + model.today.count;
  const ui::Section section(text::home_my_day(), [&] {
    if (ui::button("add_task", {.label = text::home_add_task(), .kind = ui::ButtonKind::quiet, .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::log_activity, {}, {}, {{"kind", Value("task")}}});
  });
  if (all == 0) {
    const auto next = show(model.next_due);
    ui::empty_state(icon::circle_check, text::home_nothing_due(), text::home_nothing_due_hint() + " " + (next.empty() ? text::home_nothing_planned() : next),
                    [] { ui::link("board", {.label = text::home_open_board(), .href = "#/opportunities?view=board"}); });
    return;
  }
  draw_due(model.overdue, text::home_overdue(), ui::Tone::bad, sink);
  draw_due(model.today, text::home_today(), ui::Tone::accent, sink);
  if (all > static_cast<std::int64_t>(model.overdue.rows.size() + model.today.rows.size()))
    ui::link("all", {.label = text::home_see_all(number(all)), .href = model.due_address});
}

void draw_list(std::string_view key, const std::string& title, const app::HomeList& list, ui::Tone tone, const std::string& nothing) {
  const ui::IdScope scope(key);
  const ui::Section section(title, [&] { ui::chip({.label = number(list.count), .tone = list.count > 0 ? tone : ui::Tone::second}); });
  if (list.rows.empty()) ui::paragraph(nothing, ui::TextStyle::body, ui::Tone::second);
  std::size_t index = 0;
  for (const auto& row : list.rows) {
    const ui::IdScope own(index);
    if (index++ > 0) ui::divider();
    const ui::Stack tight(2);
    ui::link("open", {.label = row.title, .href = row.address});
    if (const auto second = show(row.second); !second.empty()) ui::caption(second);
  }
  if (list.count > static_cast<std::int64_t>(list.rows.size())) ui::link("all", {.label = text::home_see_all(number(list.count)), .href = list.address});
}

// A bar for each step, on one ground line.
void draw_funnel(const app::Home& model) {
  const ui::Section section(text::home_funnel());
  ui::Row row(ui::equal_columns(116, static_cast<int>(model.funnel.size()), ui::gap_small), ui::gap_small);
  std::size_t index = 0;
  for (const auto& step : model.funnel) {
    const ui::IdScope scope(index);
    if (index++ > 0) row.next();
    const ui::Stack tight(2);
    const ui::Rect room = ui::place(ui::px(56));
    const auto& theme = ui::theme();
    const float height = std::max(ui::px(3), std::round(room.height() * static_cast<float>(std::sqrt(step.share))));
    const ImU32 ink = ui::ink_of(theme, tone(step.tone));
    ui::fill(room.bottom(height), ui::mix(theme.surface, ink, step.count > 0 ? 0.75F : 0.2F), 4.0F);
    ui::space(4);
    ui::text(number(step.count), ui::TextStyle::section);
    ui::link("open", {.label = show(step.name), .href = step.address, .style = ui::TextStyle::caption});
    ui::caption(step.sum.empty() ? "–" : step.sum);
  }
}

void draw_forecast(const app::Home& model) {
  const ui::Section section(text::home_forecast(model.forecast_month));
  if (model.forecast_count == 0) {
    ui::paragraph(text::home_none_closing(), ui::TextStyle::body, ui::Tone::second);
    return;
  }
  ui::figure(text::home_weighted(), model.forecast_weighted.empty() ? "–" : model.forecast_weighted);
  ui::link("open", {.label = text::home_of_open(model.forecast_amount.empty() ? "–" : model.forecast_amount, number(model.forecast_count)),
                    .href = model.forecast_address});
}

}  // namespace

void draw_home(const app::Home& model, HomeState& state, IntentSink& sink) {
  if (model.empty) {
    draw_empty(sink);
    return;
  }
  const ui::Page page("home", text::home_title(), ui::PageBody::scrolls, [&] {
    (void)ui::segments("whose", text::home_whose(), {{.key = "mine", .label = text::home_mine()}, {.key = "everybody", .label = text::home_everybody()}}, state.whose);
  });
  if (state.days_without_backup > 0) {
    ui::banner("backup", ui::BannerKind::information, text::home_backup_reminder(number(state.days_without_backup)), [&] {
      if (ui::button("save", {.label = text::settings_backup(), .kind = ui::ButtonKind::primary})) sink.push(UseFile{FileAction::save_backup});
      if (ui::button("later", {.label = text::home_backup_later()})) sink.push(RemindLater{});
    });
  }
  {
    ui::Row row({ui::flexible(3), ui::flexible(2)}, ui::gap_large, 860);
    draw_day(model, sink);
    row.next();
    const ui::Stack column(ui::gap_large);
    draw_forecast(model);
    draw_list("rotting", text::home_waiting(), model.rotting, ui::Tone::warning, text::home_none_rotting());
  }
  draw_funnel(model);
  ui::Row row({ui::flexible(), ui::flexible()}, ui::gap_large, 860);
  draw_list("ready", text::home_ready(), model.ready, ui::Tone::good, text::home_none_ready());
  row.next();
  draw_list("lacking", text::home_lack_one(), model.lack_one, ui::Tone::warning, text::home_none_lacking());
}

}  // namespace cohoi::views
