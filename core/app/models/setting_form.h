// What a dialog of the settings asks: the fields of one entry, or where a deleted stage's opportunities go; and the command it ends in.
#pragma once

#include "core/app/models/form.h"

namespace cohoi::app {

struct SettingForm {
  RecordRef record;     // id empty = a new one
  std::string tag;      // instead of a record: the tag to be renamed
  Stage stage;          // of a stage: as it stands
  bool deletes = false; // a stage: move_to is asked when it has opportunities
  Message title, sentence;
  Form form;
  std::string name_key; // the field that holds the name …
  Message usual_name;   // … which is this while the field is empty; no key for the user's own
  std::vector<GateItem> gate_items;  // of a stage: what it may ask for
  std::vector<FieldValue> values;    // of a new one, besides what is asked
};

// `values`: {"delete", 1} for the deletion of a stage, {"tag", from} for a tag, else what a new one begins with.
[[nodiscard]] Result<SettingForm> setting_form(Session& session, Names& names, const RecordRef& record, const std::vector<FieldValue>& values);
// The choices of a field of the user's own are asked only where its type has some.
[[nodiscard]] bool is_asked(const SettingForm& form, const FormField& field, const std::map<std::string, std::string>& typed);
// `gate`: of a stage, as chosen.
[[nodiscard]] Result<Command> setting_command(Session& session, const SettingForm& form, const std::map<std::string, std::string>& typed,
                                              const Tags& gate, std::map<std::string, Message>& errors);

// What the dialog may ask while it is filled in. Given to views, which hold no Session.
class SettingForms {
 public:
  explicit SettingForms(Session& session) : session_(session) {}
  [[nodiscard]] Result<Command> command(const SettingForm& form, const std::map<std::string, std::string>& typed, const Tags& gate,
                                        std::map<std::string, Message>& errors) const {
    return setting_command(session_, form, typed, gate, errors);
  }

 private:
  Session& session_;
};

}  // namespace cohoi::app
