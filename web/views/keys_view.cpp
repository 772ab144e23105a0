#include "web/views/keys_view.h"

#include <algorithm>

#include "generated/text.h"
#include "web/ui/keycaps.h"
#include "web/ui/ui.h"

namespace cohoi::views {

namespace {

void draw_line(const KeyLine& line) {
  const auto keys = ui::words_of_keys(line.keys);
  const float caps = ui::keycaps_width(line.keys);
  const float room = ui::region_width() - caps - ui::px(12);
  const float words = ui::wrapped_height(line.label, ui::TextStyle::body, room);
  const auto box = ui::place(std::max(words, ui::px(24)));
  const float y = box.min.y + (box.height() - words) * 0.5F;
  ui::draw_wrapped({{box.min.x, y}, {box.min.x + room, y + words}}, line.label, ui::TextStyle::body, ui::theme().text);
  ui::draw_keycaps(box, line.keys);
  ui::semantics().leaf({.role = ui::Role::listitem, .name = line.label + ": " + keys, .min = box.min, .max = box.max});
}

}  // namespace

bool draw_keys_sheet(const std::vector<KeyGroup>& groups, bool& single, IntentSink& sink) {
  ui::Dialog dialog("keys", {.title = text::commands_keys(), .wide = true});
  bool changed = false;
  {
    ui::Row row(ui::equal_columns(260, 3, ui::gap_section), ui::gap_section);
    bool first = true;
    for (const auto& group : groups) {
      if (!std::exchange(first, false)) row.next();
      const ui::Stack stack(6);
      ui::heading(group.title, 3);
      const ui::Group list(group.title, ui::Role::list, group.title);
      for (const auto& line : group.lines) draw_line(line);
    }
  }
  changed = ui::checkbox("single", {.label = text::commands_single(), .hint = text::commands_single_hint()}, single);
  if (dialog.dismissed()) sink.push(CloseDialog{});
  return changed;
}

}  // namespace cohoi::views
