// What stands above every record: the facts at a glance, and the next thing to do about it.
#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/record_parts.h"

namespace cohoi::views {

namespace {

void draw_fact(const app::Fact& fact) {
  const ui::Stack tight(2);
  ui::caption(show(fact.label));
  const auto value = show(fact.value);
  if (!fact.address.empty()) ui::link("value", {.label = value, .href = fact.address});
  else ui::text(value, ui::TextStyle::semibold, fact.tone == app::Tone::neutral ? ui::Tone::normal : tone(fact.tone));
}

// What is to do next at the left, what can be done about it at the right, or under it where there is little room.
void draw_next_row(ui::Icon glyph, ui::Tone tone, const ui::Draw& what, const ui::Draw& actions) {
  const bool narrow = ui::region_css_width() < 360;
  {
    ui::Row row(narrow ? std::vector<ui::Width>{ui::natural(), ui::flexible()} : std::vector<ui::Width>{ui::natural(), ui::flexible(), ui::natural()},
                ui::gap_small);
    ui::icon(glyph, tone);
    row.next();
    what();
    if (!narrow) {
      row.next();
      const ui::Inline end(ui::Align::end);
      actions();
    }
  }
  if (!narrow) return;
  const ui::Inline line;
  actions();
}

void draw_next(const app::Timeline& timeline, app::RecordRef record, IntentSink& sink) {
  if (timeline.open.empty()) {
    const ui::Inline line;
    ui::icon(icon::calendar, ui::Tone::warning);
    ui::text(text::records_no_next_step(), ui::TextStyle::body, ui::Tone::second);
    if (ui::button("plan", {.label = text::records_plan_next(), .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::log_activity, record, {}, {{"kind", Value(std::string("task"))}}});
    return;
  }
  const auto& next = timeline.open.front();
  const auto what = [&] {
    const ui::Stack tight(2);
    ui::caption(text::records_next_step());
    ui::paragraph(show(next.title), ui::TextStyle::semibold);
  };
  draw_next_row(icon_of(next.kind), ui::Tone::accent, what, [&] {
    const auto when = next.when.empty() ? text::records_no_date() : next.when;
    ui::chip({.label = next.overdue ? text::activity_overdue(when) : when, .tone = next.overdue ? ui::Tone::bad : ui::Tone::second, .icon = icon::calendar});
    if (ui::button("next_done", {.label = text::records_done(), .icon = icon::check})) sink.push(Execute{app::CompleteActivity{next.id, true}});
  });
}

}  // namespace

void draw_head(const std::vector<app::Chip>& marks, const std::vector<app::Fact>& facts, const app::Timeline& timeline, app::RecordRef record,
               IntentSink& sink) {
  ui::chips(chips(marks));
  const ui::IdScope of_head("head");
  const ui::Card card;
  if (!facts.empty()) {
    ui::Row row(ui::equal_columns(ui::is_phone() ? 130.0F : 150.0F, static_cast<int>(facts.size())), ui::gap_large);
    std::size_t index = 0;
    for (const auto& fact : facts) {
      if (index > 0) row.next();
      const ui::IdScope scope(index++);
      draw_fact(fact);
    }
  }
  ui::divider();
  draw_next(timeline, record, sink);
}

void draw_related(const std::string& key, const std::string& title, const std::vector<app::RelatedRow>& rows, const ui::Draw& actions,
                  const std::string& total) {
  const ui::IdScope scope(key);
  const ui::Section section(rows.size() > 1 ? title + " · " + std::to_string(rows.size()) : title, actions);
  if (rows.empty()) ui::paragraph(text::record_none(), ui::TextStyle::body, ui::Tone::second);
  std::size_t index = 0;
  for (const auto& row : rows) {
    if (index > 0) ui::divider();
    const ui::IdScope row_scope(index++);
    ui::Row line({ui::flexible(), ui::natural()}, ui::gap_medium);
    {
      const ui::Stack tight(2);
      {
        const ui::Inline names;
        ui::link("open", {.label = row.title, .href = row.address, .style = ui::TextStyle::semibold});
        for (const auto& mark : row.chips) ui::chip(chip(mark));
      }
      if (!row.second.empty()) ui::caption(row.second);
    }
    line.next();
    if (!row.end.empty()) ui::text(row.end);
  }
  if (total.empty()) return;
  ui::divider();
  ui::Row line({ui::flexible(), ui::natural()}, ui::gap_medium);
  ui::text(text::account_sales_total(), ui::TextStyle::body, ui::Tone::second);
  line.next();
  ui::text(total, ui::TextStyle::semibold);
}

}  // namespace cohoi::views
