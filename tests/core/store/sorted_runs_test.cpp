#include "core/store/sorted_runs.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/seeded_ids.h"

namespace cohoi::store {

TEST_CASE("sorted runs: many items come back in order, each as often as it was added") {
  test::SeededBits bits(11);
  for (const std::size_t count : {0U, 1U, 8191U, 8192U, 8193U, 30'000U}) {
    CAPTURE(count);
    SortedRuns<std::uint64_t> runs;
    std::vector<std::uint64_t> added;
    for (std::size_t i = 0; i < count; ++i) {
      added.push_back(bits.below(5'000));  // many of them alike
      runs.add(added.back());
    }
    std::sort(added.begin(), added.end());
    std::vector<std::uint64_t> back;
    while (const auto next = runs.next()) back.push_back(*next);
    CHECK(back == added);
    CHECK_FALSE(runs.next());
  }
}

TEST_CASE("sorted runs: texts are handed over whole") {
  SortedRuns<std::string> runs;
  for (const char* name : {"một tên dài hơn chỗ có sẵn trong một chuỗi", "b", "a"}) runs.add(name);
  CHECK(runs.next() == "a");
  CHECK(runs.next() == "b");
  CHECK(runs.next() == "một tên dài hơn chỗ có sẵn trong một chuỗi");
}

}  // namespace cohoi::store
