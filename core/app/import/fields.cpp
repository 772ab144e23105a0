#include "core/app/import/fields.h"

#include "core/domain/labels.h"

namespace cohoi::app {

const std::vector<Entity>& import_kinds() {
  static const std::vector<Entity> kinds{Entity::lead, Entity::account, Entity::contact, Entity::opportunity, Entity::activity, Entity::product};
  return kinds;
}

std::vector<ImportField> import_fields(Entity kind) {
  std::vector<ImportField> fields;
  const auto special = [&](const char* key, Meaning meaning, Message label) { fields.push_back({key, meaning, nullptr, std::move(label)}); };
  if (kind == Entity::lead || kind == Entity::contact) special("full_name", Meaning::full_name, msg("import.field.full_name"));
  if (kind == Entity::opportunity) {
    special("stage", Meaning::stage, msg("field.stage_id"));
    special("close_date", Meaning::close_date, msg("field.closed_on"));
    special("entered_on", Meaning::entered_on, msg("import.field.entered_on"));
    special("product", Meaning::product, msg("field.product_id"));
    special("lead_key", Meaning::lead_key, msg("import.field.lead_key"));
    special("outcome", Meaning::outcome, msg("import.field.outcome"));
  }
  if (kind == Entity::lead) {
    special("lead_status", Meaning::lead_status, msg("field.status"));
    special("converted", Meaning::converted, msg("import.field.converted"));
  }
  if (kind == Entity::activity) {
    special("done", Meaning::done, msg("import.field.done"));
    special("lead_key", Meaning::lead_key, msg("import.field.lead_key"));
  }
  for (const FieldInfo& info : fields_of(kind)) {
    // What is written by a rule comes only through the special ones, which keep the rule; references come by name.
    const bool by_rule = info.written == Written::by_rule && !(kind == Entity::opportunity && (info.key == "loss_reason" || info.key == "loss_note"));
    if (!by_rule && info.type != FieldType::ref) fields.push_back({std::string(info.key), Meaning::field, &info, field_label(info.key)});
  }
  for (const FieldInfo& info : custom_fields_of(kind)) fields.push_back({std::string(info.key), Meaning::field, &info, field_label(info.key)});
  const bool of_account = kind == Entity::contact || kind == Entity::opportunity || kind == Entity::activity;
  if (of_account) special("account", Meaning::account, msg("field.account_id"));
  if (kind == Entity::account) special("account", Meaning::account, msg("field.parent_id"));
  if (of_account) special("account_key", Meaning::account_key, msg("import.field.account_key"));
  if (kind != Entity::product) special("owner", Meaning::owner, msg("field.owner_id"));
  if (kind != Entity::contact && kind != Entity::activity) special("currency", Meaning::currency, msg("import.field.currency"));
  special("created_at", Meaning::created_at, msg("field.created_at"));
  special("external_id", Meaning::external_id, msg("import.field.external_id"));
  return fields;
}

}  // namespace cohoi::app
