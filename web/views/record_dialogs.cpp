#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/dialogs.h"

namespace cohoi::views {

namespace {

std::string new_title(Entity entity) {
  switch (entity) {
    case Entity::opportunity: return text::new_opportunity();
    case Entity::account: return text::new_account();
    case Entity::contact: return text::new_contact();
    case Entity::product: return text::new_product();
    default: return text::new_lead();
  }
}

bool cancelled(const ui::Dialog& dialog) { return ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed(); }
bool saved() { return ui::button("save", {.label = text::ui_save(), .kind = ui::ButtonKind::primary}); }

// Values of a part's form become its record.
template <class Record>
bool read_record(PartState& state, const app::Forms& forms, Record& record) {
  const auto values = forms.read(state.form, state.fields.typed, state.fields.errors);
  if (!values) return false;
  for (const auto& value : *values)
    if (!set_value(record, value.key, value.value)) return false;
  return true;
}

// P-1: an opportunity made directly is asked what conversion would have shown; or overridden with a reason.
void draw_gate(NewRecordState& state) {
  const std::vector<ui::Option> done{{"", text::new_no_relationship()}, {"call", text::new_call_done()}, {"meeting", text::new_meeting_done()}};
  (void)ui::select_field("relationship", {.label = text::new_relationship()}, done, state.relationship);
  if (!state.refused) return;
  ui::banner("refused", ui::BannerKind::warning, ui::translate(*state.refused),
             [] { ui::link("guide", {.label = text::lead_guide_link(), .href = "#/guide"}); });
  if (ui::checkbox("override", {.label = text::convert_override(), .hint = text::convert_override_hint()}, state.overriding) && !state.overriding)
    state.override_reason.clear();
  if (state.overriding) ui::text_area("reason", {.label = text::convert_override_reason(), .required = true}, state.override_reason, 2);
}

}  // namespace

void create_button(Entity entity, IntentSink& sink) {
  if (ui::button("create", {.label = new_title(entity), .kind = ui::ButtonKind::primary, .icon = icon::plus}))
    sink.push(OpenDialog{DialogKind::new_record, {entity, {}}, {}, {}});
}

void draw_new_record(NewRecordState& state, const app::Forms& forms, IntentSink& sink) {
  const auto entity = state.form.entity;
  ui::Dialog dialog("new", {.title = new_title(entity), .wide = true});
  draw_form(state.form, state.fields, forms);
  std::string typed;
  for (const auto& [key, value] : state.fields.typed) typed += key + "=" + value + "\n";
  if (typed != state.typed_then) {
    state.typed_then = typed;
    state.looks = forms.looks_like(entity, state.fields.typed);
  }
  draw_lookalikes(state.looks);
  if (entity == Entity::opportunity) draw_gate(state);
  else if (state.refused) ui::banner("refused", ui::BannerKind::warning, ui::translate(*state.refused));
  dialog.footer();
  if (cancelled(dialog)) sink.push(CloseDialog{});
  if (!saved()) return;
  auto values = forms.read(state.form, state.fields.typed, state.fields.errors);
  if (!values) return;
  if (!state.relationship.empty()) values->push_back({"relationship", Value(state.relationship)});
  if (!state.override_reason.empty()) values->push_back({"override_reason", Value(state.override_reason)});
  sink.push(Execute{app::SaveRecord{entity, {}, *std::move(values)}, true});
}

void draw_disqualify(LeadId lead, const std::string& title, const std::vector<app::Option>& reasons, DisqualifyState& state, IntentSink& sink) {
  ui::Dialog dialog("disqualify", {.title = text::lead_disqualify(), .sentence = title});
  const ui::Field reason{.label = text::lead_disqualify_reason(),
                         .error = state.tried && state.reason.empty() ? text::ui_required() : std::string(),
                         .placeholder = text::dialog_choose_reason(),
                         .required = true};
  auto shown = options(reasons);
  (void)ui::select_field("reason", reason, shown, state.reason);
  ui::text_area("note", {.label = text::lead_disqualify_note()}, state.note, 3);
  dialog.footer();
  if (cancelled(dialog)) sink.push(CloseDialog{});
  if (!ui::button("disqualify", {.label = text::lead_disqualify(), .kind = ui::ButtonKind::danger})) return;
  state.tried = true;
  if (!state.reason.empty()) sink.push(Execute{app::SetLeadStatus{{lead}, LeadStatus::disqualified, state.reason, state.note}});
}

void draw_role_dialog(OpportunityId id, PartState& state, const app::Forms& forms, IntentSink& sink) {
  ui::Dialog dialog("role", {.title = text::opportunity_add_role()});
  for (const auto& field : state.form.fields) draw_field(field, state.fields, forms, &field == &state.form.fields.front());
  dialog.footer();
  if (cancelled(dialog)) sink.push(CloseDialog{});
  if (!saved()) return;
  ContactRole role;
  role.opportunity_id = id;
  if (read_record(state, forms, role)) sink.push(Execute{app::SetRole{role}});
}

void draw_line_dialog(OpportunityId id, PartState& state, const app::Forms& forms, IntentSink& sink) {
  ui::Dialog dialog("line", {.title = text::opportunity_add_product()});
  for (const auto& field : state.form.fields) draw_field(field, state.fields, forms, &field == &state.form.fields.front());
  dialog.footer();
  if (cancelled(dialog)) sink.push(CloseDialog{});
  if (!saved()) return;
  LineItem item;
  item.opportunity_id = id;
  if (read_record(state, forms, item)) sink.push(Execute{app::SetLineItem{item}});
}

void draw_changed_since(const Error& error, const Intent& anyway, IntentSink& sink) {
  ui::Dialog dialog("changed", {.title = text::dialog_changed_title(), .sentence = ui::translate(error.message)});
  for (const auto& item : error.missing) ui::paragraph("• " + ui::translate(item));
  dialog.footer();
  if (cancelled(dialog)) sink.push(CloseDialog{});
  if (!ui::button("anyway", {.label = text::dialog_undo_anyway(), .kind = ui::ButtonKind::danger})) return;
  std::visit([&](const auto& intent) { sink.push(intent); }, anyway);
}

}  // namespace cohoi::views
