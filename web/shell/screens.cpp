#include "core/base/text.h"
#include "generated/icons.h"
#include "generated/text.h"
#include "web/shell/impl.h"
#include "web/views/guide_view.h"

namespace cohoi::shell {

namespace {

constexpr float list_beside_panel = 440;  // CSS pixels a list needs to be of use beside a panel

}  // namespace

app::RecordList& Shell::Impl::list(Entity entity) {
  auto& slot = lists[entity];
  if (!slot) slot = std::make_unique<app::RecordList>(session, names, entity);
  return *slot;
}

views::ListState& Shell::Impl::list_state(Entity entity) {
  auto& state = entity == Entity::opportunity ? opportunities.list : list_states[entity];
  if (!state.forms) {
    state.forms = &forms;
    if (const auto kept = ports.recall("list." + std::string(name_of(entity)))) views::restore_list(state, entity, *kept);
  }
  return state;
}

void Shell::Impl::leave_lists() {
  const auto leave = [](views::ListState& state) {
    state.panel = views::ListPanel::none;
    state.edit = {};
  };
  for (auto& [entity, state] : list_states) leave(state);
  leave(opportunities.list);
}

void Shell::Impl::draw_not_found() {
  const ui::Page page("not_found", text::shell_not_found_title(), ui::PageBody::scrolls);
  const bool shown = ports.embedding.shows(read_address(address).screen);
  ui::empty_state(icon::search, text::shell_not_found_title(), shown ? text::shell_not_found_hint() : text::shell_not_in_frame(),
                  [] { ui::link("home", {.label = text::shell_go_home(), .href = "#/"}); });
}

// To do, done and calendar are models of their own; the list is the one every kind of record has.
void Shell::Impl::draw_activities() {
  auto& state = activities_state;
  const app::ActivitiesRequest asked{state.everybody, state.limit};
  if (asked != activities_asked || state.place != activities_at) {
    activities.model.reset();
    calendar.model.reset();
    activities_asked = asked;
    activities_at = state.place;
  }
  const auto failed = [](const Error& error) { ui::banner("failed", ui::BannerKind::bad, ui::translate(error)); };
  views::draw_activities(state, sink, [&] {
    if (state.place.view == app::ActivitiesView::list) {
      views::draw_list(list(Entity::activity), list_state(Entity::activity), text::nav_activities(), sink);
    } else if (state.place.view == app::ActivitiesView::calendar) {
      const auto& model = calendar.get(session, {}, [&] { return app::calendar_page(session, names, state.place, state.everybody); });
      if (model) views::draw_calendar(*model, state, activity_forms, sink);
      else failed(model.error());
    } else {
      const bool done = state.place.view == app::ActivitiesView::done;
      const auto& model = activities.get(session, {}, [&] { return done ? app::activities_done(session, names, asked) : app::activities_to_do(session, names, asked); });
      if (model) views::draw_activity_groups(*model, state, activity_forms, sink);
      else failed(model.error());
    }
  });
}

std::string Shell::Impl::title_of_place() {
  const auto loaded = [](const auto& cached) { return cached.model && *cached.model ? (*cached.model)->title : std::string(); };
  switch (place.screen) {
    case Screen::home: return text::nav_home();
    case Screen::leads: return text::nav_leads();
    case Screen::lead: return loaded(lead);
    case Screen::opportunities: return text::nav_opportunities();
    case Screen::opportunity: return loaded(opportunity);
    case Screen::accounts: return text::nav_accounts();
    case Screen::account: return loaded(account);
    case Screen::contacts: return text::nav_contacts();
    case Screen::contact: return loaded(contact);
    case Screen::activities: return text::nav_activities();
    case Screen::products: return text::account_products_title();
    case Screen::reports: return text::nav_reports();
    case Screen::import: return text::nav_import();
    case Screen::duplicates: return text::duplicates_title();
    case Screen::settings: return views::settings_title(place.section);
    case Screen::guide: return text::nav_guide();
    case Screen::not_found: break;
  }
  return text::shell_not_found_title();
}

// Where list and panel have no room beside each other the panel takes the list's place.
void Shell::Impl::draw_main(ui::Rect area) {
  const bool searching = !tidy(search).empty();
  const bool beside = !place.beside.empty() && !searching && !ui::is_phone();
  const bool covered = beside && area.width() < ui::px(list_beside_panel) + ui::side_panel_width();
  const auto panel = covered ? area : area.right(ui::side_panel_width());
  if (beside && !covered) area.max.x -= ui::side_panel_width();
  if (!covered) {
    const ui::Area region(area);
    const ui::IdScope scope(place.id.to_string());
    if (searching) draw_search_results();
    else draw_screen();
  }
  if (beside) draw_beside(panel);
}

void Shell::Impl::draw_beside(const ui::Rect& box) {
  const app::RecordRef record{place.beside_entity, place.beside};
  const auto id = place.beside;
  const ui::IdScope scope(id.to_string());
  const auto gone = [&](const Error& error) { views::draw_panel({}, record, box, [&] { ui::paragraph(ui::translate(error)); }, sink); };
  const auto draw = [&](auto& page, auto& state) {
    if (!page) return gone(page.error());
    views::draw_panel(page->title, record, box, [&] { views::draw_body(*page, state, forms, sink); }, sink);
  };
  switch (record.entity) {
    case Entity::lead: return draw(lead.get(session, id, [&] { return app::lead_page(session, names, {id}); }), lead_state);
    case Entity::opportunity:
      return draw(opportunity.get(session, id, [&] { return app::opportunity_page(session, names, {id}); }), opportunity_state);
    case Entity::account: return draw(account.get(session, id, [&] { return app::account_page(session, names, {id}); }), record_state);
    case Entity::contact: return draw(contact.get(session, id, [&] { return app::contact_page(session, names, {id}); }), record_state);
    default: return gone({ErrorCode::not_found, msg("error.gone"), {}, {}});
  }
}

void Shell::Impl::draw_settings_screen() {
  if (!views::has_settings_section(place.section)) return draw_not_found();
  const auto section = views::settings_section_shown(place.section);
  if (settings_section != section) settings.model.reset();
  settings_section = section;
  const auto& model = settings.get(session, {}, [&] { return app::settings_page(session, names, section); });
  if (!model) return draw_not_found();
  if (section == "data" && !storage_asked) {
    storage_asked = true;
    ports.ask_storage(false);
  }
  const auto space = ports.storage();
  const views::DeviceFacts device{session.language(), static_cast<int>(theme),  space.known, space.used_bytes, space.quota_bytes,
                                  space.kept,         storage_asked_to_keep,    ports.version,    ports.lock()};
  views::draw_settings(section, *model, device, settings_state, forms, sink);
}

// The address names records to compare, of any origin; without any it is the page of all groups.
void Shell::Impl::draw_duplicates_screen() {
  const auto asked = [&](const char* key) {
    const auto at = place.query.find(key);
    return at == place.query.end() ? std::string() : at->second;
  };
  const auto kind = entity_named(asked("kind")).value_or(Entity::lead);
  const auto ids = app::ids_in(asked("ids"));
  duplicates_state.comparing = ids.size() > 1 && (kind == Entity::lead || kind == Entity::contact || kind == Entity::account);
  if (duplicates_state.comparing) duplicates_page.compare(kind, ids);
  views::draw_duplicates(duplicates_page, duplicates_state, sink);
}

void Shell::Impl::draw_screen() {
  const auto current = place.beside.empty() ? std::string() : place.beside.to_string();
  for (auto& [entity, state] : list_states) state.current = current;
  opportunities.list.current = current;
  const auto draw_or_fail = [&](auto& result, const auto& draw) {
    if (result) draw(*result);
    else draw_not_found();
  };
  const auto id = place.id;
  switch (place.screen) {
    case Screen::home: {
      // Home without an owner is everybody's.
      const auto owner = home_state.whose == "mine" ? session.me().id : OwnerId{};
      draw_or_fail(home.get(session, owner.uuid, [&] { return app::home(session, names, owner); }),
                   [&](const app::Home& model) {
                     home_state.days_without_backup = model.empty ? 0 : days_without_backup();
                     views::draw_home(model, home_state, sink);
                   });
      if (home_state.whose != (owner.empty() ? "everybody" : "mine")) {
        ports.remember("home", home_state.whose);
        ui::context().request_frame();
      }
      return;
    }
    case Screen::lead:
      draw_or_fail(lead.get(session, id, [&] { return app::lead_page(session, names, {id}); }),
                   [&](const app::LeadPage& model) { views::draw_lead(model, lead_state, forms, sink); });
      return;
    case Screen::opportunity:
      draw_or_fail(opportunity.get(session, id, [&] { return app::opportunity_page(session, names, {id}); }),
                   [&](const app::OpportunityPage& model) { views::draw_opportunity(model, opportunity_state, forms, sink); });
      return;
    case Screen::account:
      draw_or_fail(account.get(session, id, [&] { return app::account_page(session, names, {id}); }),
                   [&](const app::AccountPage& model) { views::draw_account(model, record_state, forms, sink); });
      return;
    case Screen::contact:
      draw_or_fail(contact.get(session, id, [&] { return app::contact_page(session, names, {id}); }),
                   [&](const app::ContactPage& model) { views::draw_contact(model, record_state, forms, sink); });
      return;
    case Screen::opportunities:
      (void)list_state(Entity::opportunity);
      views::draw_opportunities(board, list(Entity::opportunity), opportunities, sink);
      if (auto habits = views::board_habits(opportunities); habits != board_habits) ports.remember("board", board_habits = std::move(habits));
      return;
    case Screen::leads: views::draw_list_page(list(Entity::lead), list_state(Entity::lead), text::nav_leads(), sink); return;
    case Screen::accounts: views::draw_list_page(list(Entity::account), list_state(Entity::account), text::nav_accounts(), sink); return;
    case Screen::contacts: views::draw_list_page(list(Entity::contact), list_state(Entity::contact), text::nav_contacts(), sink); return;
    case Screen::activities: draw_activities(); return;
    case Screen::products: views::draw_list_page(list(Entity::product), list_state(Entity::product), text::account_products_title(), sink); return;
    case Screen::import: views::draw_import(import_state, sink); return;
    case Screen::duplicates: draw_duplicates_screen(); return;
    case Screen::settings: draw_settings_screen(); return;
    case Screen::guide: views::draw_guide(); return;
    case Screen::reports:
      if (place.query != reports_state.request || !report.model) {
        report.model.reset();
        reports_state = {.request = place.query};
      }
      draw_or_fail(report.get(session, {}, [&] { return app::report(session, names, place.query); }),
                   [&](const app::Report& model) { views::draw_reports(model, reports_state, sink); });
      return;
    case Screen::not_found: break;
  }
  draw_not_found();
}

}  // namespace cohoi::shell
