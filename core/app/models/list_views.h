// The views of a list: those that come with the product, and those the user saved (SaveView, DeleteView).
#pragma once

#include <string>
#include <vector>

#include "core/app/models/list_request.h"

namespace cohoi::app {

struct ListView {
  std::string key;  // of a built-in: its word; of a saved one: its id
  Label name;
  bool built_in = true;
  Uuid id;          // of a saved one
  ListRequest request;
};

// Built-in ones first, the first of them shows everything; saved ones by name.
[[nodiscard]] std::vector<ListView> list_views(Session& session, Entity entity);

}  // namespace cohoi::app
