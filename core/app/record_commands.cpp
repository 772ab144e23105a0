// SaveRecord: making and editing records through the fields a user may write.
#include <algorithm>

#include "core/app/choice_values.h"
#include "core/app/opportunity_creation.h"
#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/base/text.h"
#include "core/domain/lead_rules.h"

namespace cohoi::app {
namespace {

// An account that is its own parent, also over several steps, would have no head.
Status finish(const Draft& draft, Account& account, const std::optional<Account>&) {
  AccountId above = account.parent_id;
  for (int steps = 0; !above.empty(); ++steps) {
    if (above == account.id || steps > 100) return fail(field_error(ErrorCode::invalid, msg("refusal.account.own_parent"), "parent_id"));
    COHOI_TRY(const std::optional<Account> parent, draft.find(above));
    above = parent ? parent->parent_id : AccountId{};
  }
  return {};
}

Status finish(const Draft&, Contact&, const std::optional<Contact>&) { return {}; }

Status finish(const Draft& draft, Lead& lead, const std::optional<Lead>& before) {
  if (before && before->status == LeadStatus::converted) return fail(ErrorCode::conflict, msg("refusal.lead.read_only"));  // C-10
  COHOI_CHECK(check_lead(lead));
  // L-1: tied to a person means tied to that person's account.
  const bool newly_tied = !lead.contact_id.empty() && (!before || before->contact_id != lead.contact_id);
  if (newly_tied && lead.account_id.empty()) {
    COHOI_TRY(const Contact contact, draft.get(lead.contact_id));
    lead.account_id = contact.account_id;
  }
  return {};
}

// The moment a product's own word for a list is emptied it would have no name at all.
Status need_name(const std::string& name, const std::string& key, std::string_view field) {
  if (name.empty() && key.empty()) return fail(field_error(ErrorCode::invalid, msg("error.required"), field));
  return {};
}

Status finish(const Draft& draft, Product& product, const std::optional<Product>&) {
  COHOI_TRY(const std::vector<Product> products, draft.all<Product>());
  const std::string name = fold(product.name);
  for (const Product& other : products)
    if (other.id != product.id && fold(other.name) == name)
      return fail(field_error(ErrorCode::conflict, msg("refusal.name_taken", other.name), "name"));
  return {};
}

Status finish(const Draft& draft, Criterion& criterion, const std::optional<Criterion>& before) {
  if (!before) {
    criterion.key = "own_" + criterion.id.to_string();
    COHOI_TRY(const std::vector<Criterion> criteria, draft.all<Criterion>());
    for (const Criterion& other : criteria) criterion.position = std::max(criterion.position, other.position + 1);
  }
  if (criterion.weight > 100) return fail(field_error(ErrorCode::invalid, msg("error.percent"), "weight"));
  const bool own = criterion.key.starts_with("own_");
  return need_name(criterion.question, own ? std::string{} : criterion.key, "question");
}

Status finish(const Draft&, Owner& owner, const std::optional<Owner>& before) {
  if (before && before->is_me && (!owner.is_me || owner.retired))
    return fail(field_error(ErrorCode::refused, msg("refusal.owner.me_stays"), owner.retired ? "retired" : "is_me"));
  return {};
}

Status finish(const Draft& draft, Choice& choice, const std::optional<Choice>& before) {
  COHOI_CHECK(need_name(choice.name, choice.key, "name"));
  COHOI_TRY(const std::vector<Choice> choices, draft.all<Choice>());
  const std::string name = fold(choice.name);
  for (const Choice& other : choices) {
    if (other.list != choice.list || other.id == choice.id) continue;
    if (!name.empty() && fold(other.name) == name)
      return fail(field_error(ErrorCode::conflict, msg("refusal.name_taken", other.name), "name"));
    if (!before) choice.position = std::max(choice.position, other.position + 1);
  }
  return {};
}

Status finish(const Draft& draft, CustomField& field, const std::optional<CustomField>& before) {
  if (before && before->type != field.type) return fail(field_error(ErrorCode::refused, msg("refusal.custom_field.type"), "value_type"));
  if (!before) field.key = custom_key(field.id);
  if (has_choices(field.type) && choices_of(field).empty()) return fail(field_error(ErrorCode::invalid, msg("error.required"), "choices"));
  if (!has_choices(field.type)) field.choices.clear();
  COHOI_TRY(const std::vector<CustomField> fields, draft.all<CustomField>());
  for (const CustomField& other : fields) {
    if (other.record_kind != field.record_kind || other.id == field.id) continue;
    if (fold(other.name) == fold(field.name)) return fail(field_error(ErrorCode::conflict, msg("refusal.name_taken", other.name), "name"));
    if (!before) field.position = std::max(field.position, other.position + 1);
  }
  return {};
}

Status finish(const Draft& draft, Pipeline& pipeline, const std::optional<Pipeline>& before) {
  COHOI_CHECK(need_name(pipeline.name, pipeline.key, "name"));
  if (before) return {};
  COHOI_TRY(const std::vector<Pipeline> pipelines, draft.all<Pipeline>());
  for (const Pipeline& other : pipelines) pipeline.position = std::max(pipeline.position, other.position + 1);
  return {};
}

Status finish(const Draft& draft, Rate& rate, const std::optional<Rate>& before) {
  if (!before) rate.main_currency = draft.around().settings.currency.code();
  return check_rate(draft, rate);
}

Status finish(const Draft&, Opportunity&, const std::optional<Opportunity>&) { return {}; }

// What another record takes from the change.
template <class T>
Status follow_up(Draft&, const T&, const std::optional<T>&) { return {}; }

// P-6: a sale that changes hands makes its new account a customer.
Status follow_up(Draft& draft, const Opportunity& after, const std::optional<Opportunity>& before) {
  if (!before || !after.closed_on || before->account_id == after.account_id) return {};
  COHOI_TRY(const std::optional<Stage> stage, draft.find(after.stage_id));
  if (!stage || stage->kind != StageKind::won) return {};
  COHOI_CHECK(take_back_sale(draft, before->account_id, *after.closed_on));
  return add_sale(draft, after.account_id, *after.closed_on);
}

Status follow_up(Draft& draft, const Owner& after, const std::optional<Owner>&) {
  if (!after.is_me) return {};
  COHOI_TRY(const std::vector<Owner> owners, draft.all<Owner>());
  for (Owner owner : owners) {
    if (owner.id == after.id || !owner.is_me) continue;
    owner.is_me = false;
    draft.put(owner);
  }
  return {};
}

Status follow_up(Draft& draft, const Choice& after, const std::optional<Choice>& before) {
  return before ? rename_choice_values(draft, *before, after) : Status{};
}

// P-7: a new pipeline starts with the stages of the first one, to be edited from there.
Status follow_up(Draft& draft, const Pipeline& after, const std::optional<Pipeline>& before) {
  if (before) return {};
  COHOI_TRY(const Pipeline model, first_pipeline(draft));
  COHOI_TRY(const std::vector<Stage> stages, stages_of(draft, model.id));
  for (Stage stage : stages) {
    stage.id = draft.ids().next_of<Stage>();
    stage.pipeline_id = after.id;
    draft.put(stage);
  }
  return {};
}

template <class T>
store::RawRecord fresh_record(const Draft& draft) {
  T record;
  record.id = draft.ids().template next_of<T>();
  if constexpr (requires { record.owner_id; }) record.owner_id = draft.around().me.id;
  if constexpr (requires { record.created_at; }) record.created_at = draft.around().now;
  return store::raw_of(record);
}

template <class T>
Result<Planned> save(const SaveRecord& command, Draft& draft) {
  const bool creates = command.id.empty();
  std::optional<T> before;
  store::RawRecord raw;
  if (creates) {
    raw = fresh_record<T>(draft);
  } else {
    COHOI_TRY(before, draft.find(Id<T>{command.id}));
    if (!before) return fail(Draft::gone(T::entity));
    raw = store::raw_of(*before);
  }
  const bool new_choice = creates && T::entity == Entity::choice;
  const bool new_field = creates && T::entity == Entity::custom_field;
  const bool new_criterion = creates && T::entity == Entity::criterion;
  if (new_criterion) raw.values.front().value = std::string("own");  // the key, made below; required meanwhile
  Result<store::RawRecord> edited = new_choice || new_field ? with_values(draft, std::move(raw), command.values, {"list", "record_kind"})
                                                            : with_values(draft, std::move(raw), command.values);
  if (!edited) return fail(std::move(edited).error());
  T after = store::typed<T>(*edited);
  COHOI_CHECK(finish(draft, after, before));
  const store::RawRecord whole = store::raw_of(after);
  draft.put_raw(whole);
  COHOI_CHECK(follow_up(draft, after, before));
  Planned planned;
  const std::string title = title_of_raw(whole);
  const std::string name(name_of(T::entity));
  planned.done = creates ? msg("done.created." + name, title) : msg("done.saved." + name, title);
  if (creates) planned.made.push_back({T::entity, after.id.uuid});
  return planned;
}

}  // namespace

Result<Planned> plan(const SaveRecord& command, Draft& draft) {
  switch (command.entity) {
    case Entity::account: return save<Account>(command, draft);
    case Entity::contact: return save<Contact>(command, draft);
    case Entity::lead: return save<Lead>(command, draft);
    case Entity::opportunity: return command.id.empty() ? create_opportunity(command.values, draft) : save<Opportunity>(command, draft);
    case Entity::activity: return save_activity(command, draft);
    case Entity::product: return save<Product>(command, draft);
    case Entity::criterion: return save<Criterion>(command, draft);
    case Entity::owner: return save<Owner>(command, draft);
    case Entity::choice: return save<Choice>(command, draft);
    case Entity::pipeline: return save<Pipeline>(command, draft);
    case Entity::rate: return save<Rate>(command, draft);
    case Entity::custom_field: return save<CustomField>(command, draft);
    default: break;
  }
  // Stages, roles, line items, answers, visits and settings have commands of their own.
  return fail(ErrorCode::invalid, msg("refusal.no_such_field"), std::string(name_of(command.entity)));
}

}  // namespace cohoi::app
