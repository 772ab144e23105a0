// What the reports count and add up, aggregated where the rows are. Every query takes the same scope; what each figure means stands in
// DOMAIN.md "Figures". Opportunities belong to the window by the day their row names: closed on, expected, created, entered.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/domain/figures.h"
#include "core/domain/pipeline.h"
#include "core/domain/sales_records.h"
#include "core/store/database.h"

namespace cohoi::store {

struct ReportScope {
  Window window;
  int utc_offset_minutes = 0;
  Timestamp now;
  OwnerId owner;        // of the lead or the opportunity; empty = all
  PipelineId pipeline;  // of the opportunity; empty = all
};

struct LeadSteps {
  std::int64_t created = 0;
  std::int64_t qualified = 0;  // converted ones among them
  std::int64_t converted = 0;
};
// Cohort: of the leads created in the window, how many are qualified and converted by now. Period: how many were created, had the last
// answer of their qualification, and were converted in the window.
enum class Basis : std::uint8_t { cohort, period };
[[nodiscard]] Result<LeadSteps> lead_steps(Database& db, const ReportScope& scope, Basis basis);

// Whose stages are counted.
enum class Reached : std::uint8_t {
  of_leads,    // opportunities made of the leads created in the window
  of_created,  // opportunities created in the window
  in_period,   // any opportunity that came to the stage for the first time in the window
};
// How many opportunities ever reached each of the stages (the history, the stage they are in, or a later one says so; lost ones stay in),
// and, last, how many are won (in_period: closed in the window). `stages`: the open stages of one pipeline in order.
[[nodiscard]] Result<std::vector<std::int64_t>> stages_reached(Database& db, const ReportScope& scope, const std::vector<Stage>& stages,
                                                               Reached whose);

struct ForecastSum {
  std::string month;     // "2026-11"; empty: no date
  std::string category;  // name of a ForecastCategory, P-9
  bool open = false;
  std::int64_t count = 0;
  Currency currency;
  std::int64_t amount = 0, weighted = 0;  // minor units; P-5
};
// Every opportunity: an open one by its expected close, a closed one by its close. The window does not apply.
[[nodiscard]] Result<std::vector<ForecastSum>> forecast_sums(Database& db, const ReportScope& scope);

enum class ClosedBy : std::uint8_t { reason, source, owner, product };
struct ClosedSum {
  std::string key;  // a reason, a source, an owner's or a product's id; empty: not given
  bool won = false;
  std::int64_t count = 0;
  MoneySums sums;
};
// Opportunities closed in the window. By reason: lost ones only. By product: each opportunity once for each of its products, with the
// value of those lines, or with its own amount when its one line has no price.
[[nodiscard]] Result<std::vector<ClosedSum>> closed_sums(Database& db, const ReportScope& scope, ClosedBy by);
// Won and lost of the window, each opportunity once.
[[nodiscard]] Result<std::vector<ClosedSum>> closed_totals(Database& db, const ReportScope& scope);

struct Cycles {
  std::vector<std::int64_t> won, lost;  // calendar days from created to closed
  std::int64_t left_out = 0;            // closed before they were created, or without that day
};
[[nodiscard]] Result<Cycles> cycles(Database& db, const ReportScope& scope);
// Seconds each opportunity spent in a stage, its visits added up (P-3), by stage id. Counted where it left the stage in the window, or
// is in it now and today is in the window.
[[nodiscard]] Result<std::map<std::string, std::vector<std::int64_t>>> stage_times(Database& db, const ReportScope& scope);

struct MonthCounts {
  std::int64_t created = 0;            // leads
  std::int64_t converted_of_them = 0;  // of the leads created in that month, by now
  std::int64_t converted = 0;          // leads converted in that month
  std::int64_t won = 0;                // opportunities closed in that month
};
[[nodiscard]] Result<std::map<Month, MonthCounts>> month_counts(Database& db, const ReportScope& scope);

struct OverrideCounts {
  std::int64_t conversions = 0, overridden_conversions = 0;        // C-0
  std::int64_t moves = 0, overridden_moves = 0;                    // P-1; entering a stage
  std::int64_t opportunities = 0, imported_without_gate = 0;       // P-1; created in the window
  std::int64_t leads = 0, imported_converted = 0;                  // created in the window
  std::map<std::string, std::int64_t> moves_by_stage;              // overridden ones
};
[[nodiscard]] Result<OverrideCounts> override_counts(Database& db, const ReportScope& scope);

}  // namespace cohoi::store
