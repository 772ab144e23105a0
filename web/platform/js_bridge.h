// Everything that crosses between C++ and JS, in one place (but for unicode.cpp, which core/base needs by itself). Imports are implemented in web/js (one file per block, same names);
// exports are called from there with the object that attached itself as `self`. A char* given to an export is a C string in
// memory from cohoi_allocate, and the export frees it (take_text). Ids are node ids; lengths on the stage are device pixels.
#pragma once

#include "web/platform/persistence_bridge.h"

#include <emscripten/em_macros.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace cohoi::platform {

class CanvasBackend;
class Mirror;
class Router;
class Files;
class Sheets;
class Http;
class Portal;
class Lock;
class Browser;

inline std::string take_text(char* text) {
  std::string taken(text == nullptr ? "" : text);
  std::free(text);
  return taken;
}

}  // namespace cohoi::platform

extern "C" {

// --- web/js/stage.js: size, frames, timer, context, cursor; pointer.js: mouse and touch; probe.js: measuring; fonts.js ---
void cohoi_stage_attach(cohoi::platform::CanvasBackend* self);
void cohoi_stage_request_frame();
void cohoi_stage_wake(double milliseconds);        // 0 = no wake-up wanted any more
void cohoi_stage_cursor(int imgui_cursor);
void cohoi_stage_fail(const char* kind);           // "no-webgl" | "context": the page shows the message
void cohoi_stage_mark(const char* name);           // User Timing
void cohoi_stage_measure(double start, double cpu, int drawn, int patch_bytes);  // milliseconds; measure cohoi:frame; drawn: the GPU got it
int cohoi_font_size(const char* name);             // bytes of a font the page fetched, 0 when there is none
void cohoi_font_read(const char* name, void* into);
EMSCRIPTEN_KEEPALIVE void cohoi_on_resize(cohoi::platform::CanvasBackend* self, int width, int height, float scale);
EMSCRIPTEN_KEEPALIVE void cohoi_on_frame(cohoi::platform::CanvasBackend* self);
EMSCRIPTEN_KEEPALIVE void cohoi_on_wake(cohoi::platform::CanvasBackend* self);
EMSCRIPTEN_KEEPALIVE void cohoi_on_context(cohoi::platform::CanvasBackend* self, int lost);
// kind: 0 move, 1 down, 2 up, 3 gone
EMSCRIPTEN_KEEPALIVE void cohoi_on_pointer(cohoi::platform::CanvasBackend* self, int kind, float x, float y, int button, int touch);
EMSCRIPTEN_KEEPALIVE int cohoi_frame_count(const cohoi::platform::CanvasBackend* self);
EMSCRIPTEN_KEEPALIVE char* cohoi_unnamed_items(cohoi::platform::CanvasBackend* self);  // "id label\n…", the caller frees
EMSCRIPTEN_KEEPALIVE char* cohoi_overflowing_texts(const cohoi::platform::CanvasBackend* self);  // "text\n…", the caller frees
EMSCRIPTEN_KEEPALIVE void* cohoi_allocate(int bytes);
EMSCRIPTEN_KEEPALIVE void cohoi_release(void* memory);

// --- web/js/mirror*.js, keyboard.js ---
void cohoi_mirror_attach(cohoi::platform::Mirror* self, float em_ratio);  // em_ratio: CSS font size / ImGui font size
void cohoi_mirror_apply(const char* json);
EMSCRIPTEN_KEEPALIVE void cohoi_on_click(cohoi::platform::Mirror* self, std::uint32_t id, int flags);  // 1 twice, 2 ctrl, 4 shift
EMSCRIPTEN_KEEPALIVE void cohoi_on_text(cohoi::platform::Mirror* self, std::uint32_t id, char* value, int committed);
EMSCRIPTEN_KEEPALIVE void cohoi_on_choice(cohoi::platform::Mirror* self, std::uint32_t id, char* value);
EMSCRIPTEN_KEEPALIVE void cohoi_on_focus(cohoi::platform::Mirror* self, std::uint32_t id, int visible);
EMSCRIPTEN_KEEPALIVE void cohoi_on_scroll(cohoi::platform::Mirror* self, std::uint32_t id, float x, float y);
// flags: 1 in a text field, 2 ctrl, 4 shift, 8 alt. 1 = consumed, so the browser must not act on it.
EMSCRIPTEN_KEEPALIVE int cohoi_on_key(cohoi::platform::Mirror* self, char* key, std::uint32_t id, int flags);

// --- web/js/router.js ---
void cohoi_router_attach(cohoi::platform::Router* self);
void cohoi_router_go(const char* address, int replace);  // address begins with "#"
void cohoi_router_title(const char* title);
EMSCRIPTEN_KEEPALIVE void cohoi_on_address(cohoi::platform::Router* self, char* address);

// --- web/js/portal.js: the page around us, by way of web/page/embed.js ---
char* cohoi_portal_options();  // the query of our own address; the caller frees
void cohoi_portal_attach(cohoi::platform::Portal* self);  // from now on it may ask
void cohoi_portal_tell(const char* event, const char* text);
EMSCRIPTEN_KEEPALIVE char* cohoi_on_ask(cohoi::platform::Portal* self, int ask, char* text);  // the caller frees

// --- web/js/files.js ---
void cohoi_files_attach(cohoi::platform::Files* self);
void cohoi_files_choose(int request, const char* accept);
void cohoi_files_piece(const void* bytes, int size);  // of the file that is made; the first begins it
void cohoi_files_save(const char* name, const char* type);  // what the pieces made, to the user; with a lock after a question
EMSCRIPTEN_KEEPALIVE void cohoi_on_file_left(cohoi::platform::Files* self);  // for each that went, also before cohoi_files_save returns
void cohoi_files_forget(void);                              // or not
// A part of the canvas, in device pixels, as it is when the frame being drawn is done.
void cohoi_files_save_picture(const char* name, int x, int y, int width, int height);
void cohoi_clipboard_write(const char* text);
// bytes: memory of cohoi_allocate that C++ takes over. request 0 = dropped on the stage; size -1 = nothing chosen, -2 = unreadable.
EMSCRIPTEN_KEEPALIVE void cohoi_on_file(cohoi::platform::Files* self, int request, char* name, unsigned char* bytes, int size);

// --- web/js/lock.js ---
void cohoi_lock_attach(cohoi::platform::Lock* self);
int cohoi_lock_state();         // 1 there can be one here, 2 there is
void cohoi_lock_use(int step);  // views::LockStep
EMSCRIPTEN_KEEPALIVE char* cohoi_lock_words(cohoi::platform::Lock* self, int question);  // as views::lock_words; the caller frees
EMSCRIPTEN_KEEPALIVE void cohoi_on_lock_change(cohoi::platform::Lock* self);              // all chunks are to be saved

// --- web/js/workbook.js ---
void cohoi_workbook_read(cohoi::platform::Sheets* self, int request, const void* file, int size, int sheet);
// names: of all sheets, a line each; csv: memory of cohoi_allocate that C++ takes over, in UTF-8; outcome: Sheet::Outcome
EMSCRIPTEN_KEEPALIVE void cohoi_on_sheet(cohoi::platform::Sheets* self, int request, char* names, char* csv, int size, int outcome);

// --- web/js/http.js ---
void cohoi_http_send(cohoi::platform::Http* self, int request, const char* method, const char* url, const char* headers, const void* body,
                     int size, int timeout_ms);  // headers: "name\nvalue\n…"; size -1 = no body
// body: memory of cohoi_allocate that C++ takes over; status 0 = no answer
EMSCRIPTEN_KEEPALIVE void cohoi_on_answer(cohoi::platform::Http* self, int request, int status, char* body, int size);

// --- web/js/glyphs.js: glyphs our fonts lack, drawn by the browser ---
// measures: advance, left, ascent, right, descent in pixels, left and ascent pointing away from the origin; 0 = no glyphs to be had.
int cohoi_glyph_measure(std::uint32_t codepoint, float css_px, int weight, float* measures);
int cohoi_glyph_draw(void* rgba, int width, int height, float x, float y);  // the glyph just measured; 1 = it has colours of its own

// --- web/js/browser.js ---
void cohoi_browser_attach(cohoi::platform::Browser* self);
char* cohoi_browser_load(const char* key);  // the caller frees; nullptr when absent or refused
int cohoi_browser_store(const char* key, const char* value);  // nullptr value = forget; 0 = the browser refused
int cohoi_browser_zone_offset(double epoch_milliseconds);  // minutes east of UTC at that instant
void cohoi_browser_random(void* into, int size);
void cohoi_browser_dress(int dark, const char* language, const char* page_colour);
int cohoi_browser_system_colour(const char* name);  // 0xRRGGBB
void cohoi_browser_reload();
void cohoi_browser_work();                // answered by cohoi_on_work, soon and outside any frame
EMSCRIPTEN_KEEPALIVE void cohoi_on_work(cohoi::platform::Browser* self);
char* cohoi_browser_version();            // the caller frees
void cohoi_browser_storage(int keep);     // answered by cohoi_on_storage; no answer where the browser has none
EMSCRIPTEN_KEEPALIVE void cohoi_on_storage(cohoi::platform::Browser* self, double used, double quota, int kept);
// flags: 1 dark, 2 reduced motion, 4 touch, 8 forced colours, 16 more contrast, 32 Apple keyboard, 64 on line, 128 secure, 256 hidden
EMSCRIPTEN_KEEPALIVE void cohoi_on_environment(cohoi::platform::Browser* self, int flags, char* languages);
}
