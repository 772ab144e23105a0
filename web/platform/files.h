// Files of the user's disk, and the clipboard.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cohoi::platform {

struct OpenedFile {
  enum class Outcome : std::uint8_t { opened, cancelled, unreadable };
  Outcome outcome = Outcome::cancelled;
  std::string name;  // without a folder
  std::vector<std::uint8_t> bytes;
};

class Files {
 public:
  using Opened = std::function<void(OpenedFile)>;

  // `dropped` hears files dropped anywhere on the page; `settled` is called after every delivery (to schedule a frame).
  void attach(Opened dropped, std::function<void()> settled);
  // Opens the browser's chooser; only inside a user's click, which is where views run. accept: ".csv,text/csv".
  void choose(const std::string& accept, Opened opened);
  // `make` hands over the file piece by piece; when it fails nothing is saved.
  using Piece = std::function<Status(std::string_view)>;
  [[nodiscard]] Status save(const std::string& name, const std::string& type, const std::function<Status(const Piece&)>& make);
  // That part of the canvas as a PNG; to be called while a frame is drawn. Device pixels.
  void save_picture(const std::string& name, int x, int y, int width, int height);
  void copy_text(const std::string& text);

  // Calls when the file just saved has gone; it may have already. With a lock the user is asked first.
  void when_left(std::function<void()> left);

  void arrived(int request, OpenedFile file);  // from JS
  void left();

 private:
  Opened dropped_;
  std::function<void()> settled_;
  std::map<int, Opened> waiting_;
  int next_request_ = 1;  // 0 means dropped
  bool gone_ = false;
  std::function<void()> left_;
};

}  // namespace cohoi::platform
