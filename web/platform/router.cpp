#include "web/platform/router.h"

#include "web/platform/js_bridge.h"

#include <utility>

namespace cohoi::platform {

void Router::attach(std::function<void(const std::string&)> changed) {
  changed_ = std::move(changed);
  cohoi_router_attach(this);
}

void Router::go(const std::string& address, bool replace) {
  address_ = address;
  cohoi_router_go(address.c_str(), replace ? 1 : 0);
}

void Router::set_title(const std::string& title) {
  if (title == title_) return;
  title_ = title;
  cohoi_router_title(title.c_str());
}

void Router::arrived(std::string address) {
  // A link fires two events for one step.
  if (address == address_ && !address.empty()) return;
  address_ = std::move(address);
  if (changed_) changed_(address_);
}

}  // namespace cohoi::platform

void cohoi_on_address(cohoi::platform::Router* self, char* address) { self->arrived(cohoi::platform::take_text(address)); }
