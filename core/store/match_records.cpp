// Who of those we know may this be? Candidates come from the index of keys; the domain's match() is the judge (C-4).
#include <algorithm>

#include "core/store/list_query.h"
#include "core/base/stable_order.h"
#include "core/store/match_index.h"
#include "core/store/schema.h"
#include "core/store/search_text.h"

namespace cohoi::store {
namespace {

void sort_strongest_first(std::vector<Match>& matches) {
  stable_order(matches, [](const Match& a, const Match& b) {
    if (a.reasons != b.reasons) return a.reasons < b.reasons;
    return a.title != b.title ? a.title < b.title : a.id < b.id;
  });
}

template <class T, class Judge>
Result<std::vector<Match>> matching(Database& db, const MatchSet& wanted, const Uuid& not_this, Judge&& judge) {
  std::vector<Match> matches;
  COHOI_TRY(const auto rids, match_candidates(db, T::entity, wanted));
  for (const std::int64_t rid : rids) {
    COHOI_TRY(Statement row, db.prepare(table_of(T::entity).select_by_rid));
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    if (!there) continue;
    const T record = read_record<T>(row);
    if (record.id.uuid == not_this) continue;
    std::vector<MatchReason> reasons = judge(record);
    if (!reasons.empty()) matches.push_back({record.id.uuid, display_title(record), std::move(reasons)});
  }
  sort_strongest_first(matches);
  return matches;
}

}  // namespace

Result<std::vector<Match>> matching_accounts(Database& db, const MatchKeys& keys, const Uuid& not_this) {
  MatchSet wanted;
  add_keys(wanted, keys);
  return matching<Account>(db, wanted, not_this,
                           [&](const Account& account) { return match(keys, account_keys(account)); });
}

Result<std::vector<Match>> matching_contacts(Database& db, const MatchKeys& keys, const Uuid& not_this) {
  MatchSet wanted;
  add_keys(wanted, keys);
  return matching<Contact>(db, wanted, not_this,
                           [&](const Contact& contact) { return match(keys, contact_keys(contact)); });
}

Result<std::vector<Match>> matching_leads(Database& db, const MatchKeys& account, const MatchKeys& contact,
                                          const Uuid& not_this) {
  MatchSet wanted;
  add_keys(wanted, account);
  add_keys(wanted, contact, MatchKind::person);
  return matching<Lead>(db, wanted, not_this, [&](const Lead& lead) {
    std::vector<MatchReason> reasons = match(account, lead_account_keys(lead));
    for (const MatchReason reason : match(contact, lead_contact_keys(lead)))
      if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
    std::sort(reasons.begin(), reasons.end());
    return reasons;
  });
}

}  // namespace cohoi::store
