#include "web/shell/commands.h"

#include <algorithm>
#include <array>

#include "core/base/stable_order.h"
#include "core/base/text.h"
#include "core/domain/enums.h"
#include "generated/icons.h"
#include "generated/text.h"
#include "web/shell/shell.h"
#include "web/views/intent.h"

namespace cohoi::shell {

namespace {

using enum CommandGroup;

constexpr int of(Entity entity) { return static_cast<int>(entity); }
constexpr int of(ActivityKind kind) { return static_cast<int>(kind); }
constexpr int of(views::DialogKind kind) { return static_cast<int>(kind); }
constexpr int of(ThemeChoice choice) { return static_cast<int>(choice); }
constexpr int of(Language language) { return static_cast<int>(language); }

std::string vietnamese() { return "Tiếng Việt"; }
std::string english() { return "English"; }

constexpr Command way_to(const char* key, std::string (*title)(), const char* keys, ui::Icon icon, const char* address, Screen screen, Rail rail) {
  return {key, title, go, keys, icon, Does::go, 0, address, screen, rail};
}
constexpr Command made(const char* key, std::string (*title)(), const char* keys, ui::Icon icon, Does does, int value) {
  return {key, title, create, keys, icon, does, value};
}
constexpr Command opened(const char* key, std::string (*title)(), ui::Icon icon, views::DialogKind dialog, Entity only) {
  return {key, title, record, "", icon, Does::dialog, of(dialog), "", Screen::not_found, Rail::none, only};
}
constexpr Command told(const char* key, std::string (*title)(), CommandGroup group, const char* keys) {
  return {key, title, group, keys, nullptr, Does::told_only};
}

// In the order of the rail, the menus and the sheet.
const Command table[] = {
    way_to("home", text::nav_home, "g h", icon::house, "#/", Screen::home, Rail::upper_and_bar),
    way_to("leads", text::nav_leads, "g l", icon::user_round_search, "#/leads", Screen::leads, Rail::upper_and_bar),
    way_to("opportunities", text::nav_opportunities, "g o", icon::target, "#/opportunities", Screen::opportunities, Rail::upper_and_bar),
    way_to("accounts", text::nav_accounts, "g a", icon::building_2, "#/accounts", Screen::accounts, Rail::upper_and_bar),
    way_to("contacts", text::nav_contacts, "g c", icon::contact_round, "#/contacts", Screen::contacts, Rail::upper_and_bar),
    way_to("activities", text::nav_activities, "g t", icon::calendar_check, "#/activities", Screen::activities, Rail::upper),
    way_to("reports", text::nav_reports, "g r", icon::chart_column, "#/reports", Screen::reports, Rail::upper),
    way_to("products", text::account_products_title, "g p", icon::package, "#/products", Screen::products, Rail::none),
    way_to("import", text::nav_import, "g i", icon::arrow_down_up, "#/import", Screen::import, Rail::lower),
    way_to("duplicates", text::duplicates_find, "", icon::copy, "#/duplicates", Screen::duplicates, Rail::none),
    way_to("settings", text::nav_settings, "g s", icon::settings, "#/settings", Screen::settings, Rail::lower),
    way_to("guide", text::nav_guide, "g g", icon::book_open, "#/guide", Screen::guide, Rail::lower),

    made("new_lead", text::new_lead, "", icon::user_round_search, Does::create, of(Entity::lead)),
    made("new_opportunity", text::new_opportunity, "", icon::target, Does::create, of(Entity::opportunity)),
    made("new_account", text::new_account, "", icon::building_2, Does::create, of(Entity::account)),
    made("new_contact", text::new_contact, "", icon::contact_round, Does::create, of(Entity::contact)),
    made("new_product", text::new_product, "", icon::package, Does::create, of(Entity::product)),
    made("task", text::activity_new_task, "t", icon::square_check, Does::log, of(ActivityKind::task)),
    made("call", text::activity_new_call, "c", icon::phone, Does::log, of(ActivityKind::call)),
    made("meeting", text::activity_new_meeting, "m", icon::users, Does::log, of(ActivityKind::meeting)),
    made("note", text::activity_new_note, "shift+n", icon::sticky_note, Does::log, of(ActivityKind::note)),

    opened("convert", text::lead_convert, icon::arrow_right, views::DialogKind::convert_lead, Entity::lead),
    opened("disqualify", text::lead_disqualify, icon::circle_x, views::DialogKind::disqualify_lead, Entity::lead),
    opened("won", text::opportunity_mark_won, icon::trophy, views::DialogKind::close_won, Entity::opportunity),
    opened("lost", text::opportunity_mark_lost, icon::circle_x, views::DialogKind::close_lost, Entity::opportunity),

    {"edit", text::records_edit, record, "e", icon::pencil, Does::edit},

    {"palette", text::commands_palette, general, "mod+k", icon::search, Does::palette},
    {"search", text::commands_to_search, general, "/", icon::search, Does::search},
    {"new_here", text::commands_new_here, general, "n", icon::plus, Does::create, -1},
    {"undo", text::shell_undo, general, "mod+z", icon::undo_2, Does::undo},
    {"redo", text::shell_redo, general, "mod+shift+z|mod+y", icon::redo_2, Does::redo},
    {"keys", text::commands_keys, general, "?", icon::circle_help, Does::keys},
    {"lock", text::lock_now, general, "", icon::lock, Does::lock},
    told("escape", text::commands_escape, general, "esc"),

    told("open", text::commands_list_open, lists, "enter"),
    told("card_menu", text::commands_card_menu, lists, "."),

    {"theme_system", text::shell_theme_system, look, "", icon::sun_moon, Does::theme, of(ThemeChoice::system)},
    {"theme_light", text::shell_theme_light, look, "", icon::sun_moon, Does::theme, of(ThemeChoice::light)},
    {"theme_dark", text::shell_theme_dark, look, "", icon::sun_moon, Does::theme, of(ThemeChoice::dark)},
    {"theme_contrast", text::commands_theme_contrast, look, "", icon::sun_moon, Does::theme, of(ThemeChoice::high_contrast)},

    {"vi", vietnamese, language, "", icon::languages, Does::language, of(Language::vi)},
    {"en", english, language, "", icon::languages, Does::language, of(Language::en)},
};

std::string lower_key(const std::string& key) {
  return key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z' ? std::string(1, static_cast<char>(key[0] + 32)) : key;
}

// "mod+shift+z" against one press. The sign of a key that needs Shift ("?") stands for itself.
bool is_pressed(std::string_view way, const ui::KeyPress& press) {
  bool mod = false, shift = false;
  for (auto plus = way.find('+'); plus != way.npos && plus + 1 < way.size(); plus = way.find('+')) {
    (way.substr(0, plus) == "mod" ? mod : shift) = true;
    way.remove_prefix(plus + 1);
  }
  if (press.alt || press.ctrl != mod || lower_key(press.key) != way) return false;
  const bool letter = way.size() == 1 && way[0] >= 'a' && way[0] <= 'z';
  return !letter || press.shift == shift;
}

template <class Visit>
void each_way(std::string_view keys, const Visit& visit) {
  while (!keys.empty()) {
    const auto bar = keys.find('|');
    visit(keys.substr(0, bar));
    keys = bar == keys.npos ? std::string_view() : keys.substr(bar + 1);
  }
}

}  // namespace

std::span<const Command> commands() { return table; }

std::string title_of(CommandGroup group) {
  static constexpr std::array<std::string (*)(), command_group_count> titles{
      text::commands_group_go, text::commands_group_create, text::commands_group_record, text::commands_group_general,
      text::commands_group_lists, text::shell_theme, text::shell_language};
  return titles[static_cast<std::size_t>(group)]();
}

const Command* command_named(std::string_view key) {
  for (const auto& command : table)
    if (command.key == key) return &command;
  return nullptr;
}

bool available(const Command& command, const Place& place) {
  if (command.does == Does::edit) return place.id != Uuid{} || place.beside != Uuid{};
  return !command.only || (entity_of(place.screen) == command.only && place.id != Uuid{});
}

std::vector<const Command*> find_commands(const std::string& typed, const Place& place) {
  const auto wanted = words(fold(typed));
  std::vector<std::pair<int, const Command*>> found;
  for (const auto& command : table) {
    if (command.does == Does::told_only || command.does == Does::palette || command.key == std::string_view("new_here") || !available(command, place)) continue;
    const auto title = words(fold(command.title()));
    const auto group = words(fold(title_of(command.group)));
    int rank = 0;  // words of the title's beginning count most, words of the group's name least
    for (const auto& word : wanted) {
      const auto begins = [&word](const std::string& other) { return other.starts_with(word); };
      const auto at = std::find_if(title.begin(), title.end(), begins);
      if (at != title.end()) rank += static_cast<int>(at - title.begin());
      else if (std::any_of(group.begin(), group.end(), begins)) rank += 10;
      else rank = -1000;
    }
    if (rank >= 0) found.emplace_back(rank, &command);
  }
  stable_order(found, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Command*> result;
  result.reserve(found.size());
  for (const auto& [rank, command] : found) result.push_back(command);
  return result;
}

const Command* command_of_key(const ui::KeyPress& press, std::string_view first, const Place& place) {
  for (const auto& command : table) {
    if (command.does == Does::told_only || !available(command, place)) continue;
    bool meant = false;
    each_way(command.keys, [&](std::string_view way) {
      const auto space = way.find(' ');
      const bool pair = space != way.npos;
      if (pair != !first.empty() || (pair && way.substr(0, space) != first)) return;
      meant = meant || is_pressed(pair ? way.substr(space + 1) : way, press);
    });
    if (meant) return &command;
  }
  return nullptr;
}

bool begins_pair(const ui::KeyPress& press) { return is_pressed("g", press); }
bool is_single(const ui::KeyPress& press) { return !press.ctrl && !press.alt && press.key.size() == 1; }

}  // namespace cohoi::shell
