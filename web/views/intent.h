// What a view asks for: it draws, and pushes intents; the shell carries them out after drawing. Views never write, query or navigate themselves.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/app/command.h"
#include "core/base/locale.h"

namespace cohoi::views {

struct Execute {
  app::Command command;
  bool open_made = false;  // on success go to the page of the first new record
};
struct Navigate { std::string address; };  // "#/leads", "#/leads/<id>"
struct UndoTransaction { Uuid transaction; bool even_if_changed = false; };
struct Undo {};
struct Redo {};
struct SetLanguage { Language language; };
struct SetTheme { int theme; };  // 0 system, 1 light, 2 dark
enum class DialogKind : std::uint8_t {
  new_record,       // entity; `values` prefill
  convert_lead, disqualify_lead,
  close_won, close_lost,
  stage_refused,    // a gate said no: record = opportunity, second = stage
  changed_since,    // an undo or Revert conversion met later changes: asks whether to go on
  log_activity,     // kind in `values` ("kind"), linked to record
  add_role, add_line_item,
};
struct OpenDialog {
  DialogKind kind = DialogKind::new_record;
  app::RecordRef record;
  Uuid second;
  std::vector<FieldValue> values;
};
struct CloseDialog {};
enum class FileAction : std::uint8_t { choose_import, choose_restore, save_backup };
struct UseFile { FileAction action; };
struct SaveText { std::string name, type, text; };  // a file for the user
struct Notify { Message message; };

using Intent = std::variant<Execute, Navigate, UndoTransaction, Undo, Redo, SetLanguage, SetTheme, OpenDialog, CloseDialog, UseFile, SaveText, Notify>;

class IntentSink {
 public:
  template <class T>
  void push(T intent) { intents_.emplace_back(std::move(intent)); }
  [[nodiscard]] std::vector<Intent> take() { return std::exchange(intents_, {}); }

 private:
  std::vector<Intent> intents_;
};

}  // namespace cohoi::views
