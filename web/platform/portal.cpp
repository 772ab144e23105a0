#include "web/platform/portal.h"

#include "web/platform/js_bridge.h"

#include <cstring>
#include <utility>

namespace cohoi::platform {

std::string Portal::options() const { return take_text(cohoi_portal_options()); }

void Portal::attach(Answer answer) {
  answer_ = std::move(answer);
  cohoi_portal_attach(this);
}

void Portal::tell(const char* event, const std::string& text) const { cohoi_portal_tell(event, text.c_str()); }

std::string Portal::asked(int ask, const std::string& text) const { return answer_(ask, text); }

}  // namespace cohoi::platform

char* cohoi_on_ask(cohoi::platform::Portal* self, int ask, char* text) { return strdup(self->asked(ask, cohoi::platform::take_text(text)).c_str()); }
