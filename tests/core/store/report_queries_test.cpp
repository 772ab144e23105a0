// The reports' SQL against the same figures counted record by record with the domain's own functions.
#include "core/store/report_queries.h"

#include <algorithm>

#include "core/domain/stage_rules.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::store;
using test::MemorySession;

namespace {

constexpr std::int64_t day_ms = 86'400'000;

// A random history: leads and opportunities of 40 days around the clock's day, in two currencies, of three owners.
struct World {
  explicit World(std::uint64_t seed) : m(seed), dice(seed) {
    for (const char* key : {"needs", "proposal", "negotiation", "contract"}) open.push_back(m.stage(key));
    won = m.stage("won");
    lost = m.stage("lost");
    scope.utc_offset_minutes = 7 * 60;
    scope.now = m.clock.now();
    const Date today = scope.now.date(scope.utc_offset_minutes);
    scope.window = {Date{today.days - 25}, Date{today.days - 5}};
    WriteContext& context = m->write_context();
    auto transaction = Transaction::begin(m.db, context, msg("random"));
    REQUIRE(transaction);
    for (int i = 0; i < 3; ++i) owners.push_back(put(*transaction, Owner{.id = m.ids.next_of<Owner>(), .name = std::to_string(i)}));
    for (int i = 0; i < 3; ++i) products.push_back(put(*transaction, Product{.id = m.ids.next_of<Product>(), .name = std::to_string(i)}));
    for (int i = 0; i < 60; ++i) add_opportunity(*transaction);
    for (int i = 0; i < 80; ++i) add_lead(*transaction);
    REQUIRE(transaction->commit());
    if (below(2) == 0) scope.owner = owners[below(3)];
    if (below(2) == 0) scope.pipeline = won.pipeline_id;
  }

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice.below(n)); }
  std::optional<Timestamp> some_time() { return Timestamp{scope.now.ms - static_cast<std::int64_t>(below(40 * 24)) * 3'600'000}; }
  template <class T>
  Id<T> put(Transaction& transaction, T record) {
    REQUIRE(transaction.put(record));
    return record.id;
  }

  void add_opportunity(Transaction& transaction) {
    Opportunity one{.id = m.ids.next_of<Opportunity>(), .name = "x", .pipeline_id = won.pipeline_id, .owner_id = owners[below(3)]};
    one.created_at = some_time();
    if (below(5) > 0) one.amount = Money{static_cast<std::int64_t>(below(1'000'000)), below(2) == 0 ? Currency{} : Currency::parse("USD").value()};
    if (below(3) == 0) one.probability = static_cast<std::int64_t>(below(101));
    if (below(4) == 0) one.forecast_category = "commit";
    if (below(3) > 0) one.expected_close = some_time()->date(0);
    const auto furthest = below(4);
    const auto end = below(3);
    Timestamp at = *one.created_at;
    for (std::size_t i = 0; i <= furthest; ++i) {
      if (below(4) == 0) continue;  // skipped, P-2
      const Timestamp left{at.ms + static_cast<std::int64_t>(below(4 * 24)) * 3'600'000};
      StageVisit visit{.id = m.ids.next_of<StageVisit>(), .opportunity_id = one.id, .stage_id = open[i].id, .entered_at = at, .left_at = left};
      if (i == furthest && end == 0) visit.left_at.reset();
      put(transaction, visit);
      at = left;
    }
    one.stage_id = end == 0 ? open[furthest].id : end == 1 ? won.id : lost.id;
    if (end > 0) {
      one.closed_on = at.date(scope.utc_offset_minutes);
      if (below(8) == 0) one.closed_on = Date{one.created_at->date(scope.utc_offset_minutes).days - 1};
      if (end == 2) {
        one.loss_reason = below(2) == 0 ? "price" : "timing";
        if (below(2) == 0) one.lost_at_stage_id = open[furthest].id;
      }
      put(transaction, StageVisit{.id = m.ids.next_of<StageVisit>(), .opportunity_id = one.id, .stage_id = one.stage_id, .entered_at = at});
    }
    const auto items = below(4);
    for (std::size_t i = 0; i < items; ++i) {
      LineItem item{.id = m.ids.next_of<LineItem>(), .opportunity_id = one.id, .product_id = products[below(3)], .quantity = 1 + static_cast<std::int64_t>(below(4))};
      if (below(3) > 0) item.price = Money{static_cast<std::int64_t>(below(5000)), {}};
      item.discount_percent = static_cast<std::int64_t>(below(30));
      put(transaction, item);
    }
    opportunities.push_back(put(transaction, one));
  }

  void add_lead(Transaction& transaction) {
    Lead lead{.id = m.ids.next_of<Lead>(), .last_name = "x", .owner_id = owners[below(3)]};
    lead.created_at = some_time();
    if (below(3) == 0) {
      lead.status = LeadStatus::converted;
      lead.converted_at = Timestamp{lead.created_at->ms + day_ms * static_cast<std::int64_t>(below(9))};
      if (below(4) > 0) lead.converted_opportunity_id = opportunities[below(opportunities.size())];
    }
    put(transaction, lead);
    if (below(2) == 0) return;
    for (const char* key : {"need", "ability", "timeframe"})
      put(transaction, CriterionAnswer{.id = m.ids.next_of<CriterionAnswer>(), .lead_id = lead.id, .criterion = key, .answer = Answer::yes, .evidence = "e", .answered_at = some_time()});
  }

  // --- the same, record by record

  bool in(std::optional<Timestamp> time) const { return time && in(std::optional<Date>(time->date(scope.utc_offset_minutes))); }
  bool in(std::optional<Date> date) const { return date && *date >= scope.window.first && *date <= scope.window.last; }
  bool mine(OwnerId owner) const { return scope.owner.empty() || owner == scope.owner; }
  const Stage& stage_of(const Opportunity& one) const {
    for (const auto& stage : open)
      if (stage.id == one.stage_id) return stage;
    return one.stage_id == won.id ? won : lost;
  }
  int position(StageId id) const {
    for (std::size_t i = 0; i < open.size(); ++i)
      if (open[i].id == id) return static_cast<int>(i);
    return id == won.id ? 3 : -1;
  }
  int furthest(const Opportunity& one) {
    if (one.stage_id == won.id) return 4;
    int best = std::max(position(one.stage_id), position(one.lost_at_stage_id));
    for (const auto& visit : m.by<StageVisit>("opportunity_id", one.id)) best = std::max(best, position(visit.stage_id));
    return best;
  }

  MemorySession m;
  test::SeededBits dice;
  std::vector<Stage> open;
  Stage won, lost;
  std::vector<OwnerId> owners;
  std::vector<ProductId> products;
  std::vector<OpportunityId> opportunities;
  ReportScope scope;
};

template <class T>
T must(Result<T> result) {
  REQUIRE_MESSAGE(result, (result ? std::string() : result.error().detail));
  return *std::move(result);
}

}  // namespace

TEST_CASE("the reports' queries count what the records say, whatever the history") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    World w(seed);
    const auto leads = w.m.all<Lead>();
    const auto deals = w.m.all<Opportunity>();

    LeadSteps cohort, period;
    std::map<Month, MonthCounts> months;
    for (const auto& lead : leads) {
      if (!w.mine(lead.owner_id)) continue;
      const bool converted = lead.status == LeadStatus::converted;
      const bool qualified = converted || must(lead_facts(w.m.db, lead.id)).verdict == Verdict::qualified;
      std::optional<Timestamp> answered = lead.converted_at;
      if (const auto answers = w.m.by<CriterionAnswer>("lead_id", lead.id); !answers.empty())
        answered = std::max_element(answers.begin(), answers.end(), [](const auto& a, const auto& b) { return a.answered_at < b.answered_at; })->answered_at;
      if (w.in(lead.created_at)) {
        ++cohort.created;
        cohort.qualified += qualified;
        cohort.converted += converted;
        auto& month = months[Month::of(lead.created_at->date(w.scope.utc_offset_minutes))];
        ++month.created;
        month.converted_of_them += converted;
      }
      period.qualified += qualified && w.in(answered);
      if (converted && w.in(lead.converted_at)) {
        ++period.converted;
        ++months[Month::of(lead.converted_at->date(w.scope.utc_offset_minutes))].converted;
      }
    }
    const auto by_cohort = must(lead_steps(w.m.db, w.scope, Basis::cohort)), by_period = must(lead_steps(w.m.db, w.scope, Basis::period));
    CHECK(by_cohort.created == cohort.created);
    CHECK(by_cohort.qualified == cohort.qualified);
    CHECK(by_cohort.converted == cohort.converted);
    CHECK(by_period.created == cohort.created);
    CHECK(by_period.qualified == period.qualified);
    CHECK(by_period.converted == period.converted);

    std::vector<int> of_created, of_leads;
    std::vector<std::int64_t> in_period(5, 0);
    std::map<std::string, std::map<bool, std::pair<std::int64_t, MoneySums>>> by_owner, by_product;
    std::map<std::string, std::vector<std::int64_t>> times;
    std::map<std::string, std::int64_t> forecast;
    Cycles expected;
    for (const auto& deal : deals) {
      const bool from_lead = std::any_of(leads.begin(), leads.end(), [&](const Lead& lead) {
        return lead.status == LeadStatus::converted && lead.converted_opportunity_id == deal.id && w.in(lead.created_at) && w.mine(lead.owner_id);
      });
      if (from_lead) of_leads.push_back(w.furthest(deal));
      if (!w.mine(deal.owner_id)) continue;
      const auto& stage = w.stage_of(deal);
      const auto visits = w.m.by<StageVisit>("opportunity_id", deal.id);
      if (w.in(deal.created_at)) of_created.push_back(w.furthest(deal));
      for (int step = 0; step < 4; ++step) {
        std::optional<Timestamp> first;
        for (const auto& visit : visits)
          if (w.position(visit.stage_id) >= step && (!first || *visit.entered_at < *first)) first = visit.entered_at;
        in_period[static_cast<std::size_t>(step)] += w.in(first);
      }
      for (const auto& time : time_in_stages(visits, w.scope.now)) {
        Timestamp left{0};
        for (const auto& visit : visits)
          if (visit.stage_id == time.stage_id) left = std::max(left, visit.left_at.value_or(w.scope.now));
        if (w.in(std::optional<Timestamp>(left))) times[time.stage_id.to_string()].push_back(time.seconds);
      }
      const auto date = stage.kind == StageKind::open ? deal.expected_close : deal.closed_on;
      const auto head = (date ? Month::of(*date).to_iso() : std::string()) + " " + std::string(name_of(forecast_of(deal, stage))) + " ";
      ++forecast[head + "count"];
      if (deal.amount) forecast[head + std::string(deal.amount->currency.code()) + " amount"] += deal.amount->minor;
      if (deal.amount) forecast[head + std::string(deal.amount->currency.code()) + " weighted"] += weighted_amount(deal, stage)->minor;
      if (stage.kind == StageKind::open || !w.in(deal.closed_on)) continue;
      const bool won = stage.kind == StageKind::won;
      in_period[4] += won;
      if (won) ++months[Month::of(*deal.closed_on)].won;
      const auto days = deal.closed_on->days - deal.created_at->date(w.scope.utc_offset_minutes).days;
      if (days < 0) ++expected.left_out;
      else (won ? expected.won : expected.lost).push_back(days);
      auto& owner = by_owner[deal.owner_id.to_string()][won];
      ++owner.first;
      if (deal.amount) REQUIRE(owner.second.add(*deal.amount));
      const auto items = w.m.by<LineItem>("opportunity_id", deal.id);
      std::vector<std::string> seen;
      for (const auto& item : items) {
        auto& product = by_product[item.product_id.to_string()][won];
        if (std::find(seen.begin(), seen.end(), item.product_id.to_string()) == seen.end()) ++product.first;
        seen.push_back(item.product_id.to_string());
        if (item.price) REQUIRE(product.second.add(*line_total(*item.price, item.quantity, static_cast<int>(item.discount_percent))));
        else if (items.size() == 1 && deal.amount) REQUIRE(product.second.add(*deal.amount));
      }
      if (items.empty()) {
        auto& none = by_product[""][won];
        ++none.first;
        if (deal.amount) REQUIRE(none.second.add(*deal.amount));
      }
    }
    CHECK(must(stages_reached(w.m.db, w.scope, w.open, Reached::of_created)) == reached(of_created, 5));
    CHECK(must(stages_reached(w.m.db, w.scope, w.open, Reached::of_leads)) == reached(of_leads, 5));
    CHECK(must(stages_reached(w.m.db, w.scope, w.open, Reached::in_period)) == in_period);

    auto found_times = must(stage_times(w.m.db, w.scope));
    for (auto* map : {&times, &found_times})
      for (auto& [stage, seconds] : *map) std::sort(seconds.begin(), seconds.end());
    CHECK(found_times == times);
    auto found_cycles = must(cycles(w.m.db, w.scope));
    for (auto* list : {&found_cycles.won, &found_cycles.lost, &expected.won, &expected.lost}) std::sort(list->begin(), list->end());
    CHECK(found_cycles.won == expected.won);
    CHECK(found_cycles.lost == expected.lost);
    CHECK(found_cycles.left_out == expected.left_out);

    std::map<std::string, std::int64_t> sums;
    for (const auto& sum : must(forecast_sums(w.m.db, w.scope))) {
      const auto head = sum.month + " " + sum.category + " ";
      sums[head + "count"] += sum.count;
      if (sum.amount != 0) sums[head + std::string(sum.currency.code()) + " amount"] += sum.amount;
      if (sum.weighted != 0) sums[head + std::string(sum.currency.code()) + " weighted"] += sum.weighted;
    }
    for (auto at = forecast.begin(); at != forecast.end();) at = at->second == 0 ? forecast.erase(at) : std::next(at);
    CHECK(sums == forecast);

    for (const auto by : {ClosedBy::owner, ClosedBy::product}) {
      auto& wanted = by == ClosedBy::owner ? by_owner : by_product;
      std::size_t groups = 0;
      for (const auto& [key, ends] : wanted) groups += ends.size();
      const auto found = must(closed_sums(w.m.db, w.scope, by));
      CHECK(found.size() == groups);
      for (const auto& sum : found) {
        CHECK(sum.count == wanted[sum.key][sum.won].first);
        for (const auto& money : wanted[sum.key][sum.won].second.all()) CHECK(sum.sums.in(money.currency).minor == money.minor);
      }
    }
    const auto found_months = must(month_counts(w.m.db, w.scope));
    for (const auto& [month, count] : months) {
      REQUIRE(found_months.count(month) == 1);
      const auto& found = found_months.at(month);
      CHECK(found.created == count.created);
      CHECK(found.converted_of_them == count.converted_of_them);
      CHECK(found.converted == count.converted);
      CHECK(found.won == count.won);
    }
    CHECK(found_months.size() == months.size());
  }
}
