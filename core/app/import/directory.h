// Who is there already, by what files call them: names, keys, addresses. Built once before an import, kept right while it goes on.
#pragma once

#include <array>
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

// What two records of a kind may have in common.
enum class MatchBy : std::uint8_t { email, phone, name, code };  // code: the tax code, a product's own
inline constexpr std::size_t match_ways = 4;

// The ways that a kind knows, the surest first.
[[nodiscard]] std::vector<MatchBy> ways_to_match(Entity kind);

struct AlikeFacts {
  std::string name, email, phone, mobile, code;
};

struct Directory {
  Lookup owners;              // by folded name
  Lookup accounts;            // by folded name
  Lookup account_keys, lead_keys;  // by the value of their key in the file they came from
  std::array<Lookup, match_ways> alike;  // of the kind imported
  std::unordered_set<std::string> imported;  // keys of the kind imported
  std::vector<Product> products;
  std::vector<Stage> stages;  // of the first pipeline: open ones in order, won, lost
  std::vector<Choice> choices;

  [[nodiscard]] static Result<Directory> load(store::Database& db, Entity kind);
  [[nodiscard]] const Stage* stage(StageId id) const;
};

// What two records of a kind have in common when they look alike; empty when it has none.
[[nodiscard]] std::string alike_key(MatchBy by, Entity kind, const AlikeFacts& facts);
// "lead:LEADID=4563" → "4563"
[[nodiscard]] std::string_view key_value(std::string_view imported_from);

}  // namespace cohoi::app
