#include "core/store/chunked_vfs.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <utility>

namespace cohoi::store {
namespace {

// SQLite allocates szOsFile bytes and hands them over as its own sqlite3_file, which therefore comes first.
struct OpenFile {
  sqlite3_file base;
  ChunkFiles* files;
};

ChunkFiles& files_of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file)->files; }
ChunkedVfs& vfs_of(sqlite3_vfs* vfs) { return *static_cast<ChunkedVfs*>(vfs->pAppData); }

int close_file(sqlite3_file*) { return SQLITE_OK; }

int read_file(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
  const std::span<std::byte> bytes(static_cast<std::byte*>(into), static_cast<std::size_t>(amount));
  const auto got = files_of(file).read(static_cast<std::uint64_t>(offset), bytes);
  if (!got) return SQLITE_IOERR_READ;
  if (*got == bytes.size()) return SQLITE_OK;
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(*got), bytes.end(), std::byte{0});
  return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
  const std::span<const std::byte> bytes(static_cast<const std::byte*>(from), static_cast<std::size_t>(amount));
  return files_of(file).write(static_cast<std::uint64_t>(offset), bytes) ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  return files_of(file).truncate(static_cast<std::uint64_t>(size)) ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

// Durability is the save of a committed state, not a write to MEMFS.
int sync_file(sqlite3_file*, int) { return SQLITE_OK; }

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(files_of(file).size());
  return SQLITE_OK;
}

// One connection in one tab: tabs are kept apart by the writer's claim, not by file locks.
int lock_file(sqlite3_file*, int) { return SQLITE_OK; }
int check_reserved_lock(sqlite3_file*, int* held) {
  *held = 0;
  return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

constexpr sqlite3_io_methods io_methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = lock_file,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = device_characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs* vfs, sqlite3_filename, sqlite3_file* file, int flags, int* out_flags) {
  auto* opened = reinterpret_cast<OpenFile*>(file);
  opened->base.pMethods = nullptr;
  ChunkFiles* files = vfs_of(vfs).files();
  if (files == nullptr || (flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
  opened->files = files;
  opened->base.pMethods = &io_methods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char*, int) { return SQLITE_IOERR_DELETE_NOENT; }

int access_file(sqlite3_vfs*, const char*, int, int* result) {
  *result = 0;  // asked only of journals, which never exist
  return SQLITE_OK;
}

int full_pathname(sqlite3_vfs*, const char* name, int capacity, char* out) {
  std::snprintf(out, static_cast<std::size_t>(capacity), "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int count, char* out) {
  vfs_of(vfs).fill_random({reinterpret_cast<std::byte*>(out), static_cast<std::size_t>(count)});
  return count;
}

int sleep_microseconds(sqlite3_vfs*, int microseconds) { return microseconds; }
int get_last_error(sqlite3_vfs*, int, char*) { return 0; }

constexpr std::int64_t julian_ms_of_1970 = 210866760000000;

int current_time_ms(sqlite3_vfs* vfs, sqlite3_int64* julian_ms) {
  *julian_ms = vfs_of(vfs).unix_ms() + julian_ms_of_1970;
  return SQLITE_OK;
}

int current_time(sqlite3_vfs* vfs, double* julian_days) {
  *julian_days = static_cast<double>(vfs_of(vfs).unix_ms() + julian_ms_of_1970) / 86400000.0;
  return SQLITE_OK;
}

}  // namespace

ChunkedVfs::ChunkedVfs(ChunkFiles* files, DatabasePorts ports) : files_(files), ports_(std::move(ports)) {
  sqlite3_initialize();  // counts nothing and may be repeated; OMIT_AUTOINIT leaves it to us
  std::array<char, 40> name{};
  std::snprintf(name.data(), name.size(), "cohoi-%p", static_cast<void*>(this));
  name_ = name.data();
  vfs_.iVersion = 2;
  vfs_.szOsFile = sizeof(OpenFile);
  vfs_.mxPathname = 256;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  vfs_.xDelete = delete_file;
  vfs_.xAccess = access_file;
  vfs_.xFullPathname = full_pathname;
  vfs_.xRandomness = randomness;
  vfs_.xSleep = sleep_microseconds;
  vfs_.xCurrentTime = current_time;
  vfs_.xGetLastError = get_last_error;
  vfs_.xCurrentTimeInt64 = current_time_ms;
  // The first one alive is SQLite's default, which sqlite3_randomness asks for its seed.
  sqlite3_vfs_register(&vfs_, 0);
}

ChunkedVfs::~ChunkedVfs() { sqlite3_vfs_unregister(&vfs_); }

void ChunkedVfs::fill_random(std::span<std::byte> bytes) {
  if (ports_.random_bytes) return ports_.random_bytes(bytes);
  for (std::byte& byte : bytes) {
    test_random_ ^= test_random_ << 13U;
    test_random_ ^= test_random_ >> 7U;
    test_random_ ^= test_random_ << 17U;
    byte = static_cast<std::byte>(test_random_ & 0xffU);
  }
}

}  // namespace cohoi::store

// SQLITE_OS_OTHER leaves these two to us; file systems register themselves when a database is opened.
extern "C" int sqlite3_os_init() { return SQLITE_OK; }
extern "C" int sqlite3_os_end() { return SQLITE_OK; }
