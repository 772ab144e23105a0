// Everything the page of one opportunity shows: the path of stages with what each still needs, roles, products, what came from the lead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/models/form.h"
#include "core/app/models/timeline.h"

namespace cohoi::app {

struct StageStep {
  StageId id;
  Label name;
  StageKind kind = StageKind::open;
  bool passed = false, current = false;
  std::vector<Label> missing;   // what entering it still needs (P-1)
  Label time;                   // spent there so far (P-3), empty = never
  bool imported_without_gate = false, overridden = false;
};

struct RoleRow {
  Id<ContactRole> id;
  std::string name, address;
  Label part;
  bool primary = false;
};

struct LineRow {
  Id<LineItem> id;
  std::string product, quantity, price, discount, total;
};

struct AnswerRow {
  Label question, answer;
  Tone tone = Tone::neutral;
  std::string evidence;
};

struct OpportunityPage {
  Opportunity opportunity;
  StageKind kind = StageKind::open;
  std::string title;
  std::vector<Chip> chips;          // stage, rotting, imported without gate, overridden, tags
  std::vector<Fact> facts;          // at a glance: amount, weighted, close date, days in stage, account, owner
  std::vector<Fact> closing_facts;  // of a closed one: why, when, where it was lost
  std::vector<FormField> details;   // every other field of the user's, edited in place
  std::vector<StageStep> path;
  std::vector<FormField> closing;   // the fields gates look at: needs, supplier, payment terms, contract …
  std::vector<RoleRow> roles;
  std::vector<LineRow> lines;
  std::string lines_total;
  std::optional<Money> lines_sum;   // where it is another amount than the opportunity's
  std::vector<AnswerRow> answers;   // taken over from the lead (C-8)
  Fact lead;                        // it came from
  std::string override_reason;      // C-0, P-1
  Timeline timeline;
};

[[nodiscard]] Result<OpportunityPage> opportunity_page(Session& session, Names& names, OpportunityId id);

// What a gate still misses, with the fields that fill each item in place.
struct StageRefusal {
  Label opportunity, stage;
  StageKind kind = StageKind::open;
  std::vector<GateItem> missing;
  std::vector<FormField> fields;   // saved as they are left
  bool needs_activity = false;     // a done call or meeting
  bool needs_role = false;         // a buyer or decision maker
};
[[nodiscard]] Result<StageRefusal> stage_refusal(Session& session, Names& names, OpportunityId id, StageId to);

}  // namespace cohoi::app
