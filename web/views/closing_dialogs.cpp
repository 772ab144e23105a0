#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/dialogs.h"

namespace cohoi::views {

namespace {

// Each missing item with the field that fills it; what needs a person or a call gets its button.
void draw_missing(const app::StageRefusal& model, OpportunityId id, ClosingState& state, const app::Forms& forms, IntentSink& sink) {
  std::vector<std::string> items;
  for (const auto item : model.missing)
    if (item != GateItem::close_date && item != GateItem::loss_reason) items.push_back(ui::translate(gate_item_name(item)));
  if (items.empty()) return;
  ui::banner("missing", ui::BannerKind::warning, text::gate_missing(show(model.stage), ui::join_list(items)),
             [] { ui::link("guide", {.label = text::lead_guide_link(), .href = "#/guide"}); });
  for (const auto& field : model.fields) draw_saved_field(Entity::opportunity, id.uuid, field, state.fields, forms, sink);
  const ui::Inline line;
  const auto log = [&](ActivityKind kind) {
    Activity activity;
    activity.kind = kind;
    activity.opportunity_id = id;
    sink.push(Execute{app::AddActivity{std::move(activity)}});
  };
  if (model.needs_activity) {
    if (ui::button("log_call", {.label = text::activity_log_call(), .icon = icon::phone})) log(ActivityKind::call);
    if (ui::button("log_meeting", {.label = text::activity_log_meeting(), .icon = icon::users})) log(ActivityKind::meeting);
  }
  if (model.needs_role && ui::button("add_role", {.label = text::opportunity_add_role(), .icon = icon::plus}))
    sink.push(OpenDialog{DialogKind::add_role, {Entity::opportunity, id.uuid}, {}, {}});
}

void draw_override(ClosingState& state) {
  if (ui::checkbox("override", {.label = text::convert_override(), .hint = text::convert_override_hint()}, state.overriding) && !state.overriding)
    state.override_reason.clear();
  if (state.overriding) ui::text_area("reason", {.label = text::convert_override_reason(), .required = true}, state.override_reason, 2);
}

bool asks_gate(const app::StageRefusal& model) {
  return std::any_of(model.missing.begin(), model.missing.end(),
                     [](GateItem item) { return item != GateItem::close_date && item != GateItem::loss_reason; });
}

app::FormField date_field() {
  app::FormField field;
  field.key = "closed_on";
  field.type = FieldType::date;
  return field;
}

// The close date typed, today when the field was left empty.
std::optional<Date> read_date(ClosingState& state, const app::Forms& forms) {
  state.error = {};
  const auto value = forms.read(date_field(), state.closed_on);
  const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
  if (!value) state.error = value.error().message;
  return text ? Date::parse_iso(*text) : std::nullopt;
}

void draw_date(ClosingState& state) {
  ui::date_field("closed_on", {.label = text::field_closed_on(), .error = state.error.key.empty() ? std::string() : ui::translate(state.error), .required = true},
                 state.closed_on);
}

}  // namespace

void draw_close_won(const app::StageRefusal& model, OpportunityId id, ClosingState& state, const app::Forms& forms, IntentSink& sink) {
  ui::Dialog dialog("won", {.title = text::opportunity_mark_won(), .sentence = show(model.opportunity)});
  draw_date(state);
  draw_missing(model, id, state, forms, sink);
  if (asks_gate(model)) draw_override(state);
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  const bool refused = asks_gate(model) && state.override_reason.empty();
  if (!ui::button("confirm", {.label = text::opportunity_mark_won(), .kind = ui::ButtonKind::primary, .icon = icon::trophy, .refused = refused})) return;
  const auto date = read_date(state, forms);
  if (date) sink.push(Execute{app::CloseWon{id, {date}, state.override_reason}});
  else if (state.error.key.empty()) state.error = msg("error.required_close_date");
}

void draw_close_lost(const app::StageRefusal& model, OpportunityId id, const std::vector<app::Option>& reasons, ClosingState& state, const app::Forms& forms,
                     IntentSink& sink) {
  ui::Dialog dialog("lost", {.title = text::opportunity_mark_lost(), .sentence = show(model.opportunity)});
  (void)ui::select_field("reason", {.label = text::field_loss_reason(), .placeholder = text::dialog_choose_reason(), .required = true}, options(reasons),
                         state.reason);
  const bool other = state.reason == "other";
  ui::text_area("note", {.label = text::field_loss_note(), .hint = other ? text::dialog_note_for_other() : std::string(), .required = other}, state.note, 2);
  ui::text_field("competitor", {.label = text::field_competitor()}, state.competitor);
  draw_date(state);
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  if (!ui::button("confirm", {.label = text::opportunity_mark_lost(), .kind = ui::ButtonKind::danger})) return;
  const auto date = read_date(state, forms);
  if (date) sink.push(Execute{app::CloseLost{id, {date, state.reason, state.note, state.competitor}}});
  else if (state.error.key.empty()) state.error = msg("error.required_close_date");
}

void draw_stage_refused(const app::StageRefusal& model, OpportunityId id, StageId to, ClosingState& state, const app::Forms& forms, IntentSink& sink) {
  const auto stage = show(model.stage);
  ui::Dialog dialog("gate", {.title = text::gate_title(stage), .sentence = show(model.opportunity)});
  if (model.missing.empty()) ui::banner("passes", ui::BannerKind::good, text::gate_passes(stage));
  draw_missing(model, id, state, forms, sink);
  if (!model.missing.empty()) draw_override(state);
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  const bool refused = !model.missing.empty() && state.override_reason.empty();
  if (ui::button("move", {.label = text::gate_move(stage), .kind = ui::ButtonKind::primary, .refused = refused}))
    sink.push(Execute{app::MoveStage{{id}, to, state.override_reason}});
}

}  // namespace cohoi::views
