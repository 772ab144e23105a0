#include "core/app/models/list_cells.h"

#include "core/app/plan_support.h"
#include "core/app/record_values.h"
#include "core/base/decimal.h"
#include "core/domain/labels.h"

namespace cohoi::app {

namespace {

constexpr std::int64_t ms_a_day = 24 * 60 * 60 * 1000;

ListCell plain(Label label, Tone tone = Tone::neutral) { return {std::move(label), {}, tone, {}}; }
ListCell chip(Label label, Tone tone) { return {{}, {{std::move(label), tone}}, Tone::neutral, {}}; }

Tone tone_of_status(Entity entity, const std::string& status) {
  if (status == "customer") return Tone::good;
  if (status == "converted") return Tone::accent;
  return entity == Entity::lead && status == "disqualified" ? Tone::bad : Tone::neutral;
}

bool is_one(const std::vector<FieldValue>& values, std::string_view key) {
  const Value* value = value_in(values, key);
  const auto* number = value ? std::get_if<std::int64_t>(value) : nullptr;
  return number && *number != 0;
}

}  // namespace

Value CellReader::value_at(std::string_view key, std::int64_t row) { return store::value_at(session_.db(), entity_, key, row).value_or(Value{}); }

Message CellReader::criterion_name(const std::string& key) {
  if (key.starts_with("own_"))
    if (const auto criteria = store::all<Criterion>(session_.db()))
      for (const Criterion& criterion : *criteria)
        if (criterion.key == key) return criterion_question(criterion);
  return msg("criterion." + key);
}

Label CellReader::record_name(Entity entity, const std::string& text) {
  const auto id = Uuid::parse(text).value_or(Uuid{});
  switch (entity) {
    case Entity::owner: return Label(names_.owner({id}));
    case Entity::stage: return names_.stage_label({id});
    case Entity::account: return Label(names_.account({id}));
    case Entity::contact: return Label(names_.contact({id}));
    default: break;
  }
  const auto found = store::find_raw(session_.db(), entity, id);
  if (!found || !*found) return {};
  if (entity == Entity::pipeline) return pipeline_name(store::typed<Pipeline>(**found));
  return Label(title_of_raw(**found));
}

Label CellReader::label(const ListField& field, const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return Label(names_.money(*money));
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (field.type == FilterType::check) return *number != 0 ? msg("answer.yes") : msg("answer.no");
    if (field.key == "created_at") return Label(names_.date(Timestamp{*number}.date(session_.clock().utc_offset_minutes())));
    if (field.type == FilterType::moment) return Label(names_.when(Timestamp{*number}));
    return Label(format_number(*number, session_.language()));
  }
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return {};
  if (field.list) return names_.choice_label(*field.list, *text);
  switch (field.type) {
    case FilterType::date: return Label(names_.date(Date::parse_iso(*text)));
    case FilterType::month:
      if (const auto month = Month::parse_iso(*text)) return Label(format_month(*month, session_.language()));
      break;
    case FilterType::number: return Label(format_decimal(*text, session_.language()));
    case FilterType::record: return record_name(field.ref, *text);
    case FilterType::choice:
      if (!field.prefix.empty()) return msg(std::string(field.prefix) + *text);
      if (const FieldInfo* info = record_field(entity_, field.key)) return choice_label(*info, *text);
      break;
    default: break;
  }
  return Label(text->substr(0, text->find('\n')));
}

ListCell CellReader::time_cell(const ListField& field, const Value& value, bool can_be_late) {
  const auto* time = std::get_if<std::int64_t>(&value);
  const bool late = can_be_late && time && *time < session_.clock().now().ms;
  return plain(label(field, value), late ? Tone::bad : Tone::neutral);
}

ListCell CellReader::lead_cell(const store::RawRecord& record, const ListField& field) {
  const auto facts = store::lead_facts(session_.db(), {record.id}).value_or(store::LeadFacts{});
  if (field.key == "verdict") return chip(verdict_label(facts.verdict), tone_of(facts.verdict));
  if (field.key == "score") return plain(Label(std::to_string(facts.score)));
  ListCell missing;
  for (const auto& key : facts.missing) missing.chips.push_back({Label(criterion_name(key)), Tone::neutral});
  return missing;
}

ListCell CellReader::opportunity_cell(const store::NumberedRecord& record, const ListField& field) {
  const auto now = session_.clock().now().ms;
  const auto time = [&](std::string_view key) {
    const Value value = value_at(key, record.row);
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? std::optional(*number) : std::nullopt;
  };
  if (field.key == "days_in_stage") {
    const auto entered = time("entered_at");
    return plain(entered ? Label(format_number((now - *entered) / ms_a_day, session_.language())) : Label());
  }
  if (field.key == "rotting") {
    const auto rots = time("rots_at");
    if (!rots || *rots > now || time("planned_until").value_or(0) > now) return {};
    return chip(msg("answer.yes"), Tone::warning);
  }
  const auto* stage = names_.stage({Uuid::parse(text_in(record.record.values, "stage_id")).value_or(Uuid{})});
  if (!stage) return {};
  if (field.key == "weighted") return plain(Label(names_.money(weighted_amount(store::typed<Opportunity>(record.record), *stage))));
  const auto tone = stage->kind == StageKind::won ? Tone::good : stage->kind == StageKind::lost ? Tone::bad : Tone::accent;
  if (field.key == "stage_kind") return chip(label_of(stage->kind), tone);
  ListCell cell = chip(stage_name(*stage), tone);
  if (is_one(record.record.values, "imported_without_gate")) cell.chips.push_back({msg("list.imported"), Tone::neutral});
  return cell;
}

ListCell CellReader::cell(const store::NumberedRecord& numbered, const ListField& field) {
  const store::RawRecord& record = numbered.record;
  const std::string& key = field.key;
  if (key == "title" || key == "given_name") return plain(Label(title_of_raw(record)));
  if (key == "next_activity_at") return time_cell(field, value_at(key, numbered.row), true);
  if (key == "last_done_at") return time_cell(field, value_at(key, numbered.row), false);
  if (entity_ == Entity::lead && (key == "verdict" || key == "score" || key == "missing")) return lead_cell(record, field);
  if (entity_ == Entity::opportunity && (key == "stage_id" || key == "stage_kind" || key == "weighted" || key == "days_in_stage" || key == "rotting"))
    return opportunity_cell(numbered, field);
  const Value* done = entity_ == Entity::activity ? value_in(record.values, "done_at") : nullptr;
  if (key == "open") return plain(done && given(*done) ? msg("answer.no") : msg("answer.yes"));
  const FieldInfo* info = record_field(entity_, key);
  const Value value = info ? field_value(record.values, info->key) : Value{};
  if (key == "due_at") return time_cell(field, value, done && !given(*done));
  const auto* text = std::get_if<std::string>(&value);
  if (key == "status" && text) {
    ListCell status = chip(label(field, value), tone_of_status(entity_, *text));
    if (is_one(record.values, "imported_converted")) status.chips.push_back({msg("list.imported"), Tone::neutral});
    return status;
  }
  if (key == "subject" && !text) return plain(msg("activity_kind." + text_in(record.values, "kind")));
  if (field.type == FilterType::check && value != Value(std::int64_t{1})) return {};
  if (field.type == FilterType::tags && text) {
    ListCell tags;
    for (std::string& tag : split_tags(*text).items) tags.chips.push_back({Label(std::move(tag)), Tone::neutral});
    return tags;
  }
  ListCell cell = plain(label(field, value));
  if (field.type == FilterType::record && text && (field.ref == Entity::account || field.ref == Entity::contact || field.ref == Entity::lead || field.ref == Entity::opportunity))
    cell.address = address_of(field.ref, Uuid::parse(*text).value_or(Uuid{}));
  return cell;
}

ListRow CellReader::row(const store::NumberedRecord& record, const std::vector<ListColumn>& columns) {
  const store::RawRecord& raw = record.record;
  ListRow row{.id = raw.id, .title = title_of_raw(raw), .address = address_of(entity_, raw.id)};
  if (entity_ == Entity::activity) row.address = address_of_subject(store::typed<Activity>(raw));
  if (entity_ == Entity::product) row.address.clear();
  row.read_only = entity_ == Entity::lead && text_in(raw.values, "status") == name_of(LeadStatus::converted);
  for (const ListColumn& column : columns) {
    const ListField* field = list_field(entity_, column.key);
    row.cells.push_back(field ? cell(record, *field) : ListCell{});
  }
  return row;
}

std::string address_of_subject(const Activity& activity) {
  if (!activity.opportunity_id.empty()) return address_of(Entity::opportunity, activity.opportunity_id.uuid);
  if (!activity.lead_id.empty()) return address_of(Entity::lead, activity.lead_id.uuid);
  if (!activity.account_id.empty()) return address_of(Entity::account, activity.account_id.uuid);
  return address_of(Entity::contact, activity.contact_id.uuid);
}

}  // namespace cohoi::app
