#include "core/app/references.h"

#include "core/domain/record.h"

namespace cohoi::app {
namespace {

template <class T>
Status collect(const Draft& draft, const RecordRef& record, std::vector<Reference>& found) {
  for (const FieldInfo& field : fields_of(T::entity)) {
    if (field.type != FieldType::ref || field.ref != record.entity) continue;
    COHOI_TRY(const std::vector<T> records, draft.find_by<T>(field.key, to_value(record.id)));
    for (const T& one : records) found.push_back({{T::entity, one.id.uuid}, field.key});
  }
  return {};
}

bool about_nothing(const store::RawRecord& activity) {
  for (const FieldValue& field : activity.values) {
    const FieldInfo* info = field_of(Entity::activity, field.key);
    if (info && info->type == FieldType::ref && info->ref != Entity::owner && given(field.value)) return false;
  }
  return true;
}

}  // namespace

Result<std::vector<Reference>> references_to(const Draft& draft, const RecordRef& record) {
  std::vector<Reference> found;
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    Status status = with_record_type(static_cast<Entity>(i), [&]<class T>() { return collect<T>(draft, record, found); });
    COHOI_CHECK(status);
  }
  return found;
}

bool is_part(Entity entity) {
  return entity == Entity::answer || entity == Entity::contact_role || entity == Entity::line_item || entity == Entity::stage_visit;
}

Status release(Draft& draft, const Reference& reference, bool drop_orphans) {
  COHOI_TRY(std::optional<store::RawRecord> raw, draft.find_raw(reference.from.entity, reference.from.id));
  if (!raw) return {};
  // Evidence is one of an answer's two proofs, a stage visit belongs to its opportunity: only the owner of a part takes it along.
  const bool owner = reference.field != "evidence_activity_id" && reference.field != "stage_id" && reference.field != "product_id";
  if (is_part(raw->entity) && owner) {
    draft.remove(raw->entity, raw->id);
    return {};
  }
  for (FieldValue& field : raw->values)
    if (field.key == reference.field) field.value = {};
  if (drop_orphans && raw->entity == Entity::activity && about_nothing(*raw)) {
    draft.remove(raw->entity, raw->id);
    return {};
  }
  draft.put_raw(*std::move(raw));
  return {};
}

}  // namespace cohoi::app
