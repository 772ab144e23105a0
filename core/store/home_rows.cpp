#include "core/store/home_rows.h"

#include "core/store/list_query.h"

namespace cohoi::store {

namespace {

constexpr const char* open_statuses = " AND t.status IN ('new','working','nurturing')";

// `from` names the records as t; its parameters are bound before the owner's. Numbers and the limit first, then the count: of a few
// thousand rows both are cheap.
template <class T>
Result<FirstOf<T>> first_of(Database& db, std::string from, OwnerId owner, std::string_view order, int limit, const std::vector<std::int64_t>& bound = {}) {
  if (!owner.empty()) from += " AND t.owner_id=?";
  const auto bind = [&](Statement& statement) {
    int index = 1;
    for (const auto value : bound) statement.bind_at(index++, value);
    if (!owner.empty()) statement.bind_at(index, owner.to_string());
  };
  FirstOf<T> result;
  COHOI_TRY(Statement counted, db.prepare("SELECT count(*) FROM " + from));
  bind(counted);
  COHOI_TRY(const bool there, counted.step());
  if (there) result.count = counted.integer(0);
  if (limit == 0 || result.count == 0) return result;
  COHOI_TRY(Statement rows, db.prepare("SELECT t.rid FROM " + from + " ORDER BY " + std::string(order) + " LIMIT " + std::to_string(limit)));
  bind(rows);
  std::vector<std::int64_t> rids;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    rids.push_back(rows.integer(0));
  }
  COHOI_TRY(result.first, fetch<T>(db, rids));
  return result;
}

}  // namespace

Result<FirstOf<Activity>> due_activities(Database& db, OwnerId owner, std::optional<Timestamp> from, Timestamp until, int limit) {
  return first_of<Activity>(db, "activity t WHERE t.done_at IS NULL AND t.due_at>=? AND t.due_at<?", owner, "t.due_at, t.rid", limit,
                            {from ? from->ms : INT64_MIN, until.ms});
}

Result<FirstOf<Lead>> leads_ready(Database& db, OwnerId owner, const Settings& settings, int limit) {
  std::string from = "lead_facts f CROSS JOIN lead t ON t.rid=f.rid WHERE ";
  from += settings.gate_verdict ? "f.verdict='qualified'" : "1";
  from += open_statuses;
  if (settings.gate_needs) from += " AND t.needs IS NOT NULL";
  if (settings.gate_relationship)
    from += " AND EXISTS(SELECT 1 FROM activity a WHERE a.lead_id=t.id AND a.done_at IS NOT NULL AND a.kind IN ('call','meeting'))";
  return first_of<Lead>(db, std::move(from), owner, "f.score DESC, t.rid DESC", limit);
}

Result<FirstOf<Lead>> leads_lacking_one(Database& db, OwnerId owner, int limit) {
  // One name without a line end: exactly one is missing.
  return first_of<Lead>(db, std::string("lead_facts f CROSS JOIN lead t ON t.rid=f.rid WHERE f.verdict='incomplete' AND f.missing<>'' AND instr(f.missing, char(10))=0") + open_statuses,
                        owner, "f.score DESC, t.rid DESC", limit);
}

Result<std::int64_t> open_leads(Database& db, OwnerId owner) {
  COHOI_TRY(const auto found, first_of<Lead>(db, std::string("lead t WHERE 1") + open_statuses, owner, "t.rid", 0));
  return found.count;
}

}  // namespace cohoi::store
