// P-7: stages edited by the user. Changing a gate never moves a record; deleting a stage says where its opportunities go, and the gates
// hold on that way too (P-1).
#include <algorithm>

#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/base/text.h"

namespace cohoi::app {
namespace {

// Puts the stage at its wanted place among the open ones and numbers them anew.
void place(Draft& draft, const Stage& stage, const std::vector<Stage>& stages) {
  std::vector<Stage> order;
  for (const Stage& other : stages)
    if (other.kind == StageKind::open && other.id != stage.id) order.push_back(other);
  const auto at = std::clamp<std::int64_t>(stage.position, 0, static_cast<std::int64_t>(order.size()));
  order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), stage);
  std::int64_t position = 0;
  for (Stage& one : order) {
    one.position = position++;
    draft.put(one);
  }
}

}  // namespace

Result<Planned> plan(const SaveStage& command, Draft& draft) {
  Stage stage = command.stage;
  stage.name = tidy(stage.name);
  Planned planned;
  if (stage.id.empty()) {
    if (stage.pipeline_id.empty()) {
      COHOI_TRY(const Pipeline pipeline, first_pipeline(draft));
      stage.pipeline_id = pipeline.id;
    }
    stage.key.clear();
    stage.kind = StageKind::open;  // a pipeline has its two ends already
    COHOI_CHECK(draft.get(stage.pipeline_id));
  } else {
    COHOI_TRY(const Stage before, draft.get(stage.id));
    stage.pipeline_id = before.pipeline_id;
    stage.key = before.key;
    stage.kind = before.kind;
  }
  COHOI_CHECK(check_stage(stage));
  if (stage.id.empty()) {
    stage.id = draft.ids().next_of<Stage>();
    planned.made.push_back({Entity::stage, stage.id.uuid});
  }
  COHOI_TRY(const std::vector<Stage> stages, stages_of(draft, stage.pipeline_id));
  if (stage.kind == StageKind::open)
    place(draft, stage, stages);
  else
    draft.put(stage);
  planned.done = msg("done.stage_saved", std::vector<Message>{stage_name(stage)});
  return planned;
}

Result<Planned> plan(const DeleteStage& command, Draft& draft) {
  const Surroundings& around = draft.around();
  COHOI_TRY(const Stage stage, draft.get(command.stage_id));
  COHOI_TRY(const std::vector<Stage> stages, stages_of(draft, stage.pipeline_id));
  COHOI_TRY(const std::vector<Opportunity> inside, draft.find_by<Opportunity>("stage_id", stage.id));
  COHOI_TRY(const std::optional<Stage> to, draft.find(command.move_to));
  COHOI_CHECK(check_delete_stage(stage, stages, static_cast<std::int64_t>(inside.size()), to));
  Error refusal{ErrorCode::refused, msg("refusal.stage.not_all_may_move"), {}, {}};
  for (const Opportunity& opportunity : inside) {
    COHOI_TRY(const OpportunityFacts facts, facts_of(draft, opportunity));
    auto move = move_to_stage(facts.gate(), facts.open_visit(), *to, facts.stages, {}, around.now, around.me.name);
    if (!move) {
      refusal.missing.push_back(msg("refusal.of_record", opportunity.name, std::vector<Message>{move.error().message}));
      continue;
    }
    move->entered.id = draft.ids().next_of<StageVisit>();
    draft.put(move->opportunity);
    if (move->left) draft.put(*move->left);
    draft.put(move->entered);
  }
  if (!refusal.missing.empty()) return fail(std::move(refusal));
  draft.remove(Entity::stage, stage.id.uuid);
  std::int64_t position = 0;
  for (Stage other : stages) {
    if (other.kind != StageKind::open || other.id == stage.id) continue;
    other.position = position++;
    draft.put(other);
  }
  return Planned{msg("done.stage_deleted", std::vector<Message>{stage_name(stage)}), {}};
}

}  // namespace cohoi::app
