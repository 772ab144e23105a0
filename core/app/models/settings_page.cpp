#include "core/app/models/settings_page.h"

#include <algorithm>
#include <array>

#include "core/app/choice_values.h"
#include "core/app/models/settings_rows.h"
#include "core/base/currencies.h"
#include "core/store/in_use.h"

namespace cohoi::app {

namespace {

struct ListSection {
  std::string_view section;
  ChoiceList list;
};
constexpr std::array<ListSection, 4> list_sections{{{"sources", ChoiceList::source},
                                                    {"loss-reasons", ChoiceList::loss_reason},
                                                    {"disqualify-reasons", ChoiceList::disqualify_reason},
                                                    {"industries", ChoiceList::industry}}};

Result<std::vector<Fact>> record_counts(Session& session) {
  std::vector<Fact> counts;
  for (const auto entity : {Entity::lead, Entity::opportunity, Entity::account, Entity::contact, Entity::activity, Entity::product}) {
    COHOI_TRY(const auto number, store::count(session.db(), entity));
    counts.push_back({msg("entity." + std::string(name_of(entity))), Label(format_number(number, session.language())), {}, Tone::neutral});
  }
  return counts;
}

}  // namespace

std::vector<Option> currency_options() {
  std::vector<Option> options;
  for (const char* code : {"VND", "USD", "EUR", "JPY", "CNY", "KRW", "SGD", "THB", "HKD", "TWD", "MYR", "IDR", "PHP", "INR", "GBP", "AUD",
                           "CAD", "CHF", "LAK", "KHR"}) {
    const auto sign = currency_sign(Currency::parse(code).value_or(Currency{}));
    options.push_back({code, Label(sign.empty() ? std::string(code) : code + (" " + std::string(sign)))});
  }
  return options;
}

Result<SettingsPage> settings_page(Session& session, Names& names, std::string_view section) {
  SettingsPage page;
  page.me = session.me();
  page.settings = session.settings();
  if (section == "pipelines") {
    COHOI_TRY(page.groups, pipeline_groups(session));
  } else if (section == "qualification") {
    COHOI_TRY(page.groups, criterion_groups(session));
  } else if (section == "custom-fields") {
    COHOI_TRY(page.groups, custom_field_groups(session));
  } else if (section == "tags") {
    COHOI_TRY(page.groups, tag_groups(session));
  } else if (section == "owners") {
    COHOI_TRY(page.groups, owner_groups(session));
  } else if (section == "currencies") {
    COHOI_TRY(page.groups, rate_groups(session, names));
  } else if (section == "data") {
    page.has_sample_data = session.can_execute(RemoveSampleData{}).has_value();
    COHOI_TRY(page.counts, record_counts(session));
  }
  for (const ListSection& one : list_sections) {
    if (one.section != section) continue;
    COHOI_TRY(page.groups, choice_groups(session, names, one.list));
  }
  return page;
}

}  // namespace cohoi::app
