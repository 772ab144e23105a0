// Editing a pipeline (P-7) and the roles on an opportunity (P-8).
#include <algorithm>

#include "core/domain/stage_order.h"
#include "core/domain/stage_rules.h"

namespace cohoi {

Status check_delete_stage(const Stage& stage, std::span<const Stage> stages, std::int64_t opportunities_in_it,
                          const std::optional<Stage>& to) {
  if (stage.kind != StageKind::open) return fail(ErrorCode::refused, msg("refusal.stage.end_stays"));
  if (open_stages_in_order(stages).size() <= 1) return fail(ErrorCode::refused, msg("refusal.stage.last_stays"));
  if (opportunities_in_it == 0) return {};
  if (!to) return fail(ErrorCode::refused, msg("refusal.stage.where_to", opportunities_in_it));
  const Stage* target = find_stage(to->id, stages);
  const bool fits = target && target->kind == StageKind::open && target->id != stage.id && target->pipeline_id == stage.pipeline_id;
  if (!fits) return fail(ErrorCode::invalid, msg("error.stage.bad_target"));
  return {};
}

Status check_stage(const Stage& stage) {
  if (stage.name.empty() && stage.key.empty()) return fail(ErrorCode::invalid, msg("error.required"), "name");
  if (stage.probability < 0 || stage.probability > 100) return fail(ErrorCode::invalid, msg("error.percent"), "probability");
  if (stage.rots_after_days < 0) return fail(ErrorCode::invalid, msg("error.negative"), "rots_after_days");
  for (const std::string& item : stage.gate.items)
    if (!enum_named<GateItem>(item)) return fail(ErrorCode::invalid, msg("error.stage.unknown_gate", item), "gate");
  return {};
}

Status check_role(const ContactRole& role, std::span<const ContactRole> others) {
  if (role.contact_id.empty()) return fail(ErrorCode::invalid, msg("error.required"), "contact_id");
  for (const ContactRole& other : others) {
    if (!role.id.empty() && other.id == role.id) continue;
    if (other.contact_id == role.contact_id) return fail(ErrorCode::conflict, msg("refusal.role.twice"), "contact_id");
    if (role.primary && other.primary) return fail(ErrorCode::refused, msg("refusal.role.second_primary"), "primary");
  }
  return {};
}

}  // namespace cohoi
