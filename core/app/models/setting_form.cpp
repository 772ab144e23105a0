#include "core/app/models/setting_form.h"

#include <algorithm>

#include "core/app/models/settings_page.h"
#include "core/app/record_values.h"
#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/domain/labels.h"
#include "core/domain/qualification.h"
#include "core/store/in_use.h"

namespace cohoi::app {

namespace {

const std::vector<std::string>& asked(Entity entity) {
  static const std::vector<std::string> stage{"name", "probability", "rots_after_days", "forecast_category"};
  static const std::vector<std::string> criterion{"question", "kind", "weight"};
  static const std::vector<std::string> owner{"name", "email"};
  static const std::vector<std::string> rate{"currency", "rate", "rate_date"};
  static const std::vector<std::string> custom_field{"name", "value_type", "choices"};
  static const std::vector<std::string> name{"name"};
  switch (entity) {
    case Entity::stage: return stage;
    case Entity::criterion: return criterion;
    case Entity::owner: return owner;
    case Entity::rate: return rate;
    case Entity::custom_field: return custom_field;
    default: return name;
  }
}

FormField* field_in(Form& form, std::string_view key) {
  for (FormField& field : form.fields)
    if (field.key == key) return &field;
  return nullptr;
}

std::vector<GateItem> items_for(StageKind kind) {
  std::vector<GateItem> items;
  for (std::size_t i = 0; i < EnumNames<GateItem>::names.size(); ++i) {
    const auto item = static_cast<GateItem>(i);
    const bool of_loss = item == GateItem::loss_reason;
    const bool of_closing = item == GateItem::close_date;
    if (kind == StageKind::open ? !of_loss && !of_closing : kind == StageKind::won ? !of_loss : of_loss || of_closing) items.push_back(item);
  }
  return items;
}

template <class T>
Result<T> stored(Session& session, const Uuid& id) {
  return store::get(session.db(), Id<T>{id});
}

// A name that the product gives stays the product's until the user writes another.
Status find_usual_name(Session& session, SettingForm& form) {
  const Uuid& id = form.record.id;
  form.name_key = form.record.entity == Entity::criterion ? "question" : form.record.entity == Entity::rate ? "" : "name";
  if (id.empty()) return {};
  if (form.record.entity == Entity::choice) {
    COHOI_TRY(Choice choice, stored<Choice>(session, id));
    choice.name.clear();
    if (!choice.key.empty()) form.usual_name = choice_name(choice);
  } else if (form.record.entity == Entity::pipeline) {
    COHOI_TRY(Pipeline pipeline, stored<Pipeline>(session, id));
    pipeline.name.clear();
    if (!pipeline.key.empty()) form.usual_name = pipeline_name(pipeline);
  } else if (form.record.entity == Entity::criterion) {
    COHOI_TRY(Criterion criterion, stored<Criterion>(session, id));
    criterion.question.clear();
    if (!criterion.key.starts_with("own_")) form.usual_name = criterion_question(criterion);
  } else if (form.record.entity == Entity::stage) {
    Stage stage = form.stage;
    stage.name.clear();
    if (!stage.key.empty()) form.usual_name = stage_name(stage);
  }
  return {};
}

Status ask_where_to(Session& session, Names& names, SettingForm& form) {
  const Stage& stage = form.stage;
  COHOI_TRY(const auto inside, store::value_counts(session.db(), Entity::opportunity, "stage_id"));
  const auto found = inside.find(stage.id.to_string());
  form.title = msg("settings.delete_stage", std::vector<Message>{stage_name(stage)});
  if (found == inside.end()) {
    form.sentence = msg("settings.stage_is_empty");
    return {};
  }
  form.sentence = msg("refusal.stage.where_to", found->second);
  FormField field;
  field.key = "move_to";
  field.label = msg("settings.move_to");
  field.type = FieldType::choice;
  field.required = true;
  for (const Stage& other : names.stages())
    if (other.pipeline_id == stage.pipeline_id && other.kind == StageKind::open && other.id != stage.id)
      field.options.push_back({other.id.to_string(), stage_name(other)});
  form.form.fields.push_back(std::move(field));
  return {};
}

void ask_tag(SettingForm& form) {
  FormField field;
  field.key = "name";
  field.label = msg("field.name");
  field.required = true;
  field.text = form.tag;
  field.max_length = 255;
  form.form.fields.push_back(std::move(field));
  form.title = msg("settings.edit_tag", form.tag);
  form.sentence = msg("settings.edit_tag_hint");
}

void ask_rate(Session& session, Form& form) {
  const std::string main(session.settings().currency.code());
  if (FormField* currency = field_in(form, "currency")) {
    currency->options = currency_options();
    std::erase_if(currency->options, [&](const Option& option) { return option.value == main && option.value != currency->text; });
    if (currency->text.empty()) currency->text = currency->options.front().value;
  }
  if (FormField* rate = field_in(form, "rate")) rate->text = format_decimal(rate->text, session.language());
}

std::string text_of(const FormField& field, const std::map<std::string, std::string>& typed) {
  const auto found = typed.find(field.key);
  return found == typed.end() ? field.text : found->second;
}

}  // namespace

Result<SettingForm> setting_form(Session& session, Names& names, const RecordRef& record, const std::vector<FieldValue>& values) {
  SettingForm form;
  form.record = record;
  form.tag = text_in(values, "tag");
  if (!form.tag.empty()) {
    ask_tag(form);
    return form;
  }
  form.deletes = value_in(values, "delete") != nullptr;
  if (record.entity == Entity::stage && !record.id.empty()) {
    COHOI_TRY(form.stage, stored<Stage>(session, record.id));
  } else if (record.entity == Entity::stage) {
    form.stage.pipeline_id.uuid = Uuid::parse(text_in(values, "pipeline_id")).value_or(Uuid{});
    form.stage.probability = 50;
    form.stage.rots_after_days = 14;
    for (const Stage& stage : names.stages())
      if (stage.pipeline_id == form.stage.pipeline_id && stage.kind == StageKind::open)
        form.stage.position = std::max(form.stage.position, stage.position + 1);
  }
  if (form.deletes) {
    COHOI_CHECK(ask_where_to(session, names, form));
    return form;
  }
  form.title = msg((record.id.empty() ? "settings.new." : "settings.edit.") + std::string(name_of(record.entity)));
  if (record.entity == Entity::pipeline && record.id.empty()) form.sentence = msg("settings.new_pipeline_hint");
  if (record.entity == Entity::criterion && !record.id.empty()) form.sentence = msg("settings.edit_criterion_hint");
  if (record.entity == Entity::rate) form.sentence = msg("settings.rate_hint", std::string(session.settings().currency.code()));
  const bool fresh_stage = record.entity == Entity::stage && record.id.empty();
  const auto prefill = fresh_stage ? store::raw_of(form.stage).values : values;
  COHOI_TRY(form.form, make_form(session, names, record.entity, record.id, asked(record.entity), prefill));
  if (record.id.empty() && !fresh_stage)
    for (const FieldValue& value : values)
      if (!field_in(form.form, value.key)) form.values.push_back(value);
  if (record.entity == Entity::rate) ask_rate(session, form.form);
  if (FormField* type = field_in(form.form, "value_type")) {
    type->read_only = !record.id.empty();
    if (!type->read_only) form.sentence = msg("settings.custom_type_hint");
    else if (has_choices(enum_named<CustomType>(type->text).value_or(CustomType::text))) form.sentence = msg("settings.custom_choices_hint");
  }
  if (record.entity == Entity::stage) {
    form.gate_items = items_for(form.stage.kind);
    // "By stage" is for opportunities.
    if (FormField* category = field_in(form.form, "forecast_category")) category->options.erase(category->options.begin());
    if (form.stage.kind != StageKind::open)
      std::erase_if(form.form.fields, [](const FormField& field) { return field.key != "name"; });
  }
  COHOI_CHECK(find_usual_name(session, form));
  if (FormField* name = field_in(form.form, form.name_key)) name->required = form.usual_name.key.empty();
  return form;
}

bool is_asked(const SettingForm& form, const FormField& field, const std::map<std::string, std::string>& typed) {
  if (form.record.entity != Entity::custom_field || field.key != "choices") return true;
  for (const FormField& other : form.form.fields)
    if (other.key == "value_type") return has_choices(enum_named<CustomType>(text_of(other, typed)).value_or(CustomType::text));
  return true;
}

Result<Command> setting_command(Session& session, const SettingForm& form, const std::map<std::string, std::string>& typed, const Tags& gate,
                                std::map<std::string, Message>& errors) {
  if (!form.tag.empty()) {
    const std::string to = tidy(text_of(form.form.fields.front(), typed));
    if (to.empty()) {
      errors["name"] = msg("error.required");
      return fail(ErrorCode::invalid, msg("error.required"), "name");
    }
    return Command{RenameTag{form.tag, to}};
  }
  if (form.deletes) {
    StageId to;
    if (!form.form.fields.empty()) to.uuid = Uuid::parse(text_of(form.form.fields.front(), typed)).value_or(Uuid{});
    return Command{DeleteStage{form.stage.id, to}};
  }
  auto texts = typed;
  if (form.record.entity == Entity::rate)
    for (const FormField& field : form.form.fields) {
      if (field.key != "rate") continue;
      const std::string text = text_of(field, typed);
      const auto rate = parse_rate(text, session.language());
      if (rate) texts["rate"] = *rate;
      if (!rate && !tidy(text).empty()) {
        errors["rate"] = msg("error.rate.number");
        return fail(ErrorCode::invalid, msg("error.rate.number"), "rate");
      }
    }
  COHOI_TRY(std::vector<FieldValue> values, read_form(session, form.form, texts, errors));
  if (form.record.entity != Entity::stage) {
    values.insert(values.end(), form.values.begin(), form.values.end());
    return Command{SaveRecord{form.record.entity, form.record.id, std::move(values)}};
  }
  Stage stage = form.stage;
  for (const FieldValue& value : values)
    if (!set_value(stage, value.key, value.value)) return fail(ErrorCode::invalid, msg("error.value"), value.key);
  stage.gate = gate;
  return Command{SaveStage{stage}};
}

}  // namespace cohoi::app
