#include "core/app/import/directory.h"

#include <algorithm>

#include "core/app/import/fields.h"
#include "core/base/contact_points.h"
#include "core/base/text.h"
#include "core/domain/stage_order.h"
#include "core/store/records.h"

namespace cohoi::app {

void Lookup::add(const std::string& key, const Uuid& id) {
  if (key.empty()) return;
  const auto [at, fresh] = hits_.try_emplace(key, Hit{id, false});
  if (!fresh && at->second.id != id) at->second.several = true;
}

const Lookup::Hit* Lookup::find(const std::string& key) const {
  const auto found = hits_.find(key);
  return found == hits_.end() ? nullptr : &found->second;
}

std::string alike_key(Entity kind, std::string_view name, std::string_view email) {
  if (kind == Entity::account) return fold(name);
  if (kind == Entity::product) return compact(name);
  if (kind == Entity::lead || kind == Entity::contact) return normal_email(email);
  return {};
}

std::string_view key_value(std::string_view imported_from) {
  const auto sign = imported_from.find('=');
  return sign == std::string_view::npos ? std::string_view{} : imported_from.substr(sign + 1);
}

namespace {

template <class F>
Status each_row(store::Database& db, std::string_view sql, F&& f) {
  COHOI_TRY(store::Statement rows, db.prepare(sql));
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return {};
    f(rows);
  }
}

}  // namespace

Result<Directory> Directory::load(store::Database& db, Entity kind) {
  Directory directory;
  COHOI_TRY(const auto owners, store::all<Owner>(db));
  for (const Owner& owner : owners) directory.owners.add(fold(owner.name), owner.id.uuid);
  COHOI_TRY(directory.products, store::all<Product>(db));
  COHOI_TRY(directory.choices, store::all<Choice>(db));

  COHOI_TRY(const auto pipelines, store::all<Pipeline>(db));
  COHOI_TRY(const auto stages, store::all<Stage>(db));
  if (!pipelines.empty()) {
    const auto first = std::min_element(pipelines.begin(), pipelines.end(),
                                        [](const Pipeline& a, const Pipeline& b) { return a.position < b.position; });
    std::vector<Stage> own;
    for (const Stage& stage : stages)
      if (stage.pipeline_id == first->id) own.push_back(stage);
    for (const Stage* stage : open_stages_in_order(own)) directory.stages.push_back(*stage);
    for (const StageKind end : {StageKind::won, StageKind::lost})
      for (const Stage& stage : own)
        if (stage.kind == end) directory.stages.push_back(stage);
  }

  const auto id_of = [](const store::Statement& row) { return Uuid::parse(row.text(0)).value_or(Uuid{}); };
  const auto see_key = [&](Entity entity, std::string_view imported_from) {
    if (kind == entity && !imported_from.empty()) directory.imported.emplace(imported_from);
  };
  COHOI_CHECK(each_row(db, "SELECT id, name, imported_from FROM account", [&](const store::Statement& row) {
    const std::string key = fold(row.text(1));
    directory.accounts.add(key, id_of(row));
    if (kind == Entity::account) directory.alike.add(key, id_of(row));
    directory.account_keys.add(std::string(key_value(row.text(2))), id_of(row));
    see_key(Entity::account, row.text(2));
  }));
  if (kind == Entity::lead || kind == Entity::opportunity) {
    COHOI_CHECK(each_row(db, "SELECT id, email, imported_from FROM lead", [&](const store::Statement& row) {
      if (kind == Entity::lead) directory.alike.add(alike_key(kind, {}, row.text(1)), id_of(row));
      directory.lead_keys.add(std::string(key_value(row.text(2))), id_of(row));
      see_key(Entity::lead, row.text(2));
    }));
  }
  if (kind == Entity::contact) {
    COHOI_CHECK(each_row(db, "SELECT id, email, imported_from FROM contact", [&](const store::Statement& row) {
      directory.alike.add(alike_key(kind, {}, row.text(1)), id_of(row));
      see_key(kind, row.text(2));
    }));
  }
  // What was merged since is there, as a part of another record.
  COHOI_CHECK(each_row(db, "SELECT second_id, imported_from, record_kind FROM record_pair WHERE kind='merged' AND imported_from IS NOT NULL",
                       [&](const store::Statement& row) {
                         const auto entity = entity_named(row.text(2)).value_or(Entity::lead);
                         if (entity == Entity::account) directory.account_keys.add(std::string(key_value(row.text(1))), id_of(row));
                         if (entity == Entity::lead) directory.lead_keys.add(std::string(key_value(row.text(1))), id_of(row));
                         see_key(entity, row.text(1));
                       }));
  if (kind == Entity::opportunity)
    COHOI_CHECK(each_row(db, "SELECT id, imported_from FROM opportunity", [&](const store::Statement& row) { see_key(kind, row.text(1)); }));
  if (kind == Entity::product) {
    for (const Product& product : directory.products) {
      directory.alike.add(alike_key(kind, product.name, {}), product.id.uuid);
      see_key(kind, product.imported_from);
    }
  }
  return directory;
}

const Stage* Directory::stage(StageId id) const { return find_stage(id, stages); }

}  // namespace cohoi::app
