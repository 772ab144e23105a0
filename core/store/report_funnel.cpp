#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "core/store/report_queries.h"
#include "core/store/report_sql.h"

namespace cohoi::store {
namespace {

// Everything one opportunity's rows say.
struct Seen {
  std::int64_t rid = -1;
  int furthest = -1;                  // open stage, or their number when it is won now
  std::vector<std::int64_t> first;    // in_period: when it first came to each stage or beyond
};

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

}  // namespace

Result<LeadSteps> lead_steps(Database& db, const ReportScope& scope, Basis basis) {
  LeadSteps steps;
  ReportSql created(db, scope, "SELECT count(*) FROM lead l WHERE 1");
  COHOI_TRY(steps.created, created.at("l.created_at").of_owner("l").count());
  // The unary + keeps the index of created_at out: few leads are converted or qualified, many are created.
  const bool cohort = basis == Basis::cohort;
  ReportSql converted(db, scope, "SELECT count(*) FROM lead l WHERE l.status='converted'");
  COHOI_TRY(steps.converted, converted.at(cohort ? "+l.created_at" : "l.converted_at").of_owner("l").count());
  ReportSql qualified(db, scope,
                      "SELECT count(*) FROM lead l WHERE l.rid IN (SELECT rid FROM lead_facts WHERE verdict='qualified' UNION "
                      "SELECT rid FROM lead WHERE status='converted')");
  qualified.at(cohort ? "+l.created_at" : "coalesce((SELECT max(a.answered_at) FROM answer a WHERE a.lead_id=l.id), l.converted_at)");
  COHOI_TRY(steps.qualified, qualified.of_owner("l").count());
  return steps;
}

Result<std::vector<std::int64_t>> stages_reached(Database& db, const ReportScope& scope, const std::vector<Stage>& stages, Reached whose) {
  const auto open = static_cast<int>(stages.size());
  std::unordered_map<std::string, int> position;
  for (int i = 0; i < open; ++i) position[stages[static_cast<std::size_t>(i)].id.to_string()] = i;
  const auto position_of = [&](std::string_view id) {
    const auto found = position.find(std::string(id));
    return found == position.end() ? -1 : found->second;
  };
  // A stay in the closed-won stage implies the open ones too, though it may have been reopened since.
  ReportSql sql(db, scope,
                "SELECT o.rid, o.stage_id, o.lost_at_stage_id, g.kind='won', v.stage_id, v.entered_at, w.kind='won' FROM opportunity o "
                "JOIN stage g ON g.id=o.stage_id LEFT JOIN stage_visit v ON v.opportunity_id=o.id LEFT JOIN stage w ON w.id=v.stage_id WHERE 1");
  if (whose == Reached::of_created) sql.at("o.created_at").of_opportunity("o");
  if (whose == Reached::in_period) sql.of_opportunity("o");
  if (whose == Reached::of_leads) {
    sql.add(" AND o.id IN (SELECT l.converted_opportunity_id FROM lead l WHERE l.status='converted'").at("+l.created_at").of_owner("l").add(")");
    if (!scope.pipeline.empty()) sql.add(" AND o.pipeline_id='" + scope.pipeline.to_string() + "'");
  }
  COHOI_TRY(Statement rows, sql.add(" ORDER BY o.rid").prepare());
  const bool timed = whose == Reached::in_period;
  const std::int64_t from = window_start(scope), to = window_end(scope);
  std::vector<int> furthest;
  std::vector<std::int64_t> counts(stages.size() + 1, 0);
  Seen seen;
  const auto finish = [&] {
    if (seen.rid < 0) return;
    if (!timed) return furthest.push_back(seen.furthest);
    for (std::size_t i = 0; i < stages.size(); ++i)
      if (seen.first[i] >= from && seen.first[i] < to) ++counts[i];
  };
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    if (rows.integer(0) != seen.rid) {
      finish();
      const bool won = rows.integer(3) != 0;
      seen = {.rid = rows.integer(0), .furthest = won ? open : std::max(position_of(rows.text(1)), position_of(rows.text(2))), .first = {}};
      if (timed) seen.first.assign(stages.size(), never);
    }
    const int visited = rows.integer(6) != 0 ? open - 1 : position_of(rows.text(4));
    seen.furthest = std::max(seen.furthest, visited);
    if (timed && !rows.is_null(5))
      for (int i = 0; i <= visited; ++i) seen.first[static_cast<std::size_t>(i)] = std::min(seen.first[static_cast<std::size_t>(i)], rows.integer(5));
  }
  finish();
  if (!timed) return reached(furthest, stages.size() + 1);
  ReportSql won(db, scope, "SELECT count(*) FROM opportunity o JOIN stage g ON g.id=o.stage_id AND g.kind='won' WHERE 1");
  COHOI_TRY(counts.back(), won.on("o.closed_on").of_opportunity("o").count());
  return counts;
}

}  // namespace cohoi::store
