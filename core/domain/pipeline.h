// Stages in order, what each demands before it is entered, and the visits an opportunity made to them.
#pragma once

#include <vector>

#include "core/domain/criterion.h"

namespace cohoi {

struct StageVisit;
using StageVisitId = Id<StageVisit>;

struct Pipeline {
  static constexpr Entity entity = Entity::pipeline;

  PipelineId id;
  std::string key;   // "default" for the one that comes with the product: its name is in the strings
  std::string name;  // the user's
  std::int64_t position = 0;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "key", .type = text, .written = Written::by_rule}, r.key);
    visit(FieldInfo{.key = "name", .type = text}, r.name);
    visit(FieldInfo{.key = "position", .type = integer}, r.position);
  }
};

// One thing a stage may ask for. A gate is a set of them.
enum class GateItem : std::uint8_t {
  relationship_built,       // a done call or meeting on the opportunity (or its lead)
  needs_written,
  amount,                   // > 0
  buyer_role,               // a buyer or decision maker among the contact roles
  supplier_dropped,         // Yes, or there is none
  payment_terms_discussed,  // or written already
  expected_close,
  payment_terms_written,
  contract_drafted,
  contract_or_order,  // contract signed, or an order number
  close_date,         // of the closing
  loss_reason,        // and a note when the reason is "Other"
};
template <>
struct EnumNames<GateItem> {
  static constexpr std::array<std::string_view, 12> names{
      "relationship_built", "needs_written",  "amount",           "buyer_role",        "supplier_dropped", "payment_terms_discussed",
      "expected_close",     "payment_terms_written", "contract_drafted", "contract_or_order", "close_date",       "loss_reason"};
};

struct Stage {
  static constexpr Entity entity = Entity::stage;

  StageId id;
  PipelineId pipeline_id;
  std::string key;   // needs, proposal, negotiation, contract, won, lost; empty for the user's own
  std::string name;  // the user's; empty = the name of the key in the strings
  StageKind kind = StageKind::open;
  std::int64_t position = 0;  // order among the open stages
  std::int64_t probability = 0;  // percent
  std::int64_t rots_after_days = 0;  // 0 = never (P-4)
  ForecastCategory forecast_category = ForecastCategory::pipeline;
  Tags gate;  // names of GateItem

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "pipeline_id", .type = ref, .written = Written::by_rule, .ref = Entity::pipeline}, r.pipeline_id);
    visit(FieldInfo{.key = "key", .type = text, .written = Written::by_rule}, r.key);
    visit(FieldInfo{.key = "name", .type = text}, r.name);
    visit(FieldInfo{.key = "kind", .type = choice, .written = Written::by_rule, .choices = EnumNames<StageKind>::names}, r.kind);
    visit(FieldInfo{.key = "position", .type = integer}, r.position);
    visit(FieldInfo{.key = "probability", .type = percent}, r.probability);
    visit(FieldInfo{.key = "rots_after_days", .type = integer}, r.rots_after_days);
    visit(FieldInfo{.key = "forecast_category", .type = choice, .choices = EnumNames<ForecastCategory>::names}, r.forecast_category);
    visit(FieldInfo{.key = "gate", .type = tags}, r.gate);
  }
};

// P-3. One row per stay; the open one has no `left_at`.
struct StageVisit {
  static constexpr Entity entity = Entity::stage_visit;

  StageVisitId id;
  OpportunityId opportunity_id;
  StageId stage_id;
  std::optional<Timestamp> entered_at, left_at;
  std::string entered_by;
  std::string override_reason;         // P-1: why the gate was passed although something was missing
  Tags missing;                        // GateItems that were missing then
  bool imported_without_gate = false;  // P-1

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "opportunity_id", .type = ref, .written = Written::by_rule, .ref = Entity::opportunity}, r.opportunity_id);
    visit(FieldInfo{.key = "stage_id", .type = ref, .written = Written::by_rule, .ref = Entity::stage}, r.stage_id);
    visit(FieldInfo{.key = "entered_at", .type = timestamp, .written = Written::by_rule}, r.entered_at);
    visit(FieldInfo{.key = "left_at", .type = timestamp, .written = Written::by_rule}, r.left_at);
    visit(FieldInfo{.key = "entered_by", .type = text, .written = Written::by_rule}, r.entered_by);
    visit(FieldInfo{.key = "override_reason", .type = long_text, .written = Written::by_rule}, r.override_reason);
    visit(FieldInfo{.key = "missing", .type = tags, .written = Written::by_rule}, r.missing);
    visit(FieldInfo{.key = "imported_without_gate", .type = check, .written = Written::by_rule}, r.imported_without_gate);
  }
};

}  // namespace cohoi
