// Search over everything: of all hits the best are chosen by their words in memory, and only those are looked at closer.
#include <algorithm>

#include "core/base/stable_order.h"
#include "core/base/text.h"
#include "core/store/list_query.h"
#include "core/store/schema.h"
#include "core/store/search_best.h"
#include "core/store/search_index.h"

namespace cohoi::store {
namespace {

struct Candidate {
  BestHit hit;
  std::string title, sort_key;
};

bool before(const Candidate& a, const Candidate& b) {
  if (a.hit.rank() != b.hit.rank()) return a.hit.rank() < b.hit.rank();
  if (a.sort_key != b.sort_key) return a.sort_key < b.sort_key;
  return a.hit.entry.rid < b.hit.entry.rid;
}

// Are all words typed, marks included, beginnings of words of the title?
bool holds_words(const std::string& title, const std::vector<std::string>& typed) {
  const std::string text = " " + lower(title);
  return std::all_of(typed.begin(), typed.end(),
                     [&](const std::string& word) { return text.find(" " + word) != std::string::npos; });
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += " · ";
    text += part;
  }
  return text;
}

Result<std::string> title_of_record(Database& db, Entity entity, const Uuid& id) {
  if (id.empty()) return std::string{};
  COHOI_TRY(Statement row, db.prepare("SELECT s.title FROM " + table_of(entity).name +
                                      " t JOIN search s ON s.rid=t.rid*32+? WHERE t.id=?"));
  row.bind(static_cast<int>(entity), id.to_string());
  COHOI_TRY(const bool there, row.step());
  return there ? std::string(row.text(0)) : std::string{};
}

Result<std::string> subtitle_of(Database&, const Account& record) { return joined({record.city, record.phone}); }
Result<std::string> subtitle_of(Database&, const Lead& record) { return joined({record.phone, record.email}); }
Result<std::string> subtitle_of(Database&, const Product& record) { return joined({record.code, record.series}); }
Result<std::string> subtitle_of(Database& db, const Contact& record) {
  COHOI_TRY(const std::string account, account_name_of(db, record.account_id));
  return joined({record.title, account});
}
Result<std::string> subtitle_of(Database& db, const Opportunity& record) {
  return account_name_of(db, record.account_id);
}
Result<std::string> subtitle_of(Database& db, const Activity& record) {
  for (const auto& [entity, id] : {std::pair{Entity::opportunity, record.opportunity_id.uuid},
                                   {Entity::lead, record.lead_id.uuid},
                                   {Entity::account, record.account_id.uuid},
                                   {Entity::contact, record.contact_id.uuid}}) {
    COHOI_TRY(std::string title, title_of_record(db, entity, id));
    if (!title.empty()) return title;
  }
  return std::string{};
}

Result<SearchHit> hit_of(Database& db, const Candidate& candidate) {
  const auto entity = static_cast<Entity>(candidate.hit.entry.rid % entities_in_rid);
  SearchHit hit{entity, {}, candidate.title, {}};
  COHOI_CHECK(with_record_type(entity, [&]<class T>() -> Status {
    if constexpr (requires(const T& t) { subtitle_of(db, t); }) {
      std::optional<T> record;
      {
        COHOI_TRY(Statement row, db.prepare(table_of(entity).select_by_rid));
        row.bind(candidate.hit.entry.rid / entities_in_rid);
        COHOI_TRY(const bool there, row.step());
        if (there) record = read_record<T>(row);
      }
      if (!record) return {};
      hit.id = record->id.uuid;
      COHOI_TRY(hit.subtitle, subtitle_of(db, *record));
    }
    return {};
  }));
  return hit;
}

}  // namespace

Result<std::vector<SearchHit>> search(Database& db, std::string_view text, int limit) {
  const TypedWords typed = typed_words(text);
  if (typed.folded.empty() || limit <= 0) return std::vector<SearchHit>{};
  COHOI_TRY(const SearchWords* const known, known_words(db));
  const std::vector<std::string> as_typed = words(lower(tidy(text)));
  std::vector<Candidate> candidates;
  for (const BestHit& hit : best_hits(*known, typed, fold(text), static_cast<std::size_t>(std::max(limit * 2, 40)))) {
    COHOI_TRY(Statement row, db.prepare("SELECT title FROM search WHERE rid=?"));
    row.bind(hit.entry.rid);
    COHOI_TRY(const bool there, row.step());
    if (!there) continue;
    Candidate candidate{hit, std::string(row.text(0)), {}};
    candidate.hit.exact = hit.exact || holds_words(candidate.title, as_typed);
    candidate.sort_key = collation_key(candidate.title);
    candidates.push_back(std::move(candidate));
  }
  stable_order(candidates, before);
  std::vector<SearchHit> hits;
  for (const Candidate& candidate : candidates) {
    if (hits.size() == static_cast<std::size_t>(limit)) break;
    COHOI_TRY(SearchHit hit, hit_of(db, candidate));
    if (!hit.id.empty()) hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace cohoi::store
