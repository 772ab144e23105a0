// What a list shows: which records, in which order. The one place where filters become SQL.
//
// Besides the entity's own fields these keys are understood in filters and order:
//   title         what people call the record, by the Vietnamese alphabet
//   given_name    contact, lead: the name people are sorted by
//   verdict, score, missing     lead: the derived qualification (missing = keys, one matches)
//   account, owner, stage, contact, product   names of what the record points to
//   stage_kind    opportunity: open, won, lost
//   entered_at, next_activity_at, last_done_at, weighted   opportunity
//   next_activity_at, last_done_at             lead
//   open          activity: 1 while not done
#pragma once

#include <string>
#include <vector>

#include "core/domain/matching.h"
#include "core/store/records.h"

namespace cohoi::store {

enum class Compare : std::uint8_t {
  equals,
  not_equals,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  contains,
  starts_with,
  one_of,
  is_empty,
  is_given
};

struct Filter {
  std::string key;
  Compare compare = Compare::equals;
  std::vector<Value> values;  // one, or several for one_of
  bool operator==(const Filter&) const = default;
};

struct OrderKey {
  std::string key;
  bool descending = false;
  bool operator==(const OrderKey&) const = default;
};

struct ListQuery {
  Entity entity = Entity::lead;
  std::string text;             // full-text words, all of them, as prefixes; folded here
  std::vector<Filter> filters;  // all must hold
  std::vector<OrderKey> order;  // ties by id, newest first
  bool operator==(const ListQuery&) const = default;
};

// Row numbers in order; cheap to hold for 100,000 records. invalid for an unknown key.
[[nodiscard]] Result<std::vector<std::int64_t>> run(Database& db, const ListQuery& query);
// The records behind row numbers, in the same order; a row that is gone is left out.
template <class T>
[[nodiscard]] Result<std::vector<T>> fetch(Database& db, const std::vector<std::int64_t>& rows);
[[nodiscard]] Result<std::int64_t> count(Database& db, const ListQuery& query);
// Count and sum of amounts per currency, per value of `group_key` (e.g. stage of opportunities).
struct GroupSum {
  Value group;
  std::int64_t count = 0;
  std::vector<Money> sums;
  std::vector<Money> weighted;
};
[[nodiscard]] Result<std::vector<GroupSum>> group(Database& db, const ListQuery& query, std::string_view group_key);

// Derived per lead, kept by the store.
struct LeadFacts {
  Verdict verdict = Verdict::incomplete;
  int score = 0;
  std::vector<std::string> missing;  // criterion keys
};
[[nodiscard]] Result<LeadFacts> lead_facts(Database& db, LeadId lead);
// Recomputes the facts whose day has passed or whose settings changed; at start, at midnight, after a change to
// criteria or settings.
[[nodiscard]] Status refresh_lead_facts(Database& db, Date today);

struct SearchHit {
  Entity entity = Entity::account;
  Uuid id;
  std::string title, subtitle;
};
// Search everything: exact marks first, then title prefix, then the rest.
[[nodiscard]] Result<std::vector<SearchHit>> search(Database& db, std::string_view text, int limit);

// Records matching by C-4, with why. `not_this` is left out.
struct Match {
  Uuid id;
  std::string title;
  std::vector<MatchReason> reasons;
};
[[nodiscard]] Result<std::vector<Match>> matching_accounts(Database& db, const MatchKeys& keys,
                                                           const Uuid& not_this = {});
[[nodiscard]] Result<std::vector<Match>> matching_contacts(Database& db, const MatchKeys& keys,
                                                           const Uuid& not_this = {});
[[nodiscard]] Result<std::vector<Match>> matching_leads(Database& db, const MatchKeys& account,
                                                        const MatchKeys& contact, const Uuid& not_this = {});

}  // namespace cohoi::store
