// The lock of what this browser keeps. What it asks, the page asks itself (web/js/lock.js): a passphrase never comes here.
#pragma once

#include <functional>
#include <string>

namespace cohoi::platform {

class Lock {
 public:
  // Steps, and of them the questions: views::LockStep.
  using Words = std::function<std::string(int question)>;  // views::lock_words

  // Before the store is started. `save_all`: every chunk has to be saved anew.
  void attach(Words words, std::function<void()> save_all);
  [[nodiscard]] int state() const;  // 1 the browser encrypts for this page (https or localhost), 2 there is a lock
  void use(int step);

  // From JS.
  [[nodiscard]] std::string words(int question) const { return words_(question); }
  void save_all() const { save_all_(); }

 private:
  Words words_;
  std::function<void()> save_all_;
};

}  // namespace cohoi::platform
