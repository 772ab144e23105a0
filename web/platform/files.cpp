#include "web/platform/files.h"

#include "web/platform/js_bridge.h"

#include <utility>

namespace cohoi::platform {

void Files::attach(Opened dropped, std::function<void()> settled) {
  dropped_ = std::move(dropped);
  settled_ = std::move(settled);
  cohoi_files_attach(this);
}

void Files::choose(const std::string& accept, Opened opened) {
  const int request = next_request_++;
  waiting_.emplace(request, std::move(opened));
  cohoi_files_choose(request, accept.c_str());
}

Status Files::save(const std::string& name, const std::string& type, const std::function<Status(const Piece&)>& make) {
  // Rows are short: they cross over many at a time.
  constexpr std::size_t worth_handing_over = 256 * 1024;
  std::string waiting;
  const auto hand_over = [&] {
    cohoi_files_piece(waiting.data(), static_cast<int>(waiting.size()));
    waiting.clear();
  };
  const Status made = make([&](std::string_view piece) -> Status {
    waiting += piece;
    if (waiting.size() >= worth_handing_over) hand_over();
    return {};
  });
  if (!made) {
    cohoi_files_forget();
    return made;
  }
  hand_over();
  gone_ = false;
  left_ = nullptr;
  cohoi_files_save(name.c_str(), type.c_str());
  return {};
}

void Files::when_left(std::function<void()> left) {
  if (gone_) left();
  else left_ = std::move(left);
}

void Files::left() {
  gone_ = true;
  if (const auto left = std::exchange(left_, nullptr)) left();
}

void Files::save_picture(const std::string& name, int x, int y, int width, int height) {
  cohoi_files_save_picture(name.c_str(), x, y, width, height);
}

void Files::copy_text(const std::string& text) { cohoi_clipboard_write(text.c_str()); }

void Files::arrived(int request, OpenedFile file) {
  if (request == 0) {
    if (dropped_) dropped_(std::move(file));
  } else if (const auto found = waiting_.find(request); found != waiting_.end()) {
    const Opened opened = std::move(found->second);
    waiting_.erase(found);
    if (opened) opened(std::move(file));
  }
  if (settled_) settled_();
}

}  // namespace cohoi::platform

void cohoi_on_file_left(cohoi::platform::Files* self) { self->left(); }

void cohoi_on_file(cohoi::platform::Files* self, int request, char* name, unsigned char* bytes, int size) {
  using Outcome = cohoi::platform::OpenedFile::Outcome;
  cohoi::platform::OpenedFile file;
  file.outcome = size >= 0 ? Outcome::opened : size == -1 ? Outcome::cancelled : Outcome::unreadable;
  file.name = cohoi::platform::take_text(name);
  if (size > 0) file.bytes.assign(bytes, bytes + size);
  std::free(bytes);
  self->arrived(request, std::move(file));
}
