// The port Persistence over IndexedDB, in IDBFS's own format (DESIGN "IDBFS, without its holes").
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/store/persistence.h"
#include "web/platform/persistence_bridge.h"

namespace cohoi::platform {

class BrowserPersistence final : public store::Persistence {
 public:
  struct Started {
    store::Role role = store::Role::writer;
    bool healed = false;         // the last writer did not end cleanly
    bool wiped = false;          // the browser says that it has dropped damaged data
    bool restored = false;       // the store was found empty, and was filled from the second copy
    bool doubled = false;        // there is a second copy here; false on plain http
    std::optional<Error> error;  // nothing can be kept here, or what is kept can't be read; the folder is then empty
  };

  static constexpr const char* mount = "/data";
  static constexpr const char* folder = "/data/crm.d";  // for Database::open

  // Once. `started` is called from the event loop when the chunk files are in place.
  void start(std::function<void(const Started&)> started);
  // Borrowed; to be set in `started`, before it returns.
  void listen(store::PersistenceListener* listener) { listener_ = listener; }

  // When the database proves to be damaged: puts the second copy in its place and reloads the files; not there → an error, nothing changed. The
  // database must be closed.
  void restore_copy(Done done);

  void save(const store::ChunkFiles& files, const store::ChunkBatch& batch, store::Urgency urgency, Done done) override;
  void reload(Done done) override;
  void ask_for_writing() override;
  void call_after(int milliseconds, std::function<void()> callback) override;

  // From the event loop, by persistence_bridge.h.
  void on_started(int flags);
  void on_saved(std::uint32_t ticket, int outcome);
  void on_reloaded(bool ok);
  void on_timer(std::uint32_t ticket);
  [[nodiscard]] store::PersistenceListener* listener() const { return listener_; }

 private:
  [[nodiscard]] Error error_of(int outcome) const;

  std::array<char, 512> detail_{};
  std::function<void(const Started&)> started_;
  store::PersistenceListener* listener_ = nullptr;
  std::uint32_t tickets_ = 0;
  std::map<std::uint32_t, Done> saves_;
  Done reload_;
  std::map<std::uint32_t, std::function<void()>> timers_;
};

}  // namespace cohoi::platform
