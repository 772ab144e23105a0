// Search over everything: three short looks into the index instead of one over all hits, so that two letters typed
// among 100,000 records answer as fast as a whole name.
#include <algorithm>
#include <map>

#include "core/base/stable_order.h"
#include "core/base/text.h"
#include "core/store/list_query.h"
#include "core/store/schema.h"
#include "core/store/search_index.h"

namespace cohoi::store {
namespace {

struct Candidate {
  std::int64_t rid = 0;
  std::string title, folded;
  bool exact = false;
};

using Candidates = std::map<std::int64_t, Candidate>;

constexpr std::string_view columns = "SELECT s.rid, s.title, s.folded FROM ";

Status collect(Statement& rows, Candidates& into, bool exact) {
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return {};
    const auto [at, fresh] = into.try_emplace(rows.integer(0));
    if (fresh) at->second = {rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)), false};
    at->second.exact = at->second.exact || exact;
  }
}

Status collect_matching(Database& db, const std::string& query, int limit, Candidates& into, bool exact) {
  if (query.empty()) return {};
  COHOI_TRY(Statement rows, db.prepare(std::string(columns) +
                                       "search_fts f JOIN search s ON s.rid=f.rowid WHERE search_fts MATCH ? LIMIT ?"));
  rows.bind(query, limit);
  return collect(rows, into, exact);
}

// The index over the first letters of every title; what is typed beyond them is compared afterwards.
Status collect_beginning(Database& db, const std::string& folded, int limit, Candidates& into) {
  constexpr std::size_t indexed = 16;
  // Characters count in the index, not bytes; other scripts than Latin are found by their words.
  if (folded.empty() ||
      std::any_of(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return {};
  const std::string from = folded.substr(0, indexed);
  COHOI_TRY(Statement rows,
            db.prepare(std::string(columns) +
                       "search s WHERE substr(s.folded, 1, 16)>=? AND substr(s.folded, 1, 16)<? LIMIT ?"));
  rows.bind(from, from + "\x7F", limit);
  return collect(rows, into, false);
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
  const auto entity = static_cast<Entity>(candidate.rid % entities_in_rid);
  SearchHit hit{entity, {}, candidate.title, {}};
  COHOI_CHECK(with_record_type(entity, [&]<class T>() -> Status {
    if constexpr (requires(const T& t) { subtitle_of(db, t); }) {
      std::optional<T> record;
      {
        COHOI_TRY(Statement row, db.prepare(table_of(entity).select_by_rid));
        row.bind(candidate.rid / entities_in_rid);
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
  const std::string folded = fold(text);
  if (folded.empty() || limit <= 0) return std::vector<SearchHit>{};
  const int looked_at = std::max(limit * 4, 200);
  Candidates candidates;
  COHOI_CHECK(collect_matching(db, exact_query(text), looked_at, candidates, true));
  COHOI_CHECK(collect_beginning(db, folded, looked_at, candidates));
  COHOI_CHECK(collect_matching(db, folded_query(text), looked_at, candidates, false));

  struct Ranked {
    int rank = 0;
    std::string sort_key;
    const Candidate* candidate = nullptr;
  };
  const std::vector<std::string> typed = words(lower(tidy(text)));
  std::vector<Ranked> ranked;
  ranked.reserve(candidates.size());
  for (const auto& [rid, candidate] : candidates) {
    const bool exact = candidate.exact || holds_words(candidate.title, typed);
    const bool begins = candidate.folded.compare(0, folded.size(), folded) == 0;
    ranked.push_back({(exact ? 0 : 2) + (begins ? 0 : 1), collation_key(candidate.title), &candidate});
  }
  stable_order(ranked, [](const Ranked& a, const Ranked& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.sort_key != b.sort_key) return a.sort_key < b.sort_key;
    return a.candidate->rid < b.candidate->rid;
  });
  if (ranked.size() > static_cast<std::size_t>(limit)) ranked.resize(static_cast<std::size_t>(limit));
  std::vector<SearchHit> hits;
  hits.reserve(ranked.size());
  for (const Ranked& one : ranked) {
    COHOI_TRY(SearchHit hit, hit_of(db, *one.candidate));
    if (!hit.id.empty()) hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace cohoi::store
