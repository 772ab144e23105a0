// Who points at a record: what a deletion, or taking back a creation, would leave dangling.
#pragma once

#include <string>
#include <vector>

#include "core/app/draft.h"

namespace cohoi::app {

struct Reference {
  RecordRef from;
  std::string_view field;  // of the field list, lives as long as the program
};

[[nodiscard]] Result<std::vector<Reference>> references_to(const Draft& draft, const RecordRef& record);

// Records that mean nothing without the one they belong to: answers, roles, line items, stage visits.
[[nodiscard]] bool is_part(Entity entity);

// Takes one reference away: a part of the record goes with it, anything else loses only the link. An activity that was about nothing else
// goes too when `drop_orphans`.
[[nodiscard]] Status release(Draft& draft, const Reference& reference, bool drop_orphans);

}  // namespace cohoi::app
