// DeleteRecords. What belongs to a record goes with it, what only points at it loses the link, and what would leave a lie behind (a sale
// without its customer, a converted lead) is refused with the way out.
#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/references.h"

namespace cohoi::app {
namespace {

// C-10: a converted lead keeps its links; what conversion made goes by taking the conversion back.
Status check_not_converted_into(const Draft& draft, const RecordRef& record, std::string_view link) {
  COHOI_TRY(const std::vector<Lead> leads, draft.find_by<Lead>(link, to_value(record.id)));
  for (const Lead& lead : leads)
    if (lead.status == LeadStatus::converted && !lead.conversion_transaction.empty())
      return fail(ErrorCode::refused, msg("refusal.delete.converted_into", cohoi::title_of(lead)));
  return {};
}

Status check(const Draft& draft, const Account& account) {
  COHOI_TRY(const std::vector<Opportunity> opportunities, draft.find_by<Opportunity>("account_id", account.id));
  if (!opportunities.empty())
    return fail(ErrorCode::refused, msg("refusal.delete.account_in_use", static_cast<std::int64_t>(opportunities.size())));
  return check_not_converted_into(draft, {Entity::account, account.id.uuid}, "converted_account_id");
}

Status check(const Draft& draft, const Contact& contact) {
  return check_not_converted_into(draft, {Entity::contact, contact.id.uuid}, "converted_contact_id");
}

Status check(const Draft&, const Lead& lead) {
  if (lead.status == LeadStatus::converted && !lead.conversion_transaction.empty())
    return fail(ErrorCode::refused, msg("refusal.delete.converted_lead"));
  return {};
}

Status check(const Draft&, const Opportunity&) { return {}; }
Status check(const Draft&, const Activity&) { return {}; }

Status check(const Draft& draft, const Product& product) {
  COHOI_TRY(const std::vector<LineItem> items, draft.find_by<LineItem>("product_id", product.id));
  if (!items.empty()) return fail(ErrorCode::refused, msg("refusal.delete.in_use", static_cast<std::int64_t>(items.size())));
  return {};
}

Status check(const Draft& draft, const Criterion& criterion) {
  if (!criterion.key.starts_with("own_")) return fail(ErrorCode::refused, msg("refusal.delete.built_in"));
  COHOI_TRY(const std::vector<CriterionAnswer> answers, draft.find_by<CriterionAnswer>("criterion", Value{criterion.key}));
  if (!answers.empty()) return fail(ErrorCode::refused, msg("refusal.delete.in_use", static_cast<std::int64_t>(answers.size())));
  return {};
}

Status check(const Draft& draft, const Owner& owner) {
  if (owner.is_me) return fail(ErrorCode::refused, msg("refusal.owner.me_stays"));
  COHOI_TRY(const std::vector<Reference> owned, references_to(draft, {Entity::owner, owner.id.uuid}));
  if (!owned.empty()) return fail(ErrorCode::refused, msg("refusal.delete.in_use", static_cast<std::int64_t>(owned.size())));
  return {};
}

Status check(const Draft&, const Choice& choice) {
  if (!choice.key.empty()) return fail(ErrorCode::refused, msg("refusal.delete.built_in"));
  return {};
}

Status check(const Draft& draft, const Pipeline& pipeline) {
  COHOI_TRY(const std::vector<Pipeline> pipelines, draft.all<Pipeline>());
  if (pipelines.size() < 2) return fail(ErrorCode::refused, msg("refusal.delete.last_pipeline"));
  COHOI_TRY(const std::vector<Opportunity> opportunities, draft.find_by<Opportunity>("pipeline_id", pipeline.id));
  if (!opportunities.empty())
    return fail(ErrorCode::refused, msg("refusal.delete.pipeline_in_use", static_cast<std::int64_t>(opportunities.size())));
  return {};
}

Status check(const Draft&, const Rate&) { return {}; }

template <class T>
Status after_removal(Draft&, const T&) { return {}; }

// P-6: without its sale the account may be no customer any more.
Status after_removal(Draft& draft, const Opportunity& opportunity) {
  COHOI_TRY(const std::optional<Stage> stage, draft.find(opportunity.stage_id));
  if (!stage || stage->kind != StageKind::won || !opportunity.closed_on) return {};
  return take_back_sale(draft, opportunity.account_id, *opportunity.closed_on);
}

Status after_removal(Draft& draft, const Pipeline& pipeline) {
  COHOI_TRY(const std::vector<Stage> stages, stages_of(draft, pipeline.id));
  for (const Stage& stage : stages) draft.remove(Entity::stage, stage.id.uuid);
  return {};
}

template <class T>
Result<Message> remove_one(Draft& draft, Id<T> id) {
  COHOI_TRY(const T record, draft.get(id));
  COHOI_CHECK(check(draft, record));
  const RecordRef ref{T::entity, id.uuid};
  if constexpr (T::entity == Entity::pipeline) COHOI_CHECK(after_removal(draft, record));
  COHOI_TRY(const std::vector<Reference> references, references_to(draft, ref));
  for (const Reference& reference : references) COHOI_CHECK(release(draft, reference, true));
  draft.remove(T::entity, id.uuid);
  if constexpr (T::entity != Entity::pipeline) COHOI_CHECK(after_removal(draft, record));
  return msg("done.deleted." + std::string(name_of(T::entity)), title_of_raw(store::raw_of(record)));
}

template <class T>
Result<Planned> remove_all(const DeleteRecords& command, Draft& draft) {
  std::vector<Id<T>> ids;
  for (const Uuid& id : command.ids) ids.push_back(Id<T>{id});
  return plan_each(
      draft, ids, [&](Id<T> id, std::vector<RecordRef>&) { return remove_one<T>(draft, id); },
      [](std::int64_t count) { return msg("done.deleted.many", count); });
}

}  // namespace

Result<Planned> plan(const DeleteRecords& command, Draft& draft) {
  switch (command.entity) {
    case Entity::account: return remove_all<Account>(command, draft);
    case Entity::contact: return remove_all<Contact>(command, draft);
    case Entity::lead: return remove_all<Lead>(command, draft);
    case Entity::opportunity: return remove_all<Opportunity>(command, draft);
    case Entity::activity: return remove_all<Activity>(command, draft);
    case Entity::product: return remove_all<Product>(command, draft);
    case Entity::criterion: return remove_all<Criterion>(command, draft);
    case Entity::owner: return remove_all<Owner>(command, draft);
    case Entity::choice: return remove_all<Choice>(command, draft);
    case Entity::pipeline: return remove_all<Pipeline>(command, draft);
    case Entity::rate: return remove_all<Rate>(command, draft);
    default: break;
  }
  return fail(ErrorCode::invalid, msg("refusal.no_such_field"), std::string(name_of(command.entity)));
}

}  // namespace cohoi::app
