// The small dialogs: a new record, disqualify, won, lost, a refused stage, an activity, a role, a product, later changes.
// Each has a state that lives as long as it is open, and ends in one command.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/models/opportunity_page.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct NewRecordState {
  app::Form form;
  FormState fields;
  std::vector<app::Lookalike> looks;
  std::string typed_then;  // what `looks` answers
  std::string relationship;  // of an opportunity made directly (P-1, stage 1): "", "call" or "meeting" done now
  std::string override_reason;
  bool overriding = false;
  std::optional<Error> refused;  // the gate's answer to the last Save
};
// A warning when it looks like a record there is; saving opens the new page.
void draw_new_record(NewRecordState& state, const app::Forms& forms, IntentSink& sink);
// The main button of a list's page: says what it makes, and opens the dialog for it.
void create_button(Entity entity, IntentSink& sink);

struct DisqualifyState { std::string reason, note; bool tried = false; };
void draw_disqualify(LeadId lead, const std::string& title, const std::vector<app::Option>& reasons, DisqualifyState& state, IntentSink& sink);

struct ClosingState {
  std::string closed_on, reason, note, competitor, override_reason;
  bool overriding = false;
  Message error;   // of the date, empty = none
  FormState fields;
};
void draw_close_won(const app::StageRefusal& model, OpportunityId id, ClosingState& state, const app::Forms& forms, IntentSink& sink);
void draw_close_lost(const app::StageRefusal& model, OpportunityId id, const std::vector<app::Option>& reasons, ClosingState& state, const app::Forms& forms,
                     IntentSink& sink);
// P-1: names each missing item and lets it be filled in right there; or override with a reason.
void draw_stage_refused(const app::StageRefusal& model, OpportunityId id, StageId to, ClosingState& state, const app::Forms& forms, IntentSink& sink);

struct PartState {
  app::Form form;   // of a contact role or a line item
  FormState fields;
};
void draw_role_dialog(OpportunityId id, PartState& state, const app::Forms& forms, IntentSink& sink);
void draw_line_dialog(OpportunityId id, PartState& state, const app::Forms& forms, IntentSink& sink);

// Undo or Revert conversion met changes made since: what they are, and whether to go on all the same.
void draw_changed_since(const Error& error, const Intent& anyway, IntentSink& sink);

}  // namespace cohoi::views
