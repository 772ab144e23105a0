// Pictures of figures: funnels, bars, stacks and lines in the theme's colours. The values come as they are written; the same figures
// stand beside every chart as a table, so the picture is one img with a sentence, and the pointer finds the single values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/rect.h"

namespace cohoi::ui {

enum class ChartShape : std::uint8_t {
  funnel,  // steps beside each other; under each other where it is narrow
  bars,    // lying, one a row, series end to end
  stacks,  // standing, series on each other
  lines,
};
enum class ChartInk : std::uint8_t { accent, middle, faint, good, bad, neutral };

struct ChartSeries {
  std::string name;
  ChartInk ink = ChartInk::accent;
};

struct ChartPoint {
  std::string label;
  std::vector<std::int64_t> values;  // one a series, 0 or more
  std::vector<std::string> texts;    // the same as written
  std::string note;                  // behind the value
};

struct ChartMark {
  std::int64_t value = 0;
  std::string text;
};

struct Chart {
  ChartShape shape = ChartShape::bars;
  std::string name;                  // the whole in a sentence
  std::vector<ChartSeries> series;   // more than one: a legend
  std::vector<ChartPoint> points;
  std::vector<ChartMark> marks;      // of the axis from 0, rising; stacks and lines
};

// Takes the region's width and the height it needs. Returns its place.
Rect chart(std::string_view key, const Chart& look);
// Whether all of the place is in sight; scrolls to it when it is not.
[[nodiscard]] bool bring_into_sight(const Rect& place);

}  // namespace cohoi::ui
