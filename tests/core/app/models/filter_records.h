// Records of every kind with values drawn by lot, and the same conditions answered without the store: what a person would say looking at
// the record.
#pragma once

#include "core/app/models/record_list.h"
#include "core/base/text.h"
#include "tests/support/memory_session.h"

namespace cohoi::test {

class FilterRecords {
 public:
  explicit FilterRecords(std::uint64_t seed) : m(seed), bits_(seed) {
    other_ = m.save<Owner>({text("name", "Hà")});
    for (int i = 0; i < 6; ++i) accounts_.push_back(m.account("Công ty " + std::string(1, static_cast<char>('A' + i))));
    m.clock.advance_days(3);
    m.clock.set({m.clock.now().ms - m.clock.now().ms % 60'000});  // filters look by the minute
    auto transaction = store::Transaction::begin(m.db, m->write_context(), msg("done.saved"));
    REQUIRE(transaction);
    for (int i = 0; i < 36; ++i) add_lead(*transaction);
    for (int i = 0; i < 36; ++i) add_opportunity(*transaction);
    for (int i = 0; i < 90; ++i) add_activity(*transaction);
    const auto id = transaction->commit();
    REQUIRE(id);
    m->committed(*id);
    activities_ = m.all<Activity>();
    visits_ = m.all<StageVisit>();
    stages_ = m.all<Stage>();
  }

  MemorySession m;

  [[nodiscard]] std::size_t below(std::size_t limit) { return static_cast<std::size_t>(bits_.below(limit)); }
  [[nodiscard]] const std::vector<store::RawRecord>& records(Entity entity) {
    auto& all = read_[entity];
    if (!all.empty()) return all;
    const auto rows = store::run(m.db, {.entity = entity, .text = {}, .filters = {}, .order = {}});
    REQUIRE(rows);
    const auto read = store::fetch_raw(m.db, entity, *rows);
    REQUIRE(read);
    for (const auto& one : *read) all.push_back(one.record);
    return all;
  }

  // A condition that fits the field.
  [[nodiscard]] app::Condition condition(Entity entity, const app::ListField& field, app::Operator op) {
    app::Condition made{field.key, op, {}};
    if (op == app::Operator::period) {
      const auto offered = app::periods_of(entity, field);
      const auto period = offered[below(offered.size())];
      made.values.emplace_back(app::period_names[static_cast<std::size_t>(period)]);
      if (period == app::Period::last_days || period == app::Period::next_days) made.values.push_back(std::to_string(1 + below(60)));
      return made;
    }
    const int taken = app::values_taken(op);
    const auto count = taken < 0 ? 1 + below(3) : static_cast<std::size_t>(taken);
    for (std::size_t i = 0; i < count; ++i) made.values.push_back(value(field));
    return made;
  }

  [[nodiscard]] bool holds(const store::RawRecord& record, const app::Condition& condition);
  [[nodiscard]] bool holds(const store::RawRecord& record, const app::FilterGroup& group) {
    if (group.empty()) return true;
    for (const auto& one : group.conditions)
      if (holds(record, one) == group.any) return group.any;
    for (const auto& one : group.groups)
      if (holds(record, one) == group.any) return group.any;
    return !group.any;
  }

 private:
  template <class T>
  T one_of(std::initializer_list<T> values) { return *(values.begin() + below(values.size())); }
  std::string word() { return one_of<const char*>({"", "Hà Nội", "ha noi", "Hải Phòng", "Đà Nẵng", "Hà Nam"}); }
  Date day() { return Date{m.clock.today().days + static_cast<int>(below(800)) - 400}; }
  Timestamp moment() { return {m.clock.now().ms + (static_cast<std::int64_t>(below(1600)) - 800) * 43'200'000}; }
  std::optional<Money> money() {
    if (below(4) == 0) return std::nullopt;
    return Money{static_cast<std::int64_t>(below(6)), one_of<const char*>({"VND", "USD"}) == std::string("USD") ? *Currency::parse("USD") : Currency{}};
  }
  OwnerId owner() { return one_of<OwnerId>({m->me().id, other_, OwnerId{}}); }
  AccountId account() { return below(3) == 0 ? AccountId{} : accounts_[below(accounts_.size())]; }
  Tags tags() {
    Tags some;
    for (const char* tag : {"gấp", "xa", "vip"})
      if (below(2) == 0) some.items.emplace_back(tag);
    return make_tags(some.items);
  }

  void add_lead(store::Transaction& transaction) {
    Lead lead{.id = m.ids.next_of<Lead>(), .first_name = word(), .last_name = "Nguyễn", .company = word()};
    lead.city = word();
    lead.title = word();
    lead.source = one_of<const char*>({"", "website", "referral", "Hội chợ"});
    lead.status = static_cast<LeadStatus>(below(5));
    lead.part = static_cast<Part>(below(6));
    lead.estimated_budget = money();
    if (below(3) != 0) lead.expected_purchase = Month::of(day());
    lead.do_not_call = below(2) == 0;
    lead.owner_id = owner();
    lead.account_id = account();
    lead.tags = tags();
    lead.notes = word();
    lead.created_at = moment();
    REQUIRE(transaction.put(lead));
    for (const char* key : {"need", "ability", "timeframe"})
      if (below(2) == 0)
        REQUIRE(transaction.put(CriterionAnswer{.id = m.ids.next_of<CriterionAnswer>(), .lead_id = lead.id, .criterion = key,
                                                .answer = below(4) == 0 ? Answer::no : Answer::yes, .evidence = "x"}));
    leads_.push_back(lead.id);
  }

  void add_opportunity(store::Transaction& transaction) {
    const auto stages = m.all<Stage>();
    const Stage& stage = stages[below(stages.size())];
    Opportunity opportunity{.id = m.ids.next_of<Opportunity>(), .name = "Đơn " + word()};
    opportunity.name = tidy(opportunity.name);
    opportunity.stage_id = stage.id;
    opportunity.pipeline_id = stage.pipeline_id;
    opportunity.account_id = account();
    opportunity.amount = money();
    if (below(3) != 0) opportunity.expected_close = day();
    if (below(3) == 0) opportunity.probability = static_cast<std::int64_t>(below(5)) * 20;
    opportunity.owner_id = owner();
    opportunity.tags = tags();
    opportunity.created_at = moment();
    REQUIRE(transaction.put(opportunity));
    if (below(8) != 0) {
      StageVisit visit{.id = m.ids.next_of<StageVisit>(), .opportunity_id = opportunity.id, .stage_id = stage.id};
      visit.entered_at = Timestamp{m.clock.now().ms - static_cast<std::int64_t>(below(60)) * 43'200'000};
      REQUIRE(transaction.put(visit));
    }
    opportunities_.push_back(opportunity.id);
  }

  void add_activity(store::Transaction& transaction) {
    Activity activity{.id = m.ids.next_of<Activity>(), .kind = static_cast<ActivityKind>(below(5)), .subject = word()};
    if (below(3) != 0) activity.due_at = moment();
    if (below(2) == 0) activity.done_at = Timestamp{m.clock.now().ms - static_cast<std::int64_t>(below(100)) * 43'200'000};
    activity.owner_id = owner();
    if (below(2) == 0) activity.lead_id = leads_[below(leads_.size())];
    else activity.opportunity_id = opportunities_[below(opportunities_.size())];
    activity.created_at = moment();
    REQUIRE(transaction.put(activity));
  }

  std::string value(const app::ListField& field) {
    using app::FilterType;
    switch (field.type) {
      case FilterType::number: return std::to_string(field.key == "days_in_stage" ? below(30) : below(6) * 20);
      case FilterType::money: return Money{static_cast<std::int64_t>(below(6)), below(2) == 0 ? Currency{} : *Currency::parse("USD")}.to_text();
      case FilterType::date:
      case FilterType::moment: return day().to_iso();
      case FilterType::month: return Month::of(day()).to_iso();
      case FilterType::choice: return field.list ? one_of<const char*>({"website", "referral", "Hội chợ"}) : std::string(field.choices[below(field.choices.size())]);
      case FilterType::tags: return field.key == "missing" ? one_of<const char*>({"need", "ability", "timeframe"}) : one_of<const char*>({"gấp", "xa", "vip"});
      case FilterType::record:
        if (field.ref == Entity::owner) return below(2) == 0 ? "me" : one_of<OwnerId>({m->me().id, other_}).to_string();
        if (field.ref == Entity::stage) return stages_[below(stages_.size())].id.to_string();
        return accounts_[below(accounts_.size())].to_string();
      default: return one_of<const char*>({"Hà Nội", "ha", "noi", "Hải", "Đơn", "nguyen", "0"});
    }
  }

  [[nodiscard]] Value derived(const store::RawRecord& record, const std::string& key);

  SeededBits bits_;
  OwnerId other_;
  std::vector<AccountId> accounts_;
  std::vector<LeadId> leads_;
  std::vector<OpportunityId> opportunities_;
  std::map<Entity, std::vector<store::RawRecord>> read_;
  std::vector<Activity> activities_;
  std::vector<StageVisit> visits_;
  std::vector<Stage> stages_;
};

// What the record's page would say of it.
inline Value FilterRecords::derived(const store::RawRecord& record, const std::string& key) {
  const auto now = m.clock.now();
  if (record.entity == Entity::activity && key == "open") return std::int64_t{!m.get(ActivityId{record.id}).done_at};
  if (record.entity == Entity::lead && (key == "verdict" || key == "score" || key == "missing")) {
    const auto facts = store::lead_facts(m.db, {record.id});
    REQUIRE(facts);
    if (key == "verdict") return std::string(name_of(facts->verdict));
    if (key == "score") return std::int64_t{facts->score};
    std::string joined;
    for (const auto& one : facts->missing) joined += (joined.empty() ? "" : ", ") + one;
    return joined.empty() ? Value{} : Value{joined};
  }
  if (key == "title" || key == "given_name") {
    std::string title = record.entity == Entity::lead       ? title_of(store::typed<Lead>(record))
                        : record.entity == Entity::account  ? title_of(store::typed<Account>(record))
                        : record.entity == Entity::contact  ? title_of(store::typed<Contact>(record))
                                                            : title_of(store::typed<Opportunity>(record));
    return title.empty() ? Value{} : Value{title};
  }
  std::optional<std::int64_t> next, last, entered;
  bool planned = false;
  for (const auto& activity : activities_) {
    if ((record.entity == Entity::lead ? activity.lead_id.uuid : activity.opportunity_id.uuid) != record.id) continue;
    if (activity.done_at) last = std::max(last.value_or(0), activity.done_at->ms);
    if (activity.done_at || !activity.due_at) continue;
    next = std::min(next.value_or(activity.due_at->ms), activity.due_at->ms);
    planned = planned || *activity.due_at > now;
  }
  if (key == "next_activity_at") return next ? Value{*next} : Value{};
  if (key == "last_done_at") return last ? Value{*last} : Value{};
  if (record.entity != Entity::opportunity) return {};
  const Opportunity opportunity = m.get(OpportunityId{record.id});
  const Stage stage = m.get(opportunity.stage_id);
  for (const auto& visit : visits_)
    if (visit.opportunity_id == opportunity.id && !visit.left_at) entered = visit.entered_at->ms;
  if (key == "stage_kind") return std::string(name_of(stage.kind));
  if (key == "weighted") return to_value(weighted_amount(opportunity, stage));
  if (key == "days_in_stage") return entered ? Value{(now.ms - *entered) / 86'400'000} : Value{};
  if (key == "rotting")
    return std::int64_t{entered && rotting(stage, {*entered}, last ? std::optional(Timestamp{*last}) : std::nullopt, planned, now).rots};
  return {};
}

inline bool FilterRecords::holds(const store::RawRecord& record, const app::Condition& condition) {
  using app::FilterType;
  using app::Operator;
  const app::ListField& field = *app::list_field(record.entity, condition.field);
  const FieldInfo* info = app::record_field(record.entity, condition.field);
  Value value;
  if (!info) value = derived(record, condition.field);
  for (const FieldValue& one : record.values)
    if (info && one.key == info->key) value = one.value;
  if (condition.op == Operator::empty) return !given(value);
  if (condition.op == Operator::given) return given(value);
  const auto* text = std::get_if<std::string>(&value);
  const auto* number = std::get_if<std::int64_t>(&value);
  const auto listed = [&](const std::string& wanted) {
    const std::string meant = wanted == "me" && field.ref == Entity::owner && field.type == FilterType::record ? m->me().id.to_string() : wanted;
    if (field.type != FilterType::tags) return text && *text == meant;
    if (!text) return false;
    const auto items = split_tags(*text).items;
    return std::find(items.begin(), items.end(), meant) != items.end();
  };
  const auto& wanted = condition.values;
  switch (condition.op) {
    case Operator::yes: return number && *number == 1;
    case Operator::no: return !(number && *number == 1);
    case Operator::any_of: return std::any_of(wanted.begin(), wanted.end(), listed);
    case Operator::none_of: return std::none_of(wanted.begin(), wanted.end(), listed);
    case Operator::all_of: return std::all_of(wanted.begin(), wanted.end(), listed);
    default: break;
  }
  if (field.type == FilterType::text) {
    const std::string is = text ? fold(*text) : std::string();
    const std::string asked = fold(wanted.front());
    switch (condition.op) {
      case Operator::is: return text && is == asked;
      case Operator::is_not: return !text || is != asked;
      case Operator::starts_with: return text && is.substr(0, asked.size()) == asked;
      default: return text && is.find(asked) != std::string::npos;
    }
  }
  if (field.type == FilterType::number || field.type == FilterType::money) {
    const auto* money = std::get_if<Money>(&value);
    const auto of = [&](const std::string& one) -> std::optional<std::int64_t> {
      if (field.type == FilterType::number) return std::stoll(one);
      const auto asked = *Money::from_text(one);
      if (!money || money->currency != asked.currency) return std::nullopt;
      return asked.minor;
    };
    const auto first = of(wanted.front());
    const bool known = first && (money || number);
    const std::int64_t is = money ? money->minor : number ? *number : 0;
    switch (condition.op) {
      case Operator::is: return known && is == *first;
      case Operator::is_not: return !(known && is == *first);
      case Operator::less: return known && is < *first;
      case Operator::at_most: return known && is <= *first;
      case Operator::more: return known && is > *first;
      case Operator::at_least: return known && is >= *first;
      default: {
        if (field.type == FilterType::money) {
          auto low = *Money::from_text(wanted[0]), high = *Money::from_text(wanted[1]);
          if (high.minor < low.minor) std::swap(low, high);
          return money && money->currency == low.currency && money->currency == high.currency && is >= low.minor && is <= high.minor;
        }
        const auto second = of(wanted[1]);
        return known && is >= std::min(*first, *second) && is <= std::max(*first, *second);
      }
    }
  }
  // Days: a moment by the day it falls on here, a month by its first day.
  std::optional<Date> is;
  const bool month = field.type == FilterType::month;
  if (number) is = Timestamp{*number}.date(m.clock.utc_offset_minutes());
  if (text) is = Date::parse_iso(month ? *text + "-01" : *text);
  if (!is) return false;
  const auto day_of = [&](const std::string& one) { return *Date::parse_iso(month ? one + "-01" : one); };
  switch (condition.op) {
    case Operator::is: return *is == day_of(wanted.front());
    case Operator::less: return *is < day_of(wanted.front());
    case Operator::more: return *is > day_of(wanted.front());
    case Operator::between: return *is >= std::min(day_of(wanted[0]), day_of(wanted[1])) && *is <= std::max(day_of(wanted[0]), day_of(wanted[1]));
    default: break;
  }
  const Date today = m.clock.today();
  const std::string& period = wanted.front();
  const auto away = is->days - today.days;
  const auto unit = [&](std::string_view name, auto&& index) {
    if (period == "this_" + std::string(name)) return index(*is) == index(today);
    if (period == "last_" + std::string(name)) return index(*is) == index(today) - 1;
    return period == "next_" + std::string(name) && index(*is) == index(today) + 1;
  };
  if (period == "today") return away == 0;
  if (period == "yesterday") return away == -1;
  if (period == "tomorrow") return away == 1;
  if (period == "last_days") return away <= 0 && -away < std::stoll(wanted[1]);
  if (period == "next_days") return away >= 0 && away < std::stoll(wanted[1]);
  if (period == "overdue") {
    if (record.entity == Entity::activity && m.get(ActivityId{record.id}).done_at) return false;
    if (condition.field == "expected_close" && m.get(m.get(OpportunityId{record.id}).stage_id).kind != StageKind::open) return false;
    if (condition.field == "expected_purchase" && m.get(LeadId{record.id}).status >= LeadStatus::disqualified) return false;
    if (number) return *number < m.clock.now().ms - m.clock.now().ms % 60'000;
    return month ? Month::of(*is) < Month::of(today) : *is < today;
  }
  return unit("week", [](Date d) { return (d.days - d.weekday() + 8 + 7 * 100'000) / 7; }) || unit("month", [](Date d) { return d.year() * 12 + d.month(); }) ||
         unit("quarter", [](Date d) { return d.year() * 4 + (d.month() - 1) / 3; }) || unit("year", [](Date d) { return d.year(); });
}

}  // namespace cohoi::test
