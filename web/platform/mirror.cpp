#include "web/platform/mirror.h"

#include "web/platform/js_bridge.h"

#include <utility>

namespace cohoi::platform {

namespace {

enum Flags : int { in_text = 1, twice = 1, ctrl = 2, shift = 4, alt = 8 };

}  // namespace

void Mirror::attach(float em_ratio) { cohoi_mirror_attach(this, em_ratio); }

void Mirror::show(const std::string& patch) { cohoi_mirror_apply(patch.c_str()); }

void Mirror::settle() {
  // The first frame acts on the event; views may queue what they want, so it is the second that shows the outcome.
  canvas_.step(2);
  canvas_.schedule();
}

void Mirror::clicked(ImGuiID id, bool twice_, bool ctrl_, bool shift_) {
  // A field's last text must be seen before the button that uses it, wherever the two stand on the screen.
  if (semantics_.has_text()) canvas_.step();
  semantics_.push_click(id, twice_, ctrl_, shift_);
  settle();
}

void Mirror::typed(ImGuiID id, std::string value, bool committed) {
  semantics_.push_text({id, std::move(value), committed});
  // What was entered is carried out within the event: the page never says Saved about something it has not even seen.
  if (committed && !canvas_.in_frame()) settle();
  else canvas_.schedule();
}

void Mirror::chosen(ImGuiID id, std::string value) {
  semantics_.push_text({id, std::move(value), true});
  settle();
}

void Mirror::focused(ImGuiID id, bool visible) {
  semantics_.push_focus(id, visible);
  canvas_.schedule();
}

void Mirror::scrolled(ImGuiID id, ImVec2 position) {
  semantics_.push_scroll({id, position.x, position.y});
  canvas_.schedule(2);
}

bool Mirror::key_pressed(ui::KeyPress key) {
  if (canvas_.in_frame()) return false;
  if (semantics_.has_text()) canvas_.step();
  const std::uint32_t before = semantics_.consumed_keys();
  semantics_.push_key(std::move(key));
  canvas_.step();
  if (semantics_.consumed_keys() == before) return false;
  settle();
  return true;
}

}  // namespace cohoi::platform

using cohoi::platform::Flags;
using cohoi::platform::Mirror;
using cohoi::platform::take_text;

void cohoi_on_click(Mirror* self, std::uint32_t id, int flags) {
  self->clicked(id, (flags & Flags::twice) != 0, (flags & Flags::ctrl) != 0, (flags & Flags::shift) != 0);
}
void cohoi_on_text(Mirror* self, std::uint32_t id, char* value, int committed) {
  self->typed(id, take_text(value), committed != 0);
}
void cohoi_on_choice(Mirror* self, std::uint32_t id, char* value) { self->chosen(id, take_text(value)); }
void cohoi_on_focus(Mirror* self, std::uint32_t id, int visible) { self->focused(id, visible != 0); }
void cohoi_on_scroll(Mirror* self, std::uint32_t id, float x, float y) { self->scrolled(id, ImVec2(x, y)); }
int cohoi_on_key(Mirror* self, char* key, std::uint32_t id, int flags) {
  cohoi::ui::KeyPress press;
  press.key = take_text(key);
  press.target = id;
  press.in_text = (flags & Flags::in_text) != 0;
  press.ctrl = (flags & Flags::ctrl) != 0;
  press.shift = (flags & Flags::shift) != 0;
  press.alt = (flags & Flags::alt) != 0;
  return self->key_pressed(std::move(press)) ? 1 : 0;
}
