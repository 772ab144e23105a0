#include "core/domain/labels.h"
#include "core/store/change_log_effects.h"
#include "core/store/in_use.h"
#include "core/store/transaction.h"

namespace cohoi::store {
namespace {

// "Công ty ABC: phone". A record that is gone is named by what it was.
Result<Message> name_change(Database& db, const Change& change) {
  COHOI_TRY(const auto record, find_raw(db, change.entity, change.record));
  std::string title;
  if (record) {
    title = with_record_type(change.entity, [&]<class T>() -> std::string {
      if constexpr (requires(const T& t) { title_of(t); })
        return title_of(typed<T>(*record));
      else
        return {};
    });
  }
  const auto entity = std::vector<Message>{entity_label(change.entity)};
  if (change.field.empty())
    return record ? msg("store.change.made", entity, title) : msg("store.change.removed", entity);
  return msg("store.change.field", entity, title, std::vector<Message>{field_label(change.field)});
}

Status refuse_when_changed(Database& db, const Uuid& transaction) {
  COHOI_TRY(const auto since, changed_since(db, transaction));
  if (since.empty()) return {};
  Error error{ErrorCode::conflict, msg("store.changed_since", static_cast<std::int64_t>(since.size())), {}, {}};
  for (const Change& change : since) {
    COHOI_TRY(Message name, name_change(db, change));
    error.missing.push_back(std::move(name));
  }
  return fail(std::move(error));
}

// Links made since to a record that goes: parts of it go with it, other records only lose the link.
Status release(Database& db, Transaction& transaction, const RecordKey& record) {
  COHOI_TRY(const auto references, references_to(db, record));
  for (const Reference& reference : references) {
    if (is_part(reference)) {
      COHOI_CHECK(transaction.remove(reference.record.first, reference.record.second));
    } else {
      COHOI_CHECK(
          transaction.restore_raw({reference.record.first, reference.record.second, {{reference.field, Value{}}}}));
    }
  }
  return {};
}

Status restore(Database& db, Transaction& transaction, const RecordKey& record, const Effect& before) {
  if (before.kind == Effect::Kind::fields) {
    // A record removed since, by force: there is nothing to put the fields back into.
    COHOI_TRY(const auto stored, find_raw(db, record.first, record.second));
    if (!stored) return {};
  }
  RawRecord raw{record.first, record.second, {}};
  if (before.kind == Effect::Kind::came) {
    for (const FieldInfo& field : fields_of(record.first)) {
      const auto value = before.fields.find(std::string(field.key));
      raw.values.push_back({std::string(field.key), value == before.fields.end() ? Value{} : value->second});
    }
  } else {
    for (const auto& [key, value] : before.fields) raw.values.push_back({key, value});
  }
  return transaction.restore_raw(raw);
}

}  // namespace

Result<Uuid> revert(Database& db, WriteContext& context, const Uuid& transaction, bool even_if_changed) {
  COHOI_TRY(const auto target, find_transaction(db, transaction));
  if (!target) return fail(ErrorCode::not_found, msg("store.transaction_gone"), transaction.to_string());
  if (target->reverted) return fail(ErrorCode::conflict, msg("store.already_reverted"), transaction.to_string());
  if (!even_if_changed) COHOI_CHECK(refuse_when_changed(db, transaction));
  COHOI_TRY(const auto changes, changes_of_transaction(db, transaction));
  COHOI_TRY(const Effects before, effects_of(changes, true));

  const TransactionKind kind = target->kind == TransactionKind::undo ? TransactionKind::redo : TransactionKind::undo;
  COHOI_TRY(auto inverse, Transaction::begin(db, context, target->label, kind, transaction));
  for (const RecordKey& record : before.order) {
    const Effect& effect = before.by_record.at(record);
    if (effect.kind == Effect::Kind::went) {
      // A field of the user's own stays while any other record has a value in it.
      if (record.first == Entity::custom_field) {
        COHOI_TRY(const bool used, is_field_used(db, record.second));
        if (used) continue;
      }
      COHOI_CHECK(inverse.remove(record.first, record.second));
    } else {
      COHOI_CHECK(restore(db, inverse, record, effect));
    }
  }
  if (even_if_changed) {
    for (const RecordKey& record : before.order)
      if (before.by_record.at(record).kind == Effect::Kind::went) COHOI_CHECK(release(db, inverse, record));
  }
  return inverse.commit();
}

}  // namespace cohoi::store
