#include "core/app/restore.h"

#include "core/store/migrations.h"
#include "core/store/record_scan.h"
#include "core/store/records_json.h"

namespace cohoi::app {
namespace {

// Nobody counts stages or settings among their records.
bool is_counted(Entity entity) {
  switch (entity) {
    case Entity::account:
    case Entity::contact:
    case Entity::lead:
    case Entity::opportunity:
    case Entity::activity:
    case Entity::product: return true;
    default: return false;
  }
}

// Calls found(entity, id) for every record of `from` that is not in `here`.
template <class Found>
Status each_missing(store::Database& from, store::Database& here, Found&& found) {
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    const auto entity = static_cast<Entity>(i);
    if (entity == Entity::setting) continue;
    COHOI_CHECK(store::each_missing(from, here, entity, [&](const Uuid& id) { return found(entity, id); }));
  }
  return {};
}

}  // namespace

Result<Restore::Facts> Restore::open(std::span<const std::byte> file) {
  incoming_.reset();
  COHOI_CHECK(session_.may_write());
  const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
  COHOI_TRY(auto incoming, store::IncomingDatabase::begin(session_.db().folder()));
  if (store::is_records_json(text)) {
    COHOI_CHECK(incoming.fill(ports_(), [&](store::Database& empty) -> Status {
      COHOI_CHECK(store::migrate(empty));
      return store::read_records_json(text, empty, session_.write_context());
    }));
  } else {
    COHOI_CHECK(incoming.append(file));
    COHOI_CHECK(incoming.check(ports_(), store::adopt));
  }
  Facts facts;
  {
    COHOI_TRY(store::Database from, incoming.open(ports_()));
    for (std::size_t i = 0; i < entity_names.size(); ++i) {
      const auto entity = static_cast<Entity>(i);
      if (!is_counted(entity)) continue;
      COHOI_TRY(const auto there, store::count(from, entity));
      COHOI_TRY(const auto here, store::count(session_.db(), entity));
      facts.records += there;
      facts.here += here;
    }
    COHOI_CHECK(each_missing(from, session_.db(), [&](Entity entity, const Uuid&) -> Status {
      facts.missing += is_counted(entity) ? 1 : 0;
      return {};
    }));
  }
  incoming_.emplace(std::move(incoming));
  return facts;
}

Result<std::uint32_t> Restore::replace() {
  if (!incoming_) return fail(ErrorCode::internal, msg("store.failed"), "no backup is open");
  COHOI_CHECK(session_.may_write());
  auto known = incoming_->replace(session_.db());
  incoming_.reset();
  return known;
}

Result<std::int64_t> Restore::add() {
  if (!incoming_) return fail(ErrorCode::internal, msg("store.failed"), "no backup is open");
  COHOI_CHECK(session_.may_write());
  std::int64_t added = 0;
  Uuid done;
  {
    COHOI_TRY(store::Database from, incoming_->open(ports_()));
    COHOI_TRY(auto transaction, store::Transaction::begin(session_.db(), session_.write_context(), msg("done.restored"),
                                                          store::TransactionKind::import));
    COHOI_CHECK(each_missing(from, session_.db(), [&](Entity entity, const Uuid& id) -> Status {
      COHOI_TRY(auto record, store::find_raw(from, entity, id));
      if (!record) return {};
      if (entity == Entity::owner)
        for (FieldValue& value : record->values)
          if (value.key == "is_me") value.value = std::int64_t{0};
      added += is_counted(entity) ? 1 : 0;
      return transaction.insert_imported(*record);
    }));
    COHOI_TRY(done, transaction.commit());
  }
  incoming_.reset();
  session_.committed(done);
  return added;
}

}  // namespace cohoi::app
