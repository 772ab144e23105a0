#include "core/base/stable_order.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace cohoi {
namespace {

struct Person {
  std::string name;
  int age;
  std::unique_ptr<int> only_moved = nullptr;
};

TEST_CASE("records are sorted, equal ones keep their order, and none is copied") {
  std::vector<Person> people;
  for (const auto& [name, age] : std::vector<std::pair<std::string, int>>{{"An", 30}, {"Bình", 20}, {"Chi", 30}, {"Dũng", 20}, {"Giang", 10}})
    people.push_back({name, age});
  stable_order(people, [](const Person& a, const Person& b) { return a.age < b.age; });
  std::string names;
  for (const auto& person : people) names += person.name + " ";
  CHECK(names == "Giang Bình Dũng An Chi ");
}

TEST_CASE("nothing and one record are in order already") {
  std::vector<int> none, one{7};
  stable_order(none, std::less<>{});
  stable_order(one, std::less<>{});
  CHECK(none.empty());
  CHECK(one == std::vector<int>{7});
}

}  // namespace
}  // namespace cohoi
