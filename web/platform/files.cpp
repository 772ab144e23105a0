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

void Files::save(const std::string& name, const std::string& type, std::span<const std::uint8_t> bytes) {
  cohoi_files_save(name.c_str(), type.c_str(), bytes.data(), static_cast<int>(bytes.size()));
}

void Files::save_picture(const std::string& name, int x, int y, int width, int height) {
  cohoi_files_save_picture(name.c_str(), x, y, width, height);
}

void Files::save_text(const std::string& name, const std::string& type, std::string_view text) {
  cohoi_files_save(name.c_str(), type.c_str(), text.data(), static_cast<int>(text.size()));
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

void cohoi_on_file(cohoi::platform::Files* self, int request, char* name, unsigned char* bytes, int size) {
  using Outcome = cohoi::platform::OpenedFile::Outcome;
  cohoi::platform::OpenedFile file;
  file.outcome = size >= 0 ? Outcome::opened : size == -1 ? Outcome::cancelled : Outcome::unreadable;
  file.name = cohoi::platform::take_text(name);
  if (size > 0) file.bytes.assign(bytes, bytes + size);
  std::free(bytes);
  self->arrived(request, std::move(file));
}
