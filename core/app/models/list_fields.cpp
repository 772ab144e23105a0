#include "core/app/models/list_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/domain/labels.h"
#include "core/domain/record.h"

namespace cohoi::app {

namespace {

// The columns a list begins with, by key, with their share of the width.
struct Shown {
  std::string_view key;
  float weight;
};

std::vector<Shown> shown_of(Entity entity) {
  switch (entity) {
    case Entity::lead:
      return {{"title", 3.2F}, {"verdict", 0.6F}, {"missing", 0.8F}, {"score", 0.1F}, {"status", 0.4F}, {"owner_id", 0.8F}, {"created_at", 0.4F}};
    case Entity::opportunity:
      return {{"title", 4.2F}, {"account_id", 0.8F}, {"stage_id", 1.4F}, {"amount", 1.6F}, {"weighted", 1.6F}, {"expected_close", 0.9F}, {"owner_id", 0.8F}};
    case Entity::account:
      return {{"title", 2.4F}, {"status", 1.1F}, {"industry", 1.3F}, {"phone", 1.3F}, {"city", 1.2F}, {"customer_since", 1.2F}, {"owner_id", 1.3F}};
    case Entity::contact:
      return {{"given_name", 2.0F}, {"account_id", 2.0F}, {"job_title", 1.3F}, {"email", 2.0F}, {"phone", 1.3F}, {"owner_id", 1.3F}};
    case Entity::activity: return {{"subject", 2.6F}, {"kind", 1.0F}, {"due_at", 1.4F}, {"done_at", 1.4F}, {"owner_id", 1.3F}};
    case Entity::product: return {{"name", 2.4F}, {"code", 1.0F}, {"series", 1.0F}, {"price", 1.2F}};
    default: return {};
  }
}

std::optional<ChoiceList> list_of(std::string_view key) {
  for (const auto list : {ChoiceList::source, ChoiceList::industry, ChoiceList::loss_reason, ChoiceList::disqualify_reason})
    if (name_of(list) == key) return list;
  return std::nullopt;
}

FilterType type_of(FieldType type) {
  switch (type) {
    case FieldType::money: return FilterType::money;
    case FieldType::integer:
    case FieldType::decimal:
    case FieldType::percent: return FilterType::number;
    case FieldType::date: return FilterType::date;
    case FieldType::month: return FilterType::month;
    case FieldType::timestamp: return FilterType::moment;
    case FieldType::check: return FilterType::check;
    case FieldType::choice: return FilterType::choice;
    case FieldType::tags: return FilterType::tags;
    case FieldType::ref: return FilterType::record;
    default: return FilterType::text;
  }
}

bool fits_a_cell(const FieldInfo& info) {
  if (info.written == Written::by_rule || info.type == FieldType::long_text) return false;
  if (info.type == FieldType::ref) return info.ref == Entity::owner || info.ref == Entity::account || info.ref == Entity::contact;
  return info.type != FieldType::timestamp || info.key == "due_at";
}

bool groups(const ListField& field) {
  if (field.type == FilterType::record) return field.ref != Entity::lead && field.ref != Entity::opportunity;
  return field.type == FilterType::choice || field.type == FilterType::check || field.type == FilterType::month || field.list.has_value();
}

ListField field_from(const FieldInfo& info) {
  ListField field{.key = info.key == "title" ? std::string("job_title") : std::string(info.key), .label = field_label(info.key),
                  .type = type_of(info.type), .ref = info.ref};
  field.list = list_of(info.key);
  field.decimal = info.type == FieldType::decimal;
  field.choices.assign(info.choices.begin(), info.choices.end());
  field.groupable = groups(field);
  field.editable = fits_a_cell(info);
  field.right = field.type == FilterType::money || field.type == FilterType::number;
  if (info.type == FieldType::email || info.type == FieldType::link) field.weight = 1.8F;
  return field;
}

template <class E>
ListField choice_field(std::string_view key, Message label) {
  ListField field{.key = std::string(key), .label = std::move(label), .type = FilterType::choice, .prefix = EnumLabel<E>::prefix};
  field.choices.assign(EnumNames<E>::names.begin(), EnumNames<E>::names.end());
  field.groupable = true;
  return field;
}

ListField derived(std::string_view key, Message label, FilterType type) {
  ListField field{.key = std::string(key), .label = std::move(label), .type = type};
  field.right = type == FilterType::money || type == FilterType::number;
  return field;
}

// What is known of a record besides its own fields.
std::vector<ListField> derived_of(Entity entity) {
  std::vector<ListField> fields;
  switch (entity) {
    case Entity::lead:
      fields.push_back(derived("title", msg("list.lead.name"), FilterType::text));
      fields.push_back(choice_field<Verdict>("verdict", msg("list.lead.verdict")));
      fields.push_back(derived("missing", msg("list.lead.missing"), FilterType::tags));
      fields.back().sortable = false;
      fields.push_back(derived("score", msg("list.lead.score"), FilterType::number));
      break;
    case Entity::opportunity:
      fields.push_back(derived("title", msg("list.opportunity.name"), FilterType::text));
      fields.back().editable = true;
      fields.push_back(derived("weighted", msg("list.opportunity.weighted"), FilterType::money));
      fields.push_back(choice_field<StageKind>("stage_kind", msg("list.opportunity.state")));
      fields.push_back(derived("days_in_stage", msg("list.opportunity.days_in_stage"), FilterType::number));
      fields.push_back(derived("rotting", msg("list.opportunity.rotting"), FilterType::check));
      fields.back().sortable = false;
      break;
    case Entity::account:
      fields.push_back(derived("title", msg("list.account.name"), FilterType::text));
      fields.back().editable = true;
      break;
    case Entity::contact: fields.push_back(derived("given_name", msg("list.contact.name"), FilterType::text)); break;
    case Entity::activity:
      fields.push_back(derived("open", msg("list.activity.to_do"), FilterType::check));
      fields.back().groupable = true;
      break;
    default: break;
  }
  if (entity == Entity::lead || entity == Entity::opportunity) {
    fields.push_back(derived("next_activity_at", msg("list.next_activity"), FilterType::moment));
    fields.push_back(derived("last_done_at", msg("list.last_activity"), FilterType::moment));
  }
  return fields;
}

// Links only the machinery reads, and the parts of what stands in one column already.
bool hidden(Entity entity, std::string_view key) {
  return key == "conversion_transaction" || key == "imported_from" || key == "custom" || (key == "name" && entity != Entity::product);
}

std::vector<ListField> make_fields(Entity entity) {
  std::vector<ListField> fields = derived_of(entity);
  for (const FieldInfo& info : fields_of(entity))
    if (!hidden(entity, info.key)) fields.push_back(field_from(info));
  for (const FieldInfo& info : custom_fields_of(entity)) fields.push_back(field_from(info));
  std::vector<ListField> ordered;
  for (const auto& [key, weight] : shown_of(entity)) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&, wanted = key](const ListField& field) { return field.key == wanted; });
    if (found == fields.end()) continue;
    found->shown = true;
    found->weight = weight;
    ordered.push_back(std::move(*found));
    fields.erase(found);
  }
  std::move(fields.begin(), fields.end(), std::back_inserter(ordered));
  return ordered;
}

}  // namespace

const std::vector<ListField>& list_fields(Entity entity) {
  static std::array<std::vector<ListField>, entity_names.size()> all;
  static std::size_t version = 0;
  if (std::exchange(version, custom_fields_version()) != version) all = {};
  auto& fields = all[static_cast<std::size_t>(entity)];
  if (fields.empty() && !shown_of(entity).empty()) fields = make_fields(entity);
  return fields;
}

const ListField* list_field(Entity entity, std::string_view key) {
  for (const ListField& field : list_fields(entity))
    if (field.key == key) return &field;
  return nullptr;
}

const FieldInfo* record_field(Entity entity, std::string_view key) {
  if (key == "job_title") return field_of(entity, "title");
  if (key == "title") return entity == Entity::lead || entity == Entity::contact ? nullptr : field_of(entity, "name");
  return field_of(entity, key);
}

}  // namespace cohoi::app
