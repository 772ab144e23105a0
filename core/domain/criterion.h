// The questions that tell a lead's quality, and their answers on one record.
#pragma once

#include "core/domain/activity.h"

namespace cohoi {

struct Criterion;
struct CriterionAnswer;
using CriterionId = Id<Criterion>;
using AnswerId = Id<CriterionAnswer>;

struct Criterion {
  static constexpr Entity entity = Entity::criterion;

  CriterionId id;
  std::string key;       // need, ability, timeframe, authority; a made-up key for the user's own
  std::string question;  // empty for the four built-in ones: their text comes from the strings
  CriterionKind kind = CriterionKind::essential;
  std::int64_t weight = 0;  // of the score, 0-100
  std::int64_t position = 0;
  bool retired = false;  // asked no more; answers given stay

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "key", .type = text, .written = Written::by_rule, .required = true}, r.key);
    visit(FieldInfo{.key = "question", .type = text}, r.question);
    visit(FieldInfo{.key = "kind", .type = choice, .choices = EnumNames<CriterionKind>::names}, r.kind);
    visit(FieldInfo{.key = "weight", .type = integer}, r.weight);
    visit(FieldInfo{.key = "position", .type = integer}, r.position);
    visit(FieldInfo{.key = "retired", .type = check}, r.retired);
  }
};

// At most one per (lead, criterion) and per (opportunity, criterion). On an opportunity it is what conversion took over (C-8).
struct CriterionAnswer {
  static constexpr Entity entity = Entity::answer;

  AnswerId id;
  LeadId lead_id;
  OpportunityId opportunity_id;
  std::string criterion;  // the key
  std::string question;   // as it was asked, for criteria of the user's own
  Answer answer = Answer::unknown;
  std::string evidence;             // a note …
  ActivityId evidence_activity_id;  // … or a linked activity (L-2)
  std::optional<Timestamp> answered_at;
  std::string answered_by;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "lead_id", .type = ref, .written = Written::by_rule, .ref = Entity::lead}, r.lead_id);
    visit(FieldInfo{.key = "opportunity_id", .type = ref, .written = Written::by_rule, .ref = Entity::opportunity}, r.opportunity_id);
    visit(FieldInfo{.key = "criterion", .type = text, .written = Written::by_rule, .required = true}, r.criterion);
    visit(FieldInfo{.key = "question", .type = text, .written = Written::by_rule}, r.question);
    visit(FieldInfo{.key = "answer", .type = choice, .choices = EnumNames<Answer>::names}, r.answer);
    visit(FieldInfo{.key = "evidence", .type = long_text}, r.evidence);
    visit(FieldInfo{.key = "evidence_activity_id", .type = ref, .ref = Entity::activity}, r.evidence_activity_id);
    visit(FieldInfo{.key = "answered_at", .type = timestamp, .written = Written::by_rule}, r.answered_at);
    visit(FieldInfo{.key = "answered_by", .type = text, .written = Written::by_rule}, r.answered_by);
  }
};

}  // namespace cohoi
