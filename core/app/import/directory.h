// Who is there already, by what files call them: names, keys, addresses. Built in slices before an import, kept right while it goes on.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/person_name.h"
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
  [[nodiscard]] bool empty() const { return hits_.empty(); }

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
template <class T>
[[nodiscard]] AlikeFacts alike_facts(const T& record) {
  AlikeFacts facts;
  if constexpr (requires { record.name; }) facts.name = record.name;
  else if constexpr (requires { record.first_name; }) facts.name = full_name(record.first_name, record.last_name);
  if constexpr (requires { record.email; }) facts.email = record.email;
  if constexpr (requires { record.phone; }) facts.phone = record.phone;
  if constexpr (requires { record.mobile; }) facts.mobile = record.mobile;
  if constexpr (requires { record.tax_code; }) facts.code = record.tax_code;
  if constexpr (requires { record.code; }) facts.code = record.code;
  return facts;
}

struct Directory {
  Lookup owners;              // by folded name
  Lookup accounts;            // by folded name
  Lookup account_keys, lead_keys;  // by the value of their key in the file they came from
  std::array<Lookup, match_ways> alike;  // of the kind imported
  std::unordered_set<std::string> imported;  // keys of the kind imported
  std::vector<Product> products;
  std::vector<Stage> stages;  // of the first pipeline: open ones in order, won, lost
  std::vector<Choice> choices;

  // What is small; people, companies and deals come by learn().
  [[nodiscard]] static Result<Directory> open(store::Database& db, Entity kind);
  // Looks through up to so many records further. False when all are known.
  [[nodiscard]] Result<bool> learn(store::Database& db, int records);
  [[nodiscard]] const Stage* stage(StageId id) const;

 private:
  template <class T>
  void see(const T& record);
  void see_key(Entity entity, const std::string& imported_from, const Uuid& id);
  [[nodiscard]] Status learn_merged(store::Database& db);

  Entity kind_ = Entity::lead;
  std::size_t table_ = 0;   // being looked through
  std::int64_t after_ = 0;  // its last row
};

// What two records of a kind have in common when they look alike; empty when it has none.
[[nodiscard]] std::string alike_key(MatchBy by, Entity kind, const AlikeFacts& facts);
// "lead:LEADID=4563" → "4563"
[[nodiscard]] std::string_view key_value(std::string_view imported_from);

}  // namespace cohoi::app
