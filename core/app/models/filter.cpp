#include "core/app/models/filter.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/app/models/form.h"
#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/domain/labels.h"
#include "core/domain/record.h"

namespace cohoi::app {

namespace {

constexpr std::size_t longest_text = 200;
constexpr std::int64_t most_days = 3660;

bool is_number(std::string_view text, std::int64_t* into = nullptr) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (into) *into = number;
  return error == std::errc{} && end == text.data() + text.size();
}

bool is_text(const std::string& text) { return !text.empty() && text.size() <= longest_text && nfc(text) == text; }

bool is_value(const ListField& field, const std::string& value) {
  switch (field.type) {
    case FilterType::number: return field.decimal ? is_decimal(value) : is_number(value);
    case FilterType::money: return Money::from_text(value).has_value();
    case FilterType::date:
    case FilterType::moment: return Date::parse_iso(value).has_value();
    case FilterType::month: return Month::parse_iso(value).has_value();
    case FilterType::record: return Uuid::parse(value).has_value() || (field.ref == Entity::owner && value == "me");
    case FilterType::choice:
      return field.list ? is_text(value) : std::find(field.choices.begin(), field.choices.end(), value) != field.choices.end();
    default: return is_text(value);
  }
}

bool can_be_late(Entity entity, const ListField& field) {
  if (field.key == "next_activity_at" || field.key == "due_at") return true;
  return (entity == Entity::opportunity && field.key == "expected_close") || (entity == Entity::lead && field.key == "expected_purchase");
}

std::optional<Period> period_named(const std::string& name) {
  const auto found = std::find(period_names.begin(), period_names.end(), name);
  if (found == period_names.end()) return std::nullopt;
  return static_cast<Period>(found - period_names.begin());
}

bool is_period(Entity entity, const ListField& field, const std::vector<std::string>& values) {
  const auto period = values.empty() ? std::nullopt : period_named(values.front());
  const auto offered = periods_of(entity, field);
  if (!period || std::find(offered.begin(), offered.end(), *period) == offered.end()) return false;
  if (*period != Period::last_days && *period != Period::next_days) return values.size() == 1;
  std::int64_t days = 0;
  return values.size() == 2 && is_number(values[1], &days) && days >= 1 && days <= most_days;
}

FieldInfo as_field(const ListField& field) {
  FieldInfo info{.key = field.key};
  switch (field.type) {
    case FilterType::number: info.type = field.decimal ? FieldType::decimal : FieldType::integer; break;
    case FilterType::money: info.type = FieldType::money; break;
    case FilterType::date:
    case FilterType::moment: info.type = FieldType::date; break;
    case FilterType::month: info.type = FieldType::month; break;
    default: break;
  }
  return info;
}

Message verbatim(std::string text) { return msg("verbatim", std::move(text)); }
Message as_message(const Label& label) { return label.message.key.empty() ? verbatim(label.text) : label.message; }

// What a value is called.
Message value_name(Session& session, Names& names, Entity entity, const ListField& field, const std::string& value) {
  if (field.list) return as_message(names.choice_label(*field.list, value));
  const auto id = field.type == FilterType::record ? Uuid::parse(value).value_or(Uuid{}) : Uuid{};
  if (!id.empty() && field.ref == Entity::owner) return verbatim(names.owner({id}));  // also of those who left
  if (!id.empty() && field.ref == Entity::account) return verbatim(names.account({id}));
  if (!id.empty() && field.ref == Entity::contact) return verbatim(names.contact({id}));
  if (field.type != FilterType::tags || field.key == "missing")
    for (const Option& option : filter_options(session, names, entity, field))
      if (option.value == value) return as_message(option.label);
  return id.empty() ? verbatim(value) : msg("filter.one_record");
}

// The sentence behind the field's name.
Message what_is_asked(Session& session, Names& names, Entity entity, const ListField& field, const Condition& condition) {
  const bool number = field.type == FilterType::number || field.type == FilterType::money;
  const bool text = field.type == FilterType::text;
  const auto shown = [&](std::size_t index) {
    return index < condition.values.size() ? show_filter_value(session, names, field, condition.values[index]) : std::string();
  };
  const auto quoted = [&] { return text ? "“" + shown(0) + "”" : shown(0); };
  const auto signed_number = [&](std::string_view sign) { return verbatim(std::string(sign) + " " + shown(0)); };
  std::vector<Message> listed;
  if (values_taken(condition.op) < 0)
    for (const std::string& value : condition.values) listed.push_back(value_name(session, names, entity, field, value));
  switch (condition.op) {
    case Operator::is: return number ? signed_number("=") : verbatim(quoted());
    case Operator::is_not: return number ? signed_number("≠") : msg("filter.says.not", quoted());
    case Operator::contains: return msg("filter.says.contains", quoted());
    case Operator::starts_with: return msg("filter.says.starts_with", quoted());
    case Operator::less: return number ? signed_number("<") : msg("filter.says.before", shown(0));
    case Operator::at_most: return signed_number("≤");
    case Operator::more: return number ? signed_number(">") : msg("filter.says.after", shown(0));
    case Operator::at_least: return signed_number("≥");
    case Operator::between: return verbatim(shown(0) + " – " + shown(1));
    case Operator::period: {
      const auto period = period_named(condition.values.empty() ? std::string() : condition.values.front());
      std::int64_t days = 0;
      if (condition.values.size() > 1) static_cast<void>(is_number(condition.values[1], &days));
      return period ? period_label(*period, days) : Message{};
    }
    case Operator::any_of: return listed.size() == 1 ? listed.front() : msg("filter.says.any_of", std::move(listed));
    case Operator::none_of: return listed.size() == 1 ? msg("filter.says.not", std::move(listed)) : msg("filter.says.none_of", std::move(listed));
    case Operator::all_of: return msg("filter.says.all_of", std::move(listed));
    case Operator::yes: return msg("answer.yes");
    case Operator::no: return msg("answer.no");
    case Operator::empty: return msg("filter.says.empty");
    case Operator::given: break;
  }
  return msg("filter.says.given");
}

}  // namespace

const std::vector<Operator>& operators_of(FilterType type) {
  using enum Operator;
  static const std::vector<Operator> text{contains, is, is_not, starts_with, empty, given};
  static const std::vector<Operator> number{is, is_not, less, at_most, more, at_least, between, empty, given};
  static const std::vector<Operator> date{period, is, less, more, between, empty, given};
  static const std::vector<Operator> choice{any_of, none_of, empty, given};
  static const std::vector<Operator> tags{any_of, all_of, none_of, empty, given};
  static const std::vector<Operator> check{yes, no};
  switch (type) {
    case FilterType::number:
    case FilterType::money: return number;
    case FilterType::date:
    case FilterType::month:
    case FilterType::moment: return date;
    case FilterType::choice:
    case FilterType::record: return choice;
    case FilterType::tags: return tags;
    case FilterType::check: return check;
    default: return text;
  }
}

Message operator_label(FilterType type, Operator op) {
  const bool number = type == FilterType::number || type == FilterType::money;
  const bool date = type == FilterType::date || type == FilterType::month || type == FilterType::moment;
  switch (op) {
    case Operator::is: return number ? verbatim("=") : date ? msg("filter.op.on") : msg("filter.op.is");
    case Operator::is_not: return number ? verbatim("≠") : msg("filter.op.is_not");
    case Operator::less: return number ? verbatim("<") : msg("filter.op.before");
    case Operator::at_most: return verbatim("≤");
    case Operator::more: return number ? verbatim(">") : msg("filter.op.after");
    case Operator::at_least: return verbatim("≥");
    case Operator::contains: return msg("filter.op.contains");
    case Operator::starts_with: return msg("filter.op.starts_with");
    case Operator::between: return msg("filter.op.between");
    case Operator::period: return msg("filter.op.period");
    case Operator::any_of: return type == FilterType::tags ? msg("filter.op.has_any") : msg("filter.op.any_of");
    case Operator::all_of: return msg("filter.op.has_all");
    case Operator::none_of: return type == FilterType::tags ? msg("filter.op.has_none") : msg("filter.op.none_of");
    case Operator::yes: return msg("filter.op.yes");
    case Operator::no: return msg("filter.op.no");
    case Operator::empty: return msg("filter.op.empty");
    case Operator::given: break;
  }
  return msg("filter.op.given");
}

int values_taken(Operator op) {
  switch (op) {
    case Operator::yes:
    case Operator::no:
    case Operator::empty:
    case Operator::given: return 0;
    case Operator::between: return 2;
    case Operator::any_of:
    case Operator::none_of:
    case Operator::all_of: return -1;
    default: return 1;
  }
}

std::vector<Period> periods_of(Entity entity, const ListField& field) {
  std::vector<Period> periods;
  for (std::size_t i = 0; i < period_names.size(); ++i) {
    const auto period = static_cast<Period>(i);
    const bool of_days = period < Period::this_month || period == Period::last_days || period == Period::next_days;
    if (field.type == FilterType::month && of_days) continue;
    if (period == Period::overdue && !can_be_late(entity, field)) continue;
    periods.push_back(period);
  }
  return periods;
}

Message period_label(Period period, std::int64_t days) {
  if (days > 0) return period == Period::last_days ? msg("filter.last_days", days) : msg("filter.next_days", days);
  return msg("filter.period." + std::string(period_names[static_cast<std::size_t>(period)]));
}

std::vector<Option> filter_options(Session& session, Names& names, Entity entity, const ListField& field) {
  std::vector<Option> options;
  if (field.list) return names.choice_options(*field.list);
  if (field.type == FilterType::choice) {
    const FieldInfo* info = record_field(entity, field.key);
    for (const auto value : field.choices)
      options.push_back({std::string(value), field.prefix.empty() && info ? choice_label(*info, value)
                                                                          : msg(std::string(field.prefix) + std::string(value))});
  } else if (field.type == FilterType::record && field.ref == Entity::owner) {
    options = names.owner_options();
    options.insert(options.begin(), {"me", msg("filter.me")});
  } else if (field.type == FilterType::record && field.ref == Entity::stage) {
    options = names.stage_options();
  } else if (field.type == FilterType::record && field.ref == Entity::pipeline) {
    if (const auto pipelines = store::all<Pipeline>(session.db()))
      for (const Pipeline& pipeline : *pipelines) options.push_back({pipeline.id.to_string(), Label(pipeline_name(pipeline))});
  } else if (field.key == "missing") {
    if (const auto criteria = store::all<Criterion>(session.db()))
      for (const Criterion& criterion : *criteria)
        if (!criterion.retired)
          options.push_back({criterion.key, Label(criterion.question.empty() ? msg("criterion." + criterion.key) : verbatim(criterion.question))});
  } else if (field.type == FilterType::tags && !field.choices.empty()) {
    for (const auto value : field.choices) options.push_back({std::string(value), Label(std::string(value))});
  } else if (field.type == FilterType::tags) {
    std::vector<std::string> used;
    if (const auto groups = store::group(session.db(), {.entity = entity, .text = {}, .filters = {}, .order = {}}, field.key))
      for (const auto& group : *groups)
        if (const auto* text = std::get_if<std::string>(&group.group))
          for (const std::string& tag : split_tags(*text).items) used.push_back(tag);
    for (const std::string& tag : make_tags(std::move(used)).items) options.push_back({tag, Label(tag)});
  }
  return options;
}

Message describe(Session& session, Names& names, Entity entity, const Condition& condition) {
  const ListField* field = list_field(entity, condition.field);
  if (!field) return verbatim(condition.field);
  return msg("filter.chip", std::vector<Message>{field->label}, std::vector<Message>{what_is_asked(session, names, entity, *field, condition)});
}

Result<std::string> read_filter_value(Session& session, const ListField& field, const std::string& typed) {
  if (field.type == FilterType::choice || field.type == FilterType::record || field.type == FilterType::tags) return typed;
  COHOI_TRY(const Value value, parse_typed(session, as_field(field), typed, session.settings().currency));
  if (const auto* money = std::get_if<Money>(&value)) return money->to_text();
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return fail(ErrorCode::invalid, msg("error.required"), field.key);
}

std::string show_filter_value(Session& session, Names& names, const ListField& field, const std::string& value) {
  switch (field.type) {
    case FilterType::money:
      if (const auto money = Money::from_text(value)) return names.money(money);
      break;
    case FilterType::number:
      if (field.decimal) return format_decimal(value, session.language());
      if (std::int64_t number = 0; is_number(value, &number)) return format_number(number, session.language());
      break;
    case FilterType::date:
    case FilterType::moment: return names.date(Date::parse_iso(value));
    case FilterType::month:
      if (const auto month = Month::parse_iso(value)) return format_month(*month, session.language());
      break;
    default: break;
  }
  return value;
}

Status check_condition(Entity entity, const Condition& condition) {
  const auto wrong = [&](Message message) { return fail(ErrorCode::invalid, std::move(message), condition.field); };
  const ListField* field = list_field(entity, condition.field);
  if (!field || !field->filter) return wrong(msg("refusal.no_such_field"));
  const auto& offered = operators_of(field->type);
  if (std::find(offered.begin(), offered.end(), condition.op) == offered.end()) return wrong(msg("error.value"));
  if (condition.op == Operator::period) return is_period(entity, *field, condition.values) ? Status{} : wrong(msg("error.value"));
  const int taken = values_taken(condition.op);
  if (taken < 0 ? condition.values.empty() : condition.values.size() != static_cast<std::size_t>(taken)) return wrong(msg("error.required"));
  for (const std::string& value : condition.values)
    if (!is_value(*field, value)) return wrong(msg("error.value"));
  return {};
}

std::string chosen(const FilterGroup& filter, std::string_view field) {
  if (filter.any) return {};
  for (const Condition& condition : filter.conditions)
    if (condition.field == field && condition.values.size() == 1 && condition.op == Operator::any_of) return condition.values.front();
    else if (condition.field == field && (condition.op == Operator::yes || condition.op == Operator::no)) return condition.op == Operator::yes ? "1" : "0";
  return {};
}

void choose(FilterGroup& filter, std::string_view field, const std::string& value) {
  if (filter.any && !filter.empty()) {
    FilterGroup outer;
    outer.groups.push_back(std::move(filter));
    filter = std::move(outer);
  }
  filter.any = false;
  const auto same = [&](const Condition& condition) { return condition.field == field; };
  filter.conditions.erase(std::remove_if(filter.conditions.begin(), filter.conditions.end(), same), filter.conditions.end());
  if (value.empty()) return;
  if (value == "1" || value == "0") filter.conditions.push_back({std::string(field), value == "1" ? Operator::yes : Operator::no, {}});
  else filter.conditions.push_back({std::string(field), Operator::any_of, {value}});
}

}  // namespace cohoi::app
