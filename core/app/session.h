// The open product without a screen: the database, who works with it, and the one door for changes. Owned by main; views see models only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/command.h"
#include "core/base/locale.h"
#include "core/store/reversal.h"

namespace cohoi::app {

struct Surroundings;

enum class Access : std::uint8_t { writer, reader, viewer };  // reader: another tab writes; viewer: nothing is changed from here, whoever writes

class Session {
 public:
  struct Options {
    Clock& clock;
    Ids& ids;
    std::string device;
    Language language = Language::vi;
    Access access = Access::writer;
  };

  // Migrates (writer only), seeds defaults (pipeline, criteria, choices, an owner "me") into an empty database, refreshes derived data.
  // corrupt when the file is newer than this program or damaged: nothing is written then.
  [[nodiscard]] static Result<std::unique_ptr<Session>> open(store::Database& db, Options options);

  [[nodiscard]] store::Database& db();
  [[nodiscard]] const Clock& clock() const;
  [[nodiscard]] Ids& ids();
  [[nodiscard]] Language language() const;
  void set_language(Language language);
  [[nodiscard]] Access access() const;
  void set_access(Access access);
  [[nodiscard]] Status may_write() const;  // the reason when nothing may be changed now
  [[nodiscard]] const Settings& settings() const;
  [[nodiscard]] const Owner& me() const;  // who works here; new records are theirs
  // For plans and previews (core/app/draft.h); valid until the next commit.
  [[nodiscard]] Surroundings surroundings();

  // The refusal a command would meet now; ok when it would be carried out. Never writes.
  [[nodiscard]] Status can_execute(const Command& command);
  // The outcome it would have, each record's own included (C-13); no transaction, never writes.
  [[nodiscard]] Result<Outcome> preview(const Command& command);
  // All or nothing. Nothing is kept when it fails.
  [[nodiscard]] Result<Outcome> execute(const Command& command);

  [[nodiscard]] std::optional<Message> undo_label() const;  // of the step that Undo would take back
  [[nodiscard]] std::optional<Message> redo_label() const;
  [[nodiscard]] Result<Outcome> undo();
  [[nodiscard]] Result<Outcome> redo();
  [[nodiscard]] Result<Outcome> undo_transaction(const Uuid& transaction, bool even_if_changed = false);  // a toast's Undo

  // The same in steps, for what is too large for one frame (core/app/undoing.h): begun, stepped, committed by the caller, then told.
  [[nodiscard]] Result<store::Reversal> begin_undo(const Uuid& transaction, bool even_if_changed);
  Outcome undone(const Uuid& transaction, const Uuid& by, bool even_if_changed);
  [[nodiscard]] std::optional<Uuid> to_undo() const;  // the step that undo() would take back …
  [[nodiscard]] std::optional<Uuid> to_redo() const;  // … and redo() do again

  // Rises with every committed change (also by undo, import, another tab): models compare it to know that they are stale.
  [[nodiscard]] std::uint64_t revision() const;
  // Called after every commit: the shell saves. Several may listen.
  void on_commit(std::function<void()> callback);
  // The database was replaced under us (another tab wrote, a backup was restored): drops caches, raises the revision.
  [[nodiscard]] Status reload();
  // Everything gone, as on the first day: not undone by anything.
  [[nodiscard]] Status erase_everything();
  // The shell calls it when the local day is another one than before: what depends on today is derived anew.
  [[nodiscard]] Status day_changed();
  // While an import applies, other commands are refused with this reason (DESIGN.md).
  void set_busy(std::optional<Message> reason);
  // For import: the context of its own transaction, and the note that it committed.
  [[nodiscard]] store::WriteContext& write_context();
  void committed(const Uuid& transaction);

  ~Session();

 private:
  struct Impl;
  explicit Session(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace cohoi::app
