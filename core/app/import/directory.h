// Who is there already, by what files call them: names, keys, addresses. Built once before an import, kept right while it goes on.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/domain/sales_records.h"
#include "core/store/database.h"

namespace cohoi::app {

// Keys to ids; a key that several have is known to be so.
class Lookup {
 public:
  struct Hit {
    Uuid id;
    bool several = false;
  };
  void add(const std::string& key, const Uuid& id);
  [[nodiscard]] const Hit* find(const std::string& key) const;

 private:
  std::unordered_map<std::string, Hit> hits_;
};

struct Directory {
  Lookup owners;              // by folded name
  Lookup accounts;            // by folded name
  Lookup account_keys, lead_keys;  // by the value of their key in the file they came from
  Lookup alike;               // of the kind imported: by folded name (accounts, products) or e-mail (leads, contacts)
  std::unordered_set<std::string> imported;  // keys of the kind imported
  std::vector<Product> products;
  std::vector<Stage> stages;  // of the first pipeline: open ones in order, won, lost
  std::vector<Choice> choices;

  [[nodiscard]] static Result<Directory> load(store::Database& db, Entity kind);
  [[nodiscard]] const Stage* stage(StageId id) const;
};

// What two records of a kind have in common when they look alike; empty when it has none.
[[nodiscard]] std::string alike_key(Entity kind, std::string_view name, std::string_view email);
// "lead:LEADID=4563" → "4563"
[[nodiscard]] std::string_view key_value(std::string_view imported_from);

}  // namespace cohoi::app
