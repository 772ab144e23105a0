#include "web/platform/canvas_backend.h"

#include "web/platform/js_bridge.h"

#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cstring>

namespace cohoi::platform {

namespace {

// Longer pauses (a hidden tab, a debugger) must not make animations jump.
constexpr float longest_frame = 0.1F;
constexpr float shortest_frame = 0.001F;
// ImGui shows tooltips after up to 0.4 s of a still pointer, and no event comes at that moment.
constexpr double tooltip_delay_ms = 450;

enum PointerKind : int { moved = 0, pressed = 1, released = 2, gone = 3 };

// Any change of a vertex, an index or a command changes it; a few hundred kilobytes take a tenth of a millisecond.
class Fingerprint {
 public:
  void add(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), bytes += sizeof(std::uint64_t)) {
      std::uint64_t word;
      std::memcpy(&word, bytes, sizeof word);
      mix(word);
    }
    for (; size > 0; --size, ++bytes) mix(*bytes);
  }
  void mix(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9E3779B97F4A7C15U;
    value_ ^= value_ >> 29U;
  }
  [[nodiscard]] std::uint64_t value() const { return value_ == 0 ? 1 : value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325U;
};

std::uint64_t fingerprint_of(const ImDrawData& data) {
  Fingerprint print;
  for (const ImDrawList* list : data.CmdLists) {
    print.add(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    print.add(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      print.add(&command.ClipRect, sizeof command.ClipRect);
      print.mix(static_cast<std::uint64_t>(command.GetTexID()));
      print.mix(std::uint64_t{command.VtxOffset} << 32U | command.IdxOffset);
      print.mix(command.ElemCount);
    }
  }
  return print.value();
}

}  // namespace

CanvasBackend::CanvasBackend(ui::Semantics& semantics) : semantics_(semantics) {
  IMGUI_CHECKVERSION();
  context_ = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "cohoi";
  // Focus and keys are the DOM's (see semantics.h).
  io.ConfigFlags &= ~(ImGuiConfigFlags_NavEnableKeyboard | ImGuiConfigFlags_NavEnableGamepad);
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigInputTextCursorBlink = false;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.ConfigWindowsResizeFromEdges = false;
  io.DisplaySize = ImVec2(1, 1);
}

CanvasBackend::~CanvasBackend() {
  ui::watch_items(context_, nullptr);
  if (gl_ > 0) ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

bool CanvasBackend::start(Hooks hooks) {
  hooks_ = std::move(hooks);
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = false;
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  attributes.majorVersion = 2;
  attributes.enableExtensionsByDefault = false;
  gl_ = static_cast<int>(emscripten_webgl_create_context("#canvas", &attributes));
  if (gl_ > 0) {
    emscripten_webgl_make_context_current(gl_);
    ImGui_ImplOpenGL3_Init("#version 300 es");
  } else {
    // ImGui lays out text from its own atlas, so the mirror works without a picture.
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    lost_ = true;
    cohoi_stage_fail("no-webgl");
  }
  ready_ = true;
  cohoi_stage_attach(this);
  schedule();
  return gl_ > 0;
}

void CanvasBackend::schedule(int frames) {
  wanted_ = std::max(wanted_, frames);
  if (ready_ && !in_frame_ && wanted_ > 0) cohoi_stage_request_frame();
}

void CanvasBackend::wake_in(double seconds) {
  if (seconds <= 0) {
    schedule(1);
    return;
  }
  const double at = emscripten_get_now() + seconds * 1000;
  if (wake_at_ms_ > 0 && wake_at_ms_ <= at) return;
  wake_at_ms_ = at;
  if (!in_frame_) plan_next();
}

void CanvasBackend::step(int frames) {
  if (in_frame_) {
    schedule();
    return;
  }
  for (int i = 0; i < frames; ++i) frame(false);
}

void CanvasBackend::resized(int width, int height, float scale) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
  io.DisplayFramebufferScale = ImVec2(1, 1);
  if (scale != scale_ || drawn_ == 0) {
    scale_ = scale;
    if (hooks_.scale_changed) hooks_.scale_changed(scale);
  }
  schedule();
  // Resizing cleared the canvas: what the browser paints now has to be drawn now.
  picture_ = 0;
  if (!in_frame_ && drawn_ > 0) frame(true);
}

void CanvasBackend::animation_frame() {
  if (wanted_ <= 0) return;
  --wanted_;
  frame(true);
}

void CanvasBackend::woken() {
  wake_at_ms_ = 0;
  schedule(2);
}

void CanvasBackend::context_changed(bool lost) {
  if (gl_ <= 0) return;
  lost_ = lost;
  picture_ = 0;
  // While the context is lost these are no-ops for GL; on restore they would name objects of the old context.
  if (lost) ImGui_ImplOpenGL3_DestroyDeviceObjects();
  if (!lost) schedule();
}

void CanvasBackend::pointer(int kind, ImVec2 at, int button, bool touch) {
  ImGuiIO& io = ImGui::GetIO();
  // Neither modifiers nor the kind of pointer: for them Dear ImGui would put a press off until after the frames of its click.
  if (kind == PointerKind::gone) {
    for (int held = 0; held < ImGuiMouseButton_COUNT; ++held) {
      if (io.MouseDown[held]) io.AddMouseButtonEvent(held, false);
    }
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    tooltip_at_ms_ = 0;
  } else {
    io.AddMousePosEvent(at.x, at.y);
    if (kind != PointerKind::moved && button >= 0 && button < ImGuiMouseButton_COUNT) {
      io.AddMouseButtonEvent(button, kind == PointerKind::pressed);
    }
    tooltip_at_ms_ = touch ? 0 : emscripten_get_now() + tooltip_delay_ms;
  }
  schedule(kind == PointerKind::moved ? 2 : 3);
}

std::string CanvasBackend::unnamed_items() {
  ui::watch_items(context_, &semantics_);
  // Windows hide their first frame to measure themselves.
  step(2);
  std::string list;
  for (const ImGuiID id : semantics_.unnamed()) list += std::to_string(id) + ' ' + semantics_.label_of(id) + '\n';
  ui::watch_items(context_, nullptr);
  return list;
}

void CanvasBackend::frame(bool with_gpu) {
  in_frame_ = true;
  const double start = emscripten_get_now();
  ImGuiIO& io = ImGui::GetIO();
  const auto passed = static_cast<float>((start - last_ms_) / 1000);
  io.DeltaTime = std::clamp(passed, shortest_frame, longest_frame);
  last_ms_ = start;
  if (wake_at_ms_ > 0 && wake_at_ms_ <= start) wake_at_ms_ = 0;

  if (gl_ > 0 && !lost_) ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  semantics_.begin_frame();
  hooks_.draw();
  semantics_.end_frame();
  ImGui::Render();
  const double laid_out = emscripten_get_now();

  bool drew = false;
  if (gl_ > 0 && !lost_) {
    ImDrawData& data = *ImGui::GetDrawData();
    if (update_textures()) picture_ = 0;
    if (with_gpu) {
      const std::uint64_t picture = fingerprint_of(data);
      drew = picture != picture_;
      picture_ = picture;
      if (drew) draw_on_gpu(data);
    }
  } else if (gl_ <= 0) {
    // Nobody will upload them: say it is done, or every frame would ask again.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantDestroy) {
        texture->SetStatus(ImTextureStatus_Destroyed);
      } else if (texture->Status != ImTextureStatus_Destroyed) {
        texture->SetStatus(ImTextureStatus_OK);
      }
    }
  }
  const double rendered = emscripten_get_now();

  const std::string patch = semantics_.take_patch();
  if (!patch.empty() && hooks_.patch) hooks_.patch(patch);
  const int cursor = ImGui::GetMouseCursor();
  if (cursor != cursor_) {
    cursor_ = cursor;
    cohoi_stage_cursor(cursor);
  }
  in_frame_ = false;

  if (with_gpu) {
    // Without WebGL the elements are the picture.
    if (drew || lost_) ++drawn_;
    if (drawn_ == 1 && !shown_) cohoi_stage_mark("cohoi:first-frame");
    shown_ = drawn_ > 0;
    const double cpu = emscripten_get_now() - start - (rendered - laid_out);
    cohoi_stage_measure(start, cpu, drew ? 1 : 0, static_cast<int>(patch.size()));
  }
  plan_next();
}

void CanvasBackend::draw_on_gpu(ImDrawData& data) {
  const ImVec4 page = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  glViewport(0, 0, static_cast<GLsizei>(data.DisplaySize.x), static_cast<GLsizei>(data.DisplaySize.y));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(page.x, page.y, page.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

bool CanvasBackend::update_textures() {
  bool any = false;
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed) continue;
    ImGui_ImplOpenGL3_UpdateTexture(texture);
    any = true;
  }
  return any;
}

void CanvasBackend::plan_next() {
  // Events that ImGui trickles over several frames, and those the mirror produced meanwhile.
  if (context_->InputEventsQueue.Size > 0 || semantics_.has_events()) wanted_ = std::max(wanted_, 1);
  if (wanted_ > 0) cohoi_stage_request_frame();

  const double now = emscripten_get_now();
  if (tooltip_at_ms_ > 0) {
    if (tooltip_at_ms_ <= now) {
      tooltip_at_ms_ = 0;
    } else if (wake_at_ms_ <= 0 || tooltip_at_ms_ < wake_at_ms_) {
      wake_at_ms_ = tooltip_at_ms_;
    }
  }
  cohoi_stage_wake(wake_at_ms_ > 0 ? std::max(1.0, wake_at_ms_ - now) : 0);
}

}  // namespace cohoi::platform

using cohoi::platform::CanvasBackend;

void cohoi_on_resize(CanvasBackend* self, int width, int height, float scale) { self->resized(width, height, scale); }
void cohoi_on_frame(CanvasBackend* self) { self->animation_frame(); }
void cohoi_on_wake(CanvasBackend* self) { self->woken(); }
void cohoi_on_context(CanvasBackend* self, int lost) { self->context_changed(lost != 0); }
void cohoi_on_pointer(CanvasBackend* self, int kind, float x, float y, int button, int touch) {
  self->pointer(kind, ImVec2(x, y), button, touch != 0);
}
int cohoi_frame_count(const CanvasBackend* self) { return self->frame_count(); }
char* cohoi_unnamed_items(CanvasBackend* self) { return ::strdup(self->unnamed_items().c_str()); }
char* cohoi_overflowing_texts(const CanvasBackend* self) { return ::strdup(self->overflowing_texts().c_str()); }
void* cohoi_allocate(int bytes) { return std::malloc(static_cast<std::size_t>(bytes)); }
void cohoi_release(void* memory) { std::free(memory); }
