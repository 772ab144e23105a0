// What the domain's own things are called on screen: messages, never texts.
#pragma once

#include <optional>

#include "core/domain/custom_field.h"
#include "core/domain/sales_records.h"

namespace cohoi {

[[nodiscard]] Message entity_label(Entity entity);          // "entity.lead"
[[nodiscard]] Message field_label(std::string_view key);    // "field.email", or the user's own name
[[nodiscard]] Message criterion_question(const Criterion& criterion);  // "criterion.need.question", or the user's own
[[nodiscard]] Message pipeline_name(const Pipeline& pipeline);
[[nodiscard]] Message custom_field_name(const CustomField& field);
[[nodiscard]] Message choice_name(const Choice& choice);    // "choice.source.website", or the user's own

// The label of one of a choice field's closed values: "part.buyer", "lead_status.new". The value itself, in its own words, when the
// field is no closed choice or has no such value.
[[nodiscard]] Message choice_label(const FieldInfo& field, std::string_view value);

template <class E>
struct EnumLabel;  // specialised below: `prefix`
#define COHOI_ENUM_LABEL(Type, text) \
  template <>                        \
  struct EnumLabel<Type> {           \
    static constexpr std::string_view prefix = text; \
  }
COHOI_ENUM_LABEL(Answer, "answer.");
COHOI_ENUM_LABEL(Verdict, "verdict.");
COHOI_ENUM_LABEL(LeadStatus, "lead_status.");
COHOI_ENUM_LABEL(Part, "part.");
COHOI_ENUM_LABEL(AccountKind, "account_kind.");
COHOI_ENUM_LABEL(AccountStatus, "account_status.");
COHOI_ENUM_LABEL(ActivityKind, "activity_kind.");
COHOI_ENUM_LABEL(StageKind, "stage_kind.");
COHOI_ENUM_LABEL(ForecastCategory, "forecast_category.");
COHOI_ENUM_LABEL(CriterionKind, "criterion_kind.");
COHOI_ENUM_LABEL(SupplierDropped, "supplier_dropped.");
COHOI_ENUM_LABEL(ChoiceList, "choice_list.");
COHOI_ENUM_LABEL(CustomType, "custom_type.");
COHOI_ENUM_LABEL(RecordKind, "entity.");
#undef COHOI_ENUM_LABEL

template <class E>
[[nodiscard]] Message label_of(E value)
  requires requires { EnumLabel<E>::prefix; }
{
  return msg(std::string(EnumLabel<E>::prefix) + std::string(name_of(value)));
}

}  // namespace cohoi
