#include "core/store/chunk_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <vector>

#include "tests/core/store/temp_folder.h"

using cohoi::ErrorCode;
using cohoi::store::ChunkBatch;
using cohoi::store::ChunkFiles;
using cohoi::tests::TempFolder;

namespace {

constexpr std::uint64_t chunk = ChunkFiles::chunk_bytes;

std::vector<std::byte> bytes_of(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::byte> bytes(count);
  for (std::byte& byte : bytes) byte = static_cast<std::byte>(random() & 0xffU);
  return bytes;
}

std::vector<std::byte> whole(ChunkFiles& files) {
  std::vector<std::byte> all(static_cast<std::size_t>(files.size()));
  const auto got = files.read(0, all);
  REQUIRE(got);
  REQUIRE(*got == all.size());
  return all;
}

}  // namespace

TEST_CASE("chunk files: any order of writes, gaps and truncations reads back as one byte string") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    TempFolder folder;
    auto files = ChunkFiles::open(folder.inside("crm.d"));
    REQUIRE(files);
    std::vector<std::byte> reference;
    std::mt19937 random(seed);
    for (int step = 0; step < 120; ++step) {
      const std::uint64_t place = random() % (6 * chunk);
      if (random() % 5 == 0) {
        REQUIRE((*files)->truncate(place));
        reference.resize(static_cast<std::size_t>(place));
      } else {
        const auto bytes = bytes_of(random() % (2 * chunk) + 1, static_cast<unsigned>(random()));
        REQUIRE((*files)->write(place, bytes));
        const std::size_t end = static_cast<std::size_t>(place) + bytes.size();
        if (reference.size() < end) reference.resize(end);
        std::copy(bytes.begin(), bytes.end(), reference.begin() + static_cast<std::ptrdiff_t>(place));
      }
      REQUIRE((*files)->size() == reference.size());
      REQUIRE((*files)->chunk_count() == (reference.size() + chunk - 1) / chunk);
      if (step % 10 == 0) REQUIRE(whole(**files) == reference);
    }
    REQUIRE(whole(**files) == reference);
    // What a later start finds in the folder alone is the same.
    files->reset();
    auto again = ChunkFiles::open(folder.inside("crm.d"));
    REQUIRE(again);
    CHECK(whole(**again) == reference);
    CHECK_FALSE((*again)->dirty());
  }
}

TEST_CASE("chunk files: only chunks touched since the last take are dirty, removed ones are told apart") {
  TempFolder folder;
  auto files = ChunkFiles::open(folder.inside("crm.d"));
  REQUIRE(files);
  REQUIRE((*files)->write(0, bytes_of(3 * chunk, 1)));
  CHECK((*files)->take_dirty() == ChunkBatch{{0, 1, 2}, {}});
  CHECK((*files)->take_dirty().empty());

  REQUIRE((*files)->write(chunk + 5, bytes_of(10, 2)));
  CHECK((*files)->take_dirty() == ChunkBatch{{1}, {}});

  REQUIRE((*files)->write(5 * chunk + 1, bytes_of(1, 3)));
  CHECK((*files)->take_dirty() == ChunkBatch{{3, 4, 5}, {}});

  REQUIRE((*files)->truncate(chunk / 2));
  CHECK((*files)->take_dirty() == ChunkBatch{{0}, {1, 2, 3, 4, 5}});
}

TEST_CASE("chunk files: a batch given back is what it became meanwhile") {
  TempFolder folder;
  auto files = ChunkFiles::open(folder.inside("crm.d"));
  REQUIRE(files);
  REQUIRE((*files)->write(0, bytes_of(2 * chunk, 1)));
  const ChunkBatch failed = (*files)->take_dirty();
  REQUIRE((*files)->truncate(chunk));
  (*files)->put_back(failed);
  CHECK((*files)->take_dirty() == ChunkBatch{{0}, {1}});
}

TEST_CASE("chunk files: everything can be marked for saving, with what a longer state left behind") {
  TempFolder folder;
  auto files = ChunkFiles::open(folder.inside("crm.d"));
  REQUIRE(files);
  REQUIRE((*files)->write(0, bytes_of(chunk + 1, 1)));
  static_cast<void>((*files)->take_dirty());
  (*files)->mark_all_dirty(4);
  CHECK((*files)->take_dirty() == ChunkBatch{{0, 1}, {2, 3}});
}

TEST_CASE("chunk files: a missing or short chunk in the middle is refused") {
  TempFolder folder;
  const std::string path = folder.inside("crm.d");
  {
    auto files = ChunkFiles::open(path);
    REQUIRE(files);
    REQUIRE((*files)->write(0, bytes_of(3 * chunk, 1)));
  }
  SUBCASE("missing") { REQUIRE(unlink((path + "/000001").c_str()) == 0); }
  SUBCASE("short") { REQUIRE(truncate((path + "/000001").c_str(), 100) == 0); }
  const auto files = ChunkFiles::open(path);
  REQUIRE_FALSE(files);
  CHECK(files.error().code == ErrorCode::corrupt);
}

TEST_CASE("chunk files: files that are not ours are left alone") {
  TempFolder folder;
  const std::string path = folder.inside("crm.d");
  REQUIRE(ChunkFiles::open(path).has_value());
  std::ofstream(path + "/notes.txt") << "x";
  std::ofstream(path + "/00000000") << "another program's";
  const auto files = ChunkFiles::open(path);
  REQUIRE(files);
  CHECK((*files)->size() == 0);
}

TEST_CASE("chunk files: a folder moves and goes in one step") {
  TempFolder folder;
  {
    auto files = ChunkFiles::open(folder.inside("new.d"));
    REQUIRE(files);
    REQUIRE((*files)->write(0, bytes_of(chunk + 7, 1)));
  }
  REQUIRE(cohoi::store::rename_chunk_folder(folder.inside("new.d"), folder.inside("crm.d")));
  {
    auto files = ChunkFiles::open(folder.inside("crm.d"));
    REQUIRE(files);
    CHECK((*files)->size() == chunk + 7);
  }
  REQUIRE(cohoi::store::remove_chunk_folder(folder.inside("crm.d")));
  REQUIRE(cohoi::store::remove_chunk_folder(folder.inside("crm.d")));
}
