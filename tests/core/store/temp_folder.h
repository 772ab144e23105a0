// A folder of its own for a test, gone with it. Works on a disk and on MEMFS.
#pragma once

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace cohoi::tests {

class TempFolder {
 public:
  TempFolder() {
    mkdir("/tmp", 0777);
    std::string pattern = "/tmp/cohoi-test-XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~TempFolder() { remove(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string inside(const std::string& name) const { return path_ + "/" + name; }

 private:
  static void remove(const std::string& path) {
    if (DIR* directory = opendir(path.c_str())) {
      while (const dirent* entry = readdir(directory)) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..") remove(path + "/" + name);
      }
      closedir(directory);
      rmdir(path.c_str());
    } else {
      unlink(path.c_str());
    }
  }

  std::string path_;
};

}  // namespace cohoi::tests
