#include "core/store/chunk_files.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>

namespace cohoi::store {
namespace {

constexpr mode_t folder_mode = 0777;

Error io_error(const std::string& detail) { return Error{ErrorCode::io, msg("store.files_failed"), detail, {}}; }

std::string path_of(const std::string& folder, std::uint32_t index) { return folder + "/" + chunk_name(index); }

// Nothing for names that are not ours.
std::optional<std::uint32_t> chunk_index(std::string_view name) {
  if (name.size() < 6 || name.size() > 9) return std::nullopt;
  std::uint32_t index = 0;
  for (const char digit : name) {
    if (digit < '0' || digit > '9') return std::nullopt;
    index = index * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  if (chunk_name(index) != name) return std::nullopt;
  return index;
}

Result<std::vector<std::uint32_t>> list_chunks(const std::string& folder) {
  DIR* directory = opendir(folder.c_str());
  if (directory == nullptr) return fail(io_error("opendir " + folder + ": " + std::strerror(errno)));
  std::vector<std::uint32_t> found;
  while (const dirent* entry = readdir(directory))
    if (const auto index = chunk_index(entry->d_name)) found.push_back(*index);
  closedir(directory);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

Result<std::unique_ptr<ChunkFiles>> ChunkFiles::open(std::string folder) {
  if (mkdir(folder.c_str(), folder_mode) != 0 && errno != EEXIST)
    return fail(io_error("mkdir " + folder + ": " + std::strerror(errno)));
  std::unique_ptr<ChunkFiles> files(new ChunkFiles(std::move(folder)));
  COHOI_CHECK(files->measure());
  return files;
}

Status ChunkFiles::measure() {
  COHOI_TRY(const auto chunks, list_chunks(folder_));
  size_ = 0;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    struct stat info {};
    if (stat(chunk_path(chunks[i]).c_str(), &info) != 0) return failed("stat", chunks[i]);
    const auto bytes = static_cast<std::uint64_t>(info.st_size);
    const bool last = i + 1 == chunks.size();
    if (chunks[i] != i || bytes > chunk_bytes || (!last && bytes != chunk_bytes))
      return fail(ErrorCode::corrupt, msg("store.corrupt"), "chunk " + std::to_string(chunks[i]) + " in " + folder_);
    size_ += bytes;
  }
  return {};
}

std::uint32_t ChunkFiles::chunk_count() const {
  return static_cast<std::uint32_t>((size_ + chunk_bytes - 1) / chunk_bytes);
}

std::string ChunkFiles::chunk_path(std::uint32_t index) const { return path_of(folder_, index); }

Status ChunkFiles::failed(const char* what, std::uint32_t index) const {
  return fail(io_error(std::string(what) + " " + chunk_path(index) + ": " + std::strerror(errno)));
}

Result<std::size_t> ChunkFiles::read(std::uint64_t offset, std::span<std::byte> into) {
  if (offset >= size_) return std::size_t{0};
  const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size_ - offset));
  std::size_t done = 0;
  while (done < wanted) {
    const auto index = static_cast<std::uint32_t>((offset + done) / chunk_bytes);
    const std::uint64_t within = (offset + done) % chunk_bytes;
    const std::size_t part = static_cast<std::size_t>(std::min<std::uint64_t>(wanted - done, chunk_bytes - within));
    if (!io_.read(index, within, into.subspan(done, part))) return fail(failed("read", index).error());
    done += part;
  }
  return done;
}

Status ChunkFiles::write(std::uint64_t offset, std::span<const std::byte> bytes) {
  // Whole chunks of a gap are made; a gap inside a chunk the file system fills with zeroes itself.
  if (const std::uint64_t start = offset - offset % chunk_bytes; start > size_) COHOI_CHECK(truncate(start));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto index = static_cast<std::uint32_t>((offset + done) / chunk_bytes);
    const std::uint64_t within = (offset + done) % chunk_bytes;
    const std::size_t part = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size() - done, chunk_bytes - within));
    // Dirty even when the write fails half-way: what is on the disk is then unknown.
    dirty_.insert(index);
    if (!io_.write(index, within, bytes.subspan(done, part))) return failed("write", index);
    done += part;
    size_ = std::max(size_, offset + done);
  }
  return {};
}

Status ChunkFiles::resize_chunk(std::uint32_t index, std::uint64_t bytes) {
  dirty_.insert(index);
  if (!io_.resize(index, bytes)) return failed("truncate", index);
  return {};
}

Status ChunkFiles::truncate(std::uint64_t size) {
  while (size > size_) {
    const auto index = static_cast<std::uint32_t>(size_ / chunk_bytes);
    const std::uint64_t end = std::min(size, (std::uint64_t{index} + 1) * chunk_bytes);
    COHOI_CHECK(resize_chunk(index, end - std::uint64_t{index} * chunk_bytes));
    size_ = end;
  }
  while (size < size_) {
    const auto index = static_cast<std::uint32_t>((size_ - 1) / chunk_bytes);
    const std::uint64_t start = std::uint64_t{index} * chunk_bytes;
    if (start < size) {
      COHOI_CHECK(resize_chunk(index, size - start));
      size_ = size;
    } else {
      dirty_.insert(index);
      if (!io_.remove(index)) return failed("unlink", index);
      size_ = start;
    }
  }
  return {};
}

ChunkBatch ChunkFiles::take_dirty() {
  ChunkBatch batch;
  const std::uint32_t count = chunk_count();
  for (const std::uint32_t index : dirty_) (index < count ? batch.written : batch.removed).push_back(index);
  dirty_.clear();
  return batch;
}

void ChunkFiles::put_back(const ChunkBatch& batch) {
  dirty_.insert(batch.written.begin(), batch.written.end());
  dirty_.insert(batch.removed.begin(), batch.removed.end());
}

void ChunkFiles::mark_all_dirty(std::uint32_t known) {
  const std::uint32_t count = std::max(known, chunk_count());
  for (std::uint32_t index = 0; index < count; ++index) dirty_.insert(dirty_.end(), index);
}

Status remove_chunk_folder(const std::string& folder) {
  struct stat info {};
  if (stat(folder.c_str(), &info) != 0) return {};
  COHOI_TRY(const auto chunks, list_chunks(folder));
  for (const std::uint32_t index : chunks)
    if (unlink(path_of(folder, index).c_str()) != 0)
      return fail(io_error("unlink in " + folder + ": " + std::strerror(errno)));
  if (rmdir(folder.c_str()) != 0) return fail(io_error("rmdir " + folder + ": " + std::strerror(errno)));
  return {};
}

Status rename_chunk_folder(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0)
    return fail(io_error("rename " + from + " to " + to + ": " + std::strerror(errno)));
  return {};
}

}  // namespace cohoi::store
