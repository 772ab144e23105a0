#include <algorithm>
#include <cmath>

#include "web/ui/field_frame.h"
#include "web/ui/internals.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"
#include "web/ui/tabs.h"

namespace cohoi::ui {

namespace {

constexpr int most_lines = 4;
constexpr float pad_x = 12.0F, mark = 16.0F, mark_gap = 8.0F;

void draw_mark(ImVec2 centre, bool on, bool hovered) {
  const Theme& t = theme();
  dot(centre, mark * 0.5F, on ? t.accent : hovered ? t.second : t.border_strong);
  dot(centre, mark * 0.5F - 1.5F, t.surface);
  if (on) dot(centre, mark * 0.25F, t.accent);
}

}  // namespace

bool radio_boxes(std::string_view key, const RadioLook& look, const std::vector<Choice>& choices, std::string& selected, float css_least) {
  const ImGuiID group = id_of(key);
  const Theme& t = theme();
  const FieldFrame frame(FieldText{look.show_label ? look.label : std::string(), look.hint, look.error, look.required});
  const auto count = static_cast<float>(std::max<std::size_t>(1, choices.size()));
  const float gap = px(gap_small), width = region().width;
  const bool stacked = (width - gap * (count - 1.0F)) / count < px(css_least);
  const float box_width = stacked ? width : std::floor((width - gap * (count - 1.0F)) / count);
  const float text_left = px(pad_x + mark + mark_gap), text_room = box_width - text_left - px(pad_x);
  const float line = metrics(TextStyle::body).line_height;
  const float pad_y = std::max(px(6), (control_height() - line) * 0.5F);
  const auto height_of = [&](const Choice& choice) { return wrapped_height(choice.label, TextStyle::body, text_room, most_lines) + pad_y * 2.0F; };
  float height = 0.0F;
  for (const Choice& choice : choices) height = stacked ? height + height_of(choice) + (height > 0.0F ? gap : 0.0F) : std::max(height, height_of(choice));
  const Rect all = place(height);
  Node node = node_of(group, Role::radiogroup, look.label, all);
  node.hint = look.hint;
  semantics().open(std::move(node));
  bool changed = false;
  ImVec2 at = all.min;
  for (const Choice& choice : choices) {
    const ImGuiID id = sub_id(group, choice.key);
    const Rect box{at, ImVec2(at.x + box_width, at.y + (stacked ? height_of(choice) : height))};
    if (stacked) at.y = box.max.y + gap;
    else at.x = box.max.x + gap;
    const Touch now = touch(id, box);
    if (now.activated && selected != choice.key) {
      selected = choice.key;
      changed = true;
    }
    const bool on = selected == choice.key;
    fill(box, on ? t.accent_soft : now.hovered ? t.hover : t.surface, radius_control);
    outline(box, on ? t.accent : t.border, radius_control);
    draw_mark(ImVec2(box.min.x + px(pad_x + mark * 0.5F), box.min.y + pad_y + line * 0.5F), on, now.hovered);
    const Rect words{ImVec2(box.min.x + text_left, box.min.y + pad_y), ImVec2(box.max.x - px(pad_x), box.max.y)};
    const bool cut = draw_wrapped(words, choice.label, TextStyle::body, t.text, most_lines);
    if (now.ring) focus_ring(box, radius_control);
    Node cell = node_of(id, Role::radio, choice.label, box);
    cell.checked = on ? Tristate::yes : Tristate::no;
    if (cut) offer_tooltip(id, box, choice.label, now.ring);
    semantics().leaf(std::move(cell));
  }
  semantics().close();
  return changed;
}

}  // namespace cohoi::ui
