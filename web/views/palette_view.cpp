#include "web/views/palette_view.h"

#include "generated/text.h"

namespace cohoi::views {

PaletteAnswer draw_palette(PaletteState& state) {
  const auto events = ui::finder("palette", {.title = text::commands_palette(), .placeholder = text::commands_placeholder(), .nothing = text::shell_search_nothing(state.typed)},
                                 state.sections, state.typed, state.active);
  return {events.chosen, events.query_changed, events.dismissed};
}

}  // namespace cohoi::views
