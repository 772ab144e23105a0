// The normal forms records are recognised by (C-4), looked up instead of compared one by one. Internal to core/store.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "core/domain/matching.h"
#include "core/domain/record.h"
#include "core/store/database.h"
#include "core/store/row_batch.h"

namespace cohoi::store {

// `taxpayer`: the first ten digits of a tax code, which a company and its branches share.
enum class MatchKind : std::uint8_t { email, phone, domain, tax_code, taxpayer, name, person };

using MatchSet = std::set<std::pair<MatchKind, std::string>>;

// `name_kind`: a lead is both a company and a person, with a name for each.
void add_keys(MatchSet& set, const MatchKeys& keys, MatchKind name_kind = MatchKind::name);
[[nodiscard]] MatchSet match_set(const Account& account);
[[nodiscard]] MatchSet match_set(const Contact& contact);
[[nodiscard]] MatchSet match_set(const Lead& lead);

// A key as a number; it stands in files.
[[nodiscard]] std::int64_t match_hash(Entity entity, MatchKind kind, std::string_view value);
// A row of the index, in its order.
using MatchRow = std::pair<std::int64_t, std::int64_t>;  // hash, rid
[[nodiscard]] RowBatch match_rows();
// Makes the index hold `after` where it held `before`.
[[nodiscard]] Status update_match_keys(Database& db, Entity entity, std::int64_t rid, const MatchSet& before,
                                       const MatchSet& after);

// Record numbers of everything that shares a key with `wanted`, and by rare chance of something else: the domain
// judges.
[[nodiscard]] Result<std::set<std::int64_t>> match_candidates(Database& db, Entity entity, const MatchSet& wanted);

}  // namespace cohoi::store
