#include "core/domain/custom_field.h"

#include <doctest/doctest.h>

#include "core/domain/record.h"

using namespace cohoi;

TEST_CASE("a record keeps values of its own fields in one text, in order of their keys") {
  std::string kept;
  kept = with_custom_value(kept, "custom_b", Value(std::string("Quận 1")));
  kept = with_custom_value(kept, "custom_a", Value(Money{1200000, Currency{}}));
  kept = with_custom_value(kept, "custom_c", Value(std::int64_t{1}));
  CHECK(kept == "custom_a money VND 1200000\ncustom_b text Quận 1\ncustom_c number 1");
  CHECK(custom_value(kept, "custom_a") == Value(Money{1200000, Currency{}}));
  CHECK(custom_value(kept, "custom_b") == Value(std::string("Quận 1")));
  CHECK(custom_value(kept, "custom_c") == Value(std::int64_t{1}));
  CHECK_FALSE(given(custom_value(kept, "custom_")));
  CHECK_FALSE(given(custom_value(kept, "custom_d")));
}

TEST_CASE("a value taken away leaves the text as it was before, and an unset check is none") {
  const std::string before = "custom_a text x";
  const std::string with = with_custom_value(before, "custom_b", Value(std::int64_t{1}));
  CHECK(with_custom_value(with, "custom_b", Value{}) == before);
  CHECK(with_custom_value(with, "custom_b", Value(std::int64_t{0})) == before);
  CHECK(with_custom_value(before, "custom_a", Value{}).empty());
}

TEST_CASE("lines of another form are kept and give no value") {
  const std::string odd = "custom_a\ncustom_b money none\ncustom_c number x\nzzz";
  CHECK_FALSE(given(custom_value(odd, "custom_a")));
  CHECK_FALSE(given(custom_value(odd, "custom_b")));
  CHECK_FALSE(given(custom_value(odd, "custom_c")));
  CHECK(with_custom_value(odd, "custom_d", Value(std::string("y"))) == "custom_a\ncustom_b money none\ncustom_c number x\ncustom_d text y\nzzz");
}

TEST_CASE("choices are lines, tidy, each once, without the comma that parts several") {
  CustomField field;
  field.choices = "Small\n  Medium \n\nSmall\nLarge, very";
  CHECK(choices_of(field) == std::vector<std::string>{"Small", "Medium", "Large very"});
}
