// What crosses between C++ and web/js/persistence*.js. Part of js_bridge.h, apart so that the storage tests can be built alone.
// Errors' words lie in the text buffer given at the start, valid during the call.
#pragma once

#include <emscripten/em_macros.h>

#include <cstdint>

namespace cohoi::platform {
class BrowserPersistence;
}

extern "C" {

// Mounts IDBFS at `mount`, claims the right to write, heals, reads everything into `folder`; then cohoi_on_store_started.
void cohoi_store_start(cohoi::platform::BrowserPersistence* self, const char* mount, const char* folder, char* detail,
                       int detail_size);
void cohoi_store_save(std::uint32_t ticket, const std::uint32_t* written, std::uint32_t written_count,
                      const std::uint32_t* removed, std::uint32_t removed_count, int last);
void cohoi_store_reload();
void cohoi_store_restore();  // puts the second copy in the store's place, then as cohoi_store_reload
void cohoi_store_take_over();
void cohoi_store_call_after(int milliseconds, std::uint32_t ticket);

// flags: 1 this page writes, 2 the log was turned over, 4 the browser had dropped damaged data, 8 the store can't be used,
// 16 the store was empty and the second copy was put into it, 32 there is a second copy
EMSCRIPTEN_KEEPALIVE void cohoi_on_store_started(cohoi::platform::BrowserPersistence* self, int flags);
// outcome: StoreSave's numbers in persistence_save.js
EMSCRIPTEN_KEEPALIVE void cohoi_on_store_saved(cohoi::platform::BrowserPersistence* self, std::uint32_t ticket, int outcome);
EMSCRIPTEN_KEEPALIVE void cohoi_on_store_reloaded(cohoi::platform::BrowserPersistence* self, int ok);
EMSCRIPTEN_KEEPALIVE void cohoi_on_store_timer(cohoi::platform::BrowserPersistence* self, std::uint32_t ticket);
EMSCRIPTEN_KEEPALIVE void cohoi_on_store_changed(cohoi::platform::BrowserPersistence* self);
EMSCRIPTEN_KEEPALIVE void cohoi_on_store_role(cohoi::platform::BrowserPersistence* self, int writer);
EMSCRIPTEN_KEEPALIVE void cohoi_on_store_hiding(cohoi::platform::BrowserPersistence* self, int for_good);
EMSCRIPTEN_KEEPALIVE int cohoi_store_may_yield(const cohoi::platform::BrowserPersistence* self);
EMSCRIPTEN_KEEPALIVE int cohoi_store_all_saved(const cohoi::platform::BrowserPersistence* self);
}
