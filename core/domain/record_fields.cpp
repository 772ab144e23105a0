#include <array>

#include "core/domain/record.h"

namespace cohoi {
namespace {

using FieldLists = std::array<std::vector<FieldInfo>, entity_names.size()>;

FieldLists make_lists() {
  FieldLists lists;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    with_record_type(static_cast<Entity>(i), [&]<class T>() {
      T record;
      T::fields(record, [&](const FieldInfo& info, const auto&) { lists[i].push_back(info); });
    });
  }
  return lists;
}

}  // namespace

const std::vector<FieldInfo>& fields_of(Entity entity) {
  static const FieldLists lists = make_lists();
  return lists[static_cast<std::size_t>(entity)];
}

const FieldInfo* field_of(Entity entity, std::string_view key) {
  for (const FieldInfo& field : is_custom(key) ? custom_fields_of(entity) : fields_of(entity))
    if (field.key == key) return &field;
  return nullptr;
}

}  // namespace cohoi
