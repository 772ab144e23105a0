#include "core/store/chunk_io.h"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace cohoi::store {
namespace {

constexpr mode_t file_mode = 0666;

}  // namespace

ChunkIo::ChunkIo(std::string folder) : folder_(std::move(folder)) {}

ChunkIo::~ChunkIo() {
  for (const Handle& handle : handles_)
    if (handle.descriptor >= 0) ::close(handle.descriptor);
}

int ChunkIo::descriptor(std::uint32_t index) {
  Handle& handle = handles_[index % handles_.size()];
  if (handle.descriptor >= 0 && handle.index == index) return handle.descriptor;
  if (handle.descriptor >= 0) ::close(handle.descriptor);
  handle = {index, ::open((folder_ + "/" + chunk_name(index)).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode)};
  return handle.descriptor;
}

bool ChunkIo::read(std::uint32_t index, std::uint64_t at, std::span<std::byte> into) {
  const int file = descriptor(index);
  return file >= 0 && pread(file, into.data(), into.size(), static_cast<off_t>(at)) == static_cast<ssize_t>(into.size());
}

bool ChunkIo::write(std::uint32_t index, std::uint64_t at, std::span<const std::byte> bytes) {
  const int file = descriptor(index);
  return file >= 0 && pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at)) == static_cast<ssize_t>(bytes.size());
}

bool ChunkIo::resize(std::uint32_t index, std::uint64_t bytes) {
  const int file = descriptor(index);
  return file >= 0 && ftruncate(file, static_cast<off_t>(bytes)) == 0;
}

bool ChunkIo::remove(std::uint32_t index) {
  Handle& handle = handles_[index % handles_.size()];
  if (handle.descriptor >= 0 && handle.index == index) {
    ::close(handle.descriptor);
    handle.descriptor = -1;
  }
  return unlink((folder_ + "/" + chunk_name(index)).c_str()) == 0;
}

}  // namespace cohoi::store
