#include "core/domain/verdict_sentence.h"

namespace cohoi {
namespace {

// The expected month was given but is over: the question is open again, in other words.
bool month_passed(const Standing& standing) { return standing.from_expected_month && standing.answer == Answer::unknown; }

bool counts(const Standing& standing) { return standing.criterion.kind == CriterionKind::essential && !standing.criterion.retired; }

bool lacks_evidence(const Standing& standing, bool evidence_required) {
  return evidence_required && standing.answer == Answer::yes && !standing.has_evidence;
}

bool built_in(const Criterion& criterion) { return criterion.question.empty(); }

Message unknown_part(const Standing& standing) {
  if (month_passed(standing)) return msg("sentence.unknown.timeframe_passed");
  if (built_in(standing.criterion)) return msg("sentence.unknown." + standing.criterion.key);
  return msg("sentence.unknown.own", standing.criterion.question);
}

Message no_part(const Standing& standing) {
  if (built_in(standing.criterion)) return msg("sentence.no." + standing.criterion.key);
  return msg("sentence.no.own", standing.criterion.question);
}

Message yes_part(const Standing& standing) {
  if (built_in(standing.criterion)) return msg("sentence.yes." + standing.criterion.key);
  return msg("sentence.yes.own", standing.criterion.question);
}

Message question_part(const Standing& standing) {
  if (month_passed(standing)) return msg("next.timeframe_passed");
  if (built_in(standing.criterion)) return msg("next." + standing.criterion.key);
  return msg("next.own", standing.criterion.question);
}

}  // namespace

Message verdict_sentence(const Qualification& qualification, bool evidence_required) {
  std::vector<Message> unknown, no, yes, evidence;
  for (const Standing& standing : qualification.standings) {
    // A signal that is Yes strengthens the sentence; it is never what is missing.
    if (standing.criterion.retired) continue;
    if (standing.answer == Answer::yes) yes.push_back(yes_part(standing));
    if (!counts(standing)) continue;
    if (standing.answer == Answer::unknown) unknown.push_back(unknown_part(standing));
    if (standing.answer == Answer::no) no.push_back(no_part(standing));
    if (lacks_evidence(standing, evidence_required)) evidence.push_back(criterion_name(standing.criterion));
  }
  switch (qualification.verdict) {
    case Verdict::unqualified: return msg("sentence.unqualified", std::move(no));
    case Verdict::qualified:
      return yes.empty() ? msg("sentence.qualified.nothing_asked") : msg("sentence.qualified", std::move(yes));
    case Verdict::incomplete: break;
  }
  if (evidence.empty()) return msg("sentence.incomplete.unknown", std::move(unknown));
  if (unknown.empty()) return msg("sentence.incomplete.evidence", std::move(evidence));
  return msg("sentence.incomplete.both", std::move(unknown), std::move(evidence));
}

std::optional<Message> next_question(const Qualification& qualification, bool evidence_required) {
  if (qualification.verdict == Verdict::unqualified) return std::nullopt;
  const Standing* essential = nullptr;
  const Standing* evidence = nullptr;
  const Standing* signal = nullptr;
  const auto heavier = [](const Standing& one, const Standing* best) {
    return best == nullptr || one.criterion.weight > best->criterion.weight;
  };
  for (const Standing& standing : qualification.standings) {
    if (standing.criterion.retired) continue;
    const bool open = standing.answer == Answer::unknown;
    if (counts(standing)) {
      if (open && heavier(standing, essential)) essential = &standing;
      if (lacks_evidence(standing, evidence_required) && heavier(standing, evidence)) evidence = &standing;
    } else if (open && heavier(standing, signal)) {
      signal = &standing;
    }
  }
  if (essential) return question_part(*essential);
  if (evidence) return msg("next.evidence", std::vector<Message>{criterion_name(evidence->criterion)});
  if (signal) return question_part(*signal);
  return std::nullopt;
}

}  // namespace cohoi
