// What the shell needs of the page around it. Implemented by main.cpp over web/platform, by doubles in tests.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/app/restore.h"
#include "core/app/export/table_file.h"
#include "core/app/models/import_page.h"
#include "core/store/saving.h"
#include "web/shell/embedding.h"
#include "web/views/lock_view.h"

namespace cohoi::shell {

struct ChosenFile {
  bool opened = false;
  bool unreadable = false;
  std::string name;
  std::vector<std::uint8_t> bytes;
};

// The room this page has in the browser, once it has answered.
struct StorageFacts {
  bool known = false;
  double used_bytes = 0.0, quota_bytes = 0.0;
  bool kept = false;  // never cleared without the user
};

struct Ports {
  std::function<void(const std::string& address, bool replace)> go;
  std::function<void(const std::string& title)> set_title;
  // Inside a user's click only. The answer comes later.
  std::function<void(const std::string& accept, std::function<void(ChosenFile)>)> choose_file;
  // `make` writes the file piece by piece; when it fails nothing is saved.
  std::function<Status(const std::string& name, const std::string& type, const std::function<Status(const app::Sink&)>& make)> save_file;
  // Calls when the file just made is the user's: at once, or when they agreed that it leaves the lock.
  std::function<void(std::function<void()>)> when_left = [](const std::function<void()>& left) { left(); };
  // A sheet of a spreadsheet file as CSV; the answer comes later.
  std::function<void(const std::vector<std::uint8_t>& file, int sheet, std::function<void(app::ImportPage::Sheet)>)> read_sheet;
  // That part of the canvas as a PNG, with what the frame being drawn shows. Device pixels.
  std::function<void(const std::string& name, int x, int y, int width, int height)> save_picture;
  // Settings of this device; the browser may refuse.
  std::function<std::optional<std::string>(const std::string& key)> recall;
  std::function<void(const std::string& key, const std::string& value)> remember;
  std::function<store::SaveStatus()> save_status;
  std::function<void()> take_over;  // from a page that only reads
  // A second database, for looking into a backup.
  std::function<store::DatabasePorts()> database_ports = [] { return store::DatabasePorts{}; };
  std::function<void(std::uint32_t known_chunks)> save_everything = [](std::uint32_t) {};  // after the data became others
  std::function<StorageFacts()> storage = [] { return StorageFacts{}; };  // as last answered
  std::function<void(bool keep)> ask_storage = [](bool) {};  // asks anew; `keep` asks the browser never to clear the data by itself
  // A passphrase is asked by the page itself and never comes here.
  std::function<views::LockFacts()> lock = [] { return views::LockFacts{}; };
  std::function<void(views::LockStep)> use_lock = [](views::LockStep) {};
  std::string version;                         // of the program
  std::function<void()> schedule;   // a frame is wanted
  Embedding embedding;
  std::function<void(const char* event, const std::string& text)> tell;  // the page around us; empty where there is none
};

}  // namespace cohoi::shell
