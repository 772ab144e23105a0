// What a list is narrowed by: conditions a person builds and reads as chips, kept as they were meant ("this month", "me") and made
// into a query only when it runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/models/list_fields.h"
#include "core/store/list_query.h"

namespace cohoi::app {

// The words stand in addresses and saved views: never renamed, only added to.
enum class Operator : std::uint8_t {
  is, is_not, contains, starts_with,      // text; is, is_not: numbers, money, dates (on, not on), months too
  less, at_most, more, at_least,          // numbers, money; dates and months: less = before, more = after
  between,                                // two values, both included
  period,                                 // dates, months: a Period's name, and for last_days/next_days the number of days
  any_of, none_of, all_of,                // choices, records, tags; all_of: tags only
  yes, no,                                // checks
  empty, given,
};
inline constexpr std::array<std::string_view, 17> operator_names{"is", "not", "has", "starts", "lt", "le", "gt", "ge", "between",
                                                                 "in", "any", "none", "all", "yes", "no", "empty", "given"};

enum class Period : std::uint8_t {
  today, yesterday, tomorrow, this_week, last_week, next_week, this_month, last_month, next_month, this_quarter, last_quarter,
  next_quarter, this_year, last_year, next_year,
  last_days,  // the N days that end today
  next_days,  // the N days that begin today
  overdue,    // before now and still open
};
inline constexpr std::array<std::string_view, 18> period_names{
    "today", "yesterday", "tomorrow", "this_week", "last_week", "next_week", "this_month", "last_month", "next_month", "this_quarter",
    "last_quarter", "next_quarter", "this_year", "last_year", "next_year", "last_days", "next_days", "overdue"};

// Values are texts of one form, whatever the language: numbers and percents in digits, money as Money::to_text ("VND 1234"), dates and
// months ISO, choices by key, records by id ("me" for the owner who works here), tags as they are, texts as typed.
struct Condition {
  std::string field;  // a ListField's key
  Operator op = Operator::is;
  std::vector<std::string> values;
  bool operator==(const Condition&) const = default;
};

// All of its parts hold, or any. An empty one holds for every record. Groups nest (the screen shows one level).
struct FilterGroup {
  bool any = false;
  std::vector<Condition> conditions;
  std::vector<FilterGroup> groups;
  bool operator==(const FilterGroup&) const = default;
  [[nodiscard]] bool empty() const { return conditions.empty() && groups.empty(); }
};

// Which operators a type offers, in the order of the menu; the first is the one to begin with.
[[nodiscard]] const std::vector<Operator>& operators_of(FilterType type);
[[nodiscard]] Message operator_label(FilterType type, Operator op);
// How many values it takes: 0, 1, 2 (between), or -1 = one or more.
[[nodiscard]] int values_taken(Operator op);
// The periods a field can be in; overdue only where something can be late.
[[nodiscard]] std::vector<Period> periods_of(Entity entity, const ListField& field);
[[nodiscard]] Message period_label(Period period, std::int64_t days = 0);  // "this month", "the next 7 days"

// What may be chosen for a field: choices, stages, owners ("me" first), products, the user's lists. Empty for fields with none (of other
// records: use pick()).
[[nodiscard]] std::vector<Option> filter_options(Session& session, Names& names, Entity entity, const ListField& field);

// The chip's sentence: "Close date: this month".
[[nodiscard]] Message describe(Session& session, Names& names, Entity entity, const Condition& condition);
// A value as typed in a field → its form here. invalid with what is wrong with it.
[[nodiscard]] Result<std::string> read_filter_value(Session& session, const ListField& field, const std::string& typed);
// The form here → as a field shows it (money with separators, dates by the language).
[[nodiscard]] std::string show_filter_value(Session& session, Names& names, const ListField& field, const std::string& value);

// invalid: an unknown field, an operator its type does not have, the wrong number of values, or one that can't be read. A condition that
// is still being built is invalid; lists skip it.
[[nodiscard]] Status check_condition(Entity entity, const Condition& condition);

// The query's part. Relative dates and "me" are resolved here, by the session's day. Conditions that check_condition refuses hold for
// every record.
[[nodiscard]] store::FilterTree to_query(Session& session, Entity entity, const FilterGroup& filter);

// A filter on one line, safe in an address: version, then groups and conditions. Nothing when the text is of another program, broken, or
// names what the entity does not have.
[[nodiscard]] std::string to_text(const FilterGroup& filter);
[[nodiscard]] std::optional<FilterGroup> filter_from_text(Entity entity, std::string_view text);

// "#/opportunities?view=list&filter=…"; the place's query holds the text under "filter" (decoded).
[[nodiscard]] std::string address_of_filter(Entity entity, const FilterGroup& filter);

// The quick choices over a list are conditions at the top of its tree: `field` any_of {value}. Empty value: none.
[[nodiscard]] std::string chosen(const FilterGroup& filter, std::string_view field);
void choose(FilterGroup& filter, std::string_view field, const std::string& value);

}  // namespace cohoi::app
