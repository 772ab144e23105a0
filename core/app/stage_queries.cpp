#include "core/app/stage_queries.h"

#include "core/app/opportunity_facts.h"

namespace cohoi::app {

Result<std::vector<GateItem>> missing_for(Session& session, OpportunityId opportunity, StageId stage) {
  const Draft draft(session.surroundings());
  COHOI_TRY(const OpportunityFacts facts, facts_of(draft, opportunity));
  COHOI_TRY(const Stage to, draft.get(stage));
  return missing_for_stage(facts.gate(), to, facts.stages);
}

}  // namespace cohoi::app
