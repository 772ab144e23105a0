#include "core/store/derived_tables.h"

#include "core/base/text.h"
#include "core/store/lead_facts.h"
#include "core/store/list_cache.h"
#include "core/store/match_index.h"
#include "core/store/schema.h"
#include "core/store/search_index.h"

namespace cohoi::store {
namespace {

template <class T>
T record_of(const GivenValues& values) {
  T record;
  auto next = values.begin();
  std::size_t field = 0;
  T::fields(record, [&](const FieldInfo&, auto& member) {
    if (next != values.end() && next->field == field) static_cast<void>(from_value((next++)->value, member));
    ++field;
  });
  return record;
}

template <class T>
inline constexpr bool is_matched = std::is_same_v<T, Account> || std::is_same_v<T, Contact> || std::is_same_v<T, Lead>;
template <class T>
inline constexpr bool is_searched =
    is_matched<T> || std::is_same_v<T, Opportunity> || std::is_same_v<T, Product> || std::is_same_v<T, Activity>;

template <class T>
Result<SearchText> text_of(Database& db, const T& record) {
  if constexpr (std::is_same_v<T, Opportunity>) {
    COHOI_TRY(const std::string account, account_name_of(db, record.account_id));
    return search_text(record, account);
  } else {
    return search_text(record);
  }
}

template <class T>
Result<std::optional<T>> read_by_rid(Database& db, std::int64_t rid) {
  COHOI_TRY(Statement row, db.prepare(table_of(T::entity).select_by_rid));
  row.bind(rid);
  COHOI_TRY(const bool there, row.step());
  if (!there) return std::nullopt;
  return read_record<T>(row);
}

// The lead an answer belongs to.
void add_lead(std::set<std::string>& leads, const GivenValues& answer) {
  if (answer.empty() || answer.front().field != 0) return;
  if (const auto* lead = std::get_if<std::string>(&answer.front().value)) leads.insert(*lead);
}

}  // namespace

DerivedTables::DerivedTables(Database& db)
    : db_(db), texts_(search_rows()), facts_(LeadFactsKeeper::fresh_rows()), keys_(match_rows()), titles_(title_rows()) {}
DerivedTables::~DerivedTables() = default;

// Lists of leads and opportunities show what is planned and since when they stand where they stand.
void DerivedTables::note_links(Entity entity, const GivenValues& values) {
  const auto& fields = fields_of(entity);
  for (const auto& [field, value] : values) {
    const Entity ref = fields[field].ref;
    const auto* id = std::get_if<std::string>(&value);
    if (id == nullptr || fields[field].type != FieldType::ref) continue;
    if (ref != Entity::lead && ref != Entity::opportunity) continue;
    const auto rid = db_.query_integer("SELECT rid FROM " + table_of(ref).name + " WHERE id=?", *id);
    if (rid) db_.lists().changed(ref, *rid);
  }
}

void DerivedTables::touched(Entity entity, std::int64_t rid, const Uuid& id, std::optional<GivenValues> before,
                            const GivenValues& after) {
  if (entity == Entity::activity || entity == Entity::stage_visit) {
    if (before) note_links(entity, *before);
    note_links(entity, after);
  }
  switch (entity) {
    case Entity::criterion:
    case Entity::setting:
      criteria_changed_ = true;
      return;
    case Entity::answer:
      if (before) add_lead(leads_answered_, *before);
      add_lead(leads_answered_, after);
      return;
    default:
      break;
  }
  if (is_searchable(entity)) touched_.try_emplace({entity, rid}, Touched{id, std::move(before)});
}

Status DerivedTables::imported(const NewRecord& fresh, std::int64_t rid, Date today) {
  const Entity entity = fresh.entity;
  db_.lists().clear();  // so many rows are not worth following one by one
  if (!is_searchable(entity)) {
    touched(entity, rid, fresh.id, std::nullopt, fresh.values);
    return {};
  }
  return with_record_type(entity, [&]<class T>() -> Status {
    if constexpr (is_searched<T>) {
      const T record = record_of<T>(fresh.values);
      COHOI_TRY(SearchText text, text_of(db_, record));
      title_rows_.add({entity, collation_key(text.title), rid});
      COHOI_CHECK(texts_.add(db_, search_rid(entity, rid), static_cast<int>(entity), std::move(text.title), std::move(text.folded)));
      if constexpr (is_matched<T>)
        for (const auto& [kind, value] : match_set(record)) match_rows_.add({match_hash(entity, kind, value), rid});
      if constexpr (std::is_same_v<T, Account>) COHOI_CHECK(refresh_opportunities_of(fresh.id));
      if constexpr (std::is_same_v<T, Lead>) {
        // Its answers, when there are any, come later and touch it again.
        COHOI_TRY(LeadFactsKeeper* keeper, keeper_of(today));
        LeadFactsKeeper::Facts facts = keeper->facts_of(record, {});
        COHOI_CHECK(facts_.add(db_, rid, std::string(name_of(facts.verdict)), facts.score, std::move(facts.missing)));
      }
    }
    return {};
  });
}

Status DerivedTables::write_texts_and_facts() {
  COHOI_CHECK(texts_.write(db_));
  return facts_.write(db_);
}

Status DerivedTables::refresh_record(Entity entity, std::int64_t rid, const Touched& touched) {
  COHOI_CHECK(write_texts_and_facts());
  const auto& before = touched.before;
  return with_record_type(entity, [&]<class T>() -> Status {
    if constexpr (is_searched<T>) {
      COHOI_TRY(const std::optional<T> record, read_by_rid<T>(db_, rid));
      if constexpr (is_matched<T>) {
        const MatchSet old_keys = before ? match_set(record_of<T>(*before)) : MatchSet{};
        COHOI_CHECK(update_match_keys(db_, entity, rid, old_keys, record ? match_set(*record) : MatchSet{}));
      }
      if (!record) {
        COHOI_CHECK(remove_search(db_, entity, rid));
        return std::is_same_v<T, Account> ? refresh_opportunities_of(touched.id) : Status{};
      }
      COHOI_TRY(const SearchText text, text_of(db_, *record));
      COHOI_CHECK(update_search(db_, entity, rid, text));
      if constexpr (std::is_same_v<T, Account>) {
        if (!before || record_of<T>(*before).name != record->name) return refresh_opportunities_of(record->id.uuid);
      }
    }
    return {};
  });
}

Status DerivedTables::refresh_opportunities_of(const Uuid& account) {
  std::vector<std::int64_t> rids;
  {
    COHOI_TRY(Statement rows, db_.prepare("SELECT rid FROM opportunity WHERE account_id=?"));
    rows.bind(account.to_string());
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      rids.push_back(rows.integer(0));
    }
  }
  for (const std::int64_t rid : rids) COHOI_CHECK(refresh_record(Entity::opportunity, rid, {}));
  return {};
}

Result<LeadFactsKeeper*> DerivedTables::keeper_of(Date today) {
  if (!keeper_) {
    COHOI_TRY(auto keeper, LeadFactsKeeper::load(db_, today));
    keeper_ = std::make_unique<LeadFactsKeeper>(std::move(keeper));
  }
  return keeper_.get();
}

Result<bool> DerivedTables::refresh_next(Date today) {
  // The rows kept back first: what was touched after its import finds them and puts them right.
  if (const auto key = match_rows_.next()) {
    COHOI_CHECK(keys_.add(db_, key->first, key->second));
    return true;
  }
  COHOI_CHECK(keys_.write(db_));
  if (auto title = title_rows_.next()) {
    COHOI_CHECK(titles_.add(db_, static_cast<int>(title->entity), RowBatch::Bytes{std::move(title->sort_key)}, title->rid));
    return true;
  }
  COHOI_CHECK(titles_.write(db_));
  COHOI_CHECK(write_texts_and_facts());
  if (!touched_.empty()) {
    const auto [record, touched] = *touched_.begin();
    touched_.erase(touched_.begin());
    COHOI_CHECK(refresh_record(record.first, record.second, touched));
    if (record.first == Entity::lead) facts_stale_.insert(record.second);
  } else if (!leads_answered_.empty()) {
    COHOI_TRY(Statement row, db_.prepare("SELECT rid FROM lead WHERE id=?"));
    row.bind(*leads_answered_.begin());
    COHOI_TRY(const bool there, row.step());
    if (there) facts_stale_.insert(row.integer(0));
    leads_answered_.erase(leads_answered_.begin());
  } else if (!facts_stale_.empty()) {
    COHOI_TRY(LeadFactsKeeper* keeper, keeper_of(today));
    COHOI_CHECK(keeper->keep(db_, *facts_stale_.begin()));
    facts_stale_.erase(facts_stale_.begin());
  } else if (criteria_changed_) {
    COHOI_CHECK(refresh_lead_facts_for_settings(db_, today));
    criteria_changed_ = false;
  } else {
    return false;
  }
  return true;
}

Result<bool> DerivedTables::refresh(Date today, int rows) {
  for (; rows > 0; --rows) {
    COHOI_TRY(const bool more, refresh_next(today));
    if (!more) return false;
  }
  return true;
}

}  // namespace cohoi::store
