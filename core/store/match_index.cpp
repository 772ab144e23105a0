#include "core/store/match_index.h"

#include "core/base/contact_points.h"

namespace cohoi::store {
namespace {

// A key that more records share says nothing about any of them.
constexpr int most_per_key = 200;

}  // namespace

// FNV-1a. It stands in files: never changed.
std::int64_t match_hash(Entity entity, MatchKind kind, std::string_view value) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  const auto mix = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3U; };
  mix(static_cast<unsigned char>(entity));
  mix(static_cast<unsigned char>(kind));
  for (const char c : value) mix(static_cast<unsigned char>(c));
  return static_cast<std::int64_t>(hash);
}

void add_keys(MatchSet& set, const MatchKeys& keys, MatchKind name_kind) {
  for (const std::string& email : keys.emails) set.emplace(MatchKind::email, email);
  for (const std::string& phone : keys.phones) set.emplace(MatchKind::phone, phone);
  for (const std::string& domain : keys.domains) set.emplace(MatchKind::domain, domain);
  constexpr std::size_t taxpayer_digits = 10;
  if (is_vietnamese_tax_code(keys.tax_code))
    set.emplace(MatchKind::taxpayer, keys.tax_code.substr(0, taxpayer_digits));
  else if (!keys.tax_code.empty())
    set.emplace(MatchKind::tax_code, keys.tax_code);
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
  // Address and numbers of the person are the company's too.
  if (std::string name = lead_person_name(lead); !name.empty()) set.emplace(MatchKind::person, std::move(name));
  return set;
}

RowBatch match_rows() { return {"INSERT OR IGNORE INTO match_key(hash, rid)", 2}; }

Status update_match_keys(Database& db, Entity entity, std::int64_t rid, const MatchSet& before, const MatchSet& after) {
  for (const auto& key : before) {
    if (after.count(key) > 0) continue;
    COHOI_CHECK(db.run("DELETE FROM match_key WHERE hash=? AND rid=?", match_hash(entity, key.first, key.second), rid));
  }
  RowBatch rows = match_rows();
  for (const auto& key : after) {
    if (before.count(key) > 0) continue;
    COHOI_CHECK(rows.add(db, match_hash(entity, key.first, key.second), rid));
  }
  return rows.write(db);
}

Result<std::set<std::int64_t>> match_candidates(Database& db, Entity entity, const MatchSet& wanted) {
  std::set<std::int64_t> rids;
  COHOI_TRY(Statement rows, db.prepare("SELECT rid FROM match_key WHERE hash=? LIMIT ?"));
  for (const auto& [kind, value] : wanted) {
    rows.bind(match_hash(entity, kind, value), most_per_key);
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      rids.insert(rows.integer(0));
    }
  }
  return rids;
}

}  // namespace cohoi::store
