// The dialog of an activity, new or old: what is typed, what it means, and the command it becomes. A new one understands its date inside
// its subject: "Gọi anh Nam mai 9h".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/app/models/names.h"

namespace cohoi::app {

struct ActivityForm {
  Activity stored;              // as it is; of a new one its kind, owner and what it is about
  bool is_new = true;
  bool done = false;            // the user's choice, or what follows from the date
  bool state_chosen = false;    // by the user
  bool keep_words = false;      // the date in the subject is part of the subject
  std::string subject, notes, owner;
  std::string due, done_at;     // as typed: dates in figures or words
  std::string due_then, done_then;  // as first shown: unchanged means the stored moment to the second
  RecordRef about;
  std::string about_name;       // text of the picker
};

// What the form says now.
struct ActivityReading {
  std::string subject;             // without the date found in it
  std::optional<Timestamp> moment; // due, or done at
  std::string when;                // the same in words
  bool from_subject = false;
  bool done = false;
};

struct OfferedRecord { RecordRef record; std::string title, second; Message kind; };

// Given to views, which hold no Session.
class ActivityForms {
 public:
  ActivityForms(Session& session, Names& names) : session_(session), names_(names) {}

  // `log`: it has happened (a call, a meeting). A day given is its date.
  [[nodiscard]] ActivityForm make(ActivityKind kind, const RecordRef& about, bool log, std::optional<Timestamp> due = {}) const;
  [[nodiscard]] Result<ActivityForm> edit(ActivityId id) const;
  [[nodiscard]] ActivityReading read(const ActivityForm& form) const;
  [[nodiscard]] std::vector<OfferedRecord> offers(const std::string& typed) const;
  [[nodiscard]] std::vector<Option> owners() const { return names_.owner_options(); }
  // The text of a due date some days from today.
  [[nodiscard]] std::string day_text(int days) const;
  [[nodiscard]] int days_to_next_week() const;
  // The moment of a day, with the hour it has, or another one.
  [[nodiscard]] Timestamp moment_on(Date day, int minutes) const;
  [[nodiscard]] Date today() const { return session_.clock().today(); }
  // The command that Save carries out; nothing when a field is in error (`errors` by field key).
  [[nodiscard]] std::optional<Command> command(const ActivityForm& form, std::map<std::string, Message>& errors) const;

 private:
  [[nodiscard]] std::optional<Timestamp> moment_of(const std::string& typed) const;
  [[nodiscard]] std::string text_of(const std::optional<Timestamp>& time) const;
  Session& session_;
  Names& names_;
};

}  // namespace cohoi::app
