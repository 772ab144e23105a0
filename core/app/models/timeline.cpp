#include "core/app/models/timeline.h"

#include <algorithm>

namespace cohoi::app {

namespace {

constexpr std::size_t history_shown = 100;

template <class Tag>
Result<std::vector<Activity>> linked(Session& session, std::string_view field, Id<Tag> id) {
  return store::find_by<Activity>(session.db(), field, to_value(id));
}

Label value_label(Session& session, Names& names, Entity entity, const FieldInfo& info, const Value& value) {
  if (!given(value)) return msg("history.empty");
  if (const auto* money = std::get_if<Money>(&value)) return Label(format_money(*money, session.language()));
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (info.type == FieldType::check) return *number != 0 ? msg("history.yes") : msg("history.no");
    if (info.type == FieldType::timestamp) return Label(names.when(Timestamp{*number}));
    return Label(std::to_string(*number));
  }
  const auto& text = std::get<std::string>(value);
  if (info.type == FieldType::date)
    if (const auto date = Date::parse_iso(text)) return Label(names.date(date));
  if (info.type == FieldType::ref) {
    const auto id = Uuid::parse(text).value_or(Uuid{});
    switch (info.ref) {
      case Entity::owner: return Label(names.owner({id}));
      case Entity::stage: return names.stage_label({id});
      case Entity::account: return Label(names.account({id}));
      case Entity::contact: return Label(names.contact({id}));
      default: return msg("history.linked");
    }
  }
  if (entity == Entity::lead && info.key == "status") return msg("lead_status." + text);
  return Label(text);
}

// Messages carry labels as nested messages; a ready text goes in as it is.
Arg as_arg(const Label& label) {
  if (label.message.key.empty()) return label.text;
  return std::vector<Message>{label.message};
}

// Links and marks that rules keep are told by the transaction's own label, not field by field.
bool told(const FieldInfo& info) {
  return info.written == Written::by_user || info.key == "status" || info.key == "stage_id";
}

}  // namespace

ActivityRow activity_row(const Activity& activity, Names& names, Session& session) {
  ActivityRow row;
  row.id = activity.id;
  row.kind = activity.kind;
  row.title = activity.subject.empty() ? Label(msg("activity_kind." + std::string(name_of(activity.kind)))) : Label(activity.subject);
  row.notes = activity.notes;
  row.done = activity.done_at.has_value();
  row.overdue = !row.done && activity.due_at && *activity.due_at < session.clock().now();
  row.when = names.when(row.done ? activity.done_at : activity.due_at);
  row.who = names.owner(activity.owner_id);
  return row;
}

Result<std::vector<Activity>> activities_of(Session& session, Entity entity, const Uuid& id) {
  if (entity == Entity::lead) return linked(session, "lead_id", LeadId{id});
  if (entity == Entity::account) return linked(session, "account_id", AccountId{id});
  if (entity == Entity::contact) return linked(session, "contact_id", ContactId{id});
  COHOI_TRY(auto found, linked(session, "opportunity_id", OpportunityId{id}));
  COHOI_TRY(const auto opportunity, store::find(session.db(), OpportunityId{id}));
  if (opportunity && !opportunity->lead_id.empty()) {
    COHOI_TRY(auto of_lead, linked(session, "lead_id", opportunity->lead_id));
    for (auto& activity : of_lead) {
      const bool known = std::any_of(found.begin(), found.end(), [&](const Activity& a) { return a.id == activity.id; });
      if (!known) found.push_back(std::move(activity));
    }
  }
  return found;
}

Result<Timeline> timeline_of(Session& session, Names& names, Entity entity, const Uuid& id) {
  Timeline timeline;
  COHOI_TRY(auto activities, activities_of(session, entity, id));
  constexpr auto far = std::int64_t{1} << 60;
  std::stable_sort(activities.begin(), activities.end(), [](const Activity& a, const Activity& b) {
    return (a.due_at ? a.due_at->ms : far) < (b.due_at ? b.due_at->ms : far);
  });
  for (const auto& activity : activities)
    if (!activity.done_at) timeline.open.push_back(activity_row(activity, names, session));
  std::stable_sort(activities.begin(), activities.end(), [](const Activity& a, const Activity& b) {
    return (a.done_at ? a.done_at->ms : 0) > (b.done_at ? b.done_at->ms : 0);
  });
  for (const auto& activity : activities)
    if (activity.done_at) timeline.done.push_back(activity_row(activity, names, session));

  COHOI_TRY(const auto changes, store::changes_of_record(session.db(), entity, id));
  for (const auto& change : changes) {
    if (timeline.history.size() == history_shown) break;
    HistoryRow row;
    row.when = names.when(store::HybridClock::time_of(change.hlc));
    row.who = change.actor;
    if (change.field.empty()) {
      row.what = given(change.after) ? msg("history.created") : msg("history.deleted");
    } else {
      const auto* info = field_of(entity, change.field);
      if (!info || !told(*info)) continue;
      row.what = msg("history.changed", std::vector<Message>{msg("field." + change.field)},
                     as_arg(value_label(session, names, entity, *info, change.before)),
                     as_arg(value_label(session, names, entity, *info, change.after)));
    }
    timeline.history.push_back(std::move(row));
  }
  return timeline;
}

}  // namespace cohoi::app
