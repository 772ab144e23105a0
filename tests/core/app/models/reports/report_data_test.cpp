// Maven's published set: the reports against figures computed from the file itself.
#include <cstdlib>
#include <map>
#include <sstream>

#include "core/app/models/reports/report.h"
#include "generated/text.h"
#include "tests/core/app/import/import_fixture.h"
#include "web/ui/text.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

struct Ends {
  std::int64_t won = 0, lost = 0, value = 0;  // US dollars
};

// opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
std::map<std::string, Ends> counted(std::size_t column) {
  std::map<std::string, Ends> ends;
  std::istringstream lines(data_file("maven_crm_sales_opportunities/sales_pipeline.csv"));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    if (line.ends_with('\r')) line.pop_back();
    std::vector<std::string> fields{""};
    for (const char c : line)
      if (c == ',') fields.emplace_back();
      else fields.back() += c;
    auto& one = ends[fields[column] == "GTXPro" ? "GTX Pro" : fields[column]];
    one.won += fields[4] == "Won";
    one.lost += fields[4] == "Lost";
    if (fields[4] == "Won") one.value += std::strtoll(fields[7].c_str(), nullptr, 10);
  }
  return ends;
}

}  // namespace

TEST_CASE("data: win rate and won value of Maven's set, whole, by agent and by product" * needs_data()) {
  MemorySession m;
  for (const char* name : {"accounts.csv", "products.csv", "sales_pipeline.csv"}) {
    auto import = opened(m, data_file(std::string("maven_crm_sales_opportunities/") + name), name);
    ask(*import);
    bring_in(*import);
  }
  text::set_language(m->language());
  app::Names names(*m);
  for (const auto& [by, column] : {std::pair("owner", 1U), std::pair("product", 2U)}) {
    const auto report = app::report(*m, names, {{"report", "win_loss"}, {"by", by}, {"period", "all"}});
    REQUIRE(report);
    const auto& part = report->parts.front();
    CHECK(part.figures[0].value == "63.2%");
    CHECK(ui::translate(part.figures[0].detail.message) == "4,238 won of 6,711 closed");
    auto expected = counted(column);
    std::int64_t all = 0;
    std::size_t groups = 0;
    for (const auto& [name, ends] : expected) {
      all += ends.value;
      groups += ends.won + ends.lost > 0;
    }
    CHECK(part.table.rows.size() == groups + 1);
    for (const auto& row : part.table.rows) {
      const auto& name = row[0].label.text;
      if (name.empty()) {
        CHECK(row[1].plain == "4238");
        CHECK(row[2].plain == "2473");
        CHECK(row[4].plain == std::to_string(all));
        continue;
      }
      CAPTURE(name);
      REQUIRE(expected.count(name) == 1);
      CHECK(row[1].plain == std::to_string(expected[name].won));
      CHECK(row[2].plain == std::to_string(expected[name].lost));
      CHECK(row[4].plain == std::to_string(expected[name].value));
    }
  }
}
