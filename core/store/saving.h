// Decides when committed changes are saved and what the user is told about it. One save is under way at a time; what is committed
// meanwhile goes into the next. A failed save keeps being said, and is tried again with growing pauses and at every further
// change, until one succeeds. A page that may only read follows what the writing page saves.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/persistence.h"

namespace cohoi::store {

enum class SaveState : std::uint8_t {
  saved,      // everything committed is durable
  saving,     // on its way
  not_saved,  // the last save failed; `why` says so until one succeeds
};

struct SaveStatus {
  SaveState state = SaveState::saved;
  Role role = Role::writer;
  bool reloading = false;       // the database is closed for a moment, another page's changes come in
  std::optional<Error> why;     // of not_saved, and of a reload that failed
  std::uint64_t committed = 0;  // changes of this page …
  std::uint64_t saved = 0;      // … and how many of them are durable

  bool operator==(const SaveStatus&) const = default;
};

// One line for the screen: "Saved", "Saving…", "Not saved: …", "Another tab is writing …".
[[nodiscard]] Message describe(const SaveStatus& status);

class Saving final : public PersistenceListener {
 public:
  // Both are borrowed and must outlive this. The database is open in the role's mode.
  Saving(Database& database, Persistence& persistence, Role role);

  // To be called after every committed change (Session::on_commit).
  void committed();
  // Now, without waiting for the pause between attempts to end.
  void try_again();
  // Everything is saved anew, as after an import of a whole file; `known` chunks of the former state are replaced or removed.
  void save_everything(std::uint32_t known = 0);
  // From a page that reads only: "write here".
  void take_over();

  [[nodiscard]] const SaveStatus& status() const { return status_; }
  // Called whenever the status changed.
  void on_status(std::function<void()> callback) { on_status_ = std::move(callback); }
  // Called after the database was reopened on other contents, in the status' role; caches must go.
  void on_reloaded(std::function<void()> callback) { on_reloaded_ = std::move(callback); }

  void changed_elsewhere() override;
  void role_changed(Role role) override;
  [[nodiscard]] bool may_yield() override;
  void hiding(bool for_good) override;
  [[nodiscard]] bool all_saved() const override;

 private:
  struct Flight {
    ChunkBatch batch;
    std::uint64_t committed = 0;
    std::uint64_t ticket = 0;
  };

  void start_save();
  void finished(std::uint64_t ticket, const Status& result);
  void failed(const Flight& flight, const Error& error);
  void retry_later();
  void reload();
  void reloaded(const Status& result);
  void publish(const SaveStatus& status);

  Database& database_;
  Persistence& persistence_;
  SaveStatus status_;
  std::optional<Flight> flight_;
  std::uint64_t tickets_ = 0;
  int failures_ = 0;
  std::uint64_t retry_ = 0;  // a timer of an older number has been overtaken
  bool reload_again_ = false;
  bool leaving_ = false;  // every save may be the last
  std::function<void()> on_status_;
  std::function<void()> on_reloaded_;
};

}  // namespace cohoi::store
