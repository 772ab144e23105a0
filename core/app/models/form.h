// Forms derived from the field lists: which fields, their present texts, and the way back from typed texts to values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/app/models/names.h"

namespace cohoi::app {

struct FormField {
  std::string key;
  Label label;
  FieldType type = FieldType::text;
  Entity ref = Entity::account;  // of a ref
  bool required = false;
  std::vector<Option> options;   // choices, owners, editable lists; the first is the empty one where nothing may be chosen
  bool free_choice = false;      // options are only offers: other texts are welcome
  std::string text;              // as typed; options by value; checks "1" or ""; refs the id
  Label ref_name;                // what a ref points to now
  int max_length = 0;
  std::string currency;          // of money: its own, else that of new amounts
  bool read_only = false;        // of a converted lead (C-10)
};

struct Form {
  Entity entity = Entity::lead;
  Uuid id;  // empty = a new record
  std::vector<FormField> fields;
};

// The fields of a new record's dialog, and those of a page, in the order they are asked; the user's own come last.
[[nodiscard]] std::vector<std::string> short_form(Entity entity);
[[nodiscard]] std::vector<std::string> full_form(Entity entity);

// A form over the stored record (id given) or an empty one, prefilled.
[[nodiscard]] Result<Form> make_form(Session& session, Names& names, Entity entity, const Uuid& id, const std::vector<std::string>& keys,
                                     const std::vector<FieldValue>& prefill = {});
// Those fields of a stored record, to be edited where they stand; none when it is gone.
[[nodiscard]] std::vector<FormField> fields_in_place(Session& session, Names& names, Entity entity, const Uuid& id, const std::vector<std::string>& keys,
                                                     bool read_only = false);
// The present text of one field of a record, as the form would show it.
[[nodiscard]] FormField make_field(Session& session, Names& names, const FieldInfo& info, const Value& value);

// What was typed, by key → values that changed, or the first error. `errors` gets every field's own error.
[[nodiscard]] Result<std::vector<FieldValue>> read_form(Session& session, const Form& form, const std::map<std::string, std::string>& typed,
                                                        std::map<std::string, Message>& errors);
// As parse_field, for what the user here has typed: numbers by the language of the screen, amounts in `currency` when they name none.
[[nodiscard]] Result<Value> parse_typed(Session& session, const FieldInfo& info, std::string_view typed, Currency currency);
// One field alone (inline edit).
[[nodiscard]] Result<Value> read_field(Session& session, const FormField& field, const std::string& typed);

// Records that look like what is typed into a new-record form (C-4), with why. At most three.
struct Lookalike { std::string title; std::string address; std::vector<Message> reasons; };
[[nodiscard]] std::vector<Lookalike> lookalikes(Session& session, Entity entity, const std::map<std::string, std::string>& typed);

// Offers of a record picker for what is typed; the newest when nothing is.
[[nodiscard]] std::vector<Option> pick(Session& session, Entity entity, const std::string& typed, int limit = 8);

// What a drawn form may ask while it is filled in. Given to views, which hold no Session.
class Forms {
 public:
  Forms(Session& session, Names& names) : session_(session), names_(names) {}
  [[nodiscard]] Result<Form> make(Entity entity, const Uuid& id, const std::vector<std::string>& keys,
                                  const std::vector<FieldValue>& prefill = {}) const {
    return make_form(session_, names_, entity, id, keys, prefill);
  }
  [[nodiscard]] Result<std::vector<FieldValue>> read(const Form& form, const std::map<std::string, std::string>& typed,
                                                     std::map<std::string, Message>& errors) const {
    return read_form(session_, form, typed, errors);
  }
  [[nodiscard]] Result<Value> read(const FormField& field, const std::string& typed) const { return read_field(session_, field, typed); }
  // What a command would meet, and what it would do to each record; nothing is written.
  [[nodiscard]] Status can(const Command& command) const { return session_.can_execute(command); }
  [[nodiscard]] Result<Outcome> preview(const Command& command) const { return session_.preview(command); }
  [[nodiscard]] std::vector<Lookalike> looks_like(Entity entity, const std::map<std::string, std::string>& typed) const {
    return lookalikes(session_, entity, typed);
  }
  [[nodiscard]] std::vector<Option> offers(Entity entity, const std::string& typed) const { return pick(session_, entity, typed); }

 private:
  Session& session_;
  Names& names_;
};

}  // namespace cohoi::app
