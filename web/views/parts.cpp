#include "web/views/parts.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

std::string show(const app::Label& label) { return label.message.key.empty() ? label.text : ui::translate(label.message); }

ui::Tone tone(app::Tone tone) {
  switch (tone) {
    case app::Tone::accent: return ui::Tone::accent;
    case app::Tone::good: return ui::Tone::good;
    case app::Tone::warning: return ui::Tone::warning;
    case app::Tone::bad: return ui::Tone::bad;
    case app::Tone::neutral: break;
  }
  return ui::Tone::second;
}

ui::Chip chip(const app::Chip& chip) { return {.label = show(chip.label), .tone = tone(chip.tone)}; }

std::vector<ui::Chip> chips(const std::vector<app::Chip>& list) {
  std::vector<ui::Chip> looks;
  looks.reserve(list.size());
  for (const auto& item : list) looks.push_back(chip(item));
  return looks;
}

std::vector<ui::Option> options(const std::vector<app::Option>& list) {
  std::vector<ui::Option> shown;
  shown.reserve(list.size());
  for (const auto& option : list) shown.push_back({option.value, show(option.label)});
  return shown;
}

ui::Icon icon_of(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::call: return icon::phone;
    case ActivityKind::meeting: return icon::users;
    case ActivityKind::email: return icon::mail;
    case ActivityKind::note: return icon::sticky_note;
    case ActivityKind::task: break;
  }
  return icon::square_check;
}

void draw_facts(const std::vector<app::Fact>& facts) {
  const ui::Stack stack(ui::gap_medium);
  std::size_t index = 0;
  for (const auto& fact : facts) {
    const ui::IdScope scope(index++);
    const auto value = show(fact.value);
    if (fact.address.empty()) {
      const auto shown_tone = fact.tone == app::Tone::neutral ? ui::Tone::normal : tone(fact.tone);
      ui::fact(show(fact.label), value, shown_tone);
    } else {
      const ui::Stack tight(2);
      ui::caption(show(fact.label));
      ui::link("value", {.label = value, .href = fact.address});
    }
  }
}

void draw_lookalikes(const std::vector<app::Lookalike>& looks) {
  std::size_t index = 0;
  for (const auto& look : looks) {
    const ui::IdScope scope(index++);
    std::vector<std::string> reasons;
    for (const auto& reason : look.reasons) reasons.push_back(ui::translate(reason));
    ui::banner("lookalike", ui::BannerKind::warning, text::form_looks_like(look.title, ui::join_list(reasons)),
               [&] { ui::link("open", {.label = text::form_open_it(), .href = look.address}); });
  }
}

void draw_activity_buttons(app::RecordRef record, IntentSink& sink) {
  const ui::Inline line;
  const auto ask = [&](ActivityKind kind) {
    sink.push(OpenDialog{DialogKind::log_activity, record, {}, {{"kind", Value(std::string(name_of(kind)))}}});
  };
  if (ui::button("log_call", {.label = text::activity_log_call(), .icon = icon::phone})) ask(ActivityKind::call);
  if (ui::button("log_meeting", {.label = text::activity_log_meeting(), .icon = icon::users})) ask(ActivityKind::meeting);
  if (ui::button("add_task", {.label = text::activity_add_task(), .icon = icon::square_check})) ask(ActivityKind::task);
  if (ui::button("add_note", {.label = text::activity_add_note(), .icon = icon::sticky_note})) ask(ActivityKind::note);
}

namespace {

void draw_activity(const app::ActivityRow& activity, IntentSink& sink) {
  const ui::IdScope scope(activity.id.to_string());
  ui::Row row({ui::natural(), ui::flexible()}, ui::gap_small);
  const auto title = show(activity.title);
  if (activity.kind == ActivityKind::task || !activity.done) {
    const ui::IconButton mark{.name = text::activity_mark_done(title),
                              .icon = activity.done ? icon::circle_check : icon::circle,
                              .pressed = activity.done ? ui::Tristate::yes : ui::Tristate::no};
    if (ui::icon_button("done", mark)) sink.push(Execute{app::CompleteActivity{activity.id, !activity.done}});
  } else {
    ui::icon(icon_of(activity.kind));
  }
  row.next();
  const ui::Stack tight(2);
  ui::text(title, ui::TextStyle::semibold);
  if (!activity.notes.empty()) ui::paragraph(activity.notes);
  auto foot = activity.when;
  if (!activity.who.empty()) foot += (foot.empty() ? "" : " · ") + activity.who;
  if (!foot.empty()) ui::caption(activity.overdue ? text::activity_overdue(foot) : foot, activity.overdue ? ui::Tone::bad : ui::Tone::second);
}

}  // namespace

void draw_timeline(const app::Timeline& timeline, IntentSink& sink) {
  if (timeline.open.empty() && timeline.done.empty()) ui::paragraph(text::activity_none(), ui::TextStyle::body, ui::Tone::second);
  if (!timeline.open.empty()) ui::heading(text::activity_to_do(), 3);
  for (const auto& activity : timeline.open) draw_activity(activity, sink);
  if (!timeline.done.empty()) ui::heading(text::activity_done(), 3);
  for (const auto& activity : timeline.done) draw_activity(activity, sink);
  if (timeline.history.empty()) return;
  ui::divider();
  ui::heading(text::history_title(), 3);
  for (const auto& change : timeline.history) {
    const ui::Stack tight(2);
    ui::paragraph(show(change.what));
    ui::caption(change.who.empty() ? change.when : change.when + " · " + change.who);
  }
}

}  // namespace cohoi::views
