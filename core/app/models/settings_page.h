// One section of the settings: lists of what the user keeps, each row with what may be done to it, the rules of the data, how much there is.
#pragma once

#include "core/app/models/names.h"
#include "core/app/models/presentation.h"
#include "core/app/session.h"

namespace cohoi::app {

struct SettingRow {
  std::string id;     // unique in its section: of the record, or the tag itself
  RecordRef record;   // of a tag: entity choice, no id
  Label name;
  std::vector<Label> lines;  // below the name
  std::vector<Chip> chips;
  Label figure;       // at the end of the row: in how many places it is used, a weight
  std::int64_t place = -1;   // in its list; -1 = it cannot be moved
  bool last = false;
  bool retired = false;
  bool retires = false, edits = true, deletes = false, may_be_me = false;
};

struct SettingGroup {
  RecordRef owner;    // the pipeline of its stages, else without id
  Label title, hint;  // title empty = the section's own
  bool owner_deletes = false;
  std::int64_t owner_place = 0;  // among its like; above 0 it can be moved up
  Label add;          // the button; empty = nothing may be added
  RecordRef fresh;    // what it adds …
  std::vector<FieldValue> fresh_values;  // … with these values
  std::vector<SettingRow> rows;
  Label empty;        // in place of rows
  Label foot;
};

struct SettingsPage {
  Owner me;
  Settings settings;
  std::vector<SettingGroup> groups;
  std::vector<Fact> counts;  // records of each kind
  bool has_sample_data = false;
};

// `section` as in the address: pipelines, qualification, sources, loss-reasons, disqualify-reasons, industries, custom-fields, tags, owners, currencies,
// data; others have no lists.
[[nodiscard]] Result<SettingsPage> settings_page(Session& session, Names& names, std::string_view section);

// The currencies amounts may be given in, the usual ones of the region first.
[[nodiscard]] std::vector<Option> currency_options();

}  // namespace cohoi::app
