// The numbered files under ChunkFiles, each on its own and never longer than a chunk. Over a disk natively (chunk_io.cpp); in wasm straight in MEMFS
// (web/platform/chunk_io.cpp), where a new file asked for by its path is missed twice by throwing and grows by being copied: a sixth of a large import.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cohoi::store {

// 000000, 000001, …
[[nodiscard]] inline std::string chunk_name(std::uint32_t index) {
  const std::string digits = std::to_string(index);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

// Whoever gets a false finds the reason in errno.
class ChunkIo {
 public:
  static constexpr std::uint64_t chunk_bytes = 32 * 1024;

  // The folder is there, and stays while this lives.
  explicit ChunkIo(std::string folder);
  ~ChunkIo();
  ChunkIo(const ChunkIo&) = delete;
  ChunkIo& operator=(const ChunkIo&) = delete;

  // All of `into`, or false.
  [[nodiscard]] bool read(std::uint32_t index, std::uint64_t at, std::span<std::byte> into);
  // Makes the file when it is not there; a gap before `at` is zeroes.
  [[nodiscard]] bool write(std::uint32_t index, std::uint64_t at, std::span<const std::byte> bytes);
  // Makes the file when it is not there; longer grows with zeroes.
  [[nodiscard]] bool resize(std::uint32_t index, std::uint64_t bytes);
  [[nodiscard]] bool remove(std::uint32_t index);

 private:
  std::string folder_;
#ifdef __EMSCRIPTEN__
  int handle_ = 0;  // of the folder, in web/js/base/chunk_io.js
#else
  struct Handle {
    std::uint32_t index = 0;
    int descriptor = -1;
  };
  [[nodiscard]] int descriptor(std::uint32_t index);

  // Direct mapped by index: a page read costs no path walk, and the number of open files stays small.
  static constexpr std::size_t most_open = 128;
  std::vector<Handle> handles_{most_open};
#endif
};

}  // namespace cohoi::store
