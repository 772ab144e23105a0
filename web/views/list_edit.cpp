// Editing one cell of a list in its place.
#include <algorithm>

#include "generated/text.h"
#include "web/views/list_state.h"

namespace cohoi::views {

namespace {

int column_of(const app::RecordList& model, const std::string& key) {
  const auto& columns = model.columns();
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.key == key; });
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::optional<std::int64_t> row_of(app::RecordList& model, const ListState& state) {
  const auto id = Uuid::parse(state.edit.at.row);
  return id ? model.index_of(*id) : std::nullopt;
}

void close(app::RecordList& model, ListState& state, bool refocus) {
  if (const auto id = Uuid::parse(state.edit.at.row); id && refocus) state.refocus = {*id, column_of(model, state.edit.at.column)};
  state.edit = {};
}

// What was typed becomes a command, or its refusal stands at the cell. True when the editor may close.
bool save(app::RecordList& model, ListState& state, IntentSink& sink) {
  const auto row = row_of(model, state);
  if (!row) return true;
  const auto& typed = typed_text(state.edit.fields, state.edit.field);
  if (typed == state.edit.field.text) return true;
  auto command = model.edited(*row, state.edit.at.column, typed);
  Status allowed = command ? state.forms->can(*command) : Status(tl::unexpected(command.error()));
  if (!allowed) {
    state.edit.error = ui::translate(allowed.error());
    ui::semantics().announce(state.edit.error, true);
    return false;
  }
  sink.push(Execute{*std::move(command)});
  return true;
}

// The next cell that can be edited, in this row or the one after (before) it.
std::optional<ui::CellAt> neighbour(app::RecordList& model, const ListState& state, int step) {
  const auto row = row_of(model, state);
  if (!row) return std::nullopt;
  const auto& columns = model.columns();
  const int count = static_cast<int>(columns.size());
  int at = column_of(model, state.edit.at.column);
  auto line = *row;
  for (int i = 0; i < count * 2; ++i) {
    at += step;
    if (at < 0 || at >= count) {
      line += step;
      at = step > 0 ? 0 : count - 1;
    }
    if (line < 0 || line >= model.total()) return std::nullopt;
    const auto& column = columns[static_cast<std::size_t>(at)];
    if (column.editable) return ui::CellAt{model.row(line).id.to_string(), column.key};
  }
  return std::nullopt;
}

}  // namespace

void begin_cell_edit(app::RecordList& model, ListState& state, std::int64_t row, const std::string& column, IntentSink& sink) {
  // What stands in another cell is saved first; what it refuses keeps its editor.
  if (!state.edit.at.row.empty() && !save(model, state, sink)) return;
  state.edit = {};
  auto field = model.editor(row, column);
  if (!field || field->read_only) {
    if (model.row(row).read_only) sink.push(Notify{msg("lists.read_only")});
    return;
  }
  if (field->type == FieldType::check) {
    if (auto command = model.edited(row, column, field->text == "1" ? "" : "1")) sink.push(Execute{*std::move(command)});
    return;
  }
  state.edit.at = {model.row(row).id.to_string(), column};
  state.edit.field = *std::move(field);
}

void draw_cell_editor(app::RecordList& model, ListState& state, IntentSink& sink) {
  auto& edit = state.edit;
  const auto before = typed_text(edit.fields, edit.field);
  edit.fields.errors.clear();
  if (!edit.error.empty()) edit.fields.errors[edit.field.key] = Message{"lists.cell_error", {edit.error}};
  const bool committed = draw_field(edit.field, edit.fields, *state.forms, true, FieldPlace::cell);
  if (typed_text(edit.fields, edit.field) != before) edit.error.clear();
  if (committed && save(model, state, sink)) close(model, state, true);
}

void end_cell_edit(app::RecordList& model, ListState& state, ui::EditEnd how, IntentSink& sink) {
  if (state.edit.at.row.empty()) return;
  if (how == ui::EditEnd::escape) return close(model, state, true);
  const auto next = how == ui::EditEnd::next ? neighbour(model, state, 1) : how == ui::EditEnd::previous ? neighbour(model, state, -1) : std::nullopt;
  if (!save(model, state, sink)) return;
  state.edit_next = next;
  close(model, state, how != ui::EditEnd::left && !next);
}

}  // namespace cohoi::views
