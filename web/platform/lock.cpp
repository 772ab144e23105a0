#include "web/platform/lock.h"

#include "web/platform/js_bridge.h"

#include <cstring>
#include <utility>

namespace cohoi::platform {

void Lock::attach(Words words, std::function<void()> save_all) {
  words_ = std::move(words);
  save_all_ = std::move(save_all);
  cohoi_lock_attach(this);
}

int Lock::state() const { return cohoi_lock_state(); }
void Lock::use(int step) { cohoi_lock_use(step); }

}  // namespace cohoi::platform

char* cohoi_lock_words(cohoi::platform::Lock* self, int question) { return strdup(self->words(question).c_str()); }
void cohoi_on_lock_change(cohoi::platform::Lock* self) { self->save_all(); }
