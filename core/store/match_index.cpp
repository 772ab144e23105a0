#include "core/store/match_index.h"

#include "core/base/contact_points.h"

namespace cohoi::store {
namespace {

// A key that more records share says nothing about any of them.
constexpr int most_per_key = 200;

}  // namespace

void add_keys(MatchSet& set, const MatchKeys& keys, MatchKind name_kind) {
  for (const std::string& email : keys.emails) set.emplace(MatchKind::email, email);
  for (const std::string& phone : keys.phones) set.emplace(MatchKind::phone, phone);
  for (const std::string& domain : keys.domains) set.emplace(MatchKind::domain, domain);
  if (!keys.tax_code.empty()) set.emplace(MatchKind::tax_code, keys.tax_code);
  if (!keys.name.empty()) set.emplace(name_kind, keys.name);
}

MatchSet match_set(const Account& account) {
  MatchSet set;
  add_keys(set, account_keys(account));
  return set;
}

MatchSet match_set(const Contact& contact) {
  MatchSet set;
  add_keys(set, contact_keys(contact));
  return set;
}

MatchSet match_set(const Lead& lead) {
  MatchSet set;
  add_keys(set, lead_account_keys(lead));
  add_keys(set, lead_contact_keys(lead), MatchKind::person);
  return set;
}

Status update_match_keys(Database& db, Entity entity, std::int64_t rid, const MatchSet& before, const MatchSet& after) {
  for (const auto& key : before) {
    if (after.count(key) > 0) continue;
    COHOI_CHECK(db.run("DELETE FROM match_key WHERE entity=? AND kind=? AND value=? AND rid=?", static_cast<int>(entity),
                       static_cast<int>(key.first), key.second, rid));
  }
  for (const auto& key : after) {
    if (before.count(key) > 0) continue;
    COHOI_CHECK(db.run("INSERT OR IGNORE INTO match_key(entity, kind, value, rid) VALUES(?,?,?,?)", static_cast<int>(entity),
                       static_cast<int>(key.first), key.second, rid));
  }
  return {};
}

Result<std::set<std::int64_t>> match_candidates(Database& db, Entity entity, const MatchSet& wanted) {
  std::set<std::int64_t> rids;
  for (const auto& [kind, value] : wanted) {
    constexpr std::size_t taxpayer_digits = 10;
    const bool branches = kind == MatchKind::tax_code && is_vietnamese_tax_code(value);
    const std::string from = branches ? value.substr(0, taxpayer_digits) : value;
    COHOI_TRY(Statement rows, db.prepare("SELECT rid FROM match_key WHERE entity=? AND kind=? AND value>=? AND value<=? LIMIT ?"));
    rows.bind(static_cast<int>(entity), static_cast<int>(kind), from, branches ? from + "~" : from, most_per_key);
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      rids.insert(rows.integer(0));
    }
  }
  return rids;
}

}  // namespace cohoi::store
