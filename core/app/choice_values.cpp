#include "core/app/choice_values.h"

#include <array>

#include "core/app/record_values.h"
#include "core/base/currencies.h"
#include "core/store/in_use.h"

namespace cohoi::app {
namespace {

constexpr std::array<ListField, 8> fields{{{ChoiceList::source, Entity::lead, "source"},
                                           {ChoiceList::source, Entity::opportunity, "source"},
                                           {ChoiceList::source, Entity::account, "source"},
                                           {ChoiceList::source, Entity::contact, "source"},
                                           {ChoiceList::industry, Entity::lead, "industry"},
                                           {ChoiceList::industry, Entity::account, "industry"},
                                           {ChoiceList::loss_reason, Entity::opportunity, "loss_reason"},
                                           {ChoiceList::disqualify_reason, Entity::lead, "disqualify_reason"}}};

}  // namespace

std::span<const ListField> list_fields() { return fields; }

Status rename_choice_values(Draft& draft, const Choice& before, const Choice& after) {
  if (!after.key.empty() || before.name == after.name) return {};
  for (const ListField& one : fields) {
    if (one.list != after.list) continue;
    COHOI_TRY(const std::vector<Uuid> users, store::records_with_value(draft.around().db, one.entity, one.field, before.name));
    for (const Uuid& id : users) {
      COHOI_TRY(std::optional<store::RawRecord> raw, draft.find_raw(one.entity, id));
      if (!raw) continue;
      for (FieldValue& field : raw->values)
        if (field.key == one.field) field.value = after.name;
      draft.put_raw(*std::move(raw));
    }
  }
  return {};
}

Status check_rate(const Draft& draft, const Rate& rate) {
  if (!is_iso_currency(rate.currency)) return fail(field_error(ErrorCode::invalid, msg("error.currency"), "currency"));
  if (rate.currency == rate.main_currency)
    return fail(field_error(ErrorCode::invalid, msg("error.rate.same_currency", rate.main_currency), "currency"));
  if (!is_rate(rate.rate)) return fail(field_error(ErrorCode::invalid, msg("error.rate.number"), "rate"));
  COHOI_TRY(const std::vector<Rate> rates, draft.all<Rate>());
  for (const Rate& other : rates)
    if (other.id != rate.id && other.currency == rate.currency && other.main_currency == rate.main_currency && other.rate_date == rate.rate_date)
      return fail(field_error(ErrorCode::conflict, msg("refusal.rate.twice", rate.currency), "rate_date"));
  return {};
}

}  // namespace cohoi::app
