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
//   job_title     contact, lead: the field "title", whose word is taken
//   planned_until   lead, opportunity: when the last thing planned is due
//   rots_at       opportunity: when it begins to rot unless something is planned (P-4); none where it cannot
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
  contains,      // texts: folded, as all four
  starts_with,
  same_text,     // the same but for case, marks and punctuation
  not_same_text,
  one_of,
  none_of,       // so also records without a value
  has_all,       // lists
  is_empty,
  is_given
};

struct Filter {
  std::string key;
  Compare compare = Compare::equals;
  std::vector<Value> values;  // one, or several for one_of, none_of, has_all
  bool operator==(const Filter&) const = default;
};

// All of its parts hold, or any of them; an empty one holds for every record.
struct FilterTree {
  bool any = false;
  std::vector<Filter> filters;
  std::vector<FilterTree> trees;
  bool operator==(const FilterTree&) const = default;
  [[nodiscard]] bool empty() const { return filters.empty() && trees.empty(); }
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
  FilterTree tree{};            // must hold besides the filters
  bool operator==(const ListQuery&) const = default;
};

// Row numbers in order; cheap to hold for 100,000 records. invalid for an unknown key.
[[nodiscard]] Result<std::vector<std::int64_t>> run(Database& db, const ListQuery& query);
// The records behind row numbers, in the same order; a row that is gone is left out.
template <class T>
[[nodiscard]] Result<std::vector<T>> fetch(Database& db, const std::vector<std::int64_t>& rows);
// The same without the type, each with its row number.
struct NumberedRecord {
  std::int64_t row = 0;
  RawRecord record;
};
[[nodiscard]] Result<std::vector<NumberedRecord>> fetch_raw(Database& db, Entity entity,
                                                            const std::vector<std::int64_t>& rows);
// Ids behind row numbers, in the same order; and back (0 when it is not there).
[[nodiscard]] Result<std::vector<Uuid>> ids_of(Database& db, Entity entity, const std::vector<std::int64_t>& rows);
[[nodiscard]] Result<std::int64_t> row_of(Database& db, Entity entity, const Uuid& id);
// What a key of list_query is for one row; monostate without a value.
[[nodiscard]] Result<Value> value_at(Database& db, Entity entity, std::string_view key, std::int64_t row);
[[nodiscard]] Result<std::int64_t> count(Database& db, const ListQuery& query);
// Count and sum of amounts per currency, per value of `group_key` (e.g. stage of opportunities).
struct GroupSum {
  Value group;
  std::int64_t count = 0;
  std::vector<Money> sums;
  std::vector<Money> weighted;
};
// An empty group_key: all of them as one.
[[nodiscard]] Result<std::vector<GroupSum>> group(Database& db, const ListQuery& query, std::string_view group_key);
// The same over rows that are known.
[[nodiscard]] Result<std::vector<GroupSum>> group_rows(Database& db, Entity entity,
                                                       const std::vector<std::int64_t>& rows,
                                                       std::string_view group_key);

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
