// What the shell needs of the page around it. Implemented by main.cpp over web/platform, by doubles in tests.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/store/saving.h"

namespace cohoi::shell {

struct ChosenFile {
  bool opened = false;
  bool unreadable = false;
  std::string name;
  std::vector<std::uint8_t> bytes;
};

struct Ports {
  std::function<void(const std::string& address, bool replace)> go;
  std::function<void(const std::string& title)> set_title;
  // Inside a user's click only. The answer comes later.
  std::function<void(const std::string& accept, std::function<void(ChosenFile)>)> choose_file;
  std::function<void(const std::string& name, const std::string& type, const std::vector<std::uint8_t>& bytes)> save_file;
  // Settings of this device; the browser may refuse.
  std::function<std::optional<std::string>(const std::string& key)> recall;
  std::function<void(const std::string& key, const std::string& value)> remember;
  std::function<store::SaveStatus()> save_status;
  std::function<void()> take_over;  // from a page that only reads
  // The whole data as one file in the place of the present ones; nothing changes when it fails.
  std::function<Status(const std::vector<std::uint8_t>& file)> restore;
  std::function<Result<std::vector<std::uint8_t>>()> backup;
  std::function<void()> schedule;   // a frame is wanted
};

}  // namespace cohoi::shell
