#include "web/views/duplicates_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

using Page = app::DuplicatesPage;

std::string title_of(Entity kind) {
  return kind == Entity::account ? text::nav_accounts() : kind == Entity::contact ? text::nav_contacts() : text::nav_leads();
}

void draw_reasons(const std::vector<Message>& reasons) {
  std::vector<ui::Chip> chips;
  for (const auto& reason : reasons) chips.push_back({.label = ui::translate(reason), .tone = ui::Tone::accent});
  ui::chips(chips);
}

void draw_member(const Page::Member& member) {
  const ui::Stack tight(2);
  {
    const ui::Inline line;
    ui::link("open", {.label = member.title, .href = member.address, .style = ui::TextStyle::semibold});
    if (member.converted) ui::chip({.label = text::lead_status_converted(), .tone = ui::Tone::good});
  }
  if (!member.second.empty()) ui::paragraph(member.second, ui::TextStyle::caption, ui::Tone::second);
}

void draw_group(const Page::Group& group, Entity kind, IntentSink& sink) {
  const auto name = text::duplicates_group(group.members.front().title, number(static_cast<std::int64_t>(group.members.size())));
  const ui::Group item("group", ui::Role::listitem, name);
  const ui::Card card;
  const ui::Stack stack(ui::gap_medium);
  draw_reasons(group.reasons);
  {
    ui::Row row(ui::equal_columns(220, 3), ui::gap_large);
    bool first = true;
    for (const auto& member : group.members) {
      if (!std::exchange(first, false)) row.next();
      const ui::IdScope scope(member.id.to_string());
      draw_member(member);
    }
  }
  const ui::Inline line;
  if (ui::button("compare", {.label = text::duplicates_compare(), .icon = icon::columns_3})) sink.push(Navigate{group.compare});
  if (group.members.size() > most_merged) return;
  if (!ui::button("apart", {.label = text::duplicates_apart(), .kind = ui::ButtonKind::quiet, .icon = icon::x})) return;
  app::KeepApart command{kind, {}};
  for (const auto& member : group.members) command.ids.push_back(member.id);
  sink.push(Execute{std::move(command)});
}

void draw_groups(Page& page, DuplicatesState& state, IntentSink& sink) {
  std::vector<ui::Choice> kinds;
  for (const Entity kind : Page::kinds) kinds.push_back({.key = std::string(name_of(kind)), .label = title_of(kind), .count = static_cast<int>(page.count(kind))});
  if (ui::tabs("kinds", text::duplicates_title(), kinds, state.kind)) state.limit = DuplicatesState{}.limit;
  const Entity kind = entity_named(state.kind).value_or(Entity::lead);
  const auto& groups = page.groups(kind, state.limit);
  if (groups.empty()) {
    ui::empty_state(icon::circle_check, text::duplicates_none(), text::duplicates_none_hint(),
                    [&] { if (ui::button("again", {.label = text::duplicates_search(), .icon = icon::search})) page.start(); });
    return;
  }
  {
    const ui::Group list("groups", ui::Role::list, text::duplicates_title());
    const ui::Stack stack(ui::gap_medium);
    for (const auto& group : groups) {
      const ui::IdScope scope(group.members.front().id.to_string());
      draw_group(group, kind, sink);
    }
  }
  const ui::Inline line;
  if (page.count(kind) > static_cast<std::int64_t>(groups.size()) && ui::button("more", {.label = text::duplicates_more()})) state.limit += DuplicatesState{}.limit;
  if (ui::button("again", {.label = text::duplicates_search(), .kind = ui::ButtonKind::quiet, .icon = icon::search})) page.start();
}

// Who takes part; which one stays; who was left out.
void draw_who(Page& page, const Page::Comparison& model) {
  const ui::Section section(text::duplicates_keep());
  draw_reasons(model.reasons);
  {
    ui::Row row(ui::equal_columns(180, static_cast<int>(model.part.size()), ui::gap_small), ui::gap_small);
    bool first = true;
    for (const auto& member : model.part) {
      if (!std::exchange(first, false)) row.next();
      const ui::IdScope scope(member.id.to_string());
      const ui::Stack tight(4);
      draw_member(member);
      if (model.part.size() < 3) continue;
      if (ui::button("out", {.label = text::duplicates_leave_out(), .kind = ui::ButtonKind::quiet, .name = text::duplicates_leave_out_one(member.title)}))
        return page.take_part(member.id, false);
    }
  }
  std::vector<ui::Choice> choices;
  for (const auto& member : model.part) choices.push_back({.key = member.id.to_string(), .label = member.title});
  auto stays = model.part[model.survivor].id.to_string();
  if (ui::radio_boxes("stays", {.label = text::duplicates_stays(), .hint = text::duplicates_keep_hint()}, choices, stays))
    if (const auto id = Uuid::parse(stays)) return page.keep(*id);
  for (const auto& member : model.out) {
    const ui::IdScope scope(member.id.to_string());
    const ui::Inline line;
    ui::text(text::duplicates_left_out(member.title), ui::TextStyle::body, ui::Tone::second);
    if (member.converted) ui::chip({.label = text::lead_status_converted(), .tone = ui::Tone::good});
    if (ui::button("in", {.label = text::duplicates_take_in(), .kind = ui::ButtonKind::quiet, .name = text::duplicates_take_in_one(member.title)}))
      return page.take_part(member.id, true);
  }
}

void draw_choices(Page& page, const Page::Comparison& model) {
  const ui::Section section(text::duplicates_differs());
  bool any = false;
  for (const auto& line : model.lines) {
    if (!line.differs) continue;
    any = true;
    std::vector<ui::Choice> choices;
    for (std::size_t i = 0; i < line.values.size(); ++i) choices.push_back({.key = model.part[i].id.to_string(), .label = show(line.values[i])});
    auto from = model.part[line.from].id.to_string();
    if (!ui::radio_boxes(line.key, {.label = show(line.label)}, choices, from)) continue;
    if (const auto id = Uuid::parse(from)) return page.choose(line.key, *id);
  }
  if (!any) ui::paragraph(text::duplicates_no_difference(), ui::TextStyle::body, ui::Tone::second);
}

void draw_rest(const Page::Comparison& model) {
  const ui::Section section(text::duplicates_same());
  ui::Row row(ui::equal_columns(180, 4), ui::gap_large);
  bool first = true;
  for (const auto& line : model.lines) {
    if (line.differs) continue;
    if (!std::exchange(first, false)) row.next();
    ui::fact(show(line.label), show(line.result));
  }
}

void draw_comparison(Page& page, IntentSink& sink) {
  // What is pressed changes the model: it is drawn as it was, and anew in the next frame.
  const Page::Comparison model = page.comparison();
  ui::link("back", {.label = text::duplicates_back(), .href = "#/duplicates", .icon = icon::arrow_left});
  if (model.part.size() + model.out.size() < 2) {
    ui::empty_state(icon::circle_check, text::duplicates_gone(), text::duplicates_gone_hint());
    return;
  }
  draw_who(page, model);
  if (!model.lines.empty()) {
    draw_choices(page, model);
    draw_rest(model);
  }
  if (model.refused) ui::banner("refused", ui::BannerKind::warning, ui::translate(*model.refused));
  const ui::Inline line;
  const auto count = number(static_cast<std::int64_t>(model.part.size()));
  if (ui::button("merge", {.label = text::duplicates_merge(count), .kind = ui::ButtonKind::primary, .icon = icon::check, .refused = model.refused.has_value()}))
    sink.push(Execute{page.merge()});
  if (ui::button("apart", {.label = text::duplicates_apart(), .icon = icon::x})) sink.push(Execute{page.keep_apart()});
}

void draw_work(Page& page) {
  const ui::Section section(text::duplicates_searching());
  const auto done = page.done_count(), total = page.total_count();
  ui::progress("work", {.label = text::duplicates_title(),
                        .share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0,
                        .value = text::duplicates_progress(number(done), number(total), number(page.rows_per_second()))});
  const ui::Inline line(ui::Align::end);
  if (ui::button("cancel", {.label = text::ui_cancel()})) page.cancel();
}

}  // namespace

void draw_duplicates(Page& page, DuplicatesState& state, IntentSink& sink) {
  const ui::Page body("duplicates", text::duplicates_title(), ui::PageBody::scrolls);
  if (state.comparing) return draw_comparison(page, sink);
  if (page.error()) ui::banner("error", ui::BannerKind::bad, ui::translate(*page.error()));
  if (page.working()) return draw_work(page);
  if (page.ran()) return draw_groups(page, state, sink);
  ui::empty_state(icon::search, text::duplicates_title(), text::duplicates_hint(), [&] {
    if (ui::button("search", {.label = text::duplicates_find(), .kind = ui::ButtonKind::primary, .icon = icon::search})) page.start();
  });
}

void draw_way_to_duplicates() {
  const ui::Section section(text::duplicates_title());
  ui::paragraph(text::duplicates_hint(), ui::TextStyle::body, ui::Tone::second);
  ui::link("duplicates", {.label = text::duplicates_find(), .href = "#/duplicates", .icon = icon::search});
}

}  // namespace cohoi::views
