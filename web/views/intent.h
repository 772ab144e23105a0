// What a view asks for: it draws, and pushes intents; the shell carries them out after drawing. Views never write, query or navigate themselves.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/app/command.h"
#include "core/app/export/table_file.h"
#include "core/base/locale.h"

namespace cohoi::views {

struct Execute {
  app::Command command;
  bool open_made = false;  // on success go to the page of the first new record
};
struct Navigate { std::string address; };  // "#/leads", "#/leads/<id>"
// A record in the side panel of the list on screen; an empty id closes it. On a phone, and where there is no list, its page.
struct ShowBeside { app::RecordRef record; };
struct UndoTransaction { Uuid transaction; bool even_if_changed = false; };
struct Undo {};
struct Redo {};
struct SetLanguage { Language language; };
struct SetTheme { int theme; };  // 0 system, 1 light, 2 dark, 3 high contrast
enum class DialogKind : std::uint8_t {
  new_record,       // entity; `values` prefill
  convert_lead, disqualify_lead,
  close_won, close_lost,
  stage_refused,    // a gate said no: record = opportunity, second = stage
  changed_since,    // an undo or Revert conversion met later changes: asks whether to go on
  log_activity,     // it has happened, or is to do: kind in `values` ("kind"), linked to record
  new_activity,     // the same from anywhere, its date and record to be said; also "due_at" in `values`
  edit_activity,    // record = the activity
  add_role, add_line_item,
  palette, keys,    // commands and records found by typing; the sheet of keys
  bulk_result,      // a command over several was refused for some; opened by the shell
  edit_setting,     // an entry of the settings (app::setting_form); `values` as it takes them
  erase_everything,
  restore_backup,   // a backup is open, and there are data it would replace; opened by the shell
};
struct OpenDialog {
  DialogKind kind = DialogKind::new_record;
  app::RecordRef record;
  Uuid second;
  std::vector<FieldValue> values;
};
struct CloseDialog {};
struct Remember { std::string key, value; };  // on this device
struct ExportList { Entity entity; app::TableFormat format; };   // all of them
struct ExportShown { Entity entity; app::TableFormat format; };  // the list of this entity as it is narrowed and ordered now
struct ExportCards {};     // of the contacts shown
struct ExportCalendar {};  // of the activities shown
enum class FileAction : std::uint8_t {
  choose_import, choose_restore, save_backup, save_json,
  replace_all, add_missing,  // by the backup that is open
};
struct UseFile { FileAction action; };
struct EraseEverything {};  // no way back: after its dialog only
struct RemindLater {};      // of a backup
struct AskToKeep {};        // the browser is asked never to clear the data by itself
enum class LockStep : std::uint8_t {
  unlock, set, change, take_off, let_file_leave,  // questions; these numbers are web/js/lock.js's too
  now,
};
struct UseLock { LockStep step; };
struct SaveText { std::string name, type, text; };  // a file for the user
struct SavePicture { std::string name; int x, y, width, height; };  // of this part of the canvas, device pixels
struct Notify { Message message; };

using Intent = std::variant<Execute, Navigate, ShowBeside, UndoTransaction, Undo, Redo, SetLanguage, SetTheme, OpenDialog, CloseDialog, Remember,
                             ExportList, ExportShown, ExportCards, ExportCalendar, UseFile, SaveText, SavePicture, Notify, EraseEverything, RemindLater, AskToKeep, UseLock>;

class IntentSink {
 public:
  template <class T>
  void push(T intent) { intents_.emplace_back(std::move(intent)); }
  [[nodiscard]] std::vector<Intent> take() { return std::exchange(intents_, {}); }

 private:
  std::vector<Intent> intents_;
};

}  // namespace cohoi::views
