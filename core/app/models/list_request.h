// What the user asked a list for: words, filter, order, columns, groups. Lives in the view's state, in saved views, in the device's memory
// and (the filter) in addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/app/models/filter.h"

namespace cohoi::app {

struct ColumnChoice {
  std::string key;
  float width = 0;  // CSS px; 0 = its share of the room
  bool operator==(const ColumnChoice&) const = default;
};

struct ListRequest {
  std::string text;
  FilterGroup filter;
  std::vector<store::OrderKey> order;       // the first decides; ties newest first
  std::vector<ColumnChoice> columns;        // empty = those a list begins with
  std::string group_by;                     // a groupable field's key
  std::vector<std::string> collapsed;       // keys of the groups that are folded (ListGroup::key)
  bool operator==(const ListRequest&) const = default;
};

// A click on a head: sorts by it alone, again the other way round, a third time not at all. `add` (Shift) keeps the others before it.
void sort_by(ListRequest& request, const std::string& key, bool add);

// One line of text. Reading skips what it does not know: parts of a newer program, columns that are gone.
[[nodiscard]] std::string to_text(const ListRequest& request);
[[nodiscard]] ListRequest request_from_text(Entity entity, std::string_view text);

}  // namespace cohoi::app
