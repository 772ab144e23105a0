// What was or will be done: a task, call, meeting, e-mail or note. A note is done when written.
#pragma once

#include "core/domain/opportunity.h"

namespace cohoi {

struct Activity;
using ActivityId = Id<Activity>;

struct Activity {
  static constexpr Entity entity = Entity::activity;

  ActivityId id;
  ActivityKind kind = ActivityKind::task;
  std::string subject;
  std::string notes;
  std::optional<Timestamp> due_at;   // planned
  std::optional<Timestamp> done_at;  // empty = open
  OwnerId owner_id;
  // Everything it is about; conversion adds links, never moves or copies (C-9).
  LeadId lead_id;
  OpportunityId opportunity_id;
  AccountId account_id;
  ContactId contact_id;
  std::string imported_from;
  std::optional<Timestamp> created_at;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "kind", .type = choice, .choices = EnumNames<ActivityKind>::names}, r.kind);
    visit(FieldInfo{.key = "subject", .type = text, .searchable = true}, r.subject);
    visit(FieldInfo{.key = "notes", .type = long_text}, r.notes);
    visit(FieldInfo{.key = "due_at", .type = timestamp}, r.due_at);
    visit(FieldInfo{.key = "done_at", .type = timestamp}, r.done_at);
    visit(FieldInfo{.key = "owner_id", .type = ref, .ref = Entity::owner}, r.owner_id);
    visit(FieldInfo{.key = "lead_id", .type = ref, .ref = Entity::lead}, r.lead_id);
    visit(FieldInfo{.key = "opportunity_id", .type = ref, .ref = Entity::opportunity}, r.opportunity_id);
    visit(FieldInfo{.key = "account_id", .type = ref, .ref = Entity::account}, r.account_id);
    visit(FieldInfo{.key = "contact_id", .type = ref, .ref = Entity::contact}, r.contact_id);
    visit(FieldInfo{.key = "imported_from", .type = text, .written = Written::by_rule}, r.imported_from);
    visit(FieldInfo{.key = "created_at", .type = timestamp, .written = Written::by_rule}, r.created_at);
  }
};

// A done call or meeting builds the relationship (C-0, stage 1).
[[nodiscard]] inline bool builds_relationship(const Activity& activity) {
  return activity.done_at && (activity.kind == ActivityKind::call || activity.kind == ActivityKind::meeting);
}

// Due at midnight means due on that day: it is late when the day is over.
[[nodiscard]] inline bool overdue(const Activity& activity, Timestamp now, int utc_offset_minutes) {
  if (activity.done_at || !activity.due_at) return false;
  const Date day = activity.due_at->date(utc_offset_minutes);
  const bool whole_day = *activity.due_at == Timestamp::at(day, 0, utc_offset_minutes);
  return whole_day ? day < now.date(utc_offset_minutes) : *activity.due_at < now;
}

}  // namespace cohoi
