#include "core/store/report_queries.h"

#include "core/base/civil.h"
#include "core/store/report_sql.h"

namespace cohoi::store {
namespace {

constexpr std::int64_t ms_of_day = 86'400'000;

Date local_day(std::int64_t ms, const ReportScope& scope) { return Timestamp{ms}.date(scope.utc_offset_minutes); }

// Adds to the entry of the same key and end, which is the last one when the rows come in order.
ClosedSum& entry(std::vector<ClosedSum>& sums, std::string_view key, bool won) {
  for (auto& sum : sums)
    if (sum.won == won && sum.key == key) return sum;
  return sums.emplace_back(ClosedSum{.key = std::string(key), .won = won, .sums = {}});
}

Money money_of(const Statement& row, int amount, int currency) {
  return {row.integer(amount), Currency::parse(row.text(currency)).value_or(Currency{})};
}

const char* const closed_from = " FROM opportunity o JOIN stage g ON g.id=o.stage_id AND g.kind<>'open' WHERE 1";

Result<std::vector<ClosedSum>> closed_by_column(Database& db, const ReportScope& scope, std::string_view column, bool lost_only) {
  ReportSql sql(db, scope, "SELECT coalesce(" + std::string(column) + ", ''), g.kind='won', count(*), sum(o.amount), o.amount_currency" + closed_from);
  if (lost_only) sql.add(" AND g.kind='lost'");
  sql.on("o.closed_on").of_opportunity("o").add(" GROUP BY 1, 2, 5");
  COHOI_TRY(Statement rows, sql.prepare());
  std::vector<ClosedSum> sums;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return sums;
    ClosedSum& sum = entry(sums, rows.text(0), rows.integer(1) != 0);
    sum.count += rows.integer(2);
    if (!rows.is_null(3)) COHOI_CHECK(sum.sums.add(money_of(rows, 3, 4)));
  }
}

Result<std::vector<ClosedSum>> closed_by_product(Database& db, const ReportScope& scope) {
  // Unnamed lines count with those without a product.
  ReportSql sql(db, scope,
                "SELECT o.rid, coalesce(i.product_id, ''), g.kind='won', i.price, i.price_currency, coalesce(i.quantity, 1), "
                "coalesce(i.discount_percent, 0), o.amount, o.amount_currency, "
                "(SELECT count(*) FROM line_item n WHERE n.opportunity_id=o.id)"
                " FROM opportunity o JOIN stage g ON g.id=o.stage_id AND g.kind<>'open' LEFT JOIN line_item i ON i.opportunity_id=o.id WHERE 1");
  sql.on("o.closed_on").of_opportunity("o").add(" ORDER BY o.rid");
  COHOI_TRY(Statement rows, sql.prepare());
  std::vector<ClosedSum> sums;
  std::vector<std::string> seen;  // products of the opportunity whose lines are read
  std::int64_t opportunity = -1;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return sums;
    if (rows.integer(0) != opportunity) seen.clear();
    opportunity = rows.integer(0);
    const auto product = rows.text(1);
    ClosedSum& sum = entry(sums, product, rows.integer(2) != 0);
    bool again = false;
    for (const auto& one : seen) again |= one == product;
    if (!again) {
      ++sum.count;
      seen.emplace_back(product);
    }
    if (!rows.is_null(3)) {
      const auto total = line_total(money_of(rows, 3, 4), rows.integer(5), static_cast<int>(rows.integer(6)));
      if (!total) return fail(ErrorCode::invalid, msg("store.sum_too_large"));
      COHOI_CHECK(sum.sums.add(*total));
    } else if (rows.integer(9) <= 1 && !rows.is_null(7)) {
      COHOI_CHECK(sum.sums.add(money_of(rows, 7, 8)));
    }
  }
}

}  // namespace

Result<std::vector<ForecastSum>> forecast_sums(Database& db, const ReportScope& scope) {
  // P-5 as list_keys.cpp has it: parts of a hundred, so that nothing overflows; rounded half up below zero too.
  const std::string percent = "(CASE WHEN g.kind='open' THEN coalesce(o.probability, g.probability) ELSE g.probability END)";
  ReportSql sql(db, scope,
                "SELECT substr(CASE WHEN g.kind='open' THEN o.expected_close ELSE o.closed_on END, 1, 7), "
                "CASE WHEN g.kind='open' THEN coalesce(o.forecast_category, g.forecast_category) ELSE g.forecast_category END, "
                "g.kind='open', count(*), o.amount_currency, sum(o.amount), sum((o.amount/100)*" + percent + "+((o.amount%100)*" + percent +
                    "+10050)/100-100) FROM opportunity o JOIN stage g ON g.id=o.stage_id WHERE 1");
  sql.of_opportunity("o").add(" GROUP BY 1, 2, 3, 5");
  COHOI_TRY(Statement rows, sql.prepare());
  std::vector<ForecastSum> sums;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return sums;
    sums.push_back({.month = std::string(rows.text(0)),
                    .category = std::string(rows.text(1)),
                    .open = rows.integer(2) != 0,
                    .count = rows.integer(3),
                    .currency = Currency::parse(rows.text(4)).value_or(Currency{}),
                    .amount = rows.integer(5),
                    .weighted = rows.integer(6)});
  }
}

Result<std::vector<ClosedSum>> closed_sums(Database& db, const ReportScope& scope, ClosedBy by) {
  switch (by) {
    case ClosedBy::reason: return closed_by_column(db, scope, "o.loss_reason", true);
    case ClosedBy::source: return closed_by_column(db, scope, "o.source", false);
    case ClosedBy::owner: return closed_by_column(db, scope, "o.owner_id", false);
    case ClosedBy::product: break;
  }
  return closed_by_product(db, scope);
}

Result<std::vector<ClosedSum>> closed_totals(Database& db, const ReportScope& scope) { return closed_by_column(db, scope, "''", false); }

Result<Cycles> cycles(Database& db, const ReportScope& scope) {
  ReportSql sql(db, scope, std::string("SELECT g.kind='won', o.created_at, o.closed_on") + closed_from);
  COHOI_TRY(Statement rows, sql.on("o.closed_on").of_opportunity("o").prepare());
  Cycles found;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return found;
    const auto closed = Date::parse_iso(rows.text(2));
    const std::int64_t days = closed && !rows.is_null(1) ? closed->days - local_day(rows.integer(1), scope).days : -1;
    if (days < 0) ++found.left_out;
    else (rows.integer(0) != 0 ? found.won : found.lost).push_back(days);
  }
}

Result<std::map<std::string, std::vector<std::int64_t>>> stage_times(Database& db, const ReportScope& scope) {
  ReportSql sql(db, scope,
                "SELECT o.rid, v.stage_id, v.entered_at, v.left_at FROM opportunity o JOIN stage_visit v ON v.opportunity_id=o.id "
                "WHERE v.entered_at IS NOT NULL");
  COHOI_TRY(Statement rows, sql.of_opportunity("o").add(" ORDER BY o.rid").prepare());
  const std::int64_t from = window_start(scope), to = window_end(scope);
  struct Stay {
    std::string stage;
    std::int64_t ms = 0, left = 0;
  };
  std::map<std::string, std::vector<std::int64_t>> times;
  std::vector<Stay> stays;  // of one opportunity
  std::int64_t opportunity = -1;
  const auto finish = [&] {
    for (const auto& stay : stays)
      if (stay.left >= from && stay.left < to) times[stay.stage].push_back(stay.ms / 1000);
    stays.clear();
  };
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    if (rows.integer(0) != opportunity) finish();
    opportunity = rows.integer(0);
    const std::int64_t left = rows.is_null(3) ? scope.now.ms : rows.integer(3);
    Stay* stay = nullptr;
    for (auto& one : stays)
      if (one.stage == rows.text(1)) stay = &one;
    if (!stay) stay = &stays.emplace_back(Stay{.stage = std::string(rows.text(1))});
    stay->ms += std::max<std::int64_t>(0, left - rows.integer(2));
    stay->left = std::max(stay->left, left);
  }
  finish();
  return times;
}

Result<std::map<Month, MonthCounts>> month_counts(Database& db, const ReportScope& scope) {
  std::map<Month, MonthCounts> months;
  const auto read = [&](ReportSql& sql, std::int64_t MonthCounts::*counted) -> Status {
    COHOI_TRY(Statement rows, sql.prepare());
    // Neighbours fall into the same month nearly always.
    std::int64_t day = 0;
    MonthCounts* month = nullptr;
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) return {};
      const std::int64_t at = floor_div(rows.integer(0) + std::int64_t{scope.utc_offset_minutes} * 60'000, ms_of_day);
      if (!month || at != day) month = &months[Month::of(local_day(rows.integer(0), scope))];
      day = at;
      ++(month->*counted);
    }
  };
  ReportSql created(db, scope, "SELECT created_at FROM lead l WHERE 1");
  COHOI_CHECK(read(created.at("l.created_at").of_owner("l"), &MonthCounts::created));
  ReportSql of_them(db, scope, "SELECT created_at FROM lead l WHERE l.status='converted'");
  COHOI_CHECK(read(of_them.at("+l.created_at").of_owner("l"), &MonthCounts::converted_of_them));
  ReportSql converted(db, scope, "SELECT converted_at FROM lead l WHERE l.status='converted'");
  COHOI_CHECK(read(converted.at("l.converted_at").of_owner("l"), &MonthCounts::converted));
  ReportSql won(db, scope, "SELECT substr(o.closed_on, 1, 7), count(*) FROM opportunity o JOIN stage g ON g.id=o.stage_id AND g.kind='won' WHERE 1");
  COHOI_TRY(Statement rows, won.on("o.closed_on").of_opportunity("o").add(" GROUP BY 1").prepare());
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return months;
    if (const auto month = Month::parse_iso(rows.text(0))) months[*month].won += rows.integer(1);
  }
}

Result<OverrideCounts> override_counts(Database& db, const ReportScope& scope) {
  OverrideCounts counts;
  const auto read = [&](const char* what, const char* when, bool lead, std::int64_t& all, std::int64_t& marked) -> Status {
    ReportSql sql(db, scope, std::string("SELECT count(*), sum(") + what + ") FROM " + (lead ? "lead" : "opportunity") + " r WHERE 1");
    sql.at(when);
    if (lead) sql.of_owner("r");
    else sql.of_opportunity("r");
    COHOI_TRY(Statement rows, sql.prepare());
    COHOI_TRY(const bool row, rows.step());
    all = row ? rows.integer(0) : 0;
    marked = row ? rows.integer(1) : 0;
    return {};
  };
  COHOI_CHECK(read("coalesce(r.conversion_override, '')<>''", "r.converted_at", true, counts.conversions, counts.overridden_conversions));
  COHOI_CHECK(read("coalesce(r.imported_without_gate, 0)", "r.created_at", false, counts.opportunities, counts.imported_without_gate));
  COHOI_CHECK(read("coalesce(r.imported_converted, 0)", "r.created_at", true, counts.leads, counts.imported_converted));
  ReportSql moves(db, scope,
                  "SELECT v.stage_id, count(*), sum(coalesce(v.override_reason, '')<>'') FROM stage_visit v JOIN opportunity o ON o.id=v.opportunity_id "
                  "WHERE 1");
  COHOI_TRY(Statement rows, moves.at("v.entered_at").of_opportunity("o").add(" GROUP BY 1").prepare());
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return counts;
    counts.moves += rows.integer(1);
    counts.overridden_moves += rows.integer(2);
    if (rows.integer(2) > 0) counts.moves_by_stage[std::string(rows.text(0))] = rows.integer(2);
  }
}

}  // namespace cohoi::store
