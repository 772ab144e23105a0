#include "core/app/opportunity_creation.h"

#include <utility>

#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/record_values.h"

namespace cohoi::app {
namespace {

// What a new opportunity is given beside its fields.
struct Extras {
  std::vector<FieldValue> fields;  // the rest
  ContactId contact_id;
  Part part = Part::unknown;
  std::optional<ActivityKind> relationship;
};

Result<Extras> split(const std::vector<FieldValue>& values, const Draft& draft) {
  Extras extras;
  for (const FieldValue& field : values) {
    const auto invalid = [&](Message message) { return fail(field_error(ErrorCode::invalid, std::move(message), field.key)); };
    const bool is_extra = field.key == "contact_id" || field.key == "part" || field.key == "relationship";
    if (!is_extra) {
      extras.fields.push_back(field);
      continue;
    }
    if (!given(field.value)) continue;
    if (field.key == "contact_id") {
      if (!from_value(field.value, extras.contact_id)) return invalid(msg("error.ref"));
      COHOI_CHECK(draft.get(extras.contact_id));
    } else if (field.key == "part") {
      if (!from_value(field.value, extras.part)) return invalid(msg("error.choice"));
    } else {
      ActivityKind kind = ActivityKind::task;
      if (!from_value(field.value, kind) || (kind != ActivityKind::call && kind != ActivityKind::meeting))
        return invalid(msg("error.choice"));
      extras.relationship = kind;
    }
  }
  return extras;
}

}  // namespace

Result<Planned> create_opportunity(const std::vector<FieldValue>& values, Draft& draft) {
  const Surroundings& around = draft.around();
  COHOI_TRY(const Extras extras, split(values, draft));
  Opportunity blank;
  blank.id = draft.ids().next_of<Opportunity>();
  blank.owner_id = around.me.id;
  blank.created_at = around.now;
  COHOI_TRY(const store::RawRecord raw, with_values(draft, store::raw_of(blank), extras.fields, {"stage_id", "override_reason"}));
  Opportunity opportunity = store::typed<Opportunity>(raw);

  // Where it starts.
  Stage start;
  if (opportunity.stage_id.empty()) {
    COHOI_TRY(const Pipeline pipeline, first_pipeline(draft));
    COHOI_TRY(const std::vector<Stage> stages, stages_of(draft, pipeline.id));
    COHOI_TRY(start, first_stage(stages));
  } else {
    COHOI_TRY(start, draft.get(opportunity.stage_id));
  }
  if (start.kind != StageKind::open) return fail(field_error(ErrorCode::invalid, msg("error.stage.closing"), "stage_id"));
  opportunity.pipeline_id = start.pipeline_id;
  opportunity.stage_id = {};
  const std::string override_reason = written(std::exchange(opportunity.override_reason, {}));

  std::optional<ContactRole> role;
  if (!extras.contact_id.empty()) {
    role = ContactRole{draft.ids().next_of<ContactRole>(), opportunity.id, extras.contact_id, extras.part, true};
    if (opportunity.account_id.empty()) {
      COHOI_TRY(const Contact contact, draft.get(extras.contact_id));
      opportunity.account_id = contact.account_id;
    }
  }
  std::optional<Activity> talk;
  if (extras.relationship) {
    talk = Activity{.id = draft.ids().next_of<Activity>(),
                    .kind = *extras.relationship,
                    .done_at = around.now,
                    .owner_id = opportunity.owner_id,
                    .opportunity_id = opportunity.id,
                    .account_id = opportunity.account_id,
                    .contact_id = extras.contact_id,
                    .created_at = around.now};
  }

  COHOI_TRY(OpportunityFacts facts, facts_of(draft, opportunity));
  if (role) facts.roles.push_back(*role);
  if (talk) facts.activities.push_back(*talk);
  COHOI_CHECK(add_talks(draft, "account_id", opportunity.account_id.uuid, facts.activities));
  COHOI_CHECK(add_talks(draft, "contact_id", extras.contact_id.uuid, facts.activities));
  COHOI_TRY(StageMove move, move_to_stage(facts.gate(), std::nullopt, start, facts.stages, override_reason, around.now, around.me.name));
  // C-0's override is kept where reports count it; a gate that was passed needs none.
  move.opportunity.override_reason = move.entered.override_reason;
  move.entered.id = draft.ids().next_of<StageVisit>();
  draft.put(move.opportunity);
  draft.put(move.entered);
  if (role) draft.put(*role);
  if (talk) draft.put(*talk);
  return Planned{msg("done.created.opportunity", move.opportunity.name), {{Entity::opportunity, move.opportunity.id.uuid}}};
}

}  // namespace cohoi::app
