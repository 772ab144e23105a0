#include "web/ui/tabs.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "web/ui/field_frame.h"
#include "web/ui/internals.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr float segment_pad = 12.0F;

float choice_width(const Choice& choice, TextStyle style) {
  return (choice.icon == nullptr ? 0.0F : px(16.0F + (choice.label.empty() ? 0.0F : 6.0F))) + text_width(choice.label, style);
}

void draw_choice(const Rect& box, const Choice& choice, TextStyle style, ImU32 ink) {
  const float wanted = choice_width(choice, style);
  if (wanted > box.width() + 1.0F) internals().overflowing.push_back(choice.label);  // a choice is never cut
  const float content = std::min(wanted, box.width());
  float x = std::floor(box.centre().x - content * 0.5F);
  if (choice.icon != nullptr) {
    draw_icon(ImVec2(x + px(8), box.centre().y), choice.icon, 16.0F, ink);
    x += px(16.0F + 6.0F);
  }
  draw_text(Rect{ImVec2(x, box.min.y), ImVec2(std::max(x, box.max.x), box.max.y)}, choice.label, style, ink);
}

constexpr float least_pad = 6.0F;  // CSS pixels from the edge of a narrow segment to its words

// Equal shares while the longest choice fits one; then each by its words; and where that is not enough, without icons.
std::vector<float> shares_of(float width, std::vector<Choice>& choices) {
  std::vector<float> shares(choices.size(), width / static_cast<float>(std::max<std::size_t>(1, choices.size())));
  const auto natural = [](const Choice& choice) { return choice_width(choice, TextStyle::semibold) + px(least_pad) * 2.0F; };
  const auto fits = [&](const Choice& choice) { return natural(choice) <= shares.front(); };
  if (std::all_of(choices.begin(), choices.end(), fits)) return shares;
  const auto total = [&] { return std::accumulate(choices.begin(), choices.end(), 0.0F, [&](float sum, const Choice& one) { return sum + natural(one); }); };
  if (total() > width) {
    for (Choice& choice : choices)
      if (!choice.label.empty()) choice.icon = nullptr;
  }
  const float all = total();
  for (std::size_t i = 0; i < choices.size(); ++i) shares[i] = width * natural(choices[i]) / all;
  return shares;
}

bool segment_row(ImGuiID group, const Rect& box, std::vector<Choice> choices, std::string& selected, Role role, bool toned) {
  const Theme& t = theme();
  bool changed = false;
  fill(box, t.neutral_soft, radius_control);
  const auto shares = shares_of(box.width(), choices);
  float right = box.min.x;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    const ImGuiID id = sub_id(group, choice.key);
    const float left = right;
    right += shares[i];
    const Rect cell{ImVec2(std::floor(left), box.min.y), ImVec2(std::floor(right), box.max.y)};
    const Touch now = touch(id, cell);
    if (now.activated && selected != choice.key) {
      selected = choice.key;
      changed = true;
    }
    const bool on = selected == choice.key;
    const Rect inner = cell.inset(px(2), px(2));
    if (on) {
      const ImU32 back = toned ? soft_of(t, choice.tone) : t.dark ? t.pressed : t.surface;
      soft_shadow(inner, radius_control - 1.0F, 1.0F);
      fill(inner, choice.tone == Tone::second && toned ? (t.dark ? t.pressed : t.surface) : back, radius_control - 1.0F);
      outline(inner, toned ? mix(back, ink_of(t, choice.tone), 0.45F) : t.border, radius_control - 1.0F);
    } else if (now.hovered) {
      fill(inner, t.pressed, radius_control - 1.0F);
    }
    const ImU32 ink = !on ? t.second : toned && choice.tone != Tone::second ? ink_of(t, choice.tone) : t.text;
    draw_choice(cell.inset(px(least_pad), 0.0F), choice, on ? TextStyle::semibold : TextStyle::body, ink);
    if (now.ring) focus_ring(inner, radius_control - 1.0F);
    Node node = node_of(id, role, choice.label, cell);
    (role == Role::radio ? node.checked : node.selected) = on ? Tristate::yes : Tristate::no;
    semantics().leaf(std::move(node));
  }
  return changed;
}

float segments_width(const std::vector<Choice>& choices) {
  float widest = 0.0F;
  for (const Choice& choice : choices) widest = std::max(widest, choice_width(choice, TextStyle::semibold));
  return (widest + px(segment_pad) * 2.0F) * static_cast<float>(choices.size());
}

}  // namespace

bool tabs(std::string_view key, const std::string& name, const std::vector<Choice>& choices, std::string& selected) {
  const ImGuiID group = id_of(key);
  const Theme& t = theme();
  const float height = std::max(px(36), control_height());
  const Rect bar = place(height);
  bool changed = false;
  fill(bar.bottom(hairline()), t.border);
  semantics().open(node_of(group, Role::tablist, name, bar));
  float total = 0.0F;
  const auto label_of = [](const Choice& choice) { return choice.count < 0 ? choice.label : choice.label + "  " + std::to_string(choice.count); };
  for (const Choice& choice : choices) total += text_width(label_of(choice), TextStyle::semibold) + px(20);
  // Too many for a phone: they share what there is.
  const float squeeze = std::min(1.0F, bar.width() / std::max(1.0F, total));
  float x = bar.min.x;
  for (const Choice& choice : choices) {
    const std::string label = label_of(choice);
    const float width = std::floor((text_width(label, TextStyle::semibold) + px(20)) * squeeze);
    const Rect cell{ImVec2(x, bar.min.y), ImVec2(x + width, bar.max.y)};
    x += width;
    const ImGuiID id = sub_id(group, choice.key);
    const Touch now = touch(id, cell);
    if (now.activated && selected != choice.key) {
      selected = choice.key;
      changed = true;
    }
    const bool on = selected == choice.key;
    const float inset_x = squeeze < 1.0F ? px(4) : px(10);
    const bool cut = draw_text(cell.inset(inset_x, 0.0F), label, on ? TextStyle::semibold : TextStyle::body, on || now.hovered ? t.text : t.second, Align::centre);
    if (on) fill(cell.inset(inset_x, 0.0F).bottom(px(2)), t.accent, radius_full);
    if (now.ring) focus_ring(cell.inset(px(3), px(5)), radius_control);
    Node node = node_of(id, Role::tab, choice.label, cell);
    node.selected = on ? Tristate::yes : Tristate::no;
    if (cut) node.hint = choice.label;
    semantics().leaf(std::move(node));
  }
  semantics().close();
  return changed;
}

bool segments(std::string_view key, const std::string& name, const std::vector<Choice>& choices, std::string& selected) {
  const ImGuiID group = id_of(key);
  const Rect box = place(ImVec2(segments_width(choices), control_height()));
  semantics().open(node_of(group, Role::tablist, name, box));
  const bool changed = segment_row(group, box, choices, selected, Role::tab, false);
  semantics().close();
  return changed;
}

bool radio_group(std::string_view key, const RadioLook& look, const std::vector<Choice>& choices, std::string& selected) {
  const ImGuiID group = id_of(key);
  FieldFrame frame(FieldText{look.show_label ? look.label : std::string(), look.hint, look.error, look.required});
  const Rect room = place_up_to(ImVec2(segments_width(choices), control_height()));
  const Rect box = room.left(std::min(room.width(), segments_width(choices)));
  Node node = node_of(group, Role::radiogroup, look.label, box);
  node.hint = look.hint;
  node.error = look.error;
  node.required = look.required;
  semantics().open(std::move(node));
  const bool changed = segment_row(group, box, choices, selected, Role::radio, true);
  semantics().close();
  return changed;
}

}  // namespace cohoi::ui
