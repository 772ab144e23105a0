// Moving, closing and reopening opportunities (P-1, P-2, P-3, P-6). The gates are the domain's; here their facts are gathered and what
// they allow is written.
#include "core/app/opportunity_facts.h"
#include "core/app/plan_support.h"
#include "core/app/plans.h"

namespace cohoi::app {
namespace {

void put_move(Draft& draft, StageMove move) {
  move.entered.id = draft.ids().next_of<StageVisit>();
  draft.put(move.opportunity);
  if (move.left) draft.put(*move.left);
  draft.put(move.entered);
}

}  // namespace

Result<Planned> plan(const MoveStage& command, Draft& draft) {
  const Surroundings& around = draft.around();
  COHOI_TRY(const Stage to, draft.get(command.to));
  const std::string reason = written(command.override_reason);
  const auto one = [&](OpportunityId id, std::vector<RecordRef>&) -> Result<Message> {
    COHOI_TRY(const OpportunityFacts facts, facts_of(draft, id));
    COHOI_TRY(StageMove move, move_to_stage(facts.gate(), facts.open_visit(), to, facts.stages, reason, around.now,
                                            around.me.name));
    put_move(draft, std::move(move));
    return msg("done.moved", facts.opportunity.name, std::vector<Message>{stage_name(to)});
  };
  return plan_each(draft, command.opportunity_ids, one,
                   [&](std::int64_t count) { return msg("done.moved.many", count, std::vector<Message>{stage_name(to)}); });
}

Result<Planned> plan(const CloseWon& command, Draft& draft) {
  const Surroundings& around = draft.around();
  COHOI_TRY(const OpportunityFacts facts, facts_of(draft, command.opportunity_id));
  COHOI_TRY(StageMove move, close_as_won(facts.gate(), facts.open_visit(), command.how, facts.stages, written(command.override_reason), around.now,
                                         around.me.name));
  const Opportunity after = move.opportunity;
  put_move(draft, std::move(move));
  COHOI_CHECK(add_sale(draft, after.account_id, *after.closed_on));
  return Planned{msg("done.won", after.name), {}};
}

Result<Planned> plan(const CloseLost& command, Draft& draft) {
  const Surroundings& around = draft.around();
  COHOI_TRY(const OpportunityFacts facts, facts_of(draft, command.opportunity_id));
  CloseAsLost how = command.how;
  if (!how.closed_on) how.closed_on = around.today();
  COHOI_TRY(StageMove move, close_as_lost(facts.gate(), facts.open_visit(), how, facts.stages, around.now, around.me.name));
  put_move(draft, std::move(move));
  return Planned{msg("done.lost", facts.opportunity.name), {}};
}

Result<Planned> plan(const Reopen& command, Draft& draft) {
  const Surroundings& around = draft.around();
  COHOI_TRY(const OpportunityFacts facts, facts_of(draft, command.opportunity_id));
  COHOI_TRY(StageMove move, reopen(facts.opportunity, facts.visits, facts.stages, around.now, around.me.name));
  const Stage* closed = facts.stage();
  const bool was_sale = closed && closed->kind == StageKind::won && facts.opportunity.closed_on;
  put_move(draft, std::move(move));
  if (was_sale) COHOI_CHECK(take_back_sale(draft, facts.opportunity.account_id, *facts.opportunity.closed_on));
  return Planned{msg("done.reopened", facts.opportunity.name), {}};
}

}  // namespace cohoi::app
