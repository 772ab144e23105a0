#include "web/ui/display.h"

#include "generated/icons.h"

#include <cmath>

#include "web/ui/internals.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr float chip_icon = 12.0F;

// One line in the flow, recorded with its whole text; what the picture had to shorten, a tooltip says in full.
void line_of_text(std::string_view value, TextStyle style, ImU32 ink, Role role, int level) {
  const Rect box = place_up_to(ImVec2(text_width(value, style), metrics(style).line_height));
  const bool cut = draw_text(box, value, style, ink);
  Node node = node_of(0, role, std::string(value), box);
  node.level = level;
  if (cut) offer_tooltip(ordinal_id("cut"), box, value);
  semantics().leaf(std::move(node));
}

}  // namespace

void heading(std::string_view value, int level) {
  const TextStyle style = level <= 1 ? TextStyle::title : level == 2 ? TextStyle::section : TextStyle::semibold;
  if (region().inline_flow) {
    line_of_text(value, style, theme().text, Role::heading, level);
    return;
  }
  const Rect box = place_up_to(ImVec2(text_width(value, style), wrapped_height(value, style, region().width)));
  draw_wrapped(box, value, style, theme().text);
  Node node = node_of(0, Role::heading, std::string(value), box);
  node.level = level;
  semantics().leaf(std::move(node));
}

void text(std::string_view value, TextStyle style, Tone tone) {
  line_of_text(value, style, ink_of(theme(), tone), Role::text, 0);
}

void caption(std::string_view value, Tone tone) { text(value, TextStyle::caption, tone); }

void paragraph(std::string_view value, TextStyle style, Tone tone) {
  const float width = region().inline_flow ? std::min(text_width(value, style), region().width) : region().width;
  const float height = wrapped_height(value, style, width);
  const Rect box = place_up_to(ImVec2(region().inline_flow ? width : std::min(width, text_width(value, style)), height));
  draw_wrapped(box, value, style, ink_of(theme(), tone));
  text_node(std::string(value), box);
}

void icon(Icon glyph, Tone tone, float css_size) {
  const Rect box = place(ImVec2(px(css_size), std::max(px(css_size), metrics(TextStyle::body).line_height)));
  draw_icon(box.centre(), glyph, css_size, ink_of(theme(), tone));
}

void status(std::string_view key, std::string_view value, Tone tone, TextStyle style, Icon glyph) {
  const float lead = glyph == nullptr ? 0.0F : px(16.0F + 6.0F);
  const float room = region().width - lead;
  const bool flows = region().inline_flow;
  const float width = std::min(text_width(value, style), room);
  const float height = wrapped_height(value, style, flows ? width : room);
  const Rect box = place_up_to(ImVec2(lead + width, height));
  if (glyph != nullptr) {
    draw_icon(ImVec2(box.min.x + px(8), box.min.y + metrics(style).line_height * 0.5F), glyph, 16.0F, ink_of(theme(), tone));
  }
  draw_wrapped(box.from(lead), value, style, ink_of(theme(), tone));
  semantics().leaf(node_of(id_of(key), Role::status, std::string(value), box));
}

void status_icon(std::string_view key, std::string_view value, Tone tone, Icon glyph) {
  const Rect box = place(ImVec2(px(24), control_height()));
  draw_icon(box.centre(), glyph, 16.0F, ink_of(theme(), tone));
  offer_tooltip(id_of(key), box, value);
  semantics().leaf(node_of(id_of(key), Role::status, std::string(value), box));
}

float chip_width(const Chip& look) {
  const float lead = look.icon != nullptr ? px(chip_icon + 4.0F) : look.dot ? px(6.0F + 6.0F) : 0.0F;
  return px(8) * 2.0F + lead + text_width(look.label, TextStyle::caption_semibold);
}

void draw_chip(const Rect& box, const Chip& look) {
  const ImU32 ink = ink_of(theme(), look.tone);
  fill(box, soft_of(theme(), look.tone), radius_full);
  float x = px(8);
  if (look.icon != nullptr) {
    draw_icon(ImVec2(box.min.x + x + px(chip_icon) * 0.5F, box.centre().y), look.icon, chip_icon, ink);
    x += px(chip_icon + 4.0F);
  } else if (look.dot) {
    dot(ImVec2(box.min.x + x + px(3), box.centre().y), 3.0F, ink);
    x += px(6.0F + 6.0F);
  }
  Rect label = box.from(x);
  label.max.x -= std::min(px(8), std::max(0.0F, label.width()));
  draw_text(label, look.label, TextStyle::caption_semibold, ink);
}

void chip(const Chip& look) {
  const Rect box = place(ImVec2(chip_width(look), px(22)));
  draw_chip(box, look);
  if (!look.hint.empty()) offer_tooltip(ordinal_id("chip"), box, look.hint);
  text_node(look.label, box, look.hint);
}

void chips(const std::vector<Chip>& looks) {
  if (looks.empty()) return;
  Inline line(Align::start, 6.0F);
  for (const Chip& look : looks) chip(look);
}

void divider() {
  const Rect box = place(hairline());
  fill(box, theme().border);
}

void fact(std::string_view label, std::string_view value, Tone tone) {
  Stack stack(2.0F);
  caption(label);
  paragraph(value.empty() ? std::string_view("\xe2\x80\x93") : value, TextStyle::body, value.empty() ? Tone::second : tone);
}

void figure(std::string_view label, std::string_view value, std::string_view second, Tone tone) {
  Stack stack(2.0F);
  caption(label);
  text(value, TextStyle::figure, tone);
  if (!second.empty()) caption(second);
}

void draw_bar(const Rect& box, double share, ImU32 colour) {
  fill(box, theme().neutral_soft, radius_full);
  const float width = box.width() * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (width > 0.0F) fill(box.left(std::max(width, std::min(box.height(), box.width()))), colour, radius_full);
}

void progress(std::string_view key, const Progress& look) {
  Stack stack(6.0F);
  const float line_height = metrics(TextStyle::caption).line_height;
  const Rect head = place(line_height);
  const float value_width = std::min(text_width(look.value, TextStyle::caption), head.width() * 0.6F);
  draw_text(Rect{head.min, ImVec2(head.max.x - value_width - px(8), head.max.y)}, look.label, TextStyle::caption, theme().text);
  draw_text(head.right(value_width), look.value, TextStyle::caption, theme().second, Align::end);
  const Rect bar = place(px(6));
  draw_bar(bar, look.share, ink_of(theme(), look.tone));
  Node node = node_of(id_of(key), Role::progressbar, look.label, Rect{head.min, bar.max});
  node.value = look.value.empty() ? std::to_string(std::lround(look.share * 100.0)) + "%" : look.value;
  semantics().leaf(std::move(node));
}

void skeleton(int lines) {
  Stack stack(gap_medium);
  for (int i = 0; i < lines; ++i) {
    const Rect box = place(px(14));
    // Uneven ends, as text has them.
    const float share = i % 3 == 0 ? 0.9F : i % 3 == 1 ? 0.7F : 0.8F;
    fill(box.left(box.width() * share), theme().neutral_soft, 4.0F);
  }
}

void empty_state(Icon glyph, std::string_view title, std::string_view sentence, const Draw& actions) {
  const float room = std::min(region().width, px(440));
  const float text_height = wrapped_height(sentence, TextStyle::body, room);
  space(gap_section);
  const Rect badge = place(px(48));
  const Rect round{ImVec2(badge.centre().x - px(24), badge.min.y), ImVec2(badge.centre().x + px(24), badge.max.y)};
  fill(round, theme().neutral_soft, radius_full);
  draw_icon(round.centre(), glyph, 22.0F, theme().second);
  const Rect head = place(metrics(TextStyle::section).line_height);
  if (draw_text(head, title, TextStyle::section, theme().text, Align::centre)) text_node(std::string(title), head, std::string(title));
  else text_node(std::string(title), head);
  const Rect row = place(text_height);
  const float text_w = std::min(room, text_width(sentence, TextStyle::body));
  const Rect body{ImVec2(std::round(row.centre().x - text_w * 0.5F), row.min.y), ImVec2(std::round(row.centre().x + text_w * 0.5F) + 1.0F, row.max.y)};
  draw_wrapped(body, sentence, TextStyle::body, theme().second);
  text_node(std::string(sentence), body);
  if (actions) {
    space(4.0F);
    Inline line(Align::centre);
    actions();
  }
  space(gap_section);
}

void banner(std::string_view key, BannerKind kind, std::string_view sentence, const Draw& actions) {
  const Tone tone = kind == BannerKind::information ? Tone::accent : kind == BannerKind::good ? Tone::good : kind == BannerKind::warning ? Tone::warning : Tone::bad;
  const Icon glyph = kind == BannerKind::information ? icon::info : kind == BannerKind::good ? icon::circle_check : icon::triangle_alert;
  IdScope scope(key);
  const float pad = px(gap_medium);
  const float lead = px(16.0F + 8.0F);
  const Rect start = peek(recall(id_of("height"), px(44)));
  fill(start, soft_of(theme(), tone), radius_card);
  outline(start, mix(soft_of(theme(), tone), ink_of(theme(), tone), 0.25F), radius_card);
  draw_icon(ImVec2(start.min.x + pad + px(8), start.min.y + pad + metrics(TextStyle::body).line_height * 0.5F), glyph, 16.0F, ink_of(theme(), tone));
  Region in = region();
  in.x += pad + lead;
  in.width = std::max(0.0F, in.width - pad * 2.0F - lead);
  // A button beside the words is higher than their line: both stand on its middle.
  const bool beside = actions && in.width > px(480);
  const float lift = beside ? px(6) : 0.0F;
  in.y = start.min.y + pad - lift;
  in.gap = px(gap_small);
  in.empty = true;
  push_region(in);
  const auto say = [&] {
    const float height = wrapped_height(sentence, TextStyle::body, region().width);
    const float line = beside ? std::max(height, control_height()) : height;
    const Rect body = place(line);
    const Rect words = body.below(std::floor((line - height) * 0.5F));
    draw_wrapped(words, sentence, TextStyle::body, theme().text);
    semantics().leaf(node_of(id_of("sentence"), kind == BannerKind::bad ? Role::alert : Role::status, std::string(sentence), words));
  };
  if (beside) {
    Row row({flexible(), natural()});
    say();
    row.next();
    const Inline line(Align::end);
    actions();
  } else {
    say();
    if (actions) {
      const Inline line;
      actions();
    }
  }
  const Region done = pop_region();
  const float used = done.y + pad - lift - start.min.y;
  remember(id_of("height"), used);
  static_cast<void>(place(used));
}

}  // namespace cohoi::ui
