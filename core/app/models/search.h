// Search over everything, as the top bar shows it.
#pragma once

#include <string>
#include <vector>

#include "core/app/models/record_list.h"

namespace cohoi::app {

struct FoundRecord {
  std::string title, second, address;
  Message kind;
};

// Best first: exact marks, then the beginning of a title, then the rest.
[[nodiscard]] std::vector<FoundRecord> search_everything(Session& session, const std::string& typed);

}  // namespace cohoi::app
