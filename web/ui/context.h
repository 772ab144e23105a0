// What every widget needs of its surroundings for one frame. The app owns one Context for the life of the page and sets the
// public members before each frame; `Frame` makes it the current one, as Dear ImGui does with its own context. That pointer
// is the only state of this layer outside the Context.
//
//   ImGui::NewFrame(); semantics.begin_frame();
//   { ui::Frame frame(context); shell.draw(); }
//   semantics.end_frame(); ImGui::Render();
//   if (auto seconds = context.take_wake()) schedule(*seconds);
#pragma once

#include <imgui.h>

#include <memory>
#include <optional>
#include <string_view>

#include "core/base/locale.h"
#include "web/ui/semantics.h"
#include "web/ui/theme.h"

namespace cohoi::ui {

// Be Vietnam Pro, each with Lucide merged in. Never null while a frame is drawn.
struct Fonts {
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
};

struct Internals;

class Context {
 public:
  explicit Context(Semantics& recorder);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Semantics& semantics;
  Fonts fonts;
  ThemeKind theme = ThemeKind::light;
  Theme forced = theme_of(ThemeKind::light);  // what ThemeKind::forced stands for
  Language language = Language::vi;
  float scale = 1.0F;           // device pixels per CSS pixel
  bool touch = false;           // the main pointer is coarse: controls are 44 px high
  bool reduced_motion = false;
  bool apple_keys = false;      // Cmd where others have Ctrl
  double now = 0.0;             // seconds, only ever rising

  void request_frame() { wake_after(0.0); }
  void wake_after(double seconds);                 // the soonest wish of a frame wins
  [[nodiscard]] std::optional<double> take_wake(); // after the frame: when the next one is wanted, if at all

  [[nodiscard]] Internals& internals() { return *internals_; }

 private:
  std::unique_ptr<Internals> internals_;
  std::optional<double> wake_;
};

// The Context of the frame being drawn, or of the last one.
[[nodiscard]] Context& context();
[[nodiscard]] const Theme& theme();
[[nodiscard]] Semantics& semantics();

// Device pixels of CSS pixels, whole, so that edges stay sharp at every scale.
[[nodiscard]] float px(float css);
[[nodiscard]] float hairline();         // one CSS pixel, at least one device pixel
[[nodiscard]] float control_height();   // 32, 44 on touch
[[nodiscard]] float css_width();        // of the whole page, CSS pixels
[[nodiscard]] bool is_compact();        // under 1100 px: the rail shows icons, side panels cover
[[nodiscard]] bool is_phone();          // under 700 px: one column, bottom bar, dialogs as sheets

// One frame of the page: opens the bottom layer, and closes with menus and option lists on top.
class Frame {
 public:
  explicit Frame(Context& current);
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
};

// Ids: every control has a key of its own, unique among its siblings and the same in every language; scopes nest.
class IdScope {
 public:
  explicit IdScope(std::string_view key);
  explicit IdScope(std::size_t index);
  ~IdScope();
  IdScope(const IdScope&) = delete;
  IdScope& operator=(const IdScope&) = delete;
};
[[nodiscard]] ImGuiID id_of(std::string_view key);  // in the current scope
void focus(std::string_view key);                   // DOM focus for that control after this frame

}  // namespace cohoi::ui
