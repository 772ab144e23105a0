#include "core/app/export/calendar_file.h"

#include "core/app/export/content_lines.h"

namespace cohoi::app {
namespace {

std::string without(std::string text, std::string_view signs) {
  std::erase_if(text, [&](char c) { return signs.find(c) != std::string_view::npos; });
  return text;
}

// 20261123T213500Z
std::string instant(Timestamp at) {
  std::string iso = at.to_iso();
  iso.resize(19);
  return without(std::move(iso), "-:") + "Z";
}

// Midnight means the whole day (activity.h).
void append_time(std::string& out, const std::string& name, Timestamp at, int offset) {
  const Date day = at.date(offset);
  if (at == Timestamp::at(day, 0, offset)) append_line(out, name + ";VALUE=DATE", without(day.to_iso(), "-"));
  else append_line(out, name, instant(at));
}

std::string entry_of(const Activity& activity, Timestamp now, int offset) {
  const bool event = activity.kind == ActivityKind::meeting;
  const auto when = activity.due_at ? activity.due_at : activity.done_at;
  if (activity.kind == ActivityKind::note || !when) return {};
  std::string out;
  append_line(out, "BEGIN", event ? "VEVENT" : "VTODO");
  append_line(out, "UID", activity.id.uuid.to_string());
  append_line(out, "DTSTAMP", instant(now));
  append_time(out, event ? "DTSTART" : "DUE", *when, offset);
  if (event && *when != Timestamp::at(when->date(offset), 0, offset)) append_line(out, "DURATION", "PT1H");
  append_line(out, "SUMMARY", content_text(activity.subject));
  if (!activity.notes.empty()) append_line(out, "DESCRIPTION", content_text(activity.notes));
  if (!event) {
    append_line(out, "STATUS", activity.done_at ? "COMPLETED" : "NEEDS-ACTION");
    if (activity.done_at) append_line(out, "COMPLETED", instant(*activity.done_at));
  }
  append_line(out, "END", event ? "VEVENT" : "VTODO");
  return out;
}

}  // namespace

Status export_calendar(RecordList& activities, const Sink& sink) {
  Session& session = activities.session();
  COHOI_CHECK(sink("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Cohoi//Cohoi//EN\r\n"));
  for (const std::int64_t row : activities.row_numbers()) {
    COHOI_TRY(const auto read, store::fetch_raw(session.db(), Entity::activity, {row}));
    if (read.empty()) continue;
    COHOI_CHECK(sink(entry_of(store::typed<Activity>(read.front().record), session.clock().now(), session.clock().utc_offset_minutes())));
  }
  return sink("END:VCALENDAR\r\n");
}

}  // namespace cohoi::app
