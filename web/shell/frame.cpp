#include <array>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

struct RailLink {
  const char* key;
  Screen screen;
  const char* href;
  ui::Icon icon;
  std::string (*label)();
  bool in_bar;    // of the bottom bar on a phone
  bool below;     // second group of the rail
};

const std::array<RailLink, 9> rail_links{{{"home", Screen::home, "#/", icon::house, text::nav_home, true, false},
                                          {"leads", Screen::leads, "#/leads", icon::user_round_search, text::nav_leads, true, false},
                                          {"opportunities", Screen::opportunities, "#/opportunities", icon::target, text::nav_opportunities, true, false},
                                          {"accounts", Screen::accounts, "#/accounts", icon::building_2, text::nav_accounts, true, false},
                                          {"contacts", Screen::contacts, "#/contacts", icon::contact_round, text::nav_contacts, true, false},
                                          {"activities", Screen::activities, "#/activities", icon::calendar_check, text::nav_activities, false, false},
                                          {"import", Screen::import, "#/import", icon::arrow_down_up, text::nav_import, false, true},
                                          {"settings", Screen::settings, "#/settings", icon::settings, text::nav_settings, false, true},
                                          {"guide", Screen::guide, "#/guide", icon::book_open, text::nav_guide, false, true}}};

}  // namespace

void Shell::Impl::draw_rail(const ui::Rect& area) {
  const ui::Group group("rail", ui::Role::navigation, text::nav_rail());
  ui::fill(area, ui::theme().surface);
  ui::fill({{area.max.x - ui::hairline(), area.min.y}, area.max}, ui::theme().border);
  const ui::Area region(area, 8);
  const ui::Stack stack(2);
  const bool narrow = ui::is_compact();
  if (!narrow) {
    const ui::Inset inset(8, 8);
    ui::text("Cohoi", ui::TextStyle::title, ui::Tone::accent);
  }
  bool below = false;
  for (const auto& link : rail_links) {
    if (link.below && !below) {
      ui::space(8);
      ui::divider();
      ui::space(8);
    }
    below = link.below;
    ui::navigation_link(link.key, {.label = link.label(), .href = link.href, .icon = link.icon, .current = list_of(place.screen) == link.screen, .icon_only = narrow});
  }
}

void Shell::Impl::draw_bottom_bar(const ui::Rect& area) {
  const ui::Group group("rail", ui::Role::navigation, text::nav_rail());
  ui::fill(area, ui::theme().surface);
  ui::fill({area.min, {area.max.x, area.min.y + ui::hairline()}}, ui::theme().border);
  const ui::Area region(area, 4);
  ui::Row row({ui::flexible(), ui::flexible(), ui::flexible(), ui::flexible(), ui::flexible(), ui::natural()}, 0);
  bool first = true;
  std::vector<ui::MenuItem> others;
  for (const auto& link : rail_links) {
    if (!link.in_bar) {
      others.push_back({.key = link.href, .label = link.label(), .icon = link.icon, .chosen = list_of(place.screen) == link.screen});
      continue;
    }
    if (!first) row.next();
    first = false;
    ui::navigation_link(link.key, {.label = link.label(), .href = link.href, .icon = link.icon, .current = list_of(place.screen) == link.screen, .bar = true});
  }
  row.next();
  if (const auto chosen = ui::menu_icon_button("more", {.name = text::nav_more(), .icon = icon::menu}, others)) sink.push(views::Navigate{*chosen});
}

void Shell::Impl::draw_top_bar(const ui::Rect& area) {
  const ui::Group group("top", ui::Role::banner, text::shell_top_bar());
  ui::fill(area, ui::theme().surface);
  ui::fill({{area.min.x, area.max.y - ui::hairline()}, area.max}, ui::theme().border);
  const ui::Area region(area, 8);
  const bool phone = ui::is_phone();
  ui::Row row({ui::flexible(), ui::natural()}, ui::gap_medium);
  search_id = ui::id_of("search");
  ui::search_field("search", {.label = text::shell_search(), .show_label = false, .placeholder = phone ? text::shell_search() : text::shell_search_hint()},
                   search);
  row.next();
  const ui::Inline line(ui::Align::end, phone ? 0.0F : ui::gap_small);
  const auto status = ports.save_status();
  const auto bad = status.state == store::SaveState::not_saved;
  ui::status("saved", ui::translate(store::describe(status)), bad ? ui::Tone::bad : ui::Tone::second, ui::TextStyle::caption,
             bad ? icon::circle_alert : status.state == store::SaveState::saving ? icon::loader_circle : icon::check);
  const auto undo = session.undo_label(), redo = session.redo_label();
  if (ui::icon_button("undo", {.name = text::shell_undo(), .icon = icon::undo_2, .refused = !undo,
                               .hint = undo ? text::shell_undo_what(ui::translate(*undo)) : text::shell_nothing_to_undo()}))
    sink.push(views::Undo{});
  if (ui::icon_button("redo", {.name = text::shell_redo(), .icon = icon::redo_2, .refused = !redo,
                               .hint = redo ? text::shell_redo_what(ui::translate(*redo)) : text::shell_nothing_to_redo()}))
    sink.push(views::Redo{});
  if (const auto language = ui::menu_icon_button("language", {.name = text::shell_language(), .icon = icon::languages},
                                                 {{.key = "vi", .label = "Tiếng Việt", .chosen = session.language() == Language::vi},
                                                  {.key = "en", .label = "English", .chosen = session.language() == Language::en}}))
    sink.push(views::SetLanguage{*language == "vi" ? Language::vi : Language::en});
  if (const auto chosen = ui::menu_icon_button("theme", {.name = text::shell_theme(), .icon = icon::sun_moon},
                                               {{.key = "0", .label = text::shell_theme_system(), .chosen = theme == ThemeChoice::system},
                                                {.key = "1", .label = text::shell_theme_light(), .chosen = theme == ThemeChoice::light},
                                                {.key = "2", .label = text::shell_theme_dark(), .chosen = theme == ThemeChoice::dark}}))
    sink.push(views::SetTheme{chosen->front() - '0'});
  const std::vector<ui::MenuItem> kinds{{.key = "lead", .label = text::new_lead(), .icon = icon::user_round_search},
                                        {.key = "opportunity", .label = text::new_opportunity(), .icon = icon::target},
                                        {.key = "account", .label = text::new_account(), .icon = icon::building_2},
                                        {.key = "contact", .label = text::new_contact(), .icon = icon::contact_round},
                                        {.key = "product", .label = text::new_product(), .icon = icon::package}};
  const auto kind = phone ? ui::menu_icon_button("new", {.name = text::shell_new(), .icon = icon::plus, .kind = ui::ButtonKind::primary}, kinds)
                          : ui::menu_button("new", {.label = text::shell_new(), .kind = ui::ButtonKind::primary, .icon = icon::plus}, kinds);
  if (kind)
    if (const auto entity = entity_named(*kind)) sink.push(views::OpenDialog{views::DialogKind::new_record, {*entity, {}}, {}, {}});
}

void Shell::Impl::draw_reading_notice(const ui::Rect& area) {
  const ui::Area region(area, ui::gap_medium);
  ui::banner("reading", ui::BannerKind::warning, text::shell_reading(), [&] {
    if (ui::button("write_here", {.label = text::shell_write_here()})) ports.take_over();
  });
}

void Shell::Impl::draw_search_results() {
  if (searched != search || searched_revision != session.revision()) {
    searched = search;
    searched_revision = session.revision();
    found = app::search_everything(session, search);
  }
  const ui::Page page("search_results", text::shell_search_results(), ui::PageBody::scrolls);
  if (found.empty()) {
    ui::paragraph(text::shell_search_nothing(search), ui::TextStyle::body, ui::Tone::second);
    return;
  }
  const ui::Card card;
  const ui::Stack stack(ui::gap_medium);
  std::size_t index = 0;
  for (const auto& hit : found) {
    const ui::IdScope scope(index++);
    const ui::Inline line;
    if (ui::link("open", {.label = hit.title, .href = hit.address})) search.clear();
    ui::chip({.label = ui::translate(hit.kind)});
    if (!hit.second.empty()) ui::caption(hit.second);
  }
}

}  // namespace cohoi::shell
