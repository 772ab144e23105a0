// One growing byte string kept as numbered files of 32 KiB in a folder: 000000, 000001, … Every file but the last is whole, so
// the size follows from the files alone. It remembers which chunks changed since they were last taken, because saving to the
// browser's store writes only those (DESIGN "IDBFS, without its holes"). The same source runs over a disk and over MEMFS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/chunk_io.h"

namespace cohoi::store {

// What one save has to carry, both lists rising. A chunk stands in at most one of them.
struct ChunkBatch {
  std::vector<std::uint32_t> written;
  std::vector<std::uint32_t> removed;

  [[nodiscard]] bool empty() const { return written.empty() && removed.empty(); }
  bool operator==(const ChunkBatch&) const = default;
};

class ChunkFiles {
 public:
  static constexpr std::uint64_t chunk_bytes = ChunkIo::chunk_bytes;

  // Makes the folder when it is not there. Fails with corrupt when a chunk is missing or a chunk before the last is not whole.
  [[nodiscard]] static Result<std::unique_ptr<ChunkFiles>> open(std::string folder);
  ChunkFiles(const ChunkFiles&) = delete;
  ChunkFiles& operator=(const ChunkFiles&) = delete;

  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::uint32_t chunk_count() const;
  [[nodiscard]] std::string chunk_path(std::uint32_t index) const;

  // Reads at most what there is; tells how many bytes that was, nothing when the file system failed.
  [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::byte> into);
  // Writing past the end fills the gap with zeroes, whole chunks included.
  [[nodiscard]] Status write(std::uint64_t offset, std::span<const std::byte> bytes);
  // Longer grows with zeroes, shorter removes the chunks behind.
  [[nodiscard]] Status truncate(std::uint64_t size);

  // The chunks changed since the last take, and forgets them. Only a state that may be saved should be taken:
  // Database::take_dirty is the caller that knows.
  [[nodiscard]] ChunkBatch take_dirty();
  // A save that failed gives its chunks back; what they are by then is decided at the next take.
  void put_back(const ChunkBatch& batch);
  // Everything is to be saved again, and chunks up to `known` (a former, longer state) are to be removed.
  void mark_all_dirty(std::uint32_t known = 0);
  [[nodiscard]] bool dirty() const { return !dirty_.empty(); }

 private:
  explicit ChunkFiles(std::string folder) : folder_(std::move(folder)), io_(folder_) {}
  [[nodiscard]] Status measure();
  [[nodiscard]] Status resize_chunk(std::uint32_t index, std::uint64_t bytes);
  [[nodiscard]] Status failed(const char* what, std::uint32_t index) const;

  std::string folder_;
  ChunkIo io_;
  std::uint64_t size_ = 0;
  std::set<std::uint32_t> dirty_;
};

// Whole folders of chunks, for import. Each is one step of the file system or leaves an error.
[[nodiscard]] Status remove_chunk_folder(const std::string& folder);
[[nodiscard]] Status rename_chunk_folder(const std::string& from, const std::string& to);

}  // namespace cohoi::store
