// What can be done to everything that is selected: the bar under the list, a dialog for each command that shows beforehand what will
// happen, and what was refused afterwards.
#include <algorithm>

#include "core/app/models/duplicates_page.h"
#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/list_view.h"

namespace cohoi::views {

namespace {

constexpr std::int64_t most_previewed = 300;
constexpr std::size_t most_listed = 100;

void open(ListState& state, BulkKind kind) {
  state.panel = ListPanel::bulk;
  state.bulk = {};
  state.bulk.kind = kind;
}

void make_form(const app::RecordList& model, ListState& state, const std::string& key) {
  auto& bulk = state.bulk;
  bulk.field = key;
  bulk.fields = {};
  bulk.form = state.forms->make(model.entity(), {}, {key}).value_or(app::Form{model.entity(), {}, {}});
}

std::string title_of(BulkKind kind) {
  switch (kind) {
    case BulkKind::edit: return text::bulk_edit();
    case BulkKind::assign: return text::bulk_assign();
    case BulkKind::tag: return text::bulk_tag();
    case BulkKind::convert: return text::bulk_convert();
    case BulkKind::move: return text::bulk_move();
    case BulkKind::status: return text::bulk_status();
    case BulkKind::remove: break;
  }
  return text::bulk_delete();
}

template <class Id>
std::vector<Id> typed_ids(const std::vector<Uuid>& ids) {
  std::vector<Id> made;
  made.reserve(ids.size());
  for (const auto& id : ids) made.push_back({id});
  return made;
}

// The choices of a field of the list, the empty one left out.
std::vector<ui::Option> choices_of(app::RecordList& model, const char* key) {
  std::vector<ui::Option> shown;
  const auto* field = app::list_field(model.entity(), key);
  if (!field) return shown;
  for (const auto& option : model.filter_options(*field))
    if (!option.value.empty()) shown.push_back({option.value, show(option.label)});
  return shown;
}

// What is asked before the command is whole.
void draw_questions(app::RecordList& model, ListState& state) {
  auto& bulk = state.bulk;
  switch (bulk.kind) {
    case BulkKind::edit: {
      std::vector<ui::Option> fields;
      for (const auto& field : model.fields())
        if (field.editable) fields.push_back({field.key, ui::translate(field.label)});
      auto key = bulk.field;
      if (ui::select_field("field", {.label = text::lists_field(), .placeholder = text::bulk_choose_field()}, fields, key)) make_form(model, state, key);
      if (!bulk.form.fields.empty()) draw_field(bulk.form.fields.front(), bulk.fields, *state.forms);
      return;
    }
    case BulkKind::assign:
      if (bulk.field.empty()) make_form(model, state, "owner_id");
      if (!bulk.form.fields.empty()) draw_field(bulk.form.fields.front(), bulk.fields, *state.forms);
      return;
    case BulkKind::tag:
      ui::text_field("add", {.label = text::bulk_tags_add(), .hint = text::bulk_tags_hint()}, bulk.first);
      ui::text_field("remove", {.label = text::bulk_tags_remove()}, bulk.second);
      return;
    case BulkKind::move: (void)ui::select_field("stage", {.label = text::bulk_stage()}, choices_of(model, "stage"), bulk.first); return;
    case BulkKind::status: {
      auto states = choices_of(model, "status");
      std::erase_if(states, [](const ui::Option& one) { return one.value == "converted"; });
      (void)ui::select_field("status", {.label = text::bulk_status_label()}, states, bulk.first);
      if (bulk.first != "disqualified") return;
      (void)ui::select_field("reason", {.label = text::lead_disqualify_reason(), .required = true}, choices_of(model, "disqualify_reason"), bulk.second);
      ui::text_area("note", {.label = text::lead_disqualify_note()}, bulk.note, 2);
      return;
    }
    case BulkKind::convert:
    case BulkKind::remove: return;
  }
}

// The command as it stands, or nothing while something is missing. `key` names it for the preview.
std::optional<app::Command> command_of(app::RecordList& model, ListState& state, std::vector<Uuid> ids, std::string& key) {
  auto& bulk = state.bulk;
  const auto entity = model.entity();
  switch (bulk.kind) {
    case BulkKind::edit:
    case BulkKind::assign: {
      if (bulk.form.fields.empty()) return std::nullopt;
      const auto& field = bulk.form.fields.front();
      const auto& typed = typed_text(bulk.fields, field);
      auto value = state.forms->read(field, typed);
      if (!value) {
        if (!typed.empty()) bulk.fields.errors[field.key] = value.error().message;
        return std::nullopt;
      }
      bulk.fields.errors.erase(field.key);
      key = field.key + "=" + typed;
      return app::EditRecords{entity, std::move(ids), {{field.key, *std::move(value)}}};
    }
    case BulkKind::tag: {
      auto add = split_tags(bulk.first), remove = split_tags(bulk.second);
      if (add.items.empty() && remove.items.empty()) return std::nullopt;
      key = bulk.first + "|" + bulk.second;
      return app::TagRecords{entity, std::move(ids), std::move(add), std::move(remove)};
    }
    case BulkKind::convert: return app::ConvertLeads{typed_ids<LeadId>(ids), {}};
    case BulkKind::move: {
      const auto stage = Uuid::parse(bulk.first);
      key = bulk.first;
      if (!stage) return std::nullopt;
      return app::MoveStage{typed_ids<OpportunityId>(ids), {*stage}, {}};
    }
    case BulkKind::status: {
      const auto status = enum_named<LeadStatus>(bulk.first);
      if (!status || (*status == LeadStatus::disqualified && bulk.second.empty())) return std::nullopt;
      key = bulk.first + "|" + bulk.second;
      return app::SetLeadStatus{typed_ids<LeadId>(ids), *status, bulk.second, bulk.note};
    }
    case BulkKind::remove: return app::DeleteRecords{entity, std::move(ids)};
  }
  return std::nullopt;
}

void draw_refused(const app::Outcome& outcome) {
  const ui::Group group("refused", ui::Role::list, text::bulk_refused_list());
  const ui::Stack stack(ui::gap_small);
  std::size_t listed = 0;
  for (const auto& each : outcome.per_record) {
    if (each.result) continue;
    if (++listed > most_listed) continue;
    const ui::IdScope scope(listed);
    const ui::Group item("one", ui::Role::listitem, {});
    const ui::Stack tight(2);
    ui::text(each.title, ui::TextStyle::semibold);
    ui::paragraph(ui::translate(each.result.error()), ui::TextStyle::caption, ui::Tone::second);
  }
  if (listed > most_listed) ui::caption(text::bulk_and_more(number(static_cast<std::int64_t>(listed - most_listed))));
}

std::int64_t refused_of(const app::Outcome& outcome) {
  return std::count_if(outcome.per_record.begin(), outcome.per_record.end(), [](const auto& each) { return !each.result; });
}

void draw_preview(app::RecordList& model, ListState& state, const app::Command& command, const std::string& key, std::int64_t count) {
  auto& bulk = state.bulk;
  if (count > most_previewed) {
    ui::paragraph(text::bulk_many(number(count)), ui::TextStyle::body, ui::Tone::second);
    return;
  }
  const auto wanted = std::to_string(model.session().revision()) + key + "#" + std::to_string(count);
  if (bulk.previewed != wanted || !bulk.preview) {
    bulk.previewed = wanted;
    bulk.preview = state.forms->preview(command);
  }
  if (!*bulk.preview) {
    ui::banner("refused", ui::BannerKind::warning, ui::translate(bulk.preview->error()));
    return;
  }
  const auto refused = refused_of(**bulk.preview);
  if (refused == 0) {
    ui::status("preview", text::bulk_all_will(number(count)), ui::Tone::good, ui::TextStyle::body, icon::circle_check);
    return;
  }
  ui::status("preview", text::bulk_some_will(number(count - refused), number(refused)), ui::Tone::warning, ui::TextStyle::body, icon::triangle_alert);
  draw_refused(**bulk.preview);
}

}  // namespace

void draw_bulk_bar(app::RecordList& model, ListState& state, const ui::Rect& list, IntentSink& sink) {
  const auto figures = state.selection.figures(model);
  if (!figures || figures->count == 0) return;
  const auto entity = model.entity();
  const ui::FloatingBar bar("bulk", text::bulk_bar(), list);
  const auto count = text::bulk_selected(number(figures->count));
  ui::status("selected", figures->sum.empty() ? count : count + " · " + figures->sum, ui::Tone::normal, ui::TextStyle::semibold);
  ui::space(8);
  const auto ask = [&](const char* key, std::string label, ui::Icon icon, BulkKind kind, bool wide = true) {
    if (ui::is_phone() && !wide) return;
    if (ui::button(key, {.label = std::move(label), .kind = ui::ButtonKind::quiet, .icon = icon})) open(state, kind);
  };
  const bool phone = ui::is_phone();
  std::vector<ui::MenuItem> more;
  const auto action = [&](const char* key, std::string label, ui::Icon icon, BulkKind kind) {
    if (phone) more.push_back({.key = std::to_string(static_cast<int>(kind)), .label = std::move(label), .icon = icon, .danger = kind == BulkKind::remove});
    else ask(key, std::move(label), icon, kind);
  };
  action("edit", text::bulk_edit_button(), icon::pencil, BulkKind::edit);
  if (app::record_field(entity, "owner_id")) action("assign", text::bulk_assign_button(), icon::users, BulkKind::assign);
  if (app::record_field(entity, "tags")) action("tag", text::bulk_tag_button(), icon::tag, BulkKind::tag);
  if (entity == Entity::lead) {
    action("status", text::bulk_status_button(), icon::circle_check, BulkKind::status);
    action("convert", text::bulk_convert_button(), icon::arrow_right, BulkKind::convert);
  }
  if (entity == Entity::opportunity) action("move", text::bulk_move_button(), icon::columns_3, BulkKind::move);
  const bool merges = (entity == Entity::lead || entity == Entity::contact || entity == Entity::account) && figures->count > 1 &&
                      figures->count <= static_cast<std::int64_t>(most_merged);
  const auto merge = [&] {
    if (const auto ids = state.selection.ids(model)) sink.push(Navigate{app::address_of_comparison(entity, *ids)});
  };
  if (merges && phone) more.push_back({.key = "m", .label = text::bulk_merge_button(), .icon = icon::copy});
  if (merges && !phone && ui::button("merge", {.label = text::bulk_merge_button(), .kind = ui::ButtonKind::quiet, .icon = icon::copy})) merge();
  action("delete", text::bulk_delete_button(), icon::trash_2, BulkKind::remove);
  if (phone) {
    if (const auto chosen = ui::menu_button("actions", {.label = text::bulk_actions(), .icon = icon::ellipsis}, more))
      *chosen == "m" ? merge() : open(state, static_cast<BulkKind>(chosen->front() - '0'));
  }
  if (state.selection.count(model) < model.total() &&
      ui::button("all", {.label = text::bulk_select_all(number(model.total())), .kind = ui::ButtonKind::quiet})) state.selection.select_all();
  if (ui::icon_button("clear", {.name = text::bulk_clear(), .icon = icon::x})) {
    state.selection.clear();
    state.selecting = false;
  }
}

void draw_bulk_dialog(app::RecordList& model, ListState& state, IntentSink& sink) {
  auto& bulk = state.bulk;
  const auto count = state.selection.count(model);
  const bool removes = bulk.kind == BulkKind::remove;
  ui::Dialog dialog("bulk", {.title = title_of(bulk.kind), .sentence = text::bulk_for(number(count))});
  draw_questions(model, state);
  auto ids = state.selection.ids(model);
  std::string key;
  auto command = ids ? command_of(model, state, *std::move(ids), key) : std::nullopt;
  if (command) draw_preview(model, state, *command, key, count);
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) state.panel = ListPanel::none;
  const ui::Button look{.label = removes ? text::bulk_delete_button() : text::bulk_apply(),
                        .kind = removes ? ui::ButtonKind::danger : ui::ButtonKind::primary,
                        .refused = !command};
  if (!ui::button("apply", look) || !command) return;
  sink.push(Execute{*std::move(command)});
  state.panel = ListPanel::none;
}

void draw_bulk_result(const app::Outcome& outcome, IntentSink& sink) {
  const auto refused = refused_of(outcome);
  const auto done = static_cast<std::int64_t>(outcome.per_record.size()) - refused;
  ui::Dialog dialog("bulk_result", {.title = text::bulk_result(), .sentence = text::bulk_some_did(number(done), number(refused))});
  draw_refused(outcome);
  dialog.footer();
  if (ui::button("close", {.label = text::ui_close(), .kind = ui::ButtonKind::primary}) || dialog.dismissed()) sink.push(CloseDialog{});
}

}  // namespace cohoi::views
