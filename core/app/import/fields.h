// What a column of a file can become: the fields of the kind of record, and what is more than a field of it (a name to look up, a foreign
// key, a stage in foreign words).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/record.h"

namespace cohoi::app {

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
  lead_status,  // in foreign words
  converted,    // yes or no
  close_date,   // closed on, or expected while the stage is open
  entered_on,   // when it came into its stage
  created_at,
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

// The field a header means; empty when unknown. Compares letters and digits only, without marks and case.
[[nodiscard]] std::string field_of_header(Entity kind, std::string_view header);
// A field for every column; of two columns for one field the first has it.
[[nodiscard]] std::vector<std::string> guess_mapping(Entity kind, const std::vector<std::string>& header);
// The kind whose own words the headers speak most.
[[nodiscard]] Entity guess_kind(const std::vector<std::string>& header);
// Header names as they are compared: "LastName", "last_name" and "Last Name" are one.
[[nodiscard]] std::string compact(std::string_view text);

}  // namespace cohoi::app
