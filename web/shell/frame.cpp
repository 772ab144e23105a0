#include "generated/icons.h"
#include "generated/text.h"
#include "web/shell/commands.h"
#include "web/shell/impl.h"
#include "web/ui/keycaps.h"

namespace cohoi::shell {

namespace {

// The commands of one group as a menu.
template <class Offered>
std::vector<ui::MenuItem> menu_of(CommandGroup group, const Offered& offered, std::string_view chosen = {}) {
  std::vector<ui::MenuItem> items;
  for (const auto& command : commands())
    if (command.group == group && offered(command))
      items.push_back({.key = command.key, .label = command.title(), .icon = group == CommandGroup::create ? command.icon : nullptr,
                       .shortcut = ui::words_of_keys(command.keys), .chosen = chosen == command.key});
  return items;
}

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
  for (const auto& link : commands()) {
    if (link.rail == Rail::none || !offers(link)) continue;
    if (link.rail == Rail::lower && !below) {
      ui::space(8);
      ui::divider();
      ui::space(8);
    }
    below = link.rail == Rail::lower;
    ui::navigation_link(link.key, {.label = link.title(), .href = link.address, .icon = link.icon, .current = list_of(place.screen) == link.screen, .icon_only = narrow});
  }
}

void Shell::Impl::draw_bottom_bar(const ui::Rect& area) {
  const ui::Group group("rail", ui::Role::navigation, text::nav_rail());
  ui::fill(area, ui::theme().surface);
  ui::fill({area.min, {area.max.x, area.min.y + ui::hairline()}}, ui::theme().border);
  const ui::Area region(area, 4);
  // Each as wide as its word asks for, so that none is cut on the narrowest phone.
  std::vector<ui::Width> widths;
  std::vector<const Command*> links;
  std::vector<ui::MenuItem> others;
  for (const auto& command : commands()) {
    if (command.does != Does::go || !offers(command)) continue;
    if (command.rail == Rail::upper_and_bar) {
      links.push_back(&command);
      widths.push_back(ui::flexible(ui::text_width(command.title(), ui::TextStyle::tab) + ui::px(6)));
    } else {
      others.push_back({.key = command.key, .label = command.title(), .icon = command.icon, .chosen = list_of(place.screen) == command.screen});
    }
  }
  if (!others.empty()) widths.push_back(ui::flexible(ui::text_width(text::commands_more(), ui::TextStyle::tab) + ui::px(6)));
  ui::Row row(widths, 0);
  for (const auto* const& link : links) {
    ui::navigation_link(link->key, {.label = link->title(), .href = link->address, .icon = link->icon, .current = list_of(place.screen) == link->screen, .bar = true});
    if (&link != &links.back() || !others.empty()) row.next();
  }
  if (others.empty()) return;
  if (const auto chosen = ui::menu_icon_button("more", {.name = text::nav_more(), .icon = icon::menu, .caption = text::commands_more()}, others))
    run(*command_named(*chosen));
}

void Shell::Impl::draw_top_bar(const ui::Rect& area) {
  const ui::Group group("top", ui::Role::banner, text::shell_top_bar());
  ui::fill(area, ui::theme().surface);
  ui::fill({{area.min.x, area.max.y - ui::hairline()}, area.max}, ui::theme().border);
  const bool phone = ui::is_phone();
  const ui::Area region(area.inset(phone ? 0.0F : ui::px(16), 0), 8);  // its ends stand over the page's
  search_id = ui::id_of("search");
  const ui::Field look{.label = text::shell_search(), .show_label = false, .placeholder = !phone ? text::shell_search_hint() : ui::context().touch && ui::css_width() < 430 ? std::string() : text::shell_search(), .css_width = phone ? 0.0F : 560.0F};
  // Under a finger there is no room for both: what is searched for takes the bar while it is typed.
  if (phone && ui::context().touch && (ui::semantics().focused() == search_id || !search.empty())) {
    ui::Row row({ui::flexible(), ui::natural()}, 0);
    ui::search_field("search", look, search);
    row.next();
    if (ui::icon_button("clear", {.name = text::ui_cancel(), .icon = icon::x})) search.clear();
    return;
  }
  ui::Row row({ui::flexible(), ui::natural()}, phone ? 4.0F : ui::gap_medium);
  ui::search_field("search", look, search);
  row.next();
  const ui::Inline line(ui::Align::end, phone ? 0.0F : ui::gap_small);
  const auto status = ports.save_status();
  const auto bad = status.state == store::SaveState::not_saved;
  const auto glyph = bad ? icon::circle_alert : status.state == store::SaveState::saving ? icon::loader_circle : icon::check;
  const auto tone = bad ? ui::Tone::bad : ui::Tone::second;
  const auto words = ui::translate(session.access() == app::Access::viewer ? msg("refusal.view_only") : store::describe(status));
  if (phone) ui::status_icon("saved", words, tone, glyph);
  else ui::status("saved", words, tone, ui::TextStyle::caption, glyph);
  const auto undo = session.undo_label(), redo = session.redo_label();
  const auto told = [](const char* key, const std::string& words) { return ui::with_keys(words, command_named(key)->keys); };
  if (ui::icon_button("undo", {.name = text::shell_undo(), .icon = icon::undo_2, .refused = !undo,
                               .hint = undo ? told("undo", text::shell_undo_what(ui::translate(*undo))) : text::shell_nothing_to_undo()}))
    sink.push(views::Undo{});
  if (ui::icon_button("redo", {.name = text::shell_redo(), .icon = icon::redo_2, .refused = !redo,
                               .hint = redo ? told("redo", text::shell_redo_what(ui::translate(*redo))) : text::shell_nothing_to_redo()}))
    sink.push(views::Redo{});
  std::optional<std::string> chosen;
  const auto offer = [&chosen](std::optional<std::string> picked) {
    if (picked) chosen = std::move(picked);
  };
  const auto offered = [this](const Command& command) { return offers(command); };
  static constexpr const char* themes[] = {"theme_system", "theme_light", "theme_dark", "theme_contrast"};
  offer(ui::menu_icon_button("language", {.name = text::shell_language(), .icon = icon::languages},
                             menu_of(CommandGroup::language, offered, session.language() == Language::vi ? "vi" : "en")));
  offer(ui::menu_icon_button("theme", {.name = text::shell_theme(), .icon = icon::sun_moon}, menu_of(CommandGroup::look, offered, themes[static_cast<std::size_t>(theme)])));
  const auto kinds = menu_of(CommandGroup::create, offered);
  if (!kinds.empty()) offer(phone ? ui::menu_icon_button("new", {.name = text::shell_new(), .icon = icon::plus, .kind = ui::ButtonKind::primary, .hint = told("new_here", text::shell_new())}, kinds)
              : ui::menu_button("new", {.label = text::shell_new(), .kind = ui::ButtonKind::primary, .icon = icon::plus, .hint = told("new_here", text::shell_new())}, kinds));
  if (!chosen) return;
  if (const auto* command = command_named(*chosen)) run(*command);
}

void Shell::Impl::draw_notice(const ui::Rect& area) {
  const ui::Area region(area, ui::gap_medium);
  if (undoing)
    ui::banner("undoing", ui::BannerKind::information, text::shell_undoing(std::to_string(undoing->percent())), [&] {
      if (ui::button("cancel", {.label = text::ui_cancel()})) undoing.reset();
    });
  else if (session.access() == app::Access::reader)
    ui::banner("reading", ui::BannerKind::warning, text::shell_reading(), [&] {
      if (ui::button("write_here", {.label = text::shell_write_here()})) ports.take_over();
    });
  else
    ui::banner("not_saved", ui::BannerKind::bad, ui::translate(store::describe(ports.save_status())));
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
    if (!ports.embedding.shows(read_address(hit.address).screen)) continue;
    const ui::IdScope scope(index++);
    const ui::Inline line;
    if (ui::link("open", {.label = hit.title, .href = hit.address})) search.clear();
    ui::chip({.label = ui::translate(hit.kind)});
    if (!hit.second.empty()) ui::caption(hit.second);
  }
}

}  // namespace cohoi::shell
