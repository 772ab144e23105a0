// EditRecords, TagRecords: one change to many records, each planned as it would be alone.
#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"

namespace cohoi::app {
namespace {

// As plan_each, for records whose kind is known only when it runs.
template <class One>
Result<Planned> each(Draft& draft, Entity entity, const std::vector<Uuid>& ids, One&& one) {
  if (ids.size() == 1) return one(ids.front());
  Planned planned;
  planned.per_record.reserve(ids.size());
  bool any = false;
  for (const Uuid& id : ids) {
    COHOI_TRY(std::string title, title_of(draft, {entity, id}));
    const std::size_t mark = draft.mark();
    Result<Planned> result = one(id);
    any = any || result.has_value();
    Status status;
    if (!result) {
      draft.roll_back(mark);
      status = fail(std::move(result).error());
    }
    planned.per_record.push_back({{entity, id}, std::move(title), std::move(status)});
  }
  if (!any) return fail(none_could(planned.per_record));
  return planned;
}

std::int64_t done_of(const Planned& planned) {
  std::int64_t done = 0;
  for (const auto& one : planned.per_record) done += one.result ? 1 : 0;
  return done;
}

}  // namespace

Result<Planned> plan(const EditRecords& command, Draft& draft) {
  if (command.values.empty()) return fail(ErrorCode::invalid, msg("refusal.no_such_field"));
  COHOI_TRY(Planned planned, each(draft, command.entity, command.ids, [&](const Uuid& id) {
              return id.empty() ? Result<Planned>(fail(Draft::gone(command.entity))) : plan(SaveRecord{command.entity, id, command.values}, draft);
            }));
  if (!planned.per_record.empty()) planned.done = msg("done.edited.many", done_of(planned));
  return planned;
}

Result<Planned> plan(const TagRecords& command, Draft& draft) {
  if (!field_of(command.entity, "tags")) return fail(ErrorCode::invalid, msg("refusal.no_such_field"), "tags");
  COHOI_TRY(Planned planned, each(draft, command.entity, command.ids, [&](const Uuid& id) -> Result<Planned> {
              COHOI_TRY(const auto record, draft.find_raw(command.entity, id));
              if (!record) return fail(Draft::gone(command.entity));
              Tags kept;
              for (std::string& tag : split_tags(text_in(record->values, "tags")).items) {
                const Tags with = join_tags(command.remove, {{tag}});
                if (with.items.size() != command.remove.items.size()) kept.items.push_back(std::move(tag));
              }
              return plan(SaveRecord{command.entity, id, {{"tags", to_value(join_tags(kept, command.add))}}}, draft);
            }));
  if (!planned.per_record.empty()) planned.done = msg("done.tagged.many", done_of(planned));
  return planned;
}

}  // namespace cohoi::app
