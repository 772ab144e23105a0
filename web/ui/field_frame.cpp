#include "web/ui/field_frame.h"

#include "generated/icons.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

FieldText words_of(const Field& look) {
  return {look.show_label ? look.label : std::string(), look.hint, look.error, look.required, look.css_label};
}

FieldFrame::FieldFrame(FieldText words, float css_width) : words_(std::move(words)), in_line_(region().inline_flow) {
  if (in_line_) {
    Region& line = region();
    const float wanted = std::min(css_width > 0.0F ? px(css_width) : px(120), line.width);
    if (line.line_x > line.x && line.line_x + wanted > line.x + line.width + 0.5F) break_line(line);
  }
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
  if (const float lead = px(words_.css_beside); lead > 0.0F && !words_.label.empty()) {
    const Rect box{ImVec2(in.x, in.y), ImVec2(in.x + lead - px(8), in.y + control_height())};
    draw_wrapped(box.below(std::max(0.0F, (box.height() - wrapped_height(words_.label, TextStyle::caption, box.width(), 2)) * 0.5F)), words_.label,
                 TextStyle::caption, theme().second, 2);
    in.x += lead;
    in.width -= lead;
    push_region(in);
    return;
  }
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
    // Heard when it comes, wherever the focus is; the field describes itself with it as well.
    if (!words_.error.empty()) semantics().leaf(node_of(0, Role::alert, below, box));
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

void draw_field_box(const Rect& box, const Touch& now, bool has_error, bool read_only, bool quiet) {
  const Theme& t = theme();
  if (quiet && !now.focused && !has_error) {
    if (now.hovered && !read_only) fill(box, t.hover, radius_control);
    return;
  }
  fill(box, read_only ? t.neutral_soft : t.surface, radius_control);
  const ImU32 resting = mix(t.border, t.border_strong, 0.45F);
  const ImU32 edge = now.focused ? t.accent : has_error ? t.bad : now.hovered ? t.border_strong : resting;
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
