#include "core/base/when.h"
#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/calendar.h"
#include "web/views/activities_view.h"

namespace cohoi::views {

namespace {

ui::Tone tone_of(const app::ActivityItem& item) {
  if (item.done) return ui::Tone::second;
  if (item.overdue) return ui::Tone::bad;
  return item.kind == ActivityKind::meeting ? ui::Tone::good : item.kind == ActivityKind::call ? ui::Tone::warning : ui::Tone::accent;
}

ui::CalendarItem shown(const app::ActivityItem& item) {
  ui::CalendarItem look;
  look.key = item.id.to_string();
  look.label = show(item.title);
  look.minutes = item.minutes;
  if (item.minutes > 0) look.clock = format_clock(item.minutes);
  look.name = look.clock.empty() ? look.label : look.clock + " " + look.label;
  if (!item.about.empty()) look.name += " · " + item.about;
  if (item.done) look.name = text::activities_is_done(look.name);
  look.tone = tone_of(item);
  look.done = item.done;
  return look;
}

ui::Calendar look_of(const app::CalendarPage& model, const ActivitiesState& state) {
  const auto language = ui::context().language;
  ui::Calendar look;
  look.name = model.title;
  look.today = model.today;
  look.hours = model.week;
  look.now_minutes = model.now_minutes;
  look.dots = ui::is_phone();
  for (int i = 0; i < 7; ++i) {
    const Date day{model.first.days + i};
    auto head = weekday_short(i + 1, language);
    if (model.week) head += " " + std::to_string(day.day());
    look.weekdays.push_back(std::move(head));
    look.weekday_names.push_back(model.week ? format_long_day(day, language) : weekday_name(i + 1, language));
  }
  Date chosen = state.chosen;
  const Date last{model.first.days + static_cast<int>(model.days.size()) - 1};
  if (chosen < model.first || chosen > last) chosen = model.today >= model.first && model.today <= last ? model.today : model.week ? model.first : *Date::from_ymd(model.month.year(), model.month.month(), 1);
  look.chosen = chosen;
  for (std::size_t i = 0; i < model.days.size(); ++i) {
    ui::CalendarDay day;
    day.date = Date{model.first.days + static_cast<int>(i)};
    day.outside = !model.week && Month::of(day.date) != model.month;
    day.name = format_long_day(day.date, language);
    if (!model.days[i].empty()) day.name += ", " + text::activities_count(format_number(static_cast<std::int64_t>(model.days[i].size()), language));
    for (const auto& item : model.days[i]) day.items.push_back(shown(item));
    look.days.push_back(std::move(day));
  }
  return look;
}

void draw_tools(const app::CalendarPage& model, ActivitiesState& state, IntentSink& sink) {
  const auto go = [&](const app::ActivitiesPlace& place) { sink.push(Navigate{app::address_of(place)}); };
  const ui::Inline line;
  if (ui::icon_button("earlier", {.name = model.week ? text::activities_week_before() : text::activities_month_before(), .icon = icon::chevron_left})) go(app::turned(state.place, -1));
  if (ui::button("today", {.label = text::activities_today()})) {
    state.chosen = model.today;
    go({app::ActivitiesView::calendar, state.place.week, model.today});
  }
  if (ui::icon_button("later", {.name = model.week ? text::activities_week_after() : text::activities_month_after(), .icon = icon::chevron_right})) go(app::turned(state.place, 1));
  ui::heading(model.title, 2);
  if (ui::is_phone()) return;
  std::string chosen = model.week ? "week" : "month";
  if (ui::segments("span", text::activities_span(), {{.key = "month", .label = text::activities_month()}, {.key = "week", .label = text::activities_week()}}, chosen)) {
    const bool here = Month::of(state.chosen) == Month::of(state.place.day) || (state.place.week && state.chosen == state.place.day);
    go({app::ActivitiesView::calendar, chosen == "week", here ? state.chosen : state.place.day});
  }
}

void ask_new(Date day, int minutes, const app::ActivityForms& forms, IntentSink& sink) {
  sink.push(OpenDialog{DialogKind::new_activity, {}, {}, {{"due_at", Value(forms.moment_on(day, minutes).ms)}}});
}

}  // namespace

void draw_calendar(const app::CalendarPage& model, ActivitiesState& state, const app::ActivityForms& forms, IntentSink& sink) {
  draw_tools(model, state, sink);
  auto look = look_of(model, state);
  const bool phone = ui::is_phone();
  if (phone) look.css_height = 32.0F + 52.0F * static_cast<float>(look.days.size() / 7);
  const auto events = ui::calendar("calendar", look);
  const auto show_week = [&](Date day) { sink.push(Navigate{app::address_of(app::ActivitiesPlace{app::ActivitiesView::calendar, true, day})}); };
  if (events.item) {
    if (const auto id = Uuid::parse(*events.item)) sink.push(OpenDialog{DialogKind::edit_activity, {Entity::activity, *id}, {}, {}});
  } else if (events.all_of) {
    state.chosen = *events.all_of;
    show_week(*events.all_of);
  } else if (events.day) {
    state.chosen = *events.day;
    if (!phone) ask_new(*events.day, events.minutes, forms, sink);
  }
  if (events.go_to) {
    state.chosen = *events.go_to;
    sink.push(Navigate{app::address_of(app::ActivitiesPlace{app::ActivitiesView::calendar, model.week, *events.go_to})});
  }
  if (events.moved) {
    for (const auto& day : model.days)
      for (const auto& item : day)
        if (item.id.to_string() == events.moved->item) sink.push(Execute{app::Reschedule{{item.id}, forms.moment_on(events.moved->to, events.moved->minutes.value_or(item.minutes))}});
  }
  if (!phone) return;
  // The chosen day's own, under the month.
  ui::Card card(8);
  ui::heading(format_long_day(look.chosen, ui::context().language), 3);
  const auto& items = model.days[static_cast<std::size_t>(look.chosen.days - model.first.days)];
  if (items.empty()) ui::caption(text::activities_free_day());
  for (const auto& item : items) {
    const ui::IdScope scope(item.id.to_string());
    draw_activity_item(item, state.everybody, forms, sink);
  }
  if (ui::button("add", {.label = text::activity_new_task(), .kind = ui::ButtonKind::quiet, .icon = icon::plus})) ask_new(look.chosen, 0, forms, sink);
}

}  // namespace cohoi::views
