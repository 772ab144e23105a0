#include "web/ui/field_frame.h"

#include "generated/icons.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

FieldFrame::FieldFrame(FieldText words, float css_width) : words_(std::move(words)), in_line_(region().inline_flow) {
  Region in = region();
  if (in_line_) {
    // In a line of things a field is one of them: as wide as it says, its words above and below stay with it.
    in.x = in.line_x;
    in.width = css_width > 0.0F ? std::min(px(css_width), in.x + in.width - in.line_x) : std::max(px(120), region().x + region().width - in.line_x);
    in.y = in.line_top;
    in.inline_flow = false;
  } else {
    in.y = peek(0.0F).min.y;
    if (css_width > 0.0F) in.width = std::min(in.width, px(css_width));
  }
  in.gap = px(4);
  in.empty = true;
  in.natural = 0.0F;
  push_region(in);
  if (words_.label.empty()) return;
  const Rect box = place(metrics(TextStyle::caption_semibold).line_height);
  const float mark = words_.required ? px(10) : 0.0F;
  const float label = std::min(text_width(words_.label, TextStyle::caption_semibold), box.width() - mark);
  draw_text(box.left(label), words_.label, TextStyle::caption_semibold, theme().second);
  if (words_.required) draw_text(box.from(label + px(3)), "*", TextStyle::caption_semibold, theme().bad);
}

FieldFrame::~FieldFrame() {
  const std::string& below = words_.error.empty() ? words_.hint : words_.error;
  if (!below.empty()) {
    const float lead = words_.error.empty() ? 0.0F : px(12.0F + 4.0F);
    const float width = std::max(px(40), region().width - lead);
    const Rect box = place(wrapped_height(below, TextStyle::caption, width));
    const ImU32 ink = words_.error.empty() ? theme().second : theme().bad;
    if (lead > 0.0F) draw_icon(ImVec2(box.min.x + px(6), box.min.y + metrics(TextStyle::caption).line_height * 0.5F), icon::circle_alert, 12.0F, ink);
    draw_wrapped(box.from(lead), below, TextStyle::caption, ink);
  }
  const Region done = pop_region();
  Region& outer = region();
  if (!in_line_) {
    outer.y = done.y;
    outer.empty = false;
    outer.natural = std::max(outer.natural, done.natural);
    return;
  }
  outer.natural += (outer.empty ? 0.0F : outer.gap) + done.width;
  outer.line_x = done.x + done.width + outer.gap;
  outer.tallest = std::max(outer.tallest, done.y - outer.line_top);
  outer.y = std::max(outer.y, outer.line_top + outer.tallest);
  outer.empty = false;
}

void draw_field_box(const Rect& box, const Touch& now, bool has_error, bool read_only) {
  const Theme& t = theme();
  fill(box, read_only ? t.neutral_soft : t.surface, radius_control);
  const ImU32 quiet = mix(t.border, t.border_strong, 0.45F);
  const ImU32 edge = now.focused ? t.accent : has_error ? t.bad : now.hovered ? t.border_strong : quiet;
  if (now.focused) {
    const Rect halo = box.inset(-px(2), -px(2));
    outline(halo, mix(t.surface, t.accent, 0.35F), radius_control + 2.0F, 2.0F);
  }
  outline(box, edge, radius_control);
}

Node field_node(ImGuiID id, Role role, const Field& look, const std::string& value, const Rect& box) {
  Node node = node_of(id, role, look.label, box);
  node.value = value;
  node.hint = look.hint;
  node.error = look.error;
  node.input = look.input;
  node.placeholder = look.placeholder;
  node.max_length = look.max_length;
  node.required = look.required;
  node.read_only = look.read_only;
  node.want_focus = look.focus;
  node.font_px = metrics(TextStyle::body).size;
  node.ink = theme().text;
  node.pad_x = px(field_pad);
  return node;
}

}  // namespace cohoi::ui
