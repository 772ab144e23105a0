#include "core/store/opportunity_rows.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/base/stable_order.h"

namespace cohoi::store {

namespace {

std::optional<Timestamp> time_in(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(Timestamp{row.integer(column)});
}

template <class T>
Id<T> id_in(const Statement& row, int column) {
  return {Uuid::parse(row.text(column)).value_or(Uuid{})};
}

OpportunityRow read_row(const Statement& row) {
  OpportunityRow result{.rid = row.integer(0), .id = id_in<Opportunity>(row, 1), .stage = id_in<Stage>(row, 2), .owner = id_in<Owner>(row, 3)};
  if (!row.is_null(4)) {
    result.amount = Money{row.integer(4), Currency::parse(row.text(5)).value_or(Currency{})};
    result.weighted = percent_of(*result.amount, static_cast<int>(row.integer(6)));
  }
  result.expected_close = Date::parse_iso(row.text(7));
  result.closed_on = Date::parse_iso(row.text(8));
  result.entered_at = time_in(row, 9);
  return result;
}

// Activities one by one through the index of each opportunity would be the most of the work.
Status add_activities(Database& db, std::vector<OpportunityRow>& rows, Timestamp done_since) {
  std::unordered_map<Uuid, OpportunityRow*> by_id;
  by_id.reserve(rows.size());
  for (auto& row : rows) by_id.emplace(row.id.uuid, &row);
  COHOI_TRY(Statement open, db.prepare("SELECT opportunity_id, due_at FROM activity WHERE done_at IS NULL AND due_at IS NOT NULL AND opportunity_id IS NOT NULL"));
  for (;;) {
    COHOI_TRY(const bool there, open.step());
    if (!there) break;
    const auto found = by_id.find(id_in<Opportunity>(open, 0).uuid);
    if (found == by_id.end()) continue;
    const Timestamp due{open.integer(1)};
    auto& row = *found->second;
    row.next_due = std::min(row.next_due.value_or(due), due);
    row.last_due = std::max(row.last_due.value_or(due), due);
  }
  COHOI_TRY(Statement done, db.prepare("SELECT opportunity_id, done_at FROM activity WHERE done_at>=? AND opportunity_id IS NOT NULL"));
  done.bind(done_since.ms);
  for (;;) {
    COHOI_TRY(const bool there, done.step());
    if (!there) return {};
    const auto found = by_id.find(id_in<Opportunity>(done, 0).uuid);
    if (found == by_id.end()) continue;
    const Timestamp at{done.integer(1)};
    found->second->last_done = std::max(found->second->last_done.value_or(at), at);
  }
}

}  // namespace

Result<std::vector<OpportunityRow>> opportunity_rows(Database& db, std::optional<Date> closed_since, Timestamp done_since) {
  COHOI_TRY(Statement found,
            db.prepare("SELECT t.rid, t.id, t.stage_id, t.owner_id, t.amount, t.amount_currency,"
                       " CASE WHEN g.kind='open' THEN coalesce(t.probability, g.probability) ELSE g.probability END,"
                       " t.expected_close, t.closed_on, v.entered_at"
                       " FROM stage g JOIN opportunity t ON t.stage_id=g.id"
                       " LEFT JOIN stage_visit v ON v.opportunity_id=t.id AND v.left_at IS NULL"
                       " WHERE g.kind='open' OR (?1 IS NOT NULL AND t.closed_on>=?1)"));
  if (closed_since) found.bind(closed_since->to_iso());
  else found.bind(nullptr);
  std::vector<OpportunityRow> rows;
  for (;;) {
    COHOI_TRY(const bool there, found.step());
    if (!there) break;
    rows.push_back(read_row(found));
  }
  stable_order(rows, [](const OpportunityRow& a, const OpportunityRow& b) { return std::pair(a.rid, b.entered_at) < std::pair(b.rid, a.entered_at); });
  // An imported record may have two open stays: the later one counts.
  const auto doubled = [](const OpportunityRow& a, const OpportunityRow& b) { return a.rid == b.rid; };
  rows.erase(std::unique(rows.begin(), rows.end(), doubled), rows.end());
  COHOI_CHECK(add_activities(db, rows, done_since));
  return rows;
}

}  // namespace cohoi::store
