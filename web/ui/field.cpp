#include "web/ui/field.h"

#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/field_frame.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

struct Kind {
  Role role = Role::textbox;
  Icon lead = nullptr;
  Icon tail = nullptr;
};

Edit edit_of(ImGuiID id, std::string& value) {
  const TextInput* typed = semantics().text_input(id);
  if (typed == nullptr) return Edit::none;
  value = typed->value;
  return typed->committed ? Edit::committed : Edit::changed;
}

Edit one_line(std::string_view key, const Field& look, std::string& value, const Kind& kind) {
  const ImGuiID id = id_of(key);
  const Edit edit = look.read_only ? Edit::none : edit_of(id, value);
  FieldFrame frame(words_of(look), look.css_width);
  const Rect box = place(control_height());
  const Touch now = touch(id, box);
  draw_field_box(box, now, !look.error.empty(), look.read_only, look.quiet);

  // The real input covers the text's room only, so that what stands beside it stays in sight while typing.
  Rect room = box;
  if (kind.lead != nullptr) {
    draw_icon(ImVec2(box.min.x + px(10.0F + 8.0F), box.centre().y), kind.lead, 16.0F, theme().second);
    room.min.x += px(10.0F + 16.0F - 2.0F);
  }
  if (kind.tail != nullptr) {
    if (!look.quiet || now.hovered || now.focused) draw_icon(ImVec2(box.max.x - px(10.0F + 8.0F), box.centre().y), kind.tail, 16.0F, theme().second);
    room.max.x -= px(10.0F + 16.0F - 2.0F);
  }
  if (!look.suffix.empty()) {
    const float width = std::min(text_width(look.suffix, TextStyle::body), box.width() * 0.4F);
    room.max.x -= width + px(4);
    draw_text(Rect{ImVec2(room.max.x - px(field_pad - 4.0F), box.min.y), ImVec2(box.max.x - px(field_pad), box.max.y)}, look.suffix, TextStyle::body, theme().second, Align::end);
  }
  const Rect text_box = room.inset(px(field_pad), 0.0F);
  if (value.empty()) {
    draw_text(text_box, look.placeholder, TextStyle::body, theme().second);
  } else if (!now.focused) {
    const bool secret = look.input == "password";
    const bool cut = draw_text(text_box, secret ? std::string_view("\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2") : std::string_view(value), TextStyle::body, theme().text);
    if (cut && !secret) offer_tooltip(id, box, value);
  }
  semantics().leaf(field_node(id, kind.role, look, value, room));
  return edit;
}

Field with(const Field& look, std::string input, std::string placeholder) {
  Field result = look;
  if (result.input.empty()) result.input = std::move(input);
  if (result.placeholder.empty()) result.placeholder = std::move(placeholder);
  return result;
}

}  // namespace

Edit text_field(std::string_view key, const Field& look, std::string& value) { return one_line(key, look, value, Kind{}); }

Edit search_field(std::string_view key, const Field& look, std::string& value) {
  return one_line(key, look, value, Kind{.role = Role::searchbox, .lead = icon::search});
}

Edit money_field(std::string_view key, const Field& look, std::string& value) {
  return one_line(key, with(look, "decimal", {}), value, Kind{});
}

Edit number_field(std::string_view key, const Field& look, std::string& value) {
  return one_line(key, look, value, Kind{.role = Role::spinbutton});
}

Edit date_field(std::string_view key, const Field& look, std::string& value) {
  return one_line(key, with(look, {}, text::ui_date_placeholder()), value, Kind{.tail = icon::calendar});
}

Edit month_field(std::string_view key, const Field& look, std::string& value) {
  return one_line(key, with(look, {}, text::ui_month_placeholder()), value, Kind{.tail = icon::calendar});
}

Edit text_area(std::string_view key, const Field& look, std::string& value, int lines) {
  const ImGuiID id = id_of(key);
  const Edit edit = look.read_only ? Edit::none : edit_of(id, value);
  FieldFrame frame(words_of(look), look.css_width);
  const StyleMetrics style = metrics(TextStyle::body);
  const float pad_y = px(6);
  const Rect box = place(style.line_height * static_cast<float>(std::max(1, lines)) + pad_y * 2.0F);
  const Touch now = touch(id, box);
  draw_field_box(box, now, !look.error.empty(), look.read_only, look.quiet);
  const Rect room = box.inset(px(field_pad), pad_y);
  if (value.empty()) {
    draw_wrapped(room, look.placeholder, TextStyle::body, theme().second, lines);
  } else if (!now.focused) {
    draw_wrapped(room, value, TextStyle::body, theme().text, lines);
  }
  Node node = field_node(id, Role::textarea, look, value, box);
  node.pad_y = pad_y;
  node.line_height = style.line_height;
  semantics().leaf(std::move(node));
  return edit;
}

bool select_field(std::string_view key, const Field& look, const std::vector<Option>& options, std::string& value) {
  const ImGuiID id = id_of(key);
  bool changed = false;
  if (const TextInput* chosen = semantics().text_input(id); chosen != nullptr && !look.read_only) {
    changed = value != chosen->value;
    value = chosen->value;
  }
  FieldFrame frame(words_of(look), look.css_width);
  const Rect box = place(control_height());
  const Touch now = touch(id, box);
  draw_field_box(box, now, !look.error.empty(), look.read_only, look.quiet);
  if (!look.quiet || now.hovered || now.focused) draw_icon(ImVec2(box.max.x - px(8.0F + 8.0F), box.centre().y), icon::chevrons_up_down, 14.0F, theme().second);
  const Option* shown = nullptr;
  for (const Option& option : options) {
    if (option.value == value) shown = &option;
  }
  const std::string placeholder = look.placeholder.empty() ? text::ui_choose() : look.placeholder;
  Rect room = box.inset(px(field_pad), 0.0F);
  room.max.x -= px(16);
  const bool empty = shown == nullptr || shown->label.empty();
  const bool cut = draw_text(room, empty ? placeholder : shown->label, TextStyle::body, empty ? theme().second : theme().text);
  if (cut) offer_tooltip(id, box, empty ? placeholder : shown->label);
  Node node = field_node(id, Role::select, look, value, box);
  node.options = options;
  // Without a choice the list needs a first row that says so, or the browser would show the first option as chosen.
  if (shown == nullptr) node.options.insert(node.options.begin(), Option{value, placeholder});
  semantics().leaf(std::move(node));
  return changed;
}

bool checkbox(std::string_view key, const Check& look, bool& value) {
  const ImGuiID id = id_of(key);
  const float mark = px(16);
  const float lead = mark + px(8);
  const float width = lead + text_width(look.label, TextStyle::body);
  FieldFrame frame(FieldText{{}, look.hint, {}, false});
  const float words = wrapped_height(look.label, TextStyle::body, region().inline_flow ? width : region().width - lead);
  const Rect room = place_up_to(ImVec2(width, std::max(words + px(4), context().touch ? px(44) : 0.0F)));
  const Rect box = room.left(std::min(room.width(), width));
  const Touch now = touch(id, box);
  const bool changed = now.activated && !look.refused;
  if (changed) value = !value;
  const Rect square{ImVec2(box.min.x, std::round(box.centre().y - mark * 0.5F)), ImVec2(box.min.x + mark, std::round(box.centre().y + mark * 0.5F))};
  draw_check(square, value ? Tristate::yes : Tristate::no, now.hovered);
  if (now.ring) focus_ring(square, 4.0F);
  draw_wrapped(box.from(lead).below(std::round((box.height() - words) * 0.5F)), look.label, TextStyle::body, look.refused ? theme().second : theme().text);
  Node node = node_of(id, Role::checkbox, look.label, box);
  node.checked = value ? Tristate::yes : Tristate::no;
  node.disabled = look.refused;
  node.hint = look.hint;
  semantics().leaf(std::move(node));
  return changed;
}

void draw_check(const Rect& square, Tristate state, bool hovered) {
  const Theme& t = theme();
  if (state == Tristate::no || state == Tristate::absent) {
    fill(square, t.surface, 4.0F);
    outline(square, hovered ? t.accent : t.border_strong, 4.0F);
    return;
  }
  fill(square, hovered ? t.accent_hover : t.accent, 4.0F);
  draw_icon(square.centre(), state == Tristate::mixed ? icon::minus : icon::check, 12.0F, t.on_accent);
}

}  // namespace cohoi::ui
