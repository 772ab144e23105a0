#include "web/views/activities_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

OpenDialog edit(ActivityId id) { return {DialogKind::edit_activity, {Entity::activity, id.uuid}, {}, {}}; }

void draw_menu(const app::ActivityItem& item, const std::string& title, const app::ActivityForms& forms, IntentSink& sink) {
  std::vector<ui::MenuItem> items{{.key = "edit", .label = text::ui_edit(), .icon = icon::pencil}};
  if (!item.done) {
    items.push_back({.key = "tomorrow", .label = text::activity_tomorrow(), .icon = icon::calendar, .divided = true});
    items.push_back({.key = "next_week", .label = text::activity_next_week(), .icon = icon::calendar});
    items.push_back({.key = "none", .label = text::activity_no_date(), .icon = icon::circle_x});
  }
  items.push_back({.key = "delete", .label = text::activity_delete(), .icon = icon::trash_2, .danger = true, .divided = true});
  const auto chosen = ui::menu_icon_button("more", {.name = text::activity_more(title), .icon = icon::ellipsis}, items);
  if (!chosen) return;
  const auto move = [&](int days) { sink.push(Execute{app::Reschedule{{item.id}, forms.moment_on(Date{forms.today().days + days}, item.minutes)}}); };
  if (*chosen == "edit") sink.push(edit(item.id));
  else if (*chosen == "tomorrow") move(1);
  else if (*chosen == "next_week") move(forms.days_to_next_week());
  else if (*chosen == "none") sink.push(Execute{app::Reschedule{{item.id}, {}}});
  else sink.push(Execute{app::DeleteRecords{Entity::activity, {item.id.uuid}}});
}

}  // namespace

void draw_activity_item(const app::ActivityItem& item, bool with_owner, const app::ActivityForms& forms, IntentSink& sink) {
  const auto title = show(item.title);
  const bool phone = ui::region_css_width() < 560.0F;
  ui::Row row(phone ? std::vector<ui::Width>{ui::natural(), ui::flexible(), ui::natural()}
                    : std::vector<ui::Width>{ui::natural(), ui::flexible(5), ui::flexible(3), ui::fixed(164), ui::natural()},
              ui::gap_small);
  const bool fixed = item.kind == ActivityKind::note;
  const ui::IconButton mark{.name = text::activity_mark_done(title), .icon = item.done ? icon::circle_check : icon::circle, .refused = fixed,
                            .pressed = item.done ? ui::Tristate::yes : ui::Tristate::no};
  if (ui::icon_button("done", mark)) sink.push(Execute{app::CompleteActivity{item.id, !item.done}});
  row.next();
  const auto draw_about = [&] {
    if (item.about_address.empty()) return;
    ui::link("about", {.label = item.about, .href = item.about_address, .style = ui::TextStyle::caption, .hint = item.second});
  };
  const auto draw_when = [&] {
    if (item.when.empty()) return;
    ui::caption(item.when, item.overdue ? ui::Tone::bad : ui::Tone::second);
  };
  if (ui::button("open", {.label = title, .kind = ui::ButtonKind::quiet, .icon = icon_of(item.kind), .hint = item.notes})) sink.push(edit(item.id));
  if (phone) {
    const ui::Inset inset(12, 0);
    const ui::Stack tight(2);
    draw_when();
    draw_about();
  }
  if (!phone) {
    row.next();
    {
      const ui::Inset middle(0, 8);
      if (item.about_address.empty()) ui::space(16);
      draw_about();
    }
    row.next();
    const ui::Inset middle(0, 8);
    {
      const ui::Inline line(ui::Align::end);
      draw_when();
      if (with_owner && !item.who.empty()) ui::avatar(item.who, 18.0F);
    }
  }
  row.next();
  draw_menu(item, title, forms, sink);
}

void draw_activity_groups(const app::ActivitiesPage& model, ActivitiesState& state, const app::ActivityForms& forms, IntentSink& sink) {
  const bool done = state.place.view == app::ActivitiesView::done;
  if (model.groups.empty()) {
    ui::empty_state(icon::calendar_check, done ? text::activities_none_done() : text::activities_nothing_to_do(), done ? text::activities_none_done_hint() : text::activities_nothing_to_do_hint(), [&] {
      if (!done && ui::button("add", {.label = text::activity_new_task(), .kind = ui::ButtonKind::primary, .icon = icon::plus})) sink.push(OpenDialog{DialogKind::new_activity, {}, {}, {}});
    });
    return;
  }
  for (const auto& group : model.groups) {
    const ui::IdScope scope(group.key);
    const auto name = show(group.name);
    const ui::Stack stack(ui::gap_small);
    {
      const ui::Inline line;
      ui::heading(name, 2);
      ui::chip({.label = format_number(group.count, ui::context().language), .tone = tone(group.tone)});
    }
    const ui::Card card(6);
    const ui::Stack tight(0);
    const ui::Group list("rows", ui::Role::list, name);
    bool first = true;
    for (const auto& item : group.rows) {
      const ui::IdScope row(item.id.to_string());
      if (!first) ui::divider();
      first = false;
      const ui::Group entry("row", ui::Role::listitem, show(item.title), true);
      if (entry.activated()) sink.push(edit(item.id));
      draw_activity_item(item, state.everybody, forms, sink);
    }
  }
  if (model.more && ui::button("more_rows", {.label = text::activities_show_more()})) state.limit += 100;
}

void draw_activities(ActivitiesState& state, IntentSink& sink, const ui::Draw& body) {
  using View = app::ActivitiesView;
  const auto view = state.place.view;
  const ui::Page page("activities", text::nav_activities(), view == View::list || (view == View::calendar && !ui::is_phone()) ? ui::PageBody::fills : ui::PageBody::scrolls, [&] {
    if (ui::button("create", {.label = text::activity_new_task(), .kind = ui::ButtonKind::primary, .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::new_activity, {}, {}, {}});
  });
  {
    const ui::Inline line;
    std::string chosen(1, static_cast<char>('0' + static_cast<int>(view)));
    const bool wide = !ui::is_phone();  // four words fill a phone's line
    const std::vector<ui::Choice> views{{.key = "0", .label = text::activity_to_do(), .icon = wide ? icon::circle : nullptr},
                                        {.key = "1", .label = text::activity_done(), .icon = wide ? icon::circle_check : nullptr},
                                        {.key = "2", .label = text::activities_calendar(), .icon = wide ? icon::calendar : nullptr},
                                        {.key = "3", .label = text::activities_list(), .icon = wide ? icon::list : nullptr}};
    if (ui::segments("view", text::activities_view(), views, chosen)) {
      auto place = state.place;
      place.view = static_cast<View>(chosen.front() - '0');
      sink.push(Navigate{app::address_of(place)});
    }
    if (view != View::list) {
      std::string who = state.everybody ? "all" : "mine";
      if (ui::segments("who", text::activities_who(), {{.key = "mine", .label = text::activities_mine()}, {.key = "all", .label = text::activities_everybody()}}, who))
        state.everybody = who == "all";
    }
  }
  body();
}

}  // namespace cohoi::views
