// What was or will be done, tied to everything it is about (C-9).
#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/base/text.h"

namespace cohoi::app {
namespace {

template <class T>
Status check_link(const Draft& draft, Id<T> id) {
  if (id.empty()) return {};
  COHOI_CHECK(draft.get(id));
  return {};
}

// Fills the links that follow from those given, so that it is found from every record it concerns.
Status complete_links(const Draft& draft, Activity& activity) {
  COHOI_CHECK(check_link(draft, activity.account_id));
  if (!activity.lead_id.empty()) {
    COHOI_TRY(const Lead lead, draft.get(activity.lead_id));
    const bool converted = lead.status == LeadStatus::converted;
    if (converted && activity.opportunity_id.empty()) activity.opportunity_id = lead.converted_opportunity_id;
    if (activity.contact_id.empty()) activity.contact_id = converted ? lead.converted_contact_id : lead.contact_id;
    if (activity.account_id.empty()) activity.account_id = converted ? lead.converted_account_id : lead.account_id;
  }
  if (!activity.opportunity_id.empty()) {
    COHOI_TRY(const Opportunity opportunity, draft.get(activity.opportunity_id));
    if (activity.account_id.empty()) activity.account_id = opportunity.account_id;
  }
  if (!activity.contact_id.empty()) {
    COHOI_TRY(const Contact contact, draft.get(activity.contact_id));
    if (activity.account_id.empty()) activity.account_id = contact.account_id;
  }
  return {};
}

Message said(const Activity& activity) {
  const std::string kind(name_of(activity.kind));
  return activity.done_at ? msg("done.logged." + kind) : msg("done.planned." + kind);
}

// What people call it: its subject, else its kind.
Arg called(const Activity& activity) {
  if (!activity.subject.empty()) return activity.subject;
  return std::vector<Message>{msg("activity_kind." + std::string(name_of(activity.kind)))};
}

Status need_words(const Activity& activity) {
  if (activity.kind == ActivityKind::task && activity.subject.empty())
    return fail(field_error(ErrorCode::invalid, msg("error.required"), "subject"));
  if (activity.kind == ActivityKind::note && activity.subject.empty() && activity.notes.empty())
    return fail(field_error(ErrorCode::invalid, msg("error.required"), "notes"));
  return {};
}

}  // namespace

Result<Planned> plan(const AddActivity& command, Draft& draft) {
  const Surroundings& around = draft.around();
  Activity activity = command.activity;
  activity.id = draft.ids().next_of<Activity>();
  activity.subject = tidy(activity.subject);
  activity.notes = tidy_long(activity.notes);
  activity.imported_from.clear();
  activity.created_at = around.now;
  COHOI_CHECK(need_words(activity));
  // A note is done when written; what is not planned for a time has happened.
  const bool happened = activity.kind == ActivityKind::note || (activity.kind != ActivityKind::task && !activity.due_at && !command.to_do);
  if (happened && !activity.done_at) activity.done_at = around.now;
  if (activity.owner_id.empty()) activity.owner_id = around.me.id;
  COHOI_CHECK(complete_links(draft, activity));
  draft.put(activity);
  return Planned{said(activity), {{Entity::activity, activity.id.uuid}}};
}

Result<Planned> plan(const CompleteActivity& command, Draft& draft) {
  COHOI_TRY(Activity activity, draft.get(command.activity_id));
  if (!command.done && activity.kind == ActivityKind::note) return fail(ErrorCode::refused, msg("refusal.activity.note_done"));
  const Message done = command.done ? msg("done.completed", called(activity)) : msg("done.reopened_activity", called(activity));
  if (command.done == activity.done_at.has_value()) return Planned{done, {}, {}, {}};
  activity.done_at = command.done ? std::optional{draft.around().now} : std::nullopt;
  draft.put(activity);
  return Planned{done, {}, {}, {}};
}

Result<Planned> plan(const Reschedule& command, Draft& draft) {
  const auto day = [&]() -> Arg {
    return command.due_at ? Arg{command.due_at->date(draft.around().utc_offset_minutes)} : Arg{std::vector<Message>{msg("activity.no_date")}};
  };
  return plan_each(
      draft, command.activity_ids,
      [&](ActivityId id, std::vector<RecordRef>&) -> Result<Message> {
        COHOI_TRY(Activity activity, draft.get(id));
        if (activity.done_at) return fail(ErrorCode::refused, msg("refusal.activity.is_done"));
        if (activity.due_at != command.due_at) {
          activity.due_at = command.due_at;
          draft.put(activity);
        }
        return msg("done.rescheduled", called(activity), day());
      },
      [&](std::int64_t count) { return msg("done.rescheduled.many", count, day()); });
}

// SaveRecord: what it is about may change as well; links that follow from the new one are filled as for a new activity.
Result<Planned> save_activity(const SaveRecord& command, Draft& draft) {
  store::RawRecord raw = store::raw_of(Activity{});
  if (!command.id.empty()) {
    COHOI_TRY(const Activity before, draft.get(ActivityId{command.id}));
    raw = store::raw_of(before);
  }
  COHOI_TRY(const store::RawRecord edited, with_values(draft, std::move(raw), command.values));
  Activity activity = store::typed<Activity>(edited);
  if (command.id.empty()) return plan(AddActivity{activity}, draft);
  COHOI_CHECK(need_words(activity));
  if (activity.kind == ActivityKind::note && !activity.done_at) return fail(ErrorCode::refused, msg("refusal.activity.note_done"));
  for (const auto* link : {"lead_id", "opportunity_id", "account_id", "contact_id"}) {
    if (!value_in(command.values, link)) continue;
    COHOI_CHECK(complete_links(draft, activity));
    break;
  }
  draft.put(activity);
  return Planned{msg("done.saved.activity", called(activity)), {}, {}, {}};
}

}  // namespace cohoi::app
