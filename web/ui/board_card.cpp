#include <cmath>

#include "web/ui/board_parts.h"
#include "web/ui/context.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr int name_lines = 2;

struct Lines {
  float name, second, amount, foot;
};

Lines lines_of(const BoardCard& card, float width) {
  const float body = metrics(TextStyle::body).line_height;
  const float caption_line = metrics(TextStyle::caption).line_height;
  return Lines{
      .name = wrapped_height(card.name, TextStyle::semibold, width, name_lines),
      .second = card.second.empty() ? 0.0F : caption_line + px(2),
      .amount = body + px(4),  // also without an amount: the menu's button stands there
      .foot = card.foot.empty() && card.next.empty() && card.mark.empty() ? 0.0F : px(20) + px(8),
  };
}

}  // namespace

float card_height(const BoardCard& card, float width) {
  const Lines lines = lines_of(card, width - px(card_pad) * 2.0F);
  return px(card_pad) * 2.0F + lines.name + lines.second + lines.amount + lines.foot;
}

float card_height_at_most() {
  const float body = metrics(TextStyle::body).line_height;
  return px(card_pad) * 2.0F + body * 2.0F + metrics(TextStyle::caption).line_height + px(2) + body + px(4) + px(20) + px(8);
}

Rect menu_corner(const Rect& box, const BoardCard& card) {
  const Rect room = box.inset(px(card_pad), px(card_pad));
  const Lines lines = lines_of(card, room.width());
  const float half = std::floor(control_height() * 0.5F);
  const ImVec2 middle(room.max.x - px(10), std::round(room.min.y + lines.name + lines.second + px(4) + (lines.amount - px(4)) * 0.5F));
  return Rect{ImVec2(middle.x - half, middle.y - half), ImVec2(middle.x + half, middle.y + half)};
}

void draw_card(const Rect& box, const BoardCard& card, const CardLook& look) {
  const Theme& t = theme();
  soft_shadow(box, radius_card, look.lifted ? 10.0F : look.hovered ? 4.0F : 2.0F);
  fill(box, look.lifted ? t.raised : t.surface, radius_card);
  outline(box, look.lifted ? t.accent : look.hovered ? mix(t.border, t.border_strong, 0.6F) : t.border, radius_card);
  if (look.ring) focus_ring(box.inset(px(2), px(2)), radius_card);

  const Rect room = box.inset(px(card_pad), px(card_pad));
  const Lines lines = lines_of(card, room.width());
  draw_wrapped(room.top(lines.name), card.name, TextStyle::semibold, t.text, name_lines);
  float y = lines.name;
  if (lines.second > 0.0F) draw_text(room.below(y + px(2)).top(lines.second - px(2)), card.second, TextStyle::caption, t.second);
  y += lines.second;
  Rect amount = room.below(y + px(4)).top(lines.amount - px(4));
  // Under a finger the button is always there, and the owner beside it; a mouse has it come in the owner's place.
  if (look.menu) amount.max.x -= px(28);
  if (!card.person.empty() && (!look.menu || context().touch)) {
    draw_avatar(ImVec2(amount.max.x - px(10), amount.centre().y), card.person, 20.0F);
    amount.max.x -= px(28);
  }
  draw_text(amount, card.amount, TextStyle::body, t.text);
  y += lines.amount;
  if (lines.foot <= 0.0F) return;
  Rect foot = room.below(y + px(8)).top(px(20));
  if (!card.mark.empty()) {
    const Chip chip{.label = card.mark, .tone = Tone::warning};
    const float width = std::min(chip_width(chip), foot.width() * 0.5F);
    draw_chip(foot.left(width), chip);
    foot.min.x += width + px(6);
  }
  // How long it lies here in full, what comes next in what is left.
  const float days = std::min(text_width(card.foot, TextStyle::caption), foot.width());
  draw_text(foot.left(days), card.foot, TextStyle::caption, ink_of(t, card.mark.empty() ? Tone::second : Tone::warning));
  if (days > 0.0F) foot.min.x += days + px(8);
  if (card.next.empty() || foot.width() < px(32)) return;
  const float icon_room = card.next_icon == nullptr ? 0.0F : px(12.0F + 4.0F);
  const Rect next = foot.right(std::min(text_width(card.next, TextStyle::caption) + icon_room, foot.width()));
  const ImU32 ink = ink_of(t, card.next_tone);
  if (icon_room > 0.0F) draw_icon(ImVec2(next.min.x + px(6), next.centre().y), card.next_icon, 12.0F, ink);
  draw_text(next.from(icon_room), card.next, TextStyle::caption, ink);
}

std::string card_description(const BoardCard& card) {
  std::string result;
  for (const std::string* part : {&card.second, &card.amount, &card.person, &card.mark, &card.foot, &card.next}) {
    if (part->empty()) continue;
    if (!result.empty()) result += ", ";
    result += *part;
  }
  return result;
}

}  // namespace cohoi::ui
