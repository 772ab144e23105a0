// The port to what outlives the page: the browser's store, or a double in tests. It knows chunks, not records. The one user is
// Saving, which says when; an implementation says only how it went.
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/result.h"
#include "core/store/chunk_files.h"

namespace cohoi::store {

// Of all pages that have the data open, one may write; the others show it and follow.
enum class Role : std::uint8_t { writer, reader };

enum class Urgency : std::uint8_t {
  normal,
  last,  // the page is going away: nothing asynchronous may be needed after the call, and a save under way is given up for this one
};

// What the outside tells. Called from the event loop, never from within a call of Persistence.
class PersistenceListener {
 public:
  virtual ~PersistenceListener() = default;
  virtual void changed_elsewhere() = 0;
  virtual void role_changed(Role role) = 0;
  // Another page asks for the right to write. True gives it up at once.
  [[nodiscard]] virtual bool may_yield() = 0;
  // The page is hidden or, when `for_good`, going away.
  virtual void hiding(bool for_good) = 0;
  [[nodiscard]] virtual bool all_saved() const = 0;
};

class Persistence {
 public:
  using Done = std::function<void(const Status&)>;

  virtual ~Persistence() = default;

  // Saves all chunks of the batch or none, durably. Their contents are taken before the call returns, so the files may change at
  // once. `done` is called later, exactly once. Errors: read_only — another page has written, this page's state is
  // outdated; not_found — the store was emptied, everything has to be saved again; io — anything else (quota), nothing was written.
  virtual void save(const ChunkFiles& files, const ChunkBatch& batch, Urgency urgency, Done done) = 0;
  // Brings the chunk files up to what is saved. The database must be closed.
  virtual void reload(Done done) = 0;
  // Asks the page that writes to let this one; role_changed tells whether it did.
  virtual void ask_for_writing() = 0;
  virtual void call_after(int milliseconds, std::function<void()> callback) = 0;
};

}  // namespace cohoi::store
