// C-14: lead, account, contact and opportunity as they were before the conversion. One lead of a bulk conversion is taken back alone.
#include <algorithm>

#include "core/app/inverse.h"
#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/store/change_log.h"

namespace cohoi::app {
namespace {

// Is the record part of this lead's conversion, and not of another lead's in the same transaction?
Result<bool> belongs(const Draft& draft, const Lead& lead, const RecordRef& record) {
  if (record.entity == Entity::lead) return record.id == lead.id.uuid;
  if (record.entity == Entity::account) return record.id == lead.converted_account_id.uuid;
  if (record.entity == Entity::contact) return record.id == lead.converted_contact_id.uuid;
  if (record.entity == Entity::opportunity) return record.id == lead.converted_opportunity_id.uuid;
  COHOI_TRY(const std::optional<store::RawRecord> raw, draft.find_raw(record.entity, record.id));
  if (!raw) return false;  // deleted since
  const std::string_view link = record.entity == Entity::activity ? "lead_id" : "opportunity_id";
  const Value wanted = to_value(record.entity == Entity::activity ? lead.id.uuid : lead.converted_opportunity_id.uuid);
  return std::any_of(raw->values.begin(), raw->values.end(),
                     [&](const FieldValue& field) { return field.key == link && field.value == wanted; });
}

// A bulk conversion holds several leads: taking back one of them does not take back the transaction.
Result<bool> converts_one_lead(store::Database& db, const Uuid& transaction) {
  COHOI_TRY(const std::vector<store::Change> changes, store::changes_of_transaction(db, transaction));
  return std::count_if(changes.begin(), changes.end(), [](const store::Change& change) {
           return change.entity == Entity::lead && change.field == "conversion_transaction";
         }) == 1;
}

}  // namespace

Result<Planned> plan(const RevertConversion& command, Draft& draft) {
  COHOI_TRY(const Lead lead, draft.get(command.lead_id));
  if (lead.status != LeadStatus::converted) return fail(ErrorCode::conflict, msg("refusal.not_converted"));
  // A lead that came converted with a file was not converted by us: there is nothing to take back.
  if (lead.conversion_transaction.empty()) return fail(ErrorCode::refused, msg("refusal.converted_by_import"));
  COHOI_TRY(const bool alone, converts_one_lead(draft.around().db, lead.conversion_transaction));
  InverseScope scope{command.even_if_changed, {}};
  if (!alone) scope.only = [&](const RecordRef& record) { return belongs(draft, lead, record); };
  COHOI_CHECK(plan_inverse(draft, lead.conversion_transaction, scope));
  Planned planned{msg("done.conversion_reverted", cohoi::title_of(lead)), {}, {}, {}};
  if (alone) planned.reverts = lead.conversion_transaction;
  return planned;
}

}  // namespace cohoi::app
