#include "core/app/models/settings_rows.h"

#include <array>

#include "core/app/choice_values.h"
#include "core/base/decimal.h"
#include "core/base/stable_order.h"
#include "core/domain/labels.h"
#include "core/domain/qualification.h"
#include "core/store/in_use.h"

namespace cohoi::app {

namespace {

using Counts = std::map<std::string, std::int64_t>;

void add_counts(Counts& sum, const Counts& more) {
  for (const auto& [value, count] : more) sum[value] += count;
}

std::int64_t count_of(const Counts& counts, const std::string& value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

Label used(std::int64_t count, Session& session) {
  return count == 0 ? Label() : Label(msg("settings.on_records", format_number(count, session.language())));
}

template <class T>
SettingRow row_of(const T& record, Label name) {
  SettingRow row;
  row.id = record.id.to_string();
  row.record = {T::entity, record.id.uuid};
  row.name = std::move(name);
  return row;
}

void retire(SettingRow& row, bool retired) {
  row.retires = true;
  row.retired = retired;
  if (retired) row.chips.push_back({msg("settings.retired"), Tone::neutral});
}

template <class T>
Result<std::vector<T>> in_order(Session& session) {
  COHOI_TRY(std::vector<T> records, store::all<T>(session.db()));
  stable_order(records, [](const T& a, const T& b) { return a.position < b.position; });
  return records;
}

void number_places(std::vector<SettingRow>& rows) {
  std::int64_t place = 0;
  for (SettingRow& row : rows) row.place = place++;
  if (!rows.empty()) rows.back().last = true;
}

SettingRow stage_row(const Stage& stage, std::int64_t inside, Session& session) {
  SettingRow row = row_of(stage, stage_name(stage));
  const bool open = stage.kind == StageKind::open;
  row.deletes = open;
  row.chips.push_back({Label(std::to_string(stage.probability) + "%"),
                       open ? Tone::accent : stage.kind == StageKind::won ? Tone::good : Tone::bad});
  if (open) {
    row.chips.push_back({msg("forecast_category." + std::string(name_of(stage.forecast_category))), Tone::neutral});
    row.lines.push_back(stage.rots_after_days > 0 ? msg("settings.rots_after", stage.rots_after_days) : msg("settings.never_rots"));
  }
  std::vector<Message> gate;
  for (const GateItem item : gate_of(stage)) gate.push_back(gate_item_name(item));
  row.lines.push_back(gate.empty() ? msg("settings.asks_nothing") : msg("settings.asks_for", std::move(gate)));
  row.figure = inside == 0 ? Label() : Label(msg("settings.opportunities_inside", format_number(inside, session.language())));
  return row;
}

}  // namespace

Result<std::vector<SettingGroup>> pipeline_groups(Session& session) {
  COHOI_TRY(const auto pipelines, in_order<Pipeline>(session));
  COHOI_TRY(auto stages, in_order<Stage>(session));
  stable_order(stages, [](const Stage& a, const Stage& b) { return a.kind < b.kind; });
  COHOI_TRY(const Counts inside, store::value_counts(session.db(), Entity::opportunity, "stage_id"));
  std::vector<SettingGroup> groups;
  for (const Pipeline& pipeline : pipelines) {
    SettingGroup group;
    group.owner = {Entity::pipeline, pipeline.id.uuid};
    group.owner_deletes = pipelines.size() > 1;
    group.owner_place = static_cast<std::int64_t>(groups.size());
    group.title = pipeline_name(pipeline);
    group.add = msg("settings.add_stage");
    group.fresh = {Entity::stage, {}};
    group.fresh_values = {{"pipeline_id", to_value(pipeline.id)}};
    for (const Stage& stage : stages)
      if (stage.pipeline_id == pipeline.id && stage.kind == StageKind::open)
        group.rows.push_back(stage_row(stage, count_of(inside, stage.id.to_string()), session));
    number_places(group.rows);
    for (const Stage& stage : stages)
      if (stage.pipeline_id == pipeline.id && stage.kind != StageKind::open)
        group.rows.push_back(stage_row(stage, count_of(inside, stage.id.to_string()), session));
    groups.push_back(std::move(group));
  }
  return groups;
}

Result<std::vector<SettingGroup>> criterion_groups(Session& session) {
  COHOI_TRY(const auto criteria, in_order<Criterion>(session));
  SettingGroup group;
  group.title = msg("settings.criteria");
  group.hint = msg("settings.criteria_hint");
  group.add = msg("settings.add_criterion");
  group.fresh = {Entity::criterion, {}};
  std::int64_t total = 0;
  for (const Criterion& criterion : criteria) {
    SettingRow row = row_of(criterion, criterion_name(criterion));
    if (criterion.question.empty()) row.lines.push_back(criterion_question(criterion));
    row.chips.push_back({msg("criterion_kind." + std::string(name_of(criterion.kind))),
                         criterion.kind == CriterionKind::essential ? Tone::accent : Tone::neutral});
    retire(row, criterion.retired);
    row.figure = msg("settings.weight", criterion.weight);
    row.deletes = criterion.key.starts_with("own_");
    if (!criterion.retired) total += criterion.weight;
    group.rows.push_back(std::move(row));
  }
  number_places(group.rows);
  group.foot = total > 100 ? msg("settings.total_weight_scaled", total) : msg("settings.total_weight", total);
  return std::vector<SettingGroup>{std::move(group)};
}

Result<std::vector<SettingGroup>> choice_groups(Session& session, Names& names, ChoiceList list) {
  Counts counts;
  for (const ListField& one : list_fields()) {
    if (one.list != list) continue;
    COHOI_TRY(const Counts of_field, store::value_counts(session.db(), one.entity, one.field));
    add_counts(counts, of_field);
  }
  SettingGroup group;
  group.add = msg("settings.add_choice");
  group.fresh = {Entity::choice, {}};
  group.fresh_values = {{"list", Value(std::string(name_of(list)))}};
  group.empty = msg("settings.no_choices");
  for (const Choice& choice : names.choices()) {
    if (choice.list != list) continue;
    SettingRow row = row_of(choice, choice_name(choice));
    retire(row, choice.retired);
    row.deletes = choice.key.empty();
    row.figure = used(count_of(counts, choice.key.empty() ? choice.name : choice.key), session);
    group.rows.push_back(std::move(row));
  }
  number_places(group.rows);
  return std::vector<SettingGroup>{std::move(group)};
}

Result<std::vector<SettingGroup>> custom_field_groups(Session& session) {
  COHOI_TRY(const auto fields, in_order<CustomField>(session));
  std::vector<SettingGroup> groups;
  for (const std::string_view kind : EnumNames<RecordKind>::names) {
    SettingGroup group;
    group.title = msg("entity." + std::string(kind));
    group.add = msg("settings.add_custom_field", std::vector<Message>{group.title.message});
    group.fresh = {Entity::custom_field, {}};
    group.fresh_values = {{"record_kind", Value(std::string(kind))}};
    group.empty = msg("settings.no_custom_fields");
    for (const CustomField& field : fields) {
      if (name_of(field.record_kind) != kind) continue;
      SettingRow row = row_of(field, Label(field.name));
      row.chips.push_back({label_of(field.type), Tone::neutral});
      retire(row, field.retired);
      std::string choices;
      for (const std::string& choice : choices_of(field)) choices += (choices.empty() ? "" : " · ") + choice;
      if (!choices.empty()) row.lines.push_back(Label(std::move(choices)));
      group.rows.push_back(std::move(row));
    }
    number_places(group.rows);
    groups.push_back(std::move(group));
  }
  return groups;
}

Result<std::vector<SettingGroup>> tag_groups(Session& session) {
  COHOI_TRY(const auto tags, store::tag_counts(session.db()));
  SettingGroup group;
  group.empty = msg("settings.no_tags");
  for (const auto& tag : tags) {
    SettingRow row;
    row.id = tag.tag;
    row.record = {Entity::choice, {}};
    row.name = tag.tag;
    row.figure = used(tag.records, session);
    row.deletes = true;
    group.rows.push_back(std::move(row));
  }
  return std::vector<SettingGroup>{std::move(group)};
}

Result<std::vector<SettingGroup>> owner_groups(Session& session) {
  COHOI_TRY(const auto owners, store::all<Owner>(session.db()));
  Counts counts;
  for (const auto entity : {Entity::lead, Entity::opportunity, Entity::account, Entity::contact, Entity::activity}) {
    COHOI_TRY(const Counts of_entity, store::value_counts(session.db(), entity, "owner_id"));
    add_counts(counts, of_entity);
  }
  SettingGroup group;
  group.add = msg("settings.add_owner");
  group.fresh = {Entity::owner, {}};
  for (const Owner& owner : owners) {
    SettingRow row = row_of(owner, owner.name);
    if (!owner.email.empty()) row.lines.push_back(owner.email);
    if (owner.is_me) row.chips.push_back({msg("settings.me_chip"), Tone::accent});
    const std::int64_t records = count_of(counts, owner.id.to_string());
    row.figure = used(records, session);
    row.may_be_me = !owner.is_me && !owner.retired;
    retire(row, owner.retired);
    row.retires = !owner.is_me;
    row.deletes = !owner.is_me && records == 0;
    group.rows.push_back(std::move(row));
  }
  return std::vector<SettingGroup>{std::move(group)};
}

Result<std::vector<SettingGroup>> rate_groups(Session& session, Names& names) {
  COHOI_TRY(auto rates, store::all<Rate>(session.db()));
  stable_order(rates, [](const Rate& a, const Rate& b) {
    return a.currency != b.currency ? a.currency < b.currency : b.rate_date < a.rate_date;
  });
  SettingGroup group;
  group.title = msg("settings.rates");
  group.hint = msg("settings.rates_hint");
  group.add = msg("settings.add_rate");
  group.fresh = {Entity::rate, {}};
  group.fresh_values = {{"rate_date", to_value(std::optional(session.clock().today()))}};
  group.empty = msg("settings.no_rates");
  for (const Rate& rate : rates) {
    SettingRow row = row_of(rate, msg("settings.rate_line", rate.currency, format_decimal(rate.rate, session.language()), rate.main_currency));
    row.lines.push_back(msg("settings.rate_from", names.date(rate.rate_date)));
    row.deletes = true;
    group.rows.push_back(std::move(row));
  }
  return std::vector<SettingGroup>{std::move(group)};
}

}  // namespace cohoi::app
