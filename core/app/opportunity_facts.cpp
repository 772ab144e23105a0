#include "core/app/opportunity_facts.h"

#include <algorithm>

#include "core/app/plan_support.h"
#include "core/base/stable_order.h"

namespace cohoi::app {

std::optional<StageVisit> OpportunityFacts::open_visit() const {
  for (auto visit = visits.rbegin(); visit != visits.rend(); ++visit)
    if (!visit->left_at) return *visit;
  return std::nullopt;
}

const Stage* OpportunityFacts::stage() const {
  for (const Stage& stage : stages)
    if (stage.id == opportunity.stage_id) return &stage;
  return nullptr;
}

Result<OpportunityFacts> facts_of(const Draft& draft, OpportunityId id) {
  COHOI_TRY(Opportunity opportunity, draft.get(id));
  return facts_of(draft, std::move(opportunity));
}

Result<OpportunityFacts> facts_of(const Draft& draft, Opportunity opportunity) {
  OpportunityFacts facts;
  const OpportunityId id = opportunity.id;
  COHOI_TRY(facts.activities, draft.find_by<Activity>("opportunity_id", id));
  if (!opportunity.lead_id.empty()) {
    COHOI_TRY(std::vector<Activity> of_lead, draft.find_by<Activity>("lead_id", opportunity.lead_id));
    for (Activity& activity : of_lead)
      if (activity.opportunity_id != id) facts.activities.push_back(std::move(activity));
  }
  COHOI_TRY(facts.roles, draft.find_by<ContactRole>("opportunity_id", id));
  COHOI_TRY(facts.stages, stages_of(draft, opportunity.pipeline_id));
  COHOI_TRY(facts.visits, draft.find_by<StageVisit>("opportunity_id", id));
  stable_order(facts.visits, [](const StageVisit& a, const StageVisit& b) { return a.entered_at < b.entered_at; });
  facts.opportunity = std::move(opportunity);
  return facts;
}

Status add_talks(const Draft& draft, std::string_view link, const Uuid& id, std::vector<Activity>& activities) {
  COHOI_TRY(const std::vector<Activity> talks, activities_by(draft, link, id));
  activities.insert(activities.end(), talks.begin(), talks.end());
  return {};
}

Result<Pipeline> first_pipeline(const Draft& draft) {
  COHOI_TRY(const std::vector<Pipeline> pipelines, draft.all<Pipeline>());
  const auto first = std::min_element(pipelines.begin(), pipelines.end(),
                                      [](const Pipeline& a, const Pipeline& b) { return a.position < b.position; });
  if (first == pipelines.end()) return fail(Draft::gone(Entity::pipeline));
  return *first;
}

Result<std::vector<Stage>> stages_of(const Draft& draft, PipelineId pipeline) {
  COHOI_TRY(std::vector<Stage> stages, draft.find_by<Stage>("pipeline_id", pipeline));
  stable_order(stages, [](const Stage& a, const Stage& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.position < b.position;
  });
  return stages;
}

Result<Stage> first_stage(const std::vector<Stage>& stages) {
  if (stages.empty() || stages.front().kind != StageKind::open) return fail(Draft::gone(Entity::stage));
  return stages.front();
}

Status add_sale(Draft& draft, AccountId id, Date closed_on) {
  COHOI_TRY(const std::optional<Account> account, draft.find(id));
  if (account) draft.put(with_sale(*account, closed_on));
  return {};
}

Status take_back_sale(Draft& draft, AccountId id, Date closed_on) {
  COHOI_TRY(const std::optional<Account> account, draft.find(id));
  // An earlier date came from an import or another sale and stands.
  if (!account || account->customer_since != closed_on) return {};
  COHOI_TRY(const std::vector<Opportunity> opportunities, draft.find_by<Opportunity>("account_id", id));
  std::optional<Date> first_won;
  for (const Opportunity& opportunity : opportunities) {
    if (!opportunity.closed_on || (first_won && *first_won <= *opportunity.closed_on)) continue;
    COHOI_TRY(const std::optional<Stage> stage, draft.find(opportunity.stage_id));
    if (stage && stage->kind == StageKind::won) first_won = opportunity.closed_on;
  }
  Account after = *account;
  after.customer_since = first_won;
  if (!first_won && after.status == AccountStatus::customer) after.status = AccountStatus::prospect;
  draft.put(after);
  return {};
}

}  // namespace cohoi::app
