// How long each report takes among 100,000 leads and 20,000 opportunities: processor time in milliseconds, best of five.
//   bench_report [leads]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "core/app/models/reports/report.h"
#include "tests/bench/must.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/seeded_ids.h"

namespace {

using namespace cohoi;

constexpr std::int64_t hour_ms = 3'600'000;

void fill(store::Database& db, app::Session& session, test::SeededIds& ids, std::uint64_t leads) {
  test::SeededBits dice(7);
  const auto stages = must(store::all<Stage>(db));
  const auto now = session.clock().now();
  std::vector<OwnerId> owners;
  std::vector<ProductId> products;
  auto transaction = must(store::Transaction::begin(db, session.write_context(), msg("bench"), store::TransactionKind::import));
  const auto put = [&](const auto& record) { must(transaction.insert_imported(store::raw_of(record))); };
  for (int i = 0; i < 12; ++i) put(Owner{.id = owners.emplace_back(ids.next_of<Owner>()), .name = std::to_string(i)});
  for (int i = 0; i < 30; ++i) put(Product{.id = products.emplace_back(ids.next_of<Product>()), .name = std::to_string(i)});
  const auto ago = [&](std::uint64_t hours) { return Timestamp{now.ms - static_cast<std::int64_t>(dice.below(hours)) * hour_ms}; };
  for (std::uint64_t i = 0; i < leads; ++i) {
    Lead lead{.id = ids.next_of<Lead>(), .last_name = "Lead " + std::to_string(i), .needs = "some words of what is needed", .owner_id = owners[dice.below(12)]};
    lead.created_at = ago(24 * 700);
    if (i % 5 == 0) {
      Opportunity deal{.id = ids.next_of<Opportunity>(), .name = "Deal " + std::to_string(i), .pipeline_id = stages[0].pipeline_id, .owner_id = lead.owner_id};
      deal.lead_id = lead.id;
      deal.amount = Money{static_cast<std::int64_t>(dice.below(1'000'000'000)), {}};
      deal.created_at = lead.created_at;
      deal.expected_close = Date{now.date(0).days + static_cast<std::int32_t>(dice.below(200)) - 30};
      const auto furthest = dice.below(4), end = dice.below(3);
      Timestamp at = *deal.created_at;
      for (std::uint64_t s = 0; s <= furthest; ++s) {
        const Timestamp left{at.ms + static_cast<std::int64_t>(dice.below(240)) * hour_ms};
        StageVisit visit{.id = ids.next_of<StageVisit>(), .opportunity_id = deal.id, .stage_id = stages[s].id, .entered_at = at};
        if (s < furthest || end > 0) visit.left_at = left;
        put(visit);
        at = left;
      }
      deal.stage_id = end == 0 ? stages[furthest].id : stages[3 + end].id;
      if (end > 0) {
        deal.closed_on = at.date(0);
        put(StageVisit{.id = ids.next_of<StageVisit>(), .opportunity_id = deal.id, .stage_id = deal.stage_id, .entered_at = at});
      }
      put(deal);
      put(LineItem{.id = ids.next_of<LineItem>(), .opportunity_id = deal.id, .product_id = products[dice.below(30)], .price = deal.amount});
      lead.status = LeadStatus::converted;
      lead.converted_opportunity_id = deal.id;
      lead.converted_at = lead.created_at;
    }
    put(lead);
  }
  must(transaction.commit());
}

}  // namespace

int main(int count, char** arguments) {
  test::FixedClock clock;
  test::SeededIds ids(3);
  auto db = must(store::Database::open_in_memory());
  auto session = must(app::Session::open(db, {.clock = clock, .ids = ids, .device = "bench"}));
  fill(db, *session, ids, count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 100'000);
  app::Names names(*session);
  for (const auto& kind : app::report_kinds())
    for (const char* period : {"last_12", "all"})
      for (const char* basis : {"cohort", "period"}) {
        if (kind.value != "funnel" && basis[0] == 'p') continue;
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
          const auto start = std::clock();
          must(app::report(*session, names, {{"report", kind.value}, {"period", period}, {"basis", basis}, {"by", "product"}}));
          best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        }
        std::printf("%-12s %-8s %-7s %7.1f ms\n", kind.value.c_str(), period, basis, best);
      }
  return 0;
}
