// The address (`#/leads/…`) and the document title.
#pragma once

#include <functional>
#include <string>

namespace cohoi::platform {

class Router {
 public:
  // `changed` hears every address that came from outside (first one at attach, then links, back, forward, typing), never go's own.
  void attach(std::function<void(const std::string& address)> changed);
  // `address` begins with "#/". `replace` leaves no step for Back.
  void go(const std::string& address, bool replace = false);
  void set_title(const std::string& title);
  [[nodiscard]] const std::string& address() const { return address_; }

  void arrived(std::string address);  // from JS

 private:
  std::string address_;
  std::string title_;
  std::function<void(const std::string&)> changed_;
};

}  // namespace cohoi::platform
