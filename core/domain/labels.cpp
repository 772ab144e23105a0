#include "core/domain/labels.h"

#include <algorithm>

namespace cohoi {
namespace {

// A field knows its enum by the list of names it was declared with.
template <class E>
bool is_choice_of(const FieldInfo& field) {
  return field.choices.data() == EnumNames<E>::names.data();
}

template <class... E>
std::string_view prefix_of(const FieldInfo& field) {
  std::string_view prefix;
  ((is_choice_of<E>(field) ? void(prefix = EnumLabel<E>::prefix) : void()), ...);
  return prefix;
}

}  // namespace

Message entity_label(Entity entity) { return msg("entity." + std::string(name_of(entity))); }

Message field_label(std::string_view key) {
  if (!is_custom(key)) return msg("field." + std::string(key));
  const CustomField* field = custom_field_named(key);
  return field ? msg("verbatim", field->name) : msg("field.custom");
}

Message criterion_question(const Criterion& criterion) {
  if (!criterion.question.empty()) return msg("verbatim", criterion.question);
  return msg("criterion." + criterion.key + ".question");
}

Message pipeline_name(const Pipeline& pipeline) {
  if (!pipeline.name.empty() || pipeline.key.empty()) return msg("verbatim", pipeline.name);
  return msg("pipeline." + pipeline.key);
}

Message custom_field_name(const CustomField& field) { return msg("verbatim", field.name); }

Message choice_name(const Choice& choice) {
  if (!choice.name.empty() || choice.key.empty()) return msg("verbatim", choice.name);
  return msg("choice." + std::string(name_of(choice.list)) + "." + choice.key);
}

Message choice_label(const FieldInfo& field, std::string_view value) {
  const std::string_view prefix =
      prefix_of<Answer, Verdict, LeadStatus, Part, AccountKind, AccountStatus, ActivityKind, StageKind, ForecastCategory, CriterionKind,
                SupplierDropped, ChoiceList, CustomType, RecordKind>(field);
  const bool known = std::find(field.choices.begin(), field.choices.end(), value) != field.choices.end();
  if (prefix.empty() || !known) return msg("verbatim", std::string(value));
  return msg(std::string(prefix) + std::string(value));
}

}  // namespace cohoi
