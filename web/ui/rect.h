// A rectangle on the canvas in device pixels.
#pragma once

#include <imgui.h>

#include <algorithm>

namespace cohoi::ui {

struct Rect {
  ImVec2 min{}, max{};

  [[nodiscard]] float width() const { return max.x - min.x; }
  [[nodiscard]] float height() const { return max.y - min.y; }
  [[nodiscard]] ImVec2 centre() const { return ImVec2((min.x + max.x) * 0.5F, (min.y + max.y) * 0.5F); }
  [[nodiscard]] Rect inset(float x, float y) const { return Rect{ImVec2(min.x + x, min.y + y), ImVec2(max.x - x, max.y - y)}; }
  [[nodiscard]] Rect moved(float x, float y) const { return Rect{ImVec2(min.x + x, min.y + y), ImVec2(max.x + x, max.y + y)}; }
  [[nodiscard]] Rect left(float width) const { return Rect{min, ImVec2(min.x + width, max.y)}; }
  [[nodiscard]] Rect right(float width) const { return Rect{ImVec2(max.x - width, min.y), max}; }
  [[nodiscard]] Rect from(float x) const { return Rect{ImVec2(min.x + x, min.y), max}; }
  [[nodiscard]] Rect top(float height) const { return Rect{min, ImVec2(max.x, min.y + height)}; }
  [[nodiscard]] Rect bottom(float height) const { return Rect{ImVec2(min.x, max.y - height), max}; }
  [[nodiscard]] Rect below(float y) const { return Rect{ImVec2(min.x, min.y + y), max}; }
  [[nodiscard]] bool contains(ImVec2 point) const {
    return point.x >= min.x && point.x < max.x && point.y >= min.y && point.y < max.y;
  }
  [[nodiscard]] bool overlaps(const Rect& other) const {
    return min.x < other.max.x && max.x > other.min.x && min.y < other.max.y && max.y > other.min.y;
  }
  [[nodiscard]] Rect clipped(const Rect& by) const {
    const ImVec2 low(std::clamp(min.x, by.min.x, by.max.x), std::clamp(min.y, by.min.y, by.max.y));
    return Rect{low, ImVec2(std::clamp(max.x, low.x, by.max.x), std::clamp(max.y, low.y, by.max.y))};
  }
};

}  // namespace cohoi::ui
