#include "core/app/models/list_shapes.h"

namespace cohoi::app {

ListShape activity_list_shape(Names& names) {
  ListShape shape;
  shape.columns = {{"subject", msg("field.subject"), 2.6F}, {"kind", msg("field.kind"), 1.0F},
                   {"due_at", msg("field.due_at"), 1.4F},   {"done_at", msg("field.done_at"), 1.4F},
                   {"owner", msg("field.owner_id"), 1.3F}};
  ListFilter open{"open", msg("list.activity.state"), {{"1", msg("list.activity.to_do")}, {"0", msg("list.activity.done")}}};
  ListFilter kinds{"kind", msg("field.kind"), {}};
  for (const auto name : EnumNames<ActivityKind>::names)
    kinds.options.push_back({std::string(name), msg("activity_kind." + std::string(name))});
  shape.filters = {std::move(open), std::move(kinds), {"owner_id", msg("field.owner_id"), names.owner_options()}};
  return shape;
}

std::string address_of_subject(const Activity& activity) {
  if (!activity.opportunity_id.empty()) return address_of(Entity::opportunity, activity.opportunity_id.uuid);
  if (!activity.lead_id.empty()) return address_of(Entity::lead, activity.lead_id.uuid);
  if (!activity.account_id.empty()) return address_of(Entity::account, activity.account_id.uuid);
  return address_of(Entity::contact, activity.contact_id.uuid);
}

ListRow list_row(const Activity& activity, Names& names, Session& session) {
  const auto kind = msg("activity_kind." + std::string(name_of(activity.kind)));
  ListRow row{activity.id.uuid, activity.subject, address_of_subject(activity), {}};
  row.cells.push_back({activity.subject.empty() ? Label(kind) : Label(activity.subject), {}, Tone::neutral});
  row.cells.push_back({Label(kind), {}, Tone::neutral});
  const bool overdue = activity.due_at && !activity.done_at && *activity.due_at < session.clock().now();
  row.cells.push_back({Label(names.when(activity.due_at)), {}, overdue ? Tone::bad : Tone::neutral});
  row.cells.push_back({Label(names.when(activity.done_at)), {}, Tone::neutral});
  row.cells.push_back({Label(names.owner(activity.owner_id)), {}, Tone::neutral});
  return row;
}

}  // namespace cohoi::app
