#include "core/app/models/activity_form.h"

#include "core/app/models/activity_item.h"
#include "core/app/models/form.h"
#include "core/base/natural_date.h"
#include "core/base/text.h"
#include "core/base/when.h"
#include "core/store/list_query.h"

namespace cohoi::app {

namespace {

// An hour alone means the next time the clock shows it.
Timestamp moment(const NaturalDate& said, const Clock& clock) {
  const int offset = clock.utc_offset_minutes();
  const auto at = [&](Date date) { return Timestamp::at(date, said.minutes.value_or(0), offset); };
  const auto time = at(said.date);
  return !said.day_said && time < clock.now() ? at(Date{said.date.days + 1}) : time;
}

void tie(Activity& activity, const RecordRef& about) {
  activity.lead_id = {about.entity == Entity::lead ? about.id : Uuid{}};
  activity.opportunity_id = {about.entity == Entity::opportunity ? about.id : Uuid{}};
  activity.account_id = {about.entity == Entity::account ? about.id : Uuid{}};
  activity.contact_id = {about.entity == Entity::contact ? about.id : Uuid{}};
}

}  // namespace

std::string ActivityForms::text_of(const std::optional<Timestamp>& time) const {
  if (!time) return {};
  const int offset = session_.clock().utc_offset_minutes();
  return minutes_of_day(*time, offset) == 0 ? format_date(time->date(offset), session_.language()) : format_timestamp(*time, offset, session_.language());
}

std::optional<Timestamp> ActivityForms::moment_of(const std::string& typed) const {
  if (const auto said = read_natural_date(typed, session_.clock().today()); said && said->rest.empty()) return moment(*said, session_.clock());
  return parse_timestamp(typed, session_.clock().utc_offset_minutes());
}

ActivityForm ActivityForms::make(ActivityKind kind, const RecordRef& about, bool log, std::optional<Timestamp> due) const {
  ActivityForm form;
  form.stored.kind = kind;
  form.stored.owner_id = session_.me().id;
  form.owner = form.stored.owner_id.to_string();
  form.done = log || kind == ActivityKind::note;
  form.state_chosen = form.done;
  form.keep_words = log || kind == ActivityKind::note;
  form.due = text_of(due);
  if (log) form.done_at = form.done_then = text_of(session_.clock().now());
  form.about = about;
  form.about_name = title_of(session_, about);
  if (form.about_name.empty()) form.about = {};
  return form;
}

Result<ActivityForm> ActivityForms::edit(ActivityId id) const {
  COHOI_TRY(Activity activity, store::get(session_.db(), id));
  ActivityForm form;
  form.is_new = false;
  form.done = activity.done_at.has_value();
  form.state_chosen = form.keep_words = true;
  form.subject = activity.subject;
  form.notes = activity.notes;
  form.owner = activity.owner_id.empty() ? std::string() : activity.owner_id.to_string();
  form.due = form.due_then = text_of(activity.due_at);
  form.done_at = form.done_then = text_of(activity.done_at ? *activity.done_at : session_.clock().now());
  form.about = subject_of(activity);
  form.about_name = title_of(session_, form.about);
  if (form.about_name.empty()) form.about = {};
  form.stored = std::move(activity);
  return form;
}

ActivityReading ActivityForms::read(const ActivityForm& form) const {
  const auto& clock = session_.clock();
  ActivityReading reading{tidy(form.subject), {}, {}, false, form.done};
  const auto kind = form.stored.kind;
  if (form.is_new && !form.keep_words && form.due.empty()) {
    if (const auto said = read_natural_date(form.subject, clock.today()); said && !said->rest.empty()) {
      reading.subject = said->rest;
      reading.moment = moment(*said, clock);
      reading.from_subject = true;
    }
  } else if (!form.due.empty() && (!form.done || !form.state_chosen)) {
    reading.moment = moment_of(form.due);
  }
  const bool appointment = kind == ActivityKind::call || kind == ActivityKind::meeting || kind == ActivityKind::email;
  if (!form.state_chosen && appointment) {
    // Not for a time to come: it has happened.
    const bool ahead = reading.moment && (*reading.moment > clock.now() || reading.moment->date(clock.utc_offset_minutes()) >= clock.today());
    reading.done = !ahead;
  }
  if (form.state_chosen && form.done && !reading.moment) reading.moment = moment_of(form.done_at);
  if (reading.moment) reading.when = names_.when(reading.moment);
  return reading;
}

std::vector<OfferedRecord> ActivityForms::offers(const std::string& typed) const {
  std::vector<OfferedRecord> found;
  const auto fits = [](Entity entity) {
    return entity == Entity::lead || entity == Entity::opportunity || entity == Entity::account || entity == Entity::contact;
  };
  if (tidy(typed).empty()) {
    for (const auto entity : {Entity::opportunity, Entity::lead, Entity::account})
      for (const auto& option : pick(session_, entity, {}, 3))
        if (const auto id = Uuid::parse(option.value)) found.push_back({{entity, *id}, option.label.text, {}, msg("entity." + std::string(name_of(entity)))});
    return found;
  }
  if (const auto hits = store::search(session_.db(), typed, 20))
    for (const auto& hit : *hits)
      if (fits(hit.entity) && found.size() < 8) found.push_back({{hit.entity, hit.id}, hit.title, hit.subtitle, msg("entity." + std::string(name_of(hit.entity)))});
  return found;
}

int ActivityForms::days_to_next_week() const { return 8 - session_.clock().today().weekday(); }
Timestamp ActivityForms::moment_on(Date day, int minutes) const { return Timestamp::at(day, minutes, session_.clock().utc_offset_minutes()); }
std::string ActivityForms::day_text(int days) const { return format_date(Date{session_.clock().today().days + days}, session_.language()); }

std::optional<Command> ActivityForms::command(const ActivityForm& form, std::map<std::string, Message>& errors) const {
  errors.clear();
  const auto kind = form.stored.kind;
  const auto reading = read(form);
  Activity activity = form.stored;
  activity.subject = reading.subject;
  activity.notes = form.notes;
  if (const auto owner = Uuid::parse(form.owner)) activity.owner_id = {*owner};
  if (kind == ActivityKind::task && activity.subject.empty()) errors["subject"] = msg("error.required");
  if (kind == ActivityKind::note && activity.subject.empty() && tidy(form.notes).empty()) errors["notes"] = msg("error.required");
  if (form.about.id.empty() && !tidy(form.about_name).empty()) errors["about"] = msg("error.ref");
  const auto take = [&](const char* key, const std::string& typed, const std::string& then, std::optional<Timestamp>& into) {
    if (!form.is_new && typed == then) return;
    into = tidy(typed).empty() ? std::nullopt : moment_of(typed);
    if (!into && !tidy(typed).empty()) errors[key] = msg("error.timestamp");
  };
  if (form.is_new) {
    if (reading.done) {
      activity.done_at = session_.clock().now();
      if (form.state_chosen && form.done_at != form.done_then) take("done_at", form.done_at, form.done_then, activity.done_at);
      else if (reading.from_subject && *reading.moment < *activity.done_at) activity.done_at = reading.moment;
    } else {
      activity.due_at = reading.moment;
      if (!form.due.empty()) take("due_at", form.due, form.due_then, activity.due_at);
    }
  } else {
    take("due_at", form.due, form.due_then, activity.due_at);
    if (!form.done) activity.done_at.reset();
    else if (!activity.done_at || form.done_at != form.done_then) take("done_at", form.done_at, {}, activity.done_at);
    if (form.done && !activity.done_at && !errors.contains("done_at")) activity.done_at = session_.clock().now();
  }
  if (!errors.empty()) return std::nullopt;
  const bool moved = form.about != subject_of(form.stored);
  if (form.is_new || moved) tie(activity, form.about);
  if (form.is_new) return AddActivity{std::move(activity), !reading.done};
  SaveRecord save{Entity::activity, form.stored.id.uuid, {}};
  for (auto& value : values_of(activity)) {
    const auto* field = field_of(Entity::activity, value.key);
    const bool link = field && field->type == FieldType::ref && field->ref != Entity::owner;
    if (field && field->written == Written::by_user && (!link || moved)) save.values.push_back(std::move(value));
  }
  return save;
}

}  // namespace cohoi::app
