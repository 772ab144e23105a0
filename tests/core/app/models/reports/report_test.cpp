#include "core/app/models/reports/report.h"

#include "generated/text.h"
#include "tests/support/memory_session.h"
#include "web/ui/text.h"

using namespace cohoi;
using test::MemorySession;

namespace {

app::Report shown(MemorySession& m, app::ReportRequest request) {
  text::set_language(m->language());  // the tests' own words are English
  app::Names names(*m);
  auto result = app::report(*m, names, request);
  REQUIRE_MESSAGE(result, (result ? std::string() : result.error().detail));
  return *std::move(result);
}

std::string written(const app::ReportPart& part) {
  auto text = app::report_csv(part.table, [](const Message& message) { return ui::translate(message); }).substr(3);
  for (std::size_t at; (at = text.find("\r\n")) != text.npos;) text.replace(at, 2, "\n");
  return text;
}

// Of three leads one is qualified and one converted; its opportunity goes to the proposal, another one is won, a third lost.
void tell_story(MemorySession& m) {
  m.lead("Thị Hoa", "Lê");
  m.qualified_lead("Văn Bình", "Trần", "Công ty Sao Mai");
  const auto lead = m.convert(m.qualified_lead());
  m.prepare_for_contract(lead.converted_opportunity_id);
  m.must(app::MoveStage{{lead.converted_opportunity_id}, m.stage("proposal").id, {}});
  const auto won = m.opportunity("Won one");
  m.prepare_for_contract(won);
  m.edit(won, {test::number("contract_signed", 1)});
  m.clock.advance_ms(std::int64_t{4} * 24 * 3600 * 1000);
  m.must(app::CloseWon{won, {m.clock.today()}, {}});
  const auto lost = m.opportunity("Lost one");
  m.edit(lost, {test::vnd("amount", 120'000'000)});
  m.must(app::CloseLost{lost, {m.clock.today(), "price", {}, {}}});
}

}  // namespace

TEST_CASE("the funnel follows a cohort of leads, and counts a period by what happened in it") {
  MemorySession m;
  tell_story(m);
  const auto cohort = shown(m, {{"report", "funnel"}});
  REQUIRE(cohort.parts.size() == 2);
  CHECK(written(cohort.parts[0]) ==
        "Step,Reached it,Of the step before,Of the first\n"
        "Leads created,3,,\n"
        "Qualified,2,66.7,66.7\n"
        "Converted,1,50.0,33.3\n"
        "Needs confirmed,1,100.0,33.3\n"
        "Proposal,1,100.0,33.3\n"
        "Negotiation,0,0.0,0.0\n"
        "Contract,0,,0.0\n"
        "Won,0,,0.0\n");
  CHECK(written(cohort.parts[1]) ==
        "Step,Reached it,Of the step before,Of the first\n"
        "Needs confirmed,3,,\n"
        "Proposal,2,66.7,66.7\n"
        "Negotiation,1,50.0,33.3\n"
        "Contract,1,100.0,33.3\n"
        "Won,1,100.0,33.3\n");
  const auto period = shown(m, {{"report", "funnel"}, {"basis", "period"}});
  REQUIRE(period.parts.size() == 1);
  CHECK(period.parts[0].chart.points.size() == 8);
  CHECK(period.parts[0].chart.points.back().values.front() == 1);
}

TEST_CASE("win rate by count and by value has open ones in neither; reasons are those of lost ones") {
  MemorySession m;
  tell_story(m);
  const auto owners = shown(m, {{"report", "win_loss"}});
  REQUIRE(owners.parts.size() == 1);
  const auto& part = owners.parts[0];
  CHECK(part.figures[0].value == "50.0%");
  CHECK(part.figures[1].value == "80.0%");
  CHECK(part.figures[2].value == "₫480,000,000");
  CHECK(part.table.rows.size() == 2);  // the owner, and all
  const auto reasons = shown(m, {{"report", "win_loss"}, {"by", "reason"}});
  CHECK(written(reasons.parts[0]) == "Reason,Lost,Share,Lost value,Share of value\nPrice,1,100.0,120000000,100.0\n\"All, each once\",1,100.0,120000000,100.0\n");
  CHECK(shown(m, {{"report", "win_loss"}, {"period", "last_month"}}).parts[0].empty);
}

TEST_CASE("the forecast adds minor units by month and category, weighted and not, and names what has no month") {
  MemorySession m;
  tell_story(m);
  const auto weighted = shown(m, {{"report", "forecast"}});
  REQUIRE(weighted.parts.size() == 1);
  const auto& part = weighted.parts[0];
  CHECK(part.chart.points.size() == 6);
  // Open at the proposal: 480 million at 40 %; won: 480 million whole.
  CHECK(part.figures[0].value == "₫672M");
  const auto whole = shown(m, {{"report", "forecast"}, {"measure", "amount"}});
  const auto& row = whole.parts[0].table.rows.back();
  CHECK(row[row.size() - 2].plain == "960000000");
  CHECK(row.back().plain == "120000000");  // omitted: the lost one
  m.opportunity("No date");
  const auto undated = shown(m, {{"report", "forecast"}});
  CHECK(written(undated.parts[0]).find("No expected close,1,0,0,0,0,0,0") != std::string::npos);
}

TEST_CASE("cycles are calendar days, time in stage adds up, and both say of how many") {
  MemorySession m;
  tell_story(m);
  const auto report = shown(m, {{"report", "time"}});
  REQUIRE(report.parts.size() == 2);
  CHECK(written(report.parts[1]) == "Closed,\"Mean, days\",Median,Opportunities\nWon,4.0,4.0,1\nLost,0.0,0.0,1\n");
  CHECK(report.parts[0].table.rows.size() == 4);
  CHECK(report.parts[0].table.rows[0][3].plain == "3");
}

TEST_CASE("the trend has a month a row and the conversion rate of each month's leads") {
  MemorySession m;
  tell_story(m);
  const auto report = shown(m, {{"report", "trend"}});
  REQUIRE(report.parts.size() == 2);
  CHECK(report.parts[0].chart.points.size() == 12);
  CHECK(report.parts[0].chart.points.back().values == std::vector<std::int64_t>{3, 1, 1});
  CHECK(report.parts[1].figures[0].value == "33.3%");
  CHECK(ui::translate(report.parts[1].figures[0].detail.message) == "1 of 3 leads");
}

TEST_CASE("overrides are counted among what they were overrides of") {
  MemorySession m;
  tell_story(m);
  const auto hurried = m.opportunity("Hurried");
  m.must(app::MoveStage{{hurried}, m.stage("contract").id, "The director said so"});
  const auto report = shown(m, {{"report", "exceptions"}});
  REQUIRE(report.parts.size() == 2);
  const auto& rows = report.parts[0].table.rows;
  CHECK(rows[0][1].plain == "0");
  CHECK(rows[0][2].plain == "1");
  CHECK(rows[1][1].plain == "1");
  CHECK(written(report.parts[1]) == "Stage,Count,Share\nContract,1,100.0\n");
}

TEST_CASE("a report is its address, and nothing else gets into one") {
  app::ReportRequest request{{"report", "win_loss"}, {"by", "owner"}, {"period", "<script>"}, {"strange", "x"}};
  CHECK(app::address_of(request) == "#/reports?report=win_loss&by=owner");
  CHECK(app::address_of(app::ReportRequest{}) == "#/reports");
  CHECK(app::set_day(request, "from", "1/2/2026"));
  CHECK(request["from"] == "2026-02-01");
  CHECK_FALSE(app::set_day(request, "from", "soon"));
  MemorySession m;
  const auto nothing = shown(m, {{"report", "none"}, {"period", "ever"}, {"owner", "nobody"}, {"currency", "QQQ"}});
  CHECK(nothing.kind == app::ReportKind::funnel);
  for (const auto& part : nothing.parts) CHECK(part.empty);
  const auto days = shown(m, {{"report", "trend"}, {"period", "custom"}, {"from", "2026-05-20"}, {"to", "2026-03-01"}});
  CHECK(days.custom);
  CHECK(days.parts[0].chart.points.size() == 3);
}
