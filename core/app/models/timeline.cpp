#include "core/app/models/timeline.h"

#include <algorithm>

#include "core/app/models/record_list.h"
#include "core/base/stable_order.h"

namespace cohoi::app {

namespace {

template <class Tag>
Result<std::vector<Activity>> linked(Session& session, std::string_view field, Id<Tag> id) {
  return store::find_by<Activity>(session.db(), field, to_value(id));
}

bool passes(const StoryEntry& entry, std::string_view filter) {
  switch (entry.kind) {
    case StoryKind::activity: return filter.empty() || filter == "activities";
    case StoryKind::note: return filter.empty() || filter == "notes";
    case StoryKind::stage: return filter.empty() || filter == "stages";
    case StoryKind::change: break;
  }
  return filter.empty() || filter == "changes";
}

std::string clock_time(Timestamp at, int offset) {
  constexpr std::int64_t minute = 60 * 1000, day = 24 * 60 * minute;
  const auto minutes = ((at.ms + offset * minute) % day + day) % day / minute;
  const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

// Each stay as the step that began it: "Proposal → Negotiation", who, and why a gate was passed all the same.
Status add_stages(std::vector<StoryEntry>& entries, Session& session, Names& names, const Opportunity& opportunity, bool named) {
  COHOI_TRY(auto visits, store::find_by<StageVisit>(session.db(), "opportunity_id", to_value(opportunity.id)));
  stable_order(visits, [](const StageVisit& a, const StageVisit& b) { return a.entered_at < b.entered_at; });
  const StageVisit* before = nullptr;
  for (const auto& visit : visits) {
    if (!visit.entered_at) continue;
    StoryEntry entry{.kind = StoryKind::stage, .at = *visit.entered_at};
    entry.who = visit.entered_by;
    entry.changes.push_back({msg("field.stage_id"), before ? stage_or_gone(names, before->stage_id) : Label(), stage_or_gone(names, visit.stage_id)});
    if (!visit.override_reason.empty()) entry.detail = msg("records.overridden", visit.override_reason);
    if (visit.imported_without_gate) entry.marks.push_back({msg("opportunity.came_without_gate"), Tone::neutral});
    if (named) {
      entry.about = title_of(opportunity);
      entry.about_address = address_of(Entity::opportunity, opportunity.id.uuid);
    }
    entries.push_back(std::move(entry));
    before = &visit;
  }
  return {};
}

}  // namespace

std::size_t Timeline::count(std::string_view filter) const {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const StoryEntry& e) { return passes(e, filter); }));
}

std::vector<StoryDay> Timeline::days(std::string_view filter, std::size_t most) const {
  std::vector<StoryDay> days;
  Date last;
  for (const auto& entry : entries) {
    if (!passes(entry, filter)) continue;
    if (most-- == 0) break;
    if (days.empty() || entry.day != last) {
      last = entry.day;
      days.push_back({Label(format_date(entry.day, language)), {}});
      if (entry.day == today) days.back().day = msg("records.today");
      if (entry.day.days == today.days - 1) days.back().day = msg("records.yesterday");
    }
    days.back().entries.push_back(&entry);
  }
  return days;
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
  Timeline timeline{.open = {}, .entries = {}, .today = session.clock().today(), .language = session.language()};
  COHOI_TRY(auto activities, activities_of(session, entity, id));
  constexpr auto far = std::int64_t{1} << 60;
  stable_order(activities, [](const Activity& a, const Activity& b) {
    return (a.due_at ? a.due_at->ms : far) < (b.due_at ? b.due_at->ms : far);
  });
  const bool mixes = entity == Entity::account || entity == Entity::contact;
  for (const auto& activity : activities) {
    auto row = activity_row(activity, names, session);
    if (mixes && !activity.opportunity_id.empty())
      if (const auto found = store::find(session.db(), activity.opportunity_id); found && *found) {
        row.about = title_of(**found);
        row.about_address = address_of(Entity::opportunity, activity.opportunity_id.uuid);
      }
    if (!activity.done_at) {
      timeline.open.push_back(std::move(row));
      continue;
    }
    StoryEntry entry{.kind = activity.kind == ActivityKind::note ? StoryKind::note : StoryKind::activity, .at = *activity.done_at};
    entry.who = row.who;
    entry.activity = std::move(row);
    timeline.entries.push_back(std::move(entry));
  }
  if (entity == Entity::opportunity) {
    COHOI_TRY(const auto opportunity, store::get(session.db(), OpportunityId{id}));
    COHOI_CHECK(add_stages(timeline.entries, session, names, opportunity, false));
  } else if (entity == Entity::account) {
    COHOI_TRY(const auto opportunities, store::find_by<Opportunity>(session.db(), "account_id", to_value(AccountId{id})));
    for (const auto& opportunity : opportunities) COHOI_CHECK(add_stages(timeline.entries, session, names, opportunity, true));
  }
  COHOI_CHECK(add_changes(timeline.entries, session, names, entity, id));

  const auto offset = session.clock().utc_offset_minutes();
  for (auto& entry : timeline.entries) {
    entry.day = entry.at.date(offset);
    entry.time = clock_time(entry.at, offset);
  }
  stable_order(timeline.entries, [](const StoryEntry& a, const StoryEntry& b) { return a.at > b.at; });
  return timeline;
}

}  // namespace cohoi::app
