#include "generated/icons.h"
#include "generated/text.h"
#include "web/shell/impl.h"
#include "web/views/guide_view.h"

namespace cohoi::shell {

app::RecordList& Shell::Impl::list(Entity entity) {
  auto& slot = lists[entity];
  if (!slot) slot = std::make_unique<app::RecordList>(session, names, entity);
  return *slot;
}

void Shell::Impl::draw_not_found() {
  const ui::Page page("not_found", text::shell_not_found_title(), ui::PageBody::scrolls);
  ui::empty_state(icon::search, text::shell_not_found_title(), text::shell_not_found_hint(),
                  [] { ui::link("home", {.label = text::shell_go_home(), .href = "#/"}); });
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
    case Screen::settings: return text::nav_settings();
    case Screen::guide: return text::nav_guide();
    case Screen::not_found: break;
  }
  return text::shell_not_found_title();
}

void Shell::Impl::draw_screen() {
  const auto draw_or_fail = [&](auto& result, const auto& draw) {
    if (result) draw(*result);
    else draw_not_found();
  };
  const auto id = place.id;
  switch (place.screen) {
    case Screen::home:
      draw_or_fail(home.get(session, {}, [&] { return app::home(session, names); }), [&](const app::Home& model) { views::draw_home(model, sink); });
      return;
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
    case Screen::opportunities: views::draw_opportunities(board, list(Entity::opportunity), opportunities, sink); return;
    case Screen::leads: views::draw_list_page(list(Entity::lead), list_states[Entity::lead], text::nav_leads(), sink); return;
    case Screen::accounts: views::draw_list_page(list(Entity::account), list_states[Entity::account], text::nav_accounts(), sink); return;
    case Screen::contacts: views::draw_list_page(list(Entity::contact), list_states[Entity::contact], text::nav_contacts(), sink); return;
    case Screen::activities: views::draw_list_page(list(Entity::activity), list_states[Entity::activity], text::nav_activities(), sink); return;
    case Screen::products: views::draw_list_page(list(Entity::product), list_states[Entity::product], text::account_products_title(), sink); return;
    case Screen::import: views::draw_import(import_state, sink); return;
    case Screen::settings:
      draw_or_fail(settings.get(session, {}, [&] { return app::settings_page(session); }),
                   [&](const app::SettingsPage& model) { views::draw_settings(model, settings_state, forms, sink); });
      return;
    case Screen::guide: views::draw_guide(); return;
    case Screen::reports:
    case Screen::not_found: break;
  }
  draw_not_found();
}

}  // namespace cohoi::shell
