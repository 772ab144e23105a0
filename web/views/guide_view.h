// Lead or opportunity? The two side by side, the journey, and the words.
#pragma once

namespace cohoi::views {

void draw_guide();

}  // namespace cohoi::views
