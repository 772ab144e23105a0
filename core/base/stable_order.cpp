#include "core/base/stable_order.h"

#include <algorithm>
#include <numeric>

namespace cohoi {

std::vector<std::uint32_t> stable_places(std::size_t count, PlacesBefore before, const void* context) {
  std::vector<std::uint32_t> places(count);
  std::iota(places.begin(), places.end(), 0U);
  std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) { return before(context, a, b); });
  return places;
}

}  // namespace cohoi
