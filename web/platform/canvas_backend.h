// Dear ImGui on the page's canvas: WebGL2, device pixels, drawn on demand.
//
// Of the frames after an event most look like the one before; the GPU gets only those that differ.
//
// One frame: sizes → NewFrame → begin_frame → draw() → end_frame → Render → (GPU) → patch to the mirror. It runs in an animation
// frame, or at once and without the GPU (`step`) inside a DOM event whose outcome the browser waits for.
#pragma once

#include "web/ui/semantics.h"

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <string>

namespace cohoi::platform {

class CanvasBackend {
 public:
  struct Hooks {
    std::function<void()> draw;                     // submits the whole screen
    std::function<void(float)> scale_changed;       // device pixels per CSS pixel; called before the first frame too
    std::function<void(const std::string&)> patch;  // the mirror's share of a frame, never empty
    std::function<std::string()> overflowing = nullptr;  // tests only: the last frame's texts wider than their clip, "text\n…"
  };

  // `semantics` must outlive this. Creates the ImGui context.
  explicit CanvasBackend(ui::Semantics& semantics);
  ~CanvasBackend();
  CanvasBackend(const CanvasBackend&) = delete;
  CanvasBackend& operator=(const CanvasBackend&) = delete;

  // False without WebGL2: the page then shows the reason, and frames still feed the mirror.
  bool start(Hooks hooks);

  void schedule(int frames = 3);    // draw that many frames, starting with the next animation frame
  void wake_in(double seconds);     // draw once that time has passed; the earliest wish wins; 0 = in the next animation frame
  void step(int frames = 1);        // frames at once, without the GPU
  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] bool in_frame() const { return in_frame_; }

  // From JS (js_bridge.h).
  void resized(int width, int height, float scale);
  void animation_frame();
  void woken();
  void context_changed(bool lost);
  void pointer(int kind, ImVec2 at, int button, bool touch);
  [[nodiscard]] int frame_count() const { return drawn_; }
  [[nodiscard]] std::string unnamed_items();
  [[nodiscard]] std::string overflowing_texts() const { return hooks_.overflowing ? hooks_.overflowing() : std::string(); }

 private:
  void frame(bool with_gpu);
  void draw_on_gpu(ImDrawData& data);
  [[nodiscard]] bool update_textures();  // whether there was anything to update
  void plan_next();

  ui::Semantics& semantics_;
  Hooks hooks_;
  ImGuiContext* context_ = nullptr;
  int gl_ = 0;
  bool lost_ = false;
  bool in_frame_ = false;
  bool ready_ = false;
  bool shown_ = false;     // the first frame is on the screen
  int wanted_ = 0;         // frames still to draw
  int drawn_ = 0;          // frames the GPU got
  std::uint64_t picture_ = 0;  // fingerprint of what the canvas shows, 0 = it must be drawn
  float scale_ = 1;
  double last_ms_ = 0;
  double wake_at_ms_ = 0;  // 0 = none
  double tooltip_at_ms_ = 0;
  int cursor_ = 0;
};

}  // namespace cohoi::platform
