#include "core/store/change_log_effects.h"

#include <set>

#include "core/store/change_log_json.h"
#include "core/store/schema.h"

namespace cohoi::store {
namespace {

Status take_whole(Effect& effect, const Value& json, const Change& change) {
  effect.fields.clear();
  const auto* text = std::get_if<std::string>(&json);
  if (text == nullptr) {
    effect.kind = Effect::Kind::went;
    return {};
  }
  auto values = values_from_json(*text);
  if (!values) return fail(ErrorCode::corrupt, msg("store.corrupt"), "change log of " + change.record.to_string());
  effect.kind = Effect::Kind::came;
  for (FieldValue& value : *values) effect.fields[std::move(value.key)] = std::move(value.value);
  return {};
}

// The newest change to a field of a record by another transaction; nothing when there was none.
Result<std::optional<Change>> latest_change(Database& db, const RecordKey& record, std::string_view field,
                                            const Uuid& not_by) {
  COHOI_TRY(auto changes, changes_of_record(db, record.first, record.second));
  for (Change& change : changes)
    if (change.transaction != not_by && (change.field.empty() || field.empty() || change.field == field))
      return std::move(change);
  return std::nullopt;
}

// The values an imported record came with, as far as they were changed since: before the first change of each field. True when it went since
// and came back: then all of them are known.
Result<bool> recall_imported(Database& db, const RecordKey& record, const Uuid& import, Effect& effect) {
  COHOI_TRY(auto changes, changes_of_record(db, record.first, record.second));
  std::vector<Change> later;
  for (Change& change : changes) {
    if (change.transaction == import) break;
    later.insert(later.begin(), std::move(change));
  }
  if (later.empty()) return false;
  COHOI_TRY(Effects before, effects_of(later, true));
  Effect& then = before.by_record.at(record);
  effect.fields = std::move(then.fields);
  return then.kind == Effect::Kind::came;
}

}  // namespace

Status add_effect(Effects& effects, const Change& change, bool backwards) {
  const RecordKey key{change.entity, change.record};
  const auto [at, fresh] = effects.by_record.try_emplace(key);
  if (fresh) effects.order.push_back(key);
  const Value& value = backwards ? change.before : change.after;
  if (change.field.empty()) return take_whole(at->second, value, change);
  at->second.fields[change.field] = value;
  return {};
}

Result<Effects> effects_of(const std::vector<Change>& changes, bool backwards) {
  Effects effects;
  for (std::size_t i = 0; i < changes.size(); ++i)
    COHOI_CHECK(add_effect(effects, changes[backwards ? changes.size() - 1 - i : i], backwards));
  return effects;
}

Result<std::vector<Reference>> references_to(Database& db, const RecordKey& record) {
  std::vector<Reference> found;
  const std::string id = record.second.to_string();
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    const auto entity = static_cast<Entity>(i);
    for (const FieldInfo& field : fields_of(entity)) {
      if (field.type != FieldType::ref || field.ref != record.first) continue;
      COHOI_TRY(Statement rows, db.prepare("SELECT id FROM " + table_of(entity).name + " WHERE " + quoted(field.key) +
                                           "=? ORDER BY id"));
      rows.bind(id);
      for (;;) {
        COHOI_TRY(const bool row, rows.step());
        if (!row) break;
        found.push_back({{entity, Uuid::parse(rows.text(0)).value_or(Uuid{})}, std::string(field.key)});
      }
    }
  }
  return found;
}

bool is_part(const Reference& reference) {
  const auto& [entity, id] = reference.record;
  if (entity == Entity::contact_role) return true;
  if (entity == Entity::line_item || entity == Entity::stage_visit) return reference.field == "opportunity_id";
  return entity == Entity::answer && (reference.field == "lead_id" || reference.field == "opportunity_id");
}

Status add_changed_since(Database& db, Effects& effects, const RecordKey& record, const Uuid& transaction, std::vector<Change>& since) {
  const auto note = [&](const RecordKey& changed, std::string_view field) -> Status {
    COHOI_TRY(auto change, latest_change(db, changed, field, transaction));
    if (change) since.push_back(*std::move(change));
    return {};
  };
  Effect& effect = effects.by_record.at(record);
  COHOI_TRY(const auto stored, find_raw(db, record.first, record.second));
  const bool there = stored.has_value();
  if (there != (effect.kind != Effect::Kind::went)) return note(record, {});
  if (!there) return {};
  bool imported = effect.kind == Effect::Kind::came && effect.fields.empty();
  if (imported) {
    COHOI_TRY(const bool whole, recall_imported(db, record, transaction, effect));
    imported = !whole;
  }
  for (const FieldValue& field : stored->values) {
    const auto left = effect.fields.find(field.key);
    const bool ours = left != effect.fields.end();
    if (!ours && (effect.kind == Effect::Kind::fields || imported)) continue;
    if (field.value != (ours ? left->second : Value{})) COHOI_CHECK(note(record, field.key));
  }
  if (effect.kind != Effect::Kind::came) return {};
  // What points at a record that would go again: links made later count as changes too.
  COHOI_TRY(const auto references, references_to(db, record));
  for (const Reference& reference : references) {
    const auto own = effects.by_record.find(reference.record);
    if (own != effects.by_record.end() && own->second.fields.count(reference.field) > 0) continue;
    COHOI_CHECK(note(reference.record, reference.field));
  }
  return {};
}

Result<std::vector<Change>> changed_since(Database& db, const Uuid& transaction) {
  COHOI_TRY(const auto changes, changes_of_transaction(db, transaction));
  COHOI_TRY(Effects effects, effects_of(changes, false));
  std::vector<Change> since;
  for (const RecordKey& record : effects.order) COHOI_CHECK(add_changed_since(db, effects, record, transaction, since));
  return since;
}

}  // namespace cohoi::store
