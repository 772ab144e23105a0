// Orders of whole tables and sets of filtered rows, kept until anything is written: while somebody types in the search
// field only the words change, and an order of 100,000 rows is worth keeping. Internal to core/store; one per
// connection.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <vector>

namespace cohoi::store {

using Rows = std::shared_ptr<const std::vector<std::int64_t>>;

class ListCache {
 public:
  // Null when it is not there or older than `version` (Database::total_changes).
  [[nodiscard]] Rows find(const std::string& key, std::int64_t version);
  void keep(std::string key, std::int64_t version, Rows rows);

 private:
  struct Entry {
    std::string key;
    Rows rows;
  };
  std::int64_t version_ = -1;
  std::list<Entry> entries_;  // most recently used first
};

}  // namespace cohoi::store
