// What a column of a file can become: the fields of the kind of record, and what is more than a field of it (a name to look up, a foreign
// key, a stage in foreign words).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/locale.h"
#include "core/domain/record.h"

namespace cohoi::app {

// A text of the product by its key. May be empty: then the keys speak for themselves.
using TextOf = std::function<std::string_view(Language language, std::string_view key)>;

enum class Meaning : std::uint8_t {
  field,        // a field of the record, by its key
  full_name,    // person's name in one column
  owner,        // by name
  account,      // by name; of an account: its parent
  account_key,  // by its key in the file the accounts came from
  contact_key,
  lead_key,     // of an opportunity: the lead it came from
  product,      // by name
  stage,        // in foreign words
  outcome,      // won, lost or open, beside a stage that does not say so
  currency,     // of the amounts in its line
  lead_status,  // in foreign words
  converted,    // yes or no
  close_date,   // closed on, or expected while the stage is open
  entered_on,   // when it came into its stage
  created_at,
  done,         // of an activity: yes or no, or a status in foreign words
  external_id,  // its key in the file: kept, so that later files find it
};

struct ImportField {
  std::string key;  // stands in the mapping
  Meaning meaning = Meaning::field;
  const FieldInfo* info = nullptr;  // of a plain field
  Message label;
};

// The kinds that can be imported, in the order of offering.
[[nodiscard]] const std::vector<Entity>& import_kinds();
[[nodiscard]] std::vector<ImportField> import_fields(Entity kind);

// A field for every column, empty where unknown; of two columns for one field the first has it. Compares letters and digits only, without
// marks and case. `text_of` makes our own labels known in either language.
[[nodiscard]] std::vector<std::string> guess_mapping(Entity kind, const std::vector<std::string>& header, const TextOf& text_of = {});
// The kind whose own words the headers speak most.
[[nodiscard]] Entity guess_kind(const std::vector<std::string>& header, const TextOf& text_of = {});
// The product whose export has these headers; empty when none is recognised.
[[nodiscard]] std::string_view export_of(const std::vector<std::string>& header);
// Header names as they are compared: "LastName", "last_name" and "Last Name" are one.
[[nodiscard]] std::string compact(std::string_view text);

}  // namespace cohoi::app
