#include "web/views/lock_view.h"

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/ui.h"

namespace cohoi::views {

void draw_settings_lock(const LockFacts& lock, IntentSink& sink) {
  const ui::Section section(text::lock_title());
  if (!lock.possible) return ui::paragraph(text::lock_not_here());
  ui::status("lock", lock.on ? text::lock_is_on() : text::lock_is_off(), lock.on ? ui::Tone::good : ui::Tone::second, ui::TextStyle::body,
             lock.on ? icon::circle_check : icon::info);
  const auto step = [&sink](const char* key, const std::string& label, LockStep wanted) {
    if (ui::button(key, {.label = label})) sink.push(UseLock{wanted});
  };
  if (!lock.on) {
    ui::paragraph(text::lock_lost());
    return step("set", text::lock_set(), LockStep::set);
  }
  {
    const ui::Inline line;
    step("now", text::lock_now(), LockStep::now);
    step("change", text::lock_change(), LockStep::change);
    step("off", text::lock_take_off(), LockStep::take_off);
  }
  auto minutes = lock.idle_minutes;
  const auto choice = [](const char* key) { return ui::Option{key, text::lock_minutes(key)}; };
  if (ui::select_field("idle", {.label = text::lock_after(), .hint = text::lock_after_hint(), .css_width = 240},
                       {choice("5"), choice("15"), choice("60"), {"0", text::lock_never()}}, minutes))
    sink.push(Remember{lock_idle_key, minutes});
}

std::string lock_words(LockStep question) {
  const auto sets = [](const std::string& what) { return what + "|" + text::lock_lost() + "|" + what; };
  const auto own = [&] {
    switch (question) {
      case LockStep::set: return sets(text::lock_set());
      case LockStep::change: return sets(text::lock_change());
      case LockStep::take_off: return text::lock_ask_off();
      case LockStep::let_file_leave: return text::lock_ask_leave();
      default: return text::lock_ask_unlock();
    }
  };
  return own() + "|" + text::lock_ask_all();
}

}  // namespace cohoi::views
