#include "core/store/reversal.h"

#include <limits>

#include "core/domain/labels.h"
#include "core/store/in_use.h"

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

Result<Reversal> Reversal::begin(Database& db, WriteContext& context, const Uuid& transaction, bool even_if_changed) {
  COHOI_TRY(auto target, find_transaction(db, transaction));
  if (!target) return fail(ErrorCode::not_found, msg("store.transaction_gone"), transaction.to_string());
  if (target->reverted) return fail(ErrorCode::conflict, msg("store.already_reverted"), transaction.to_string());
  return Reversal(db, context, *std::move(target), even_if_changed);
}

int Reversal::percent() const {
  if (phase_ < Phase::checking) return 0;
  if (phase_ > Phase::writing) return 100;
  const std::size_t rounds = even_if_changed_ ? 1 : 2;
  const std::size_t gone = (rounds == 2 && phase_ == Phase::writing ? before_.order.size() : 0) + at_;
  return before_.order.empty() ? 100 : static_cast<int>(gone * 100 / (rounds * before_.order.size()));
}

Result<bool> Reversal::step(int records) {
  COHOI_CHECK(go_on(records));
  return phase_ != Phase::done;
}

Status Reversal::go_on(int records) {
  const auto each = [&](std::size_t count, auto&& one) -> Result<bool> {
    for (; records > 0 && at_ < count; --records) COHOI_CHECK(one(at_++));
    return at_ == count;
  };
  switch (phase_) {
    case Phase::reading: return read(records);
    case Phase::weighing: {
      COHOI_TRY(const bool all, each(changes_.size(), [&](std::size_t i) { return add_effect(before_, changes_[changes_.size() - 1 - i], true); }));
      if (!all) return {};
      changes_ = {};
      enter(Phase::checking);
      return {};
    }
    case Phase::checking: {
      COHOI_TRY(const bool all, each(even_if_changed_ ? 0 : after_.order.size(), [&](std::size_t i) { return check(after_.order[i]); }));
      if (!all) return {};
      COHOI_CHECK(refuse_when_changed());
      const TransactionKind kind = target_.kind == TransactionKind::undo ? TransactionKind::redo : TransactionKind::undo;
      COHOI_TRY(auto inverse, Transaction::begin(*db_, *context_, target_.label, kind, target_.id));
      inverse_.emplace(std::move(inverse));
      enter(Phase::writing);
      return {};
    }
    case Phase::writing: {
      const int wanted = records;
      COHOI_TRY(const bool all, each(before_.order.size(), [&](std::size_t i) { return write(before_.order[i]); }));
      if (all) enter(Phase::releasing);
      // Otherwise what all the records were would have to be remembered until the end.
      COHOI_CHECK(inverse_->settle(wanted - records));
      return {};
    }
    case Phase::releasing: {
      COHOI_TRY(const bool all, each(even_if_changed_ ? before_.order.size() : 0, [&](std::size_t i) { return release(before_.order[i]); }));
      if (all) enter(Phase::settling);
      return {};
    }
    case Phase::settling: {
      COHOI_TRY(const bool more, inverse_->settle(records));
      if (!more) enter(Phase::done);
      return {};
    }
    case Phase::done: return {};
  }
  return {};
}

Status Reversal::read(int records) {
  COHOI_TRY(auto some, some_changes_of_transaction(*db_, target_.id, read_to_, records));
  if (some.empty()) {
    enter(Phase::weighing);
    return {};
  }
  for (Change& change : some) {
    if (!even_if_changed_) COHOI_CHECK(add_effect(after_, change, false));
    changes_.push_back(std::move(change));
  }
  return {};
}

Status Reversal::check(const RecordKey& record) { return add_changed_since(*db_, after_, record, target_.id, since_); }

Status Reversal::refuse_when_changed() const {
  if (since_.empty()) return {};
  Error error{ErrorCode::conflict, msg("store.changed_since", static_cast<std::int64_t>(since_.size())), {}, {}};
  for (const Change& change : since_) {
    COHOI_TRY(Message name, name_change(*db_, change));
    error.missing.push_back(std::move(name));
  }
  return fail(std::move(error));
}

Status Reversal::write(const RecordKey& record) {
  const Effect& effect = before_.by_record.at(record);
  if (effect.kind != Effect::Kind::went) return restore(*db_, *inverse_, record, effect);
  // A field of the user's own stays while any other record has a value in it.
  if (record.first == Entity::custom_field) {
    COHOI_TRY(const bool used, is_field_used(*db_, record.second));
    if (used) return {};
  }
  return inverse_->remove(record.first, record.second);
}

// Links made since to a record that goes: parts of it go with it, other records only lose the link.
Status Reversal::release(const RecordKey& record) {
  if (before_.by_record.at(record).kind != Effect::Kind::went) return {};
  COHOI_TRY(const auto references, references_to(*db_, record));
  for (const Reference& reference : references) {
    if (is_part(reference)) {
      COHOI_CHECK(inverse_->remove(reference.record.first, reference.record.second));
    } else {
      COHOI_CHECK(inverse_->restore_raw({reference.record.first, reference.record.second, {{reference.field, Value{}}}}));
    }
  }
  return {};
}

Result<Uuid> Reversal::commit() { return inverse_->commit(); }

Result<Uuid> revert(Database& db, WriteContext& context, const Uuid& transaction, bool even_if_changed) {
  COHOI_TRY(auto reversal, Reversal::begin(db, context, transaction, even_if_changed));
  for (bool more = true; more;) {
    COHOI_TRY(more, reversal.step(std::numeric_limits<int>::max()));
  }
  return reversal.commit();
}

}  // namespace cohoi::store
