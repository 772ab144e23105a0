#include "core/app/models/form.h"

#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

TEST_CASE("an amount is edited in its own currency, a new one in that of the product") {
  MemorySession m;
  Names names{*m};
  const Currency usd = *Currency::parse("USD");
  const LeadId lead = m.lead("Sarah", "Collins");
  const auto budget = [&] {
    auto fields = fields_in_place(*m, names, Entity::lead, lead.uuid, {"estimated_budget"});
    REQUIRE(fields.size() == 1);
    return fields.front();
  };
  CHECK(budget().currency == "VND");
  m.edit(lead, {{"estimated_budget", Value(Money{12800, usd})}});
  CHECK(budget().text == "128.00");
  CHECK(budget().currency == "USD");
  CHECK(read_field(*m, budget(), "200") == Result<Value>(Value(Money{20000, usd})));
  CHECK(read_field(*m, budget(), "5.000.000 VND") == Result<Value>(Value(Money{5'000'000, Currency{}})));
}
