#include "core/app/import/column_study.h"

#include <doctest/doctest.h>

using namespace cohoi;
using namespace cohoi::app;

namespace {

DateStudy dates(std::initializer_list<const char*> texts) {
  DateStudy study;
  for (const char* text : texts) study.see(text);
  return study;
}

MoneyStudy amounts(std::initializer_list<const char*> texts) {
  MoneyStudy study;
  for (const char* text : texts) study.see(text);
  return study;
}

}  // namespace

TEST_CASE("the order of day and month is decided over the whole column") {
  CHECK(dates({"3/4/2021", "25/4/2021"}).order() == DateOrder::day_first);
  CHECK_FALSE(dates({"3/4/2021", "25/4/2021"}).undecidable());
  CHECK(dates({"3/4/2021", "4/25/2021"}).order() == DateOrder::month_first);
}

TEST_CASE("dates that can be read both ways are asked, others are not") {
  CHECK(dates({"3/4/2021", "5/6/2021"}).undecidable());
  CHECK(dates({"3/4/2021"}).example() == "3/4/2021");
  CHECK_FALSE(dates({"2021-04-03", "15 Apr, 2021 00:03:00"}).undecidable());
  CHECK_FALSE(dates({"4/4/2021"}).undecidable());
  CHECK_FALSE(dates({}).undecidable());
}

TEST_CASE("a column's decimal sign is told from its own values") {
  const auto vietnamese = amounts({"1.234.567", "2.500,5", "1.234"});
  CHECK(vietnamese.normal("1.234") == "1234");
  CHECK(vietnamese.normal("2.500,5") == "2500.5");
  const auto english = amounts({"1,234.50", "1,234"});
  CHECK(english.normal("1,234") == "1234");
  CHECK(english.normal("$22,700.00") == "$22700.00");
  CHECK(english.has_fractions());
  const auto whole = amounts({"1054", "4514"});
  CHECK_FALSE(whole.has_fractions());
  CHECK(whole.plain() == 2);
  CHECK_FALSE(amounts({"$22,700.00"}).without_currency());
}
