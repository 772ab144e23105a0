#include <cmath>
#include <utility>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/button.h"
#include "web/ui/dialog.h"
#include "web/ui/internals.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr double shown_for = 8.0;
constexpr std::size_t most = 4, most_on_phone = 2;

}  // namespace

void Toasts::show(std::string sentence, Tone tone, std::string action_label, std::string action_tag) {
  Toast toast;
  toast.number = next_number_++;
  toast.sentence = std::move(sentence);
  toast.tone = tone;
  toast.action_label = std::move(action_label);
  toast.action_tag = std::move(action_tag);
  toasts_.push_back(std::move(toast));
  if (toasts_.size() > (is_phone() ? most_on_phone : most)) toasts_.erase(toasts_.begin());
}

std::string Toasts::draw() {
  if (toasts_.empty()) return {};
  const double now = context().now;
  std::string pressed;
  const Rect page = page_rect();
  const float width = std::min(px(400), page.width() - px(32));
  const float x = is_phone() ? page.min.x + px(16) : std::round(page.centre().x - width * 0.5F);
  float bottom = page.max.y - px(is_phone() ? 72.0F : 24.0F);
  IdScope scope("toasts");
  std::uint64_t gone = 0;
  // No area of its own: what lies between the toasts belongs to the page.
  semantics().open(node_of(id_of("region"), Role::region, text::commands_notifications(), Rect{ImVec2(x, bottom), ImVec2(x, bottom)}));
  // The newest at the bottom, where the eye is.
  for (auto toast = toasts_.rbegin(); toast != toasts_.rend(); ++toast) {
    IdScope own(static_cast<std::size_t>(toast->number));
    if (toast->until == 0.0) {
      toast->until = toast->tone == Tone::bad ? -1.0 : now + shown_for;
      // An alert is heard when it comes; a status that comes with its words is not.
      if (toast->tone != Tone::bad) semantics().announce(toast->sentence);
      toast->over_dialog = internals().dialogs > 0;
    }
    // On a phone a dialog has the bottom of the screen: what was told before waits until it is gone.
    const bool waited = std::exchange(toast->waits, is_phone() && internals().dialogs > 0 && !toast->over_dialog && toast->until > 0.0);
    if (toast->waits) continue;
    if (waited) toast->until = now + shown_for;
    const float pad = px(gap_medium);
    const bool framed = toast->tone != Tone::normal;
    const float lead = framed ? px(16.0F + 8.0F) : 0.0F;
    const float action = toast->action_label.empty() ? 0.0F : text_width(toast->action_label, TextStyle::semibold) + px(24.0F + 8.0F);
    const float room = width - pad - lead - action - control_height() - px(8);
    const float words = wrapped_height(toast->sentence, TextStyle::body, room);
    const float height = std::max(words + pad * 2.0F, control_height() + px(12));
    const Rect box{ImVec2(x, bottom - height), ImVec2(x + width, bottom)};
    bottom -= height + px(gap_small);
    const Layer layer(id_of("layer"), box);
    const Theme& t = theme();
    soft_shadow(box, radius_card, 10.0F);
    fill(box, t.raised, radius_card);
    outline(box, t.border, radius_card);
    if (framed) {
      const Icon glyph = toast->tone == Tone::good ? icon::circle_check : toast->tone == Tone::accent ? icon::info : icon::circle_alert;
      draw_icon(ImVec2(box.min.x + pad + px(8), box.centre().y), glyph, 16.0F, ink_of(t, toast->tone));
    }
    const float text_y = std::round(box.centre().y - words * 0.5F);
    const Rect sentence{ImVec2(box.min.x + pad + lead, text_y), ImVec2(box.min.x + pad + lead + room, text_y + words)};
    draw_wrapped(sentence, toast->sentence, TextStyle::body, t.text);
    semantics().leaf(node_of(id_of("sentence"), toast->tone == Tone::bad ? Role::alert : Role::status, toast->sentence, sentence));
    Region line;
    line.inline_flow = true;
    line.x = line.line_x = sentence.max.x + px(4);
    line.width = box.max.x - px(6) - line.x;
    line.y = line.line_top = std::round(box.centre().y - control_height() * 0.5F);
    line.gap = px(4);
    push_region(line);
    if (action > 0.0F && button("action", {.label = toast->action_label, .kind = ButtonKind::quiet, .name = toast->action_label + ": " + toast->sentence})) {
      pressed = toast->action_tag;
      gone = toast->number;
    }
    if (icon_button("close", {.name = text::ui_dismiss(), .icon = icon::x})) gone = toast->number;
    pop_region();
    // It stays while somebody reads or is about to press.
    const bool held = pointer_in(box) || semantics().focused() == id_of("action") || semantics().focused() == id_of("close");
    if (held && toast->until > 0.0) toast->until = std::max(toast->until, now + 2.0);
    if (toast->until > 0.0) {
      if (now >= toast->until) gone = toast->number;
      else context().wake_after(toast->until - now);
    }
  }
  semantics().close();
  if (gone != 0) {
    std::erase_if(toasts_, [gone](const Toast& toast) { return toast.number == gone; });
    context().request_frame();
  }
  return pressed;
}

}  // namespace cohoi::ui
