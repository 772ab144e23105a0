// The data's settings, the order of the lists the user keeps, and tags over all records, each change one step.
#include <algorithm>

#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/base/stable_order.h"
#include "core/base/text.h"
#include "core/domain/labels.h"
#include "core/store/in_use.h"

namespace cohoi::app {
namespace {

template <class T>
Result<Planned> reorder(const Reorder& command, Draft& draft, Message (*name)(const T&), bool (*same_list)(const T&, const T&)) {
  COHOI_TRY(const T moved, draft.get(Id<T>{command.record.id}));
  COHOI_TRY(std::vector<T> order, draft.all<T>());
  std::erase_if(order, [&](const T& other) { return other.id == moved.id || !same_list(other, moved); });
  stable_order(order, [](const T& a, const T& b) { return a.position < b.position; });
  const auto place = std::clamp<std::int64_t>(command.place, 0, static_cast<std::int64_t>(order.size()));
  order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), moved);
  std::int64_t position = 0;
  for (T& one : order) {
    one.position = position++;
    draft.put(one);
  }
  return Planned{msg("done.reordered", std::vector<Message>{name(moved)}), {}, {}, {}};
}

Result<std::int64_t> rename_tag_on(Draft& draft, Entity entity, const std::string& from, const std::string& to) {
  COHOI_TRY(const std::vector<Uuid> ids, store::records_with_tag(draft.around().db, entity, from));
  const std::string folded = fold(from);
  for (const Uuid& id : ids) {
    COHOI_TRY(std::optional<store::RawRecord> raw, draft.find_raw(entity, id));
    if (!raw) continue;
    for (FieldValue& field : raw->values) {
      const auto* text = field.key == "tags" ? std::get_if<std::string>(&field.value) : nullptr;
      if (!text) continue;
      std::vector<std::string> items = split_tags(*text).items;
      std::erase_if(items, [&](const std::string& one) { return fold(one) == folded; });
      if (!to.empty()) items.push_back(to);
      field.value = to_value(make_tags(std::move(items)));
    }
    draft.put_raw(*std::move(raw));
  }
  return static_cast<std::int64_t>(ids.size());
}

}  // namespace

Result<Planned> plan(const SaveSettings& command, Draft& draft) {
  constexpr int longest_reasonable = 60;
  const int months = command.settings.reasonable_months;
  if (months < 1 || months > longest_reasonable)
    return fail(field_error(ErrorCode::invalid, msg("refusal.settings.months", std::int64_t{longest_reasonable}), "reasonable_months"));
  COHOI_TRY(const std::vector<Setting> records, store::setting_records(draft.around().db, command.settings, draft.ids()));
  for (const Setting& record : records) draft.put(record);
  return Planned{msg("done.settings_saved"), {}, {}, {}};
}

Result<Planned> plan(const Reorder& command, Draft& draft) {
  switch (command.record.entity) {
    case Entity::stage: {
      COHOI_TRY(Stage stage, draft.get(StageId{command.record.id}));
      stage.position = command.place;
      return plan(SaveStage{stage}, draft);
    }
    case Entity::criterion:
      return reorder<Criterion>(command, draft, criterion_name, [](const Criterion&, const Criterion&) { return true; });
    case Entity::choice:
      return reorder<Choice>(command, draft, choice_name, [](const Choice& a, const Choice& b) { return a.list == b.list; });
    case Entity::custom_field:
      return reorder<CustomField>(command, draft, custom_field_name, [](const CustomField& a, const CustomField& b) { return a.record_kind == b.record_kind; });
    case Entity::pipeline:
      return reorder<Pipeline>(command, draft, pipeline_name, [](const Pipeline&, const Pipeline&) { return true; });
    default: break;
  }
  return fail(ErrorCode::invalid, msg("refusal.no_such_field"), std::string(name_of(command.record.entity)));
}

Result<Planned> plan(const RenameTag& command, Draft& draft) {
  const Tags wanted = make_tags({command.to});
  const std::string to = wanted.items.empty() ? std::string{} : wanted.items.front();
  if (to.empty() && !command.to.empty()) return fail(field_error(ErrorCode::invalid, msg("error.required"), "to"));
  std::int64_t records = 0;
  std::int64_t joined = 0;
  for (const Entity entity : store::tagged_entities) {
    if (!to.empty() && fold(to) != fold(command.from)) {
      COHOI_TRY(const std::vector<Uuid> there, store::records_with_tag(draft.around().db, entity, to));
      joined += static_cast<std::int64_t>(there.size());
    }
    COHOI_TRY(const std::int64_t changed, rename_tag_on(draft, entity, command.from, to));
    records += changed;
  }
  if (records == 0) return fail(ErrorCode::not_found, msg("refusal.gone.tag", command.from));
  if (to.empty()) return Planned{msg("done.tag_deleted", command.from, records), {}, {}, {}};
  if (joined > 0) return Planned{msg("done.tag_merged", command.from, to, records), {}, {}, {}};
  return Planned{msg("done.tag_renamed", command.from, to, records), {}, {}, {}};
}

}  // namespace cohoi::app
