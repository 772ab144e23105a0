#include "core/app/import/directory.h"

#include <algorithm>
#include <span>

#include "core/app/import/fields.h"
#include "core/base/contact_points.h"
#include "core/base/text.h"
#include "core/domain/stage_order.h"
#include "core/store/duplicates.h"
#include "core/store/record_scan.h"

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

constexpr std::array looked_through{Entity::account, Entity::lead, Entity::contact, Entity::opportunity, Entity::activity};

// Files of many kinds name accounts, those of opportunities and activities leads.
bool concerns(Entity entity, Entity kind) {
  return entity == Entity::account || entity == kind || (entity == Entity::lead && (kind == Entity::opportunity || kind == Entity::activity));
}

std::span<const std::string_view> known_by(Entity entity) {
  static constexpr auto account = std::to_array<std::string_view>({"name", "phone", "tax_code", "imported_from"});
  static constexpr auto person = std::to_array<std::string_view>({"first_name", "last_name", "email", "phone", "imported_from", "mobile"});
  if (entity == Entity::account) return account;
  if (entity == Entity::contact) return person;
  if (entity == Entity::lead) return std::span(person).first<5>();
  return std::span(person).subspan<4, 1>();
}

}  // namespace

Result<Directory> Directory::open(store::Database& db, Entity kind) {
  Directory directory;
  directory.kind_ = kind;
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
  for (const Product& product : directory.products) directory.see(product);
  return directory;
}

Result<bool> Directory::learn(store::Database& db, int records) {
  while (table_ < looked_through.size() && !concerns(looked_through[table_], kind_)) ++table_;
  if (table_ == looked_through.size()) {
    COHOI_CHECK(learn_merged(db));
    return false;
  }
  const Entity entity = looked_through[table_];
  COHOI_TRY(const int seen, store::some_raw(db, entity, known_by(entity), after_, records, [&](const store::RawRecord& record) {
    if (entity == Entity::account) see(store::typed<Account>(record));
    else if (entity == Entity::lead) see(store::typed<Lead>(record));
    else if (entity == Entity::contact) see(store::typed<Contact>(record));
    else if (entity == Entity::opportunity) see(store::typed<Opportunity>(record));
    else see(store::typed<Activity>(record));
  }));
  if (seen < records) {
    ++table_;
    after_ = 0;
  }
  return true;
}

template <class T>
void Directory::see(const T& record) {
  const Uuid& id = record.id.uuid;
  see_key(T::entity, record.imported_from, id);
  if constexpr (std::is_same_v<T, Account>) accounts.add(fold(record.name), id);
  if (T::entity != kind_) return;
  const AlikeFacts facts = alike_facts(record);
  for (const MatchBy by : ways_to_match(kind_)) {
    Lookup& lookup = alike[static_cast<std::size_t>(by)];
    lookup.add(alike_key(by, kind_, facts), id);
    // Somebody with two numbers is found by either.
    if (by == MatchBy::phone && !facts.mobile.empty()) lookup.add(normal_phone(facts.phone), id);
  }
}

void Directory::see_key(Entity entity, const std::string& imported_from, const Uuid& id) {
  if (imported_from.empty()) return;
  if (entity == Entity::account) account_keys.add(std::string(key_value(imported_from)), id);
  if (entity == Entity::lead) lead_keys.add(std::string(key_value(imported_from)), id);
  if (entity == kind_) imported.insert(imported_from);
}

// What was merged since is there as a part of another record, unless that one is gone too.
Status Directory::learn_merged(store::Database& db) {
  COHOI_TRY(const auto pairs, store::find_by<RecordPair>(db, "kind", Value{std::string(name_of(PairKind::merged))}));
  for (const RecordPair& pair : pairs) {
    const Entity entity = entity_named(name_of(pair.record_kind)).value_or(Entity::lead);
    COHOI_TRY(const auto now, store::merged_into(db, entity, pair.first_id));
    if (now) see_key(entity, pair.imported_from, *now);
  }
  return {};
}

const Stage* Directory::stage(StageId id) const { return find_stage(id, stages); }

}  // namespace cohoi::app
