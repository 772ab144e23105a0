#include "core/app/import/directory.h"

#include <algorithm>

#include "core/app/import/fields.h"
#include "core/base/contact_points.h"
#include "core/base/person_name.h"
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

std::vector<MatchBy> ways_to_match(Entity kind) {
  switch (kind) {
    case Entity::account: return {MatchBy::name, MatchBy::code, MatchBy::phone};
    case Entity::product: return {MatchBy::name, MatchBy::code};
    case Entity::lead:
    case Entity::contact: return {MatchBy::email, MatchBy::phone, MatchBy::name};
    default: return {};
  }
}

std::string alike_key(MatchBy by, Entity kind, const AlikeFacts& facts) {
  switch (by) {
    case MatchBy::email: return normal_email(facts.email);
    case MatchBy::phone: {
      std::string phone = normal_phone(facts.mobile);
      return phone.empty() ? normal_phone(facts.phone) : phone;
    }
    case MatchBy::name: return kind == Entity::product ? compact(facts.name) : fold(facts.name);
    case MatchBy::code: return kind == Entity::product ? compact(facts.code) : normal_tax_code(facts.code);
  }
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
  const auto see_alike = [&](const AlikeFacts& facts, const Uuid& id) {
    for (const MatchBy by : ways_to_match(kind)) {
      Lookup& lookup = directory.alike[static_cast<std::size_t>(by)];
      lookup.add(alike_key(by, kind, facts), id);
      // Somebody with two numbers is found by either.
      if (by == MatchBy::phone && !facts.mobile.empty()) lookup.add(normal_phone(facts.phone), id);
    }
  };
  COHOI_CHECK(each_row(db, "SELECT id, name, imported_from, phone, tax_code FROM account", [&](const store::Statement& row) {
    directory.accounts.add(fold(row.text(1)), id_of(row));
    if (kind == Entity::account)
      see_alike({.name = std::string(row.text(1)), .email = {}, .phone = std::string(row.text(3)), .mobile = {}, .code = std::string(row.text(4))}, id_of(row));
    directory.account_keys.add(std::string(key_value(row.text(2))), id_of(row));
    see_key(Entity::account, row.text(2));
  }));
  if (kind == Entity::lead || kind == Entity::opportunity) {
    COHOI_CHECK(each_row(db, "SELECT id, email, imported_from, phone, first_name, last_name FROM lead", [&](const store::Statement& row) {
      if (kind == Entity::lead)
        see_alike({.name = full_name(row.text(4), row.text(5)), .email = std::string(row.text(1)), .phone = std::string(row.text(3)), .mobile = {}, .code = {}}, id_of(row));
      directory.lead_keys.add(std::string(key_value(row.text(2))), id_of(row));
      see_key(Entity::lead, row.text(2));
    }));
  }
  if (kind == Entity::contact) {
    COHOI_CHECK(each_row(db, "SELECT id, email, imported_from, phone, first_name, last_name, mobile FROM contact", [&](const store::Statement& row) {
      see_alike({.name = full_name(row.text(4), row.text(5)), .email = std::string(row.text(1)), .phone = std::string(row.text(3)),
                 .mobile = std::string(row.text(6)), .code = {}},
                id_of(row));
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
      see_alike({.name = product.name, .email = {}, .phone = {}, .mobile = {}, .code = product.code}, product.id.uuid);
      see_key(kind, product.imported_from);
    }
  }
  return directory;
}

const Stage* Directory::stage(StageId id) const { return find_stage(id, stages); }

}  // namespace cohoi::app
