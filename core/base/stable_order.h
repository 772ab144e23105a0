// Stable sorting of records. std::stable_sort makes 3 kB of program for every type and order it is used with, two dozen of
// them; here one sort of places serves all, and each use adds only the moves into their new order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace cohoi {

// The places 0 … count-1 in order; `before(context, a, b)`: the record at a comes before the one at b.
using PlacesBefore = bool (*)(const void* context, std::size_t a, std::size_t b);
[[nodiscard]] std::vector<std::uint32_t> stable_places(std::size_t count, PlacesBefore before, const void* context);

// Equal records keep their order. For runs of plain numbers over every record std::sort is the faster one.
template <typename T, typename Before>
void stable_order(std::vector<T>& records, const Before& before) {
  struct Context {
    const T* records;
    const Before* before;
  };
  const Context context{records.data(), &before};
  const auto places = stable_places(
      records.size(),
      [](const void* given, std::size_t a, std::size_t b) {
        const auto& with = *static_cast<const Context*>(given);
        return static_cast<bool>((*with.before)(with.records[a], with.records[b]));
      },
      &context);
  std::vector<T> ordered;
  ordered.reserve(records.size());
  for (const auto place : places) ordered.push_back(std::move(records[place]));
  records = std::move(ordered);
}

}  // namespace cohoi
