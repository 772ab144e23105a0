// A qualified lead with a high chance of a sale; won, it is the sale.
#pragma once

#include "core/domain/lead.h"

namespace cohoi {

struct Pipeline;
struct Stage;
using PipelineId = Id<Pipeline>;
using StageId = Id<Stage>;

struct Opportunity {
  static constexpr Entity entity = Entity::opportunity;

  OpportunityId id;
  std::string name;
  AccountId account_id;
  PipelineId pipeline_id;
  StageId stage_id;
  std::optional<Money> amount;
  std::optional<Date> expected_close;
  std::optional<Date> closed_on;
  std::optional<std::int64_t> probability;  // set by hand (P-5); empty = the stage's
  std::string forecast_category;            // set by hand (P-9), a ForecastCategory's name; empty = the stage's
  OwnerId owner_id;
  std::string source;
  std::string needs;
  std::string present_supplier;
  SupplierDropped supplier_dropped = SupplierDropped::unknown;
  bool payment_terms_discussed = false;
  std::string payment_terms;
  bool contract_drafted = false;
  bool contract_signed = false;
  std::string contract_number, order_number;
  std::string loss_reason, loss_note, competitor;
  StageId lost_at_stage_id;   // P-6
  LeadId lead_id;             // the lead it came from
  std::string override_reason;  // C-0: why conversion was allowed although something was missing
  bool imported_without_gate = false;  // P-1
  Tags tags;
  std::string notes;
  std::string imported_from;
  std::optional<Timestamp> created_at;
  std::string custom;  // values of the user's own fields (custom_field.h)

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "name", .type = text, .required = true, .searchable = true, .max_length = 120}, r.name);
    visit(FieldInfo{.key = "account_id", .type = ref, .ref = Entity::account}, r.account_id);
    visit(FieldInfo{.key = "pipeline_id", .type = ref, .written = Written::by_rule, .ref = Entity::pipeline}, r.pipeline_id);
    visit(FieldInfo{.key = "stage_id", .type = ref, .written = Written::by_rule, .ref = Entity::stage}, r.stage_id);
    visit(FieldInfo{.key = "amount", .type = money}, r.amount);
    visit(FieldInfo{.key = "expected_close", .type = date}, r.expected_close);
    visit(FieldInfo{.key = "closed_on", .type = date, .written = Written::by_rule}, r.closed_on);
    visit(FieldInfo{.key = "probability", .type = percent}, r.probability);
    visit(FieldInfo{.key = "forecast_category", .type = choice, .choices = EnumNames<ForecastCategory>::names}, r.forecast_category);
    visit(FieldInfo{.key = "owner_id", .type = ref, .ref = Entity::owner}, r.owner_id);
    visit(FieldInfo{.key = "source", .type = text}, r.source);
    visit(FieldInfo{.key = "needs", .type = long_text}, r.needs);
    visit(FieldInfo{.key = "present_supplier", .type = text}, r.present_supplier);
    visit(FieldInfo{.key = "supplier_dropped", .type = choice, .choices = EnumNames<SupplierDropped>::names}, r.supplier_dropped);
    visit(FieldInfo{.key = "payment_terms_discussed", .type = check}, r.payment_terms_discussed);
    visit(FieldInfo{.key = "payment_terms", .type = long_text}, r.payment_terms);
    visit(FieldInfo{.key = "contract_drafted", .type = check}, r.contract_drafted);
    visit(FieldInfo{.key = "contract_signed", .type = check}, r.contract_signed);
    visit(FieldInfo{.key = "contract_number", .type = text, .searchable = true}, r.contract_number);
    visit(FieldInfo{.key = "order_number", .type = text, .searchable = true}, r.order_number);
    visit(FieldInfo{.key = "loss_reason", .type = text, .written = Written::by_rule}, r.loss_reason);
    visit(FieldInfo{.key = "loss_note", .type = long_text, .written = Written::by_rule}, r.loss_note);
    visit(FieldInfo{.key = "competitor", .type = text}, r.competitor);
    visit(FieldInfo{.key = "lost_at_stage_id", .type = ref, .written = Written::by_rule, .ref = Entity::stage}, r.lost_at_stage_id);
    visit(FieldInfo{.key = "lead_id", .type = ref, .written = Written::by_rule, .ref = Entity::lead}, r.lead_id);
    visit(FieldInfo{.key = "override_reason", .type = long_text, .written = Written::by_rule}, r.override_reason);
    visit(FieldInfo{.key = "imported_without_gate", .type = check, .written = Written::by_rule}, r.imported_without_gate);
    visit(FieldInfo{.key = "tags", .type = FieldType::tags}, r.tags);
    visit(FieldInfo{.key = "notes", .type = long_text}, r.notes);
    visit(FieldInfo{.key = "imported_from", .type = text, .written = Written::by_rule}, r.imported_from);
    visit(FieldInfo{.key = "created_at", .type = timestamp, .written = Written::by_rule}, r.created_at);
    visit(FieldInfo{.key = "custom", .type = long_text, .written = Written::by_rule}, r.custom);
  }
};

}  // namespace cohoi
