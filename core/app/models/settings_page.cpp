#include "core/app/models/settings_page.h"

#include "core/app/models/record_list.h"

namespace cohoi::app {

Result<SettingsPage> settings_page(Session& session) {
  SettingsPage page;
  page.me = session.me();
  page.settings = session.settings();
  page.has_sample_data = session.can_execute(RemoveSampleData{}).has_value();
  for (const auto entity : {Entity::lead, Entity::opportunity, Entity::account, Entity::contact, Entity::activity, Entity::product}) {
    COHOI_TRY(const auto number, store::count(session.db(), entity));
    page.counts.push_back({msg("entity." + std::string(name_of(entity))), Label(format_number(number, session.language())), {}, Tone::neutral});
  }
  return page;
}

}  // namespace cohoi::app
