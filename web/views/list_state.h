// What a list screen remembers while it is open: the request, the selection, the cell being edited, and what hangs over it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/app/models/selection.h"
#include "web/views/parts.h"

namespace cohoi::views {

inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

struct CellEdit {
  ui::CellAt at;             // empty row = nothing is edited
  app::FormField field;
  FormState fields;
  std::string error;
};

enum class ListPanel : std::uint8_t { none, filter, columns, save_view, rename_view, bulk };
enum class BulkKind : std::uint8_t { edit, assign, tag, convert, move, status, remove };

struct FilterDraft {
  std::map<std::string, std::string> typed;   // by the condition's path: what does not read as a value yet
  std::map<std::string, std::string> errors;
  std::map<std::string, std::vector<app::Option>> offers;
};

struct BulkState {
  BulkKind kind = BulkKind::edit;
  std::string field;                // of edit
  app::Form form;
  FormState fields;
  std::string first, second;        // tags to add and to remove; stage; status and reason
  std::string note;
  std::string previewed;            // what `preview` answers
  std::optional<Result<app::Outcome>> preview;
  std::string error;
};

struct ListState {
  app::ListRequest request;
  app::Selection selection;
  app::ListRequest selected_under;  // what the selection was made in …
  std::uint64_t selected_at = 0;    // … and the revision
  std::string view;                 // key of the view; empty = the first
  bool compact = false;
  bool selecting = false;           // phone: rows have boxes
  std::string current;              // id of the record in the side panel; set by the shell
  CellEdit edit;
  std::optional<ui::CellAt> edit_next;  // to be edited once what was typed is saved
  std::optional<std::pair<Uuid, int>> refocus;  // row and column (-1 = the row)
  ListPanel panel = ListPanel::none;
  ui::Rect anchor;                  // of the panel
  FilterDraft filter;
  BulkState bulk;
  std::string view_name;
  std::string remembered;           // what this device keeps of it
  const app::Forms* forms = nullptr;  // borrowed; set once by the shell
};

// What a device remembers of a list: density, columns and their widths.
[[nodiscard]] std::string remembered_text(const ListState& state);
void restore_list(ListState& state, Entity entity, std::string_view text);

void begin_cell_edit(app::RecordList& model, ListState& state, std::int64_t row, const std::string& column, IntentSink& sink);
void draw_cell_editor(app::RecordList& model, ListState& state, IntentSink& sink);
void end_cell_edit(app::RecordList& model, ListState& state, ui::EditEnd how, IntentSink& sink);

// Search, views, filter, display; below them the conditions as pills, and the count.
void draw_list_tools(app::RecordList& model, ListState& state, IntentSink& sink);
void draw_filter_builder(app::RecordList& model, ListState& state);
void draw_bulk_bar(app::RecordList& model, ListState& state, const ui::Rect& list, IntentSink& sink);
void draw_bulk_dialog(app::RecordList& model, ListState& state, IntentSink& sink);

}  // namespace cohoi::views
