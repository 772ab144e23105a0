// core/store/chunk_io.h over MEMFS itself: the files are the ones that IDBFS reads and the save takes its copies of.
#include "core/store/chunk_io.h"

#include <unistd.h>

#include <cerrno>
#include <utility>

extern "C" {
// web/js/base/chunk_io.js; not in js_bridge.h, because core/store is linked without the rest of the platform too.
int cohoi_chunks_open(const char* folder);
void cohoi_chunks_close(int folder);
int cohoi_chunk_read(int folder, std::uint32_t index, std::uint32_t at, std::byte* into, std::size_t size);
int cohoi_chunk_write(int folder, std::uint32_t index, std::uint32_t at, const std::byte* from, std::size_t size);
int cohoi_chunk_resize(int folder, std::uint32_t index, std::uint32_t bytes);
}

namespace cohoi::store {
namespace {

bool done(int outcome) {
  if (outcome == 0) errno = EIO;
  return outcome != 0;
}

}  // namespace

ChunkIo::ChunkIo(std::string folder) : folder_(std::move(folder)), handle_(cohoi_chunks_open(folder_.c_str())) {}
ChunkIo::~ChunkIo() { cohoi_chunks_close(handle_); }

bool ChunkIo::read(std::uint32_t index, std::uint64_t at, std::span<std::byte> into) {
  return done(cohoi_chunk_read(handle_, index, static_cast<std::uint32_t>(at), into.data(), into.size()));
}

bool ChunkIo::write(std::uint32_t index, std::uint64_t at, std::span<const std::byte> bytes) {
  return done(cohoi_chunk_write(handle_, index, static_cast<std::uint32_t>(at), bytes.data(), bytes.size()));
}

bool ChunkIo::resize(std::uint32_t index, std::uint64_t bytes) {
  return done(cohoi_chunk_resize(handle_, index, static_cast<std::uint32_t>(bytes)));
}

bool ChunkIo::remove(std::uint32_t index) { return unlink((folder_ + "/" + chunk_name(index)).c_str()) == 0; }

}  // namespace cohoi::store
