// A filter as the store runs it: what was said relative to today or to "me" becomes dates and ids.
#include "core/app/models/filter.h"

#include <algorithm>
#include <charconv>

#include "core/base/decimal.h"
#include "core/base/stable_order.h"
#include "core/domain/record.h"

namespace cohoi::app {

namespace {

using store::Compare;
using store::Filter;
using store::FilterTree;

constexpr std::int64_t ms_a_minute = 60'000;
constexpr std::int64_t ms_a_day = 24 * 60 * ms_a_minute;
constexpr std::int64_t far = 10'000'000;  // days; beyond any date

struct Days {
  Date first, last;
};

Date first_day(Month month) { return Date::from_ymd(month.year(), month.month(), 1).value_or(Date{}); }
Days whole(Month first, int months) { return {first_day(first), Date{first_day(add_months(first, months)).days - 1}}; }

Days days_of(Period period, std::int64_t count, Date today) {
  const auto away = [&](std::int64_t days) { return Date{static_cast<std::int32_t>(today.days + days)}; };
  const auto week = [&](int weeks) {
    const auto monday = away(1 - today.weekday() + 7 * weeks);
    return Days{monday, Date{monday.days + 6}};
  };
  const Month month = Month::of(today);
  const Month quarter = add_months(month, -((month.month() - 1) % 3));
  const Month year = add_months(month, 1 - month.month());
  switch (period) {
    case Period::today: return {today, today};
    case Period::yesterday: return {away(-1), away(-1)};
    case Period::tomorrow: return {away(1), away(1)};
    case Period::this_week: return week(0);
    case Period::last_week: return week(-1);
    case Period::next_week: return week(1);
    case Period::this_month: return whole(month, 1);
    case Period::last_month: return whole(add_months(month, -1), 1);
    case Period::next_month: return whole(add_months(month, 1), 1);
    case Period::this_quarter: return whole(quarter, 3);
    case Period::last_quarter: return whole(add_months(quarter, -3), 3);
    case Period::next_quarter: return whole(add_months(quarter, 3), 3);
    case Period::this_year: return whole(year, 12);
    case Period::last_year: return whole(add_months(year, -12), 12);
    case Period::next_year: return whole(add_months(year, 12), 12);
    case Period::last_days: return {away(1 - count), today};
    case Period::next_days: return {today, away(count - 1)};
    case Period::overdue: break;
  }
  return {Date{}, away(-1)};
}

class Lowering {
 public:
  Lowering(Session& session, Entity entity) : session_(session), entity_(entity) {
    // By the minute: a list looked at again finds its filters where it left them.
    const auto now = session.clock().now().ms;
    now_ = now - now % ms_a_minute;
  }

  FilterTree group(const FilterGroup& filter) {
    FilterTree tree;
    tree.any = filter.any;
    for (const Condition& condition : filter.conditions)
      if (check_condition(entity_, condition)) tree.trees.push_back(one(condition));
    for (const FilterGroup& inner : filter.groups)
      if (auto part = group(inner); !part.empty()) tree.trees.push_back(std::move(part));
    return tree;
  }

 private:
  FilterTree one(const Condition& condition) {
    const ListField& field = *list_field(entity_, condition.field);
    key_ = field.key == "given_name" ? "title" : field.key;
    FilterTree tree;
    if (key_ == "rotting") return rotting(condition.op == Operator::yes);
    if (key_ == "days_in_stage") {
      add_days_in_stage(tree, condition);
      return tree;
    }
    switch (condition.op) {
      case Operator::empty: tree.filters.push_back({key_, Compare::is_empty, {}}); return tree;
      case Operator::given: tree.filters.push_back({key_, Compare::is_given, {}}); return tree;
      case Operator::yes: tree.filters.push_back({key_, Compare::equals, {Value{std::int64_t{1}}}}); return tree;
      case Operator::no: tree.filters.push_back({key_, Compare::not_equals, {Value{std::int64_t{1}}}}); return tree;
      case Operator::any_of: add_values(tree, Compare::one_of, condition); return tree;
      case Operator::none_of: add_values(tree, Compare::none_of, condition); return tree;
      case Operator::all_of: add_values(tree, Compare::has_all, condition); return tree;
      default: break;
    }
    if (field.type == FilterType::date || field.type == FilterType::month || field.type == FilterType::moment)
      add_dates(tree, field.type, condition);
    else if (field.type == FilterType::text)
      tree.filters.push_back({key_, text_compare(condition.op), {Value{condition.values.front()}}});
    else
      add_amounts(tree, field, condition);
    return tree;
  }

  static Compare text_compare(Operator op) {
    switch (op) {
      case Operator::is: return Compare::same_text;
      case Operator::is_not: return Compare::not_same_text;
      case Operator::starts_with: return Compare::starts_with;
      default: return Compare::contains;
    }
  }

  void add_values(FilterTree& tree, Compare compare, const Condition& condition) {
    Filter filter{key_, compare, {}};
    for (const std::string& value : condition.values)
      filter.values.emplace_back(value == "me" && list_field(entity_, condition.field)->ref == Entity::owner ? session_.me().id.to_string() : value);
    tree.filters.push_back(std::move(filter));
  }

  void add_amounts(FilterTree& tree, const ListField& field, const Condition& condition) {
    std::vector<Value> values;
    for (const std::string& text : condition.values) {
      if (field.decimal) values.emplace_back(text);
      else if (field.type == FilterType::money) values.emplace_back(Money::from_text(text).value_or(Money{}));
      else values.emplace_back(number_in(text));
    }
    const auto add = [&](Compare compare, const Value& value) { tree.filters.push_back({key_, compare, {value}}); };
    switch (condition.op) {
      case Operator::is: add(Compare::equals, values.front()); return;
      case Operator::is_not: add(Compare::not_equals, values.front()); return;
      case Operator::less: add(Compare::less, values.front()); return;
      case Operator::at_most: add(Compare::less_or_equal, values.front()); return;
      case Operator::more: add(Compare::greater, values.front()); return;
      case Operator::at_least: add(Compare::greater_or_equal, values.front()); return;
      default: break;
    }
    // Typed the wrong way round, it still says what is meant.
    if (number_of(values[1]) < number_of(values[0])) std::swap(values[0], values[1]);
    add(Compare::greater_or_equal, values[0]);
    add(Compare::less_or_equal, values[1]);
  }

  void add_dates(FilterTree& tree, FilterType type, const Condition& condition) {
    if (condition.op == Operator::period) {
      const auto found = std::find(period_names.begin(), period_names.end(), condition.values.front());
      const auto period = static_cast<Period>(found - period_names.begin());
      if (period == Period::overdue) {
        add_overdue(tree, type);
        return;
      }
      const Days days = days_of(period, condition.values.size() > 1 ? number_in(condition.values[1]) : 0, session_.clock().today());
      add_from(tree, type, days.first);
      add_until(tree, type, days.last);
      return;
    }
    std::vector<Days> days;
    for (const std::string& text : condition.values) {
      const auto month = type == FilterType::month ? Month::parse_iso(text) : std::nullopt;
      const auto day = Date::parse_iso(text).value_or(Date{});
      days.push_back(month ? whole(*month, 1) : Days{day, day});
    }
    stable_order(days, [](const Days& a, const Days& b) { return a.first < b.first; });
    if (condition.op == Operator::less) {
      add_until(tree, type, Date{days.front().first.days - 1});
    } else if (condition.op == Operator::more) {
      add_from(tree, type, Date{days.front().last.days + 1});
    } else {
      add_from(tree, type, days.front().first);
      add_until(tree, type, days.back().last);
    }
  }

  [[nodiscard]] Value written(FilterType type, Date day) const {
    if (type == FilterType::moment) return Timestamp::at(day, 0, session_.clock().utc_offset_minutes()).ms;
    return type == FilterType::month ? Month::of(day).to_iso() : day.to_iso();
  }
  void add_from(FilterTree& tree, FilterType type, Date day) { tree.filters.push_back({key_, Compare::greater_or_equal, {written(type, day)}}); }
  void add_until(FilterTree& tree, FilterType type, Date day) {
    if (type == FilterType::moment) tree.filters.push_back({key_, Compare::less, {written(type, Date{day.days + 1})}});
    else tree.filters.push_back({key_, Compare::less_or_equal, {written(type, day)}});
  }

  // Late is what is still to be done.
  void add_overdue(FilterTree& tree, FilterType type) {
    if (type == FilterType::moment) tree.filters.push_back({key_, Compare::less, {Value{now_}}});
    else tree.filters.push_back({key_, Compare::less, {written(type, session_.clock().today())}});
    if (entity_ == Entity::activity) tree.filters.push_back({"open", Compare::equals, {Value{std::int64_t{1}}}});
    if (key_ == "expected_close") tree.filters.push_back({"stage_kind", Compare::equals, {Value{"open"}}});
    if (key_ == "expected_purchase")
      tree.filters.push_back({"status", Compare::none_of, {Value{"disqualified"}, Value{"converted"}}});
  }

  // P-4: nothing planned ahead, and longer without a step than the stage allows.
  FilterTree rotting(bool does) {
    FilterTree tree;
    tree.any = !does;
    if (!does) {
      tree.filters = {{"rots_at", Compare::is_empty, {}}, {"rots_at", Compare::greater, {Value{now_}}}, {"planned_until", Compare::greater, {Value{now_}}}};
      return tree;
    }
    tree.filters = {{"rots_at", Compare::less_or_equal, {Value{now_}}}};
    FilterTree planned;
    planned.any = true;
    planned.filters = {{"planned_until", Compare::is_empty, {}}, {"planned_until", Compare::less_or_equal, {Value{now_}}}};
    tree.trees.push_back(std::move(planned));
    return tree;
  }

  // Whole days since it entered: from N to M days means entered between M+1 days ago, excluded, and N days ago.
  void add_days_in_stage(FilterTree& tree, const Condition& condition) {
    key_ = "entered_at";
    std::int64_t low = -far;
    std::int64_t high = far;
    const auto value = [&](std::size_t i) { return i < condition.values.size() ? std::clamp(number_in(condition.values[i]), -far, far) : 0; };
    switch (condition.op) {
      case Operator::empty: tree.filters.push_back({key_, Compare::is_empty, {}}); return;
      case Operator::given: tree.filters.push_back({key_, Compare::is_given, {}}); return;
      case Operator::less: high = value(0) - 1; break;
      case Operator::at_most: high = value(0); break;
      case Operator::more: low = value(0) + 1; break;
      case Operator::at_least: low = value(0); break;
      case Operator::between:
        low = std::min(value(0), value(1));
        high = std::max(value(0), value(1));
        break;
      default: low = high = value(0);
    }
    if (condition.op == Operator::is_not) {
      tree.any = true;
      tree.filters = {{key_, Compare::is_empty, {}},
                      {key_, Compare::less_or_equal, {Value{now_ - (high + 1) * ms_a_day}}}};
      if (low > 0) tree.filters.push_back({key_, Compare::greater, {Value{now_ - low * ms_a_day}}});
      return;
    }
    if (high < far) tree.filters.push_back({key_, Compare::greater, {Value{now_ - (high + 1) * ms_a_day}}});
    if (low > 0) tree.filters.push_back({key_, Compare::less_or_equal, {Value{now_ - low * ms_a_day}}});
    if (tree.filters.empty()) tree.filters.push_back({key_, Compare::is_given, {}});
  }

  static std::int64_t number_in(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }
  static std::int64_t number_of(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return money->minor;
    if (const auto* text = std::get_if<std::string>(&value)) return decimal_millionths(*text);
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? *number : 0;
  }

  Session& session_;
  Entity entity_;
  std::int64_t now_ = 0;
  std::string key_;  // of the store, for the condition at work
};

}  // namespace

store::FilterTree to_query(Session& session, Entity entity, const FilterGroup& filter) { return Lowering(session, entity).group(filter); }

}  // namespace cohoi::app
