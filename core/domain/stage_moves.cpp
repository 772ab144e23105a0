#include <algorithm>

#include "core/base/text.h"
#include "core/domain/record.h"
#include "core/domain/stage_order.h"
#include "core/domain/stage_rules.h"

namespace cohoi {
namespace {

struct Entry {
  StageId stage;
  Timestamp now;
  const std::string& by;
};

StageMove enter(Opportunity opportunity, const std::optional<StageVisit>& open_visit, const Entry& entry) {
  StageMove move;
  move.left = open_visit;
  // A device whose clock was set back must not make a visit of negative length.
  if (move.left) move.left->left_at = std::max(entry.now, move.left->entered_at.value_or(entry.now));
  move.entered.opportunity_id = opportunity.id;
  move.entered.stage_id = entry.stage;
  move.entered.entered_at = move.left ? *move.left->left_at : entry.now;
  move.entered.entered_by = entry.by;
  opportunity.stage_id = entry.stage;
  move.opportunity = std::move(opportunity);
  return move;
}

// P-1: an override is kept only when it overrode something.
Status apply_gate(const Stage& to, const std::vector<GateItem>& missing, const std::string& override_reason, StageMove& move) {
  if (missing.empty()) return {};
  std::string reason = tidy_long(override_reason);
  if (reason.empty()) return tl::unexpected<Error>(gate_refusal(to, missing));
  move.entered.override_reason = std::move(reason);
  move.entered.missing = gate_tags(missing);
  return {};
}

const Stage* end_stage(StageKind kind, std::span<const Stage> stages) {
  const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) { return stage.kind == kind; });
  return found == stages.end() ? nullptr : &*found;
}

Status check_open(const Opportunity& opportunity, std::span<const Stage> stages) {
  const Stage* from = find_stage(opportunity.stage_id, stages);
  if (from && from->kind != StageKind::open) return fail(ErrorCode::conflict, msg("refusal.closed", std::vector<Message>{stage_name(*from)}));
  return {};
}

}  // namespace

Result<StageMove> move_to_stage(const GateFacts& facts, const std::optional<StageVisit>& open_visit, const Stage& to,
                                std::span<const Stage> stages, const std::string& override_reason, Timestamp now, const std::string& by) {
  if (!find_stage(to.id, stages)) return fail(ErrorCode::not_found, msg("error.stage.not_found"));
  if (facts.opportunity.stage_id == to.id)
    return fail(ErrorCode::conflict, msg("refusal.same_stage", std::vector<Message>{stage_name(to)}));
  COHOI_CHECK(check_open(facts.opportunity, stages));
  if (to.kind != StageKind::open) return fail(ErrorCode::invalid, msg("error.stage.closing"));
  StageMove move = enter(facts.opportunity, open_visit, {to.id, now, by});
  COHOI_CHECK(apply_gate(to, missing_for_stage(facts, to, stages), override_reason, move));
  return move;
}

Result<StageMove> close_as_won(const GateFacts& facts, const std::optional<StageVisit>& open_visit, const CloseAsWon& how,
                               std::span<const Stage> stages, const std::string& override_reason, Timestamp now, const std::string& by) {
  const Stage* won = end_stage(StageKind::won, stages);
  if (!won) return fail(ErrorCode::not_found, msg("error.stage.not_found"));
  COHOI_CHECK(check_open(facts.opportunity, stages));
  Opportunity after = facts.opportunity;
  if (how.closed_on) after.closed_on = how.closed_on;
  const GateFacts closing{after, facts.activities, facts.roles};
  const std::vector<GateItem> missing = missing_for_stage(closing, *won, stages);
  if (!after.closed_on) {
    std::vector<GateItem> with_date = missing;
    if (std::find(missing.begin(), missing.end(), GateItem::close_date) == missing.end()) with_date.push_back(GateItem::close_date);
    return tl::unexpected<Error>(gate_refusal(*won, with_date));
  }
  StageMove move = enter(std::move(after), open_visit, {won->id, now, by});
  COHOI_CHECK(apply_gate(*won, missing, override_reason, move));
  return move;
}

Result<StageMove> close_as_lost(const GateFacts& facts, const std::optional<StageVisit>& open_visit, const CloseAsLost& how,
                                std::span<const Stage> stages, Timestamp now, const std::string& by) {
  const Stage* lost = end_stage(StageKind::lost, stages);
  if (!lost) return fail(ErrorCode::not_found, msg("error.stage.not_found"));
  COHOI_CHECK(check_open(facts.opportunity, stages));
  Opportunity after = facts.opportunity;
  if (how.closed_on) after.closed_on = how.closed_on;
  after.loss_reason = tidy(how.reason);
  after.loss_note = tidy_long(how.note);
  if (std::string competitor = tidy(how.competitor); !competitor.empty()) after.competitor = std::move(competitor);
  after.lost_at_stage_id = after.stage_id;
  const GateFacts closing{after, facts.activities, facts.roles};
  const std::vector<GateItem> missing = missing_for_stage(closing, *lost, stages);
  if (!missing.empty()) return tl::unexpected<Error>(gate_refusal(*lost, missing));
  return enter(std::move(after), open_visit, {lost->id, now, by});
}

Result<StageMove> reopen(const Opportunity& opportunity, std::span<const StageVisit> visits, std::span<const Stage> stages, Timestamp now,
                         const std::string& by) {
  const Stage* closed = find_stage(opportunity.stage_id, stages);
  if (!closed || closed->kind == StageKind::open) return fail(ErrorCode::conflict, msg("refusal.not_closed"));
  const auto is_open = [&](StageId id) {
    const Stage* stage = find_stage(id, stages);
    return stage && stage->kind == StageKind::open;
  };
  StageId back;
  std::optional<StageVisit> open_visit;
  for (const StageVisit& visit : visits) {
    if (is_open(visit.stage_id)) back = visit.stage_id;
    if (!visit.left_at) open_visit = visit;
  }
  // An imported record may come closed, without a history.
  if (back.empty() && is_open(opportunity.lost_at_stage_id)) back = opportunity.lost_at_stage_id;
  if (back.empty()) {
    const auto order = open_stages_in_order(stages);
    if (order.empty()) return fail(ErrorCode::not_found, msg("error.stage.not_found"));
    back = order.front()->id;
  }
  Opportunity after = opportunity;
  after.closed_on.reset();
  after.loss_reason.clear();
  after.loss_note.clear();
  after.lost_at_stage_id = {};
  return enter(std::move(after), open_visit, {back, now, by});
}

Account with_sale(Account account, Date closed_on) {
  account.status = AccountStatus::customer;
  if (!account.customer_since || closed_on < *account.customer_since) account.customer_since = closed_on;
  return account;
}

}  // namespace cohoi
