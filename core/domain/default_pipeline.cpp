// What comes with the product: the pipeline of DOMAIN's table and the first entries of the editable lists.
#include <array>
#include <initializer_list>

#include "core/domain/stage_rules.h"

namespace cohoi {
namespace {

struct ChoiceRow {
  ChoiceList list;
  std::initializer_list<const char*> keys;
};

}  // namespace

DefaultPipeline default_pipeline(Ids& ids) {
  using enum GateItem;
  DefaultPipeline result;
  result.pipeline = {.id = ids.next_of<Pipeline>(), .key = "default"};
  const auto add = [&](const char* key, StageKind kind, std::int64_t probability, std::int64_t rots_after_days, ForecastCategory category,
                       const std::vector<GateItem>& gate) {
    result.stages.push_back({.id = ids.next_of<Stage>(),
                             .pipeline_id = result.pipeline.id,
                             .key = key,
                             .kind = kind,
                             .position = static_cast<std::int64_t>(result.stages.size()),
                             .probability = probability,
                             .rots_after_days = rots_after_days,
                             .forecast_category = category,
                             .gate = gate_tags(gate)});
  };
  add("needs", StageKind::open, 20, 21, ForecastCategory::pipeline, {relationship_built, needs_written});
  add("proposal", StageKind::open, 40, 21, ForecastCategory::pipeline, {amount, buyer_role});
  add("negotiation", StageKind::open, 65, 14, ForecastCategory::best_case, {supplier_dropped, payment_terms_discussed, expected_close});
  add("contract", StageKind::open, 85, 10, ForecastCategory::commit, {payment_terms_written, contract_drafted});
  add("won", StageKind::won, 100, 0, ForecastCategory::closed, {contract_or_order, close_date, amount});
  add("lost", StageKind::lost, 0, 0, ForecastCategory::omitted, {loss_reason});
  return result;
}

std::vector<Choice> default_choices(Ids& ids) {
  const std::array<ChoiceRow, 4> rows{{
      {ChoiceList::source,
       {"website", "referral", "existing_customer", "event", "cold_call", "email_campaign", "social", "advertisement", "partner", "other"}},
      {ChoiceList::loss_reason, {"price", "competitor", "no_budget", "no_decision", "timing", "requirements", "no_contact", "other"}},
      {ChoiceList::disqualify_reason, {"no_need", "no_ability", "not_now", "no_contact", "wrong_details", "duplicate", "other"}},
      {ChoiceList::industry,
       {"manufacturing", "retail", "construction", "technology", "finance", "healthcare", "education", "logistics", "agriculture",
        "hospitality", "real_estate", "public_sector", "other"}},
  }};
  std::vector<Choice> choices;
  for (const ChoiceRow& row : rows) {
    std::int64_t position = 0;
    for (const char* key : row.keys)
      choices.push_back({.id = ids.next_of<Choice>(), .list = row.list, .key = key, .position = position++});
  }
  return choices;
}

}  // namespace cohoi
