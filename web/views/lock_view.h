// The lock's section of the settings, and the words of what the page itself asks for it.
#pragma once

#include <string>

#include "web/views/intent.h"

namespace cohoi::views {

inline constexpr const char* lock_idle_key = "lock_idle";  // on this device; web/js/lock.js reads it

struct LockFacts {
  bool possible = false;  // the browser encrypts for this page
  bool on = false;
  std::string idle_minutes = "15";  // "0" = never
};

void draw_settings_lock(const LockFacts& lock, IntentSink& sink);

// What web/js/lock.js writes, parted by |: title, text, button; cancel, labels of the passphrase, the new one, it again; wrong, short, unlike, failed.
[[nodiscard]] std::string lock_words(LockStep question);

}  // namespace cohoi::views
