#include <cmath>

#include "web/ui/board_parts.h"
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
      .amount = card.amount.empty() ? 0.0F : body + px(4),
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

void draw_card(const Rect& box, const BoardCard& card, const Touch& now, bool lifted) {
  const Theme& t = theme();
  soft_shadow(box, radius_card, lifted ? 10.0F : 2.0F);
  fill(box, lifted ? t.raised : t.surface, radius_card);
  outline(box, lifted ? t.accent : now.hovered ? mix(t.border, t.border_strong, 0.6F) : t.border, radius_card);
  if (now.ring) focus_ring(box.inset(px(2), px(2)), radius_card);

  const Rect room = box.inset(px(card_pad), px(card_pad));
  const Lines lines = lines_of(card, room.width());
  draw_wrapped(room.top(lines.name), card.name, TextStyle::semibold, t.text, name_lines);
  float y = lines.name;
  if (lines.second > 0.0F) draw_text(room.below(y + px(2)).top(lines.second - px(2)), card.second, TextStyle::caption, t.second);
  y += lines.second;
  if (lines.amount > 0.0F) draw_text(room.below(y + px(4)).top(lines.amount - px(4)), card.amount, TextStyle::body, t.text);
  y += lines.amount;
  if (lines.foot <= 0.0F) return;
  Rect foot = room.below(y + px(8)).top(px(20));
  if (!card.mark.empty()) {
    const Chip chip{.label = card.mark, .tone = Tone::warning};
    const float width = std::min(chip_width(chip), foot.width() * 0.5F);
    draw_chip(foot.left(width), chip);
    foot.min.x += width + px(6);
  }
  if (!card.next.empty()) {
    const float icon_room = card.next_icon == nullptr ? 0.0F : px(12.0F + 4.0F);
    const float width = std::min(text_width(card.next, TextStyle::caption) + icon_room, foot.width() * (card.foot.empty() ? 1.0F : 0.62F));
    const Rect next = foot.right(width);
    const ImU32 ink = ink_of(t, card.next_tone);
    if (icon_room > 0.0F) draw_icon(ImVec2(next.min.x + px(6), next.centre().y), card.next_icon, 12.0F, ink);
    draw_text(next.from(icon_room), card.next, TextStyle::caption, ink);
    foot.max.x -= width + px(8);
  }
  if (foot.width() > px(24)) draw_text(foot, card.foot, TextStyle::caption, ink_of(t, card.foot_tone));
}

std::string card_description(const BoardCard& card) {
  std::string result;
  for (const std::string* part : {&card.second, &card.amount, &card.mark, &card.foot, &card.next}) {
    if (part->empty()) continue;
    if (!result.empty()) result += ", ";
    result += *part;
  }
  return result;
}

}  // namespace cohoi::ui
