// Everything a user (or import, or an embedding page) can change, as values. One command is one transaction and one step of undo.
// Checked and carried out by app::Dispatcher; the same planning answers `can_execute` and feeds `execute`.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/locale.h"
#include "core/domain/conversion.h"
#include "core/domain/merge.h"
#include "core/domain/stage_rules.h"

namespace cohoi::app {

struct RecordRef {
  Entity entity = Entity::lead;
  Uuid id;
  bool operator==(const RecordRef&) const = default;
};

// Creates (id empty) or edits a record through fields a user may write. Lead status, stages, closings, conversion have commands of their own.
// A new opportunity may name `stage_id` (P-1: gates up to it must pass).
struct SaveRecord {
  Entity entity = Entity::lead;
  Uuid id;
  std::vector<FieldValue> values;  // only what changes
};
// The same change to many; each answers for itself (as C-13): what may not be changed stops no other.
struct EditRecords { Entity entity = Entity::lead; std::vector<Uuid> ids; std::vector<FieldValue> values; };
struct TagRecords { Entity entity = Entity::lead; std::vector<Uuid> ids; Tags add, remove; };
struct DeleteRecords { Entity entity = Entity::lead; std::vector<Uuid> ids; };

// The first stays, the others become part of it (leads, contacts, accounts); choices count places in `ids`.
struct MergeRecords { Entity entity = Entity::lead; std::vector<Uuid> ids; std::vector<MergeChoice> choices; };
struct KeepApart { Entity entity = Entity::lead; std::vector<Uuid> ids; };  // no two of them are the same

struct MakeLead { ContactId contact_id; };  // L-1
struct AnswerCriterion {
  LeadId lead_id;
  std::string criterion;
  Answer answer = Answer::unknown;
  std::string evidence;
  ActivityId evidence_activity_id;
};
struct SetLeadStatus {  // not to converted; disqualified needs a reason
  std::vector<LeadId> lead_ids;
  LeadStatus status = LeadStatus::working;
  std::string reason, note;
};
struct ConvertLead { LeadId lead_id; ConversionChoice choice; };
struct ConvertLeads { std::vector<LeadId> lead_ids; std::string override_reason; };  // C-13, all with default targets
struct RevertConversion { LeadId lead_id; bool even_if_changed = false; };           // C-14

struct MoveStage { std::vector<OpportunityId> opportunity_ids; StageId to; std::string override_reason; };
struct CloseWon { OpportunityId opportunity_id; CloseAsWon how; std::string override_reason; };
struct CloseLost { OpportunityId opportunity_id; CloseAsLost how; };
struct Reopen { OpportunityId opportunity_id; };

// id empty; call, meeting, e-mail, note without due_at are logged as done now, unless they are still to do.
struct AddActivity { Activity activity; bool to_do = false; };
struct CompleteActivity { ActivityId activity_id; bool done = true; };
struct Reschedule { std::vector<ActivityId> activity_ids; std::optional<Timestamp> due_at; };  // open ones; empty = no date
struct SetRole { ContactRole role; };       // id empty = new (P-8)
struct RemoveRole { Id<ContactRole> role_id; };
struct SetLineItem { LineItem item; };      // id empty = new
struct RemoveLineItem { Id<LineItem> item_id; };

struct SaveStage { Stage stage; };                              // P-7, id empty = new, at `position`
struct DeleteStage { StageId stage_id; StageId move_to; };      // P-7
struct SaveSettings { Settings settings; };
// A list's view under a name (models/list_views.h); `request` is to_text of a ListRequest. Id empty = new.
struct SaveView { Uuid id; Entity entity = Entity::lead; std::string name, request; };
struct DeleteView { Uuid id; };
struct Reorder { RecordRef record; std::int64_t place = 0; };   // of a stage, criterion, choice or pipeline: its index in its own list
struct RenameTag { std::string from, to; };                     // on all records; `to` in use = the two become one, empty = taken off
struct LoadSampleData { Language language = Language::vi; };       // of what is written in the records
struct RemoveSampleData {};

using Command = std::variant<SaveRecord, EditRecords, TagRecords, DeleteRecords, MakeLead, AnswerCriterion, SetLeadStatus, ConvertLead, ConvertLeads,
                             RevertConversion, MoveStage, CloseWon, CloseLost, Reopen, AddActivity, CompleteActivity, SetRole, RemoveRole,
                             SetLineItem, RemoveLineItem, SaveStage, DeleteStage, SaveSettings, SaveView, DeleteView, LoadSampleData,
                             RemoveSampleData, Reorder, RenameTag, Reschedule, MergeRecords, KeepApart>;

// What was done. `result` holds each record's own answer for commands over several (C-13).
struct Outcome {
  Message done;                  // for the toast
  Uuid transaction;              // for its Undo; empty when nothing changed
  std::vector<RecordRef> made;   // new records, the most interesting first
  struct PerRecord { RecordRef record; std::string title; Status result; };
  std::vector<PerRecord> per_record;
};

}  // namespace cohoi::app
