#include "core/app/models/activity_item.h"

#include "core/app/models/record_list.h"
#include "core/base/when.h"

namespace cohoi::app {

namespace {

template <class T>
std::string found_title(Session& session, const Uuid& id) {
  const auto found = store::find(session.db(), Id<T>{id});
  return found && *found ? cohoi::title_of(**found) : std::string();
}

}  // namespace

RecordRef subject_of(const Activity& activity) {
  if (!activity.opportunity_id.empty()) return {Entity::opportunity, activity.opportunity_id.uuid};
  if (!activity.lead_id.empty()) return {Entity::lead, activity.lead_id.uuid};
  if (!activity.account_id.empty() && activity.contact_id.empty()) return {Entity::account, activity.account_id.uuid};
  return {Entity::contact, activity.contact_id.uuid};
}

std::string title_of(Session& session, const RecordRef& record) {
  if (record.id.empty()) return {};
  switch (record.entity) {
    case Entity::opportunity: return found_title<Opportunity>(session, record.id);
    case Entity::lead: return found_title<Lead>(session, record.id);
    case Entity::account: return found_title<Account>(session, record.id);
    case Entity::contact: return found_title<Contact>(session, record.id);
    default: return {};
  }
}

ActivityRow activity_row(const Activity& activity, Names& names, Session& session) {
  ActivityRow row;
  row.id = activity.id;
  row.kind = activity.kind;
  row.title = activity.subject.empty() ? Label(msg("activity_kind." + std::string(name_of(activity.kind)))) : Label(activity.subject);
  row.notes = activity.notes;
  row.done = activity.done_at.has_value();
  row.overdue = overdue(activity, session.clock().now(), session.clock().utc_offset_minutes());
  row.when = names.when(row.done ? activity.done_at : activity.due_at);
  row.who = names.owner(activity.owner_id);
  return row;
}

ActivityItem activity_item(const Activity& activity, Names& names, Session& session) {
  const int offset = session.clock().utc_offset_minutes();
  ActivityItem item{activity_row(activity, names, session), {}, {}, 0, {}};
  if (item.done) item.done_on = activity.done_at->date(offset);
  if (const auto moment = activity.due_at ? activity.due_at : activity.done_at) {
    item.day = moment->date(offset);
    item.minutes = minutes_of_day(*moment, offset);
  }
  if (const auto subject = subject_of(activity); !subject.id.empty()) {
    item.about = title_of(session, subject);
    if (!item.about.empty()) item.about_address = address_of(subject.entity, subject.id);
    if (subject.entity != Entity::account) item.second = names.account(activity.account_id);
  }
  return item;
}

}  // namespace cohoi::app
