// The page around us, where there is one that may talk to us: it asks, and is told what happens.
#pragma once

#include <functional>
#include <string>

namespace cohoi::platform {

class Portal {
 public:
  using Answer = std::function<std::string(int ask, const std::string& text)>;

  [[nodiscard]] std::string options() const;  // the query of our own address
  void attach(Answer answer);
  void tell(const char* event, const std::string& text) const;

  [[nodiscard]] std::string asked(int ask, const std::string& text) const;  // from JS

 private:
  Answer answer_;
};

}  // namespace cohoi::platform
