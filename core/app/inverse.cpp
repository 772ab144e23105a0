#include "core/app/inverse.h"

#include <algorithm>
#include <set>

#include "core/app/lead_story.h"
#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/references.h"
#include "core/domain/labels.h"
#include "core/store/change_log.h"
#include "core/store/change_log_json.h"

namespace cohoi::app {
namespace {

bool came(const store::Change& change) { return change.field.empty() && !given(change.before); }
bool went(const store::Change& change) { return change.field.empty() && given(change.before); }

Result<std::vector<store::Change>> changes_in_scope(std::vector<store::Change> changes, const InverseScope& scope) {
  if (!scope.only) return changes;
  std::vector<store::Change> meant;
  for (store::Change& change : changes) {
    COHOI_TRY(const bool wanted, scope.only(RecordRef{change.entity, change.record}));
    if (wanted) meant.push_back(std::move(change));
  }
  return meant;
}

// The whole record as the log keeps it: only the given fields.
store::RawRecord restored(const store::Change& change) {
  store::RawRecord raw =
      with_record_type(change.entity, [&]<class T>() { T blank; blank.id.uuid = change.record; return store::raw_of(blank); });
  for (FieldValue& field : raw.values) field.value = {};
  const auto* text = std::get_if<std::string>(&change.before);
  const auto values = text ? store::values_from_json(*text) : std::nullopt;
  if (!values) return raw;
  for (const FieldValue& logged : *values)
    for (FieldValue& field : raw.values)
      if (field.key == logged.key) field.value = logged.value;
  return raw;
}

Status lay_back(Draft& draft, const store::Change& change) {
  if (came(change)) {
    draft.remove(change.entity, change.record);
    return {};
  }
  if (went(change)) {
    draft.restore_raw(restored(change));
    return {};
  }
  COHOI_TRY(std::optional<store::RawRecord> raw, draft.find_raw(change.entity, change.record));
  if (!raw) return {};  // deleted since: named among the conflicts
  for (FieldValue& field : raw->values)
    if (field.key == change.field) field.value = change.before;
  draft.restore_raw(*std::move(raw));
  return {};
}

// The sentences of store::revert, which takes back whole transactions.
Result<Message> named(const Draft& draft, const store::Change& change) {
  COHOI_TRY(const std::optional<store::RawRecord> raw, draft.find_raw(change.entity, change.record));
  const std::vector<Message> entity{entity_label(change.entity)};
  if (!raw) return msg("store.change.removed", entity);
  const std::string title = title_of_raw(*raw);
  if (change.field.empty()) return msg("store.change.made", entity, title);
  return msg("store.change.field", entity, title, std::vector<Message>{field_label(change.field)});
}

using RecordSet = std::set<std::pair<Entity, Uuid>>;

// Whether the transaction itself made this link.
bool made_by(const std::vector<store::Change>& changes, const Reference& reference) {
  return std::any_of(changes.begin(), changes.end(), [&](const store::Change& change) {
    return change.entity == reference.from.entity && change.record == reference.from.id && (change.field.empty() || change.field == reference.field);
  });
}

// What was built since on the records that would go; by a merge also on a record of the transaction itself, through another field.
Result<std::vector<Reference>> built_since(const Draft& draft, const std::vector<store::Change>& changes) {
  std::vector<Reference> built;
  for (const store::Change& change : changes) {
    if (!came(change)) continue;
    COHOI_TRY(const std::vector<Reference> references, references_to(draft, {change.entity, change.record}));
    for (const Reference& reference : references)
      if (!made_by(changes, reference)) built.push_back(reference);
  }
  return built;
}

void add_once(std::vector<Message>& list, Message message) {
  if (std::find(list.begin(), list.end(), message) == list.end()) list.push_back(std::move(message));
}

Status check_opportunity(const Draft& draft, const Opportunity& after) {
  COHOI_TRY(const std::optional<Opportunity> before, store::find(draft.around().db, after.id));
  if (before && before->stage_id == after.stage_id) return {};
  if (before) {
    COHOI_TRY(const std::optional<Stage> from, draft.find(before->stage_id));
    if (from && from->kind != StageKind::open) return {};  // reopening asks no gate (P-6)
  }
  COHOI_TRY(OpportunityFacts facts, facts_of(draft, after));
  const Stage* to = facts.stage();
  const std::optional<StageVisit> visit = facts.open_visit();
  const bool excused = visit && visit->stage_id == after.stage_id && (!visit->override_reason.empty() || visit->imported_without_gate);
  // What let a record in once does not open the stages after.
  const bool let_in = !before && (after.imported_without_gate || !after.override_reason.empty());
  if (!to || excused || let_in) return {};
  facts.opportunity.stage_id = before ? before->stage_id : StageId{};
  if (!before) {
    for (const ContactRole& role : facts.roles) COHOI_CHECK(add_talks(draft, "contact_id", role.contact_id.uuid, facts.activities));
    COHOI_CHECK(add_talks(draft, "account_id", after.account_id.uuid, facts.activities));
  }
  std::vector<GateItem> missing = missing_for_stage(facts.gate(), *to, facts.stages);
  // What C-0 answers for, settings included, is asked of the lead below.
  if (!before && !after.lead_id.empty())
    std::erase_if(missing, [](GateItem item) { return item == GateItem::relationship_built || item == GateItem::needs_written; });
  if (!missing.empty()) return fail(gate_refusal(*to, missing));
  return {};
}

Status check_lead_again(const Draft& draft, const Lead& after) {
  COHOI_TRY(const std::optional<Lead> before, store::find(draft.around().db, after.id));
  const bool converts = after.status == LeadStatus::converted && before && before->status != LeadStatus::converted;
  if (!converts || !after.conversion_override.empty() || after.imported_converted) return {};
  COHOI_TRY(const LeadStory story, story_of(draft, after.id));
  const auto missing = missing_for_conversion(story.lead, story.qualification, story.activities, draft.around().settings);
  if (!missing.empty()) return fail(conversion_refusal(missing));
  return {};
}

}  // namespace

Status plan_inverse(Draft& draft, const Uuid& transaction, const InverseScope& scope) {
  store::Database& db = draft.around().db;
  COHOI_TRY(std::vector<store::Change> all, store::changes_of_transaction(db, transaction));
  if (all.empty()) return fail(ErrorCode::not_found, msg("store.transaction_gone"));
  COHOI_TRY(const std::vector<store::Change> changes, changes_in_scope(std::move(all), scope));
  RecordSet own;
  for (const store::Change& change : changes) own.insert({change.entity, change.record});
  COHOI_TRY(std::vector<store::Change> later, store::changed_since(db, transaction));
  std::erase_if(later, [&](const store::Change& change) { return !own.contains({change.entity, change.record}); });
  COHOI_TRY(const std::vector<Reference> built, built_since(draft, changes));
  if (!scope.even_if_changed && (!later.empty() || !built.empty())) {
    Error error{ErrorCode::conflict, {}, {}, {}};
    for (const store::Change& change : later) {
      COHOI_TRY(Message message, named(draft, change));
      add_once(error.missing, std::move(message));
    }
    for (const Reference& reference : built) {
      COHOI_TRY(const std::string title, title_of(draft, reference.from));
      add_once(error.missing, msg("store.change.made", std::vector<Message>{entity_label(reference.from.entity)}, title));
    }
    error.message = msg("store.changed_since", static_cast<std::int64_t>(error.missing.size()));
    return fail(std::move(error));
  }
  for (const Reference& reference : built) COHOI_CHECK(release(draft, reference, false));
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) COHOI_CHECK(lay_back(draft, *change));
  return {};
}

Status check_gates_of(const Draft& draft) {
  for (const store::RawRecord& raw : draft.planned(Entity::opportunity))
    COHOI_CHECK(check_opportunity(draft, store::typed<Opportunity>(raw)));
  for (const store::RawRecord& raw : draft.planned(Entity::lead)) COHOI_CHECK(check_lead_again(draft, store::typed<Lead>(raw)));
  return {};
}

}  // namespace cohoi::app
