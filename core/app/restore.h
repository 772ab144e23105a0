// A backup taken in: the SQLite file itself or its records as JSON (records_json.h), instead of what is here or beside it.
//
// Opening it checks all of it in a place of its own; what is here changes only by replace() or add().
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "core/app/session.h"
#include "core/store/database_file.h"

namespace cohoi::app {

class Restore {
 public:
  struct Facts {
    std::int64_t records = 0;  // leads, accounts, contacts, opportunities, activities and products in the file
    std::int64_t missing = 0;  // of those, not here
    std::int64_t here = 0;     // records that replace() would take away
  };

  // `session` must outlive it; `ports` makes those of a second database.
  Restore(Session& session, std::function<store::DatabasePorts()> ports) : session_(session), ports_(std::move(ports)) {}

  // corrupt with the place and reason for a damaged, foreign or newer file.
  [[nodiscard]] Result<Facts> open(std::span<const std::byte> file);
  // The file in the place of everything; tells how many chunks the former data had (Saving::save_everything). The session is to be
  // reloaded afterwards.
  [[nodiscard]] Result<std::uint32_t> replace();
  // Its records that are not here, with their ids, as one step that can be undone. What is here stays as it is, settings and who I am
  // included. Tells how many came.
  [[nodiscard]] Result<std::int64_t> add();
  void close() { incoming_.reset(); }

 private:
  Session& session_;
  std::function<store::DatabasePorts()> ports_;
  std::optional<store::IncomingDatabase> incoming_;
};

}  // namespace cohoi::app
