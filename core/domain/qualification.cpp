#include "core/domain/qualification.h"

#include <algorithm>
#include <array>

#include "core/base/stable_order.h"
#include "core/domain/verdict_sentence.h"

namespace cohoi {
namespace {

const CriterionAnswer* answer_to(const std::string& criterion, const std::vector<CriterionAnswer>& answers) {
  for (const CriterionAnswer& answer : answers)
    if (answer.criterion == criterion) return &answer;
  return nullptr;
}

Standing standing_of(const Lead& lead, const Criterion& criterion, const CriterionAnswer* given, const Settings& settings, Date today) {
  Standing standing{.criterion = criterion, .given = given};
  if (given) {
    standing.answer = given->answer;
    standing.has_evidence = !given->evidence.empty() || !given->evidence_activity_id.empty();
  }
  if (criterion.key == "timeframe" && lead.expected_purchase) {
    standing.answer = timeframe_answer(*lead.expected_purchase, today, settings.reasonable_months);
    standing.has_evidence = true;
    standing.from_expected_month = true;
  }
  return standing;
}

// Yes = weight. Weights the user made sum up to more than 100 are scaled, so that the score stays 0-100.
int score_of(const std::vector<Standing>& standings) {
  std::int64_t reached = 0;
  std::int64_t total = 0;
  for (const Standing& standing : standings) {
    if (standing.criterion.retired) continue;
    const std::int64_t weight = std::clamp<std::int64_t>(standing.criterion.weight, 0, 100);
    total += weight;
    if (standing.answer == Answer::yes) reached += weight;
  }
  if (total > 100) reached = (reached * 200 + total) / (total * 2);
  return static_cast<int>(reached);
}

}  // namespace

Answer timeframe_answer(Month expected, Date today, int reasonable_months) {
  const std::int32_t ahead = expected.months - Month::of(today).months;
  if (ahead < 0) return Answer::unknown;
  return ahead <= reasonable_months ? Answer::yes : Answer::no;
}

Qualification qualify(const Lead& lead, const std::vector<Criterion>& criteria, const std::vector<CriterionAnswer>& answers,
                      const Settings& settings, Date today) {
  Qualification result;
  result.standings.reserve(criteria.size());
  for (const Criterion& criterion : criteria) {
    const CriterionAnswer* given = answer_to(criterion.key, answers);
    if (criterion.retired && (!given || given->answer == Answer::unknown)) continue;
    result.standings.push_back(standing_of(lead, criterion, given, settings, today));
  }
  stable_order(result.standings, [](const Standing& a, const Standing& b) { return a.criterion.position < b.criterion.position; });
  for (const Standing& standing : result.standings) {
    // A retired question is history: it is shown, and decides nothing.
    if (standing.criterion.kind != CriterionKind::essential || standing.criterion.retired) continue;
    if (standing.answer == Answer::no) result.no.push_back(standing.criterion.key);
    const bool unproven = settings.evidence_required && standing.answer == Answer::yes && !standing.has_evidence;
    if (standing.answer == Answer::unknown || unproven) result.missing.push_back(standing.criterion.key);
  }
  result.verdict = !result.no.empty()        ? Verdict::unqualified
                   : !result.missing.empty() ? Verdict::incomplete
                                             : Verdict::qualified;
  result.score = score_of(result.standings);
  result.sentence = verdict_sentence(result, settings.evidence_required);
  result.next_question = next_question(result, settings.evidence_required);
  return result;
}

std::vector<MissingForConversion> missing_for_conversion(const Lead& lead, const Qualification& qualification,
                                                         const std::vector<Activity>& activities, const Settings& settings) {
  std::vector<MissingForConversion> missing;
  if (settings.gate_verdict) {
    for (const Standing& standing : qualification.standings) {
      const std::string& key = standing.criterion.key;
      const auto listed = [&](const std::vector<std::string>& keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
      const std::vector<Message> name{criterion_name(standing.criterion)};
      if (listed(qualification.no))
        missing.push_back({ConversionNeed::criterion_no, key, msg("missing.criterion_no", name)});
      else if (listed(qualification.missing) && standing.answer == Answer::unknown)
        missing.push_back({ConversionNeed::criterion_unknown, key, msg("missing.criterion_unknown", name)});
      else if (listed(qualification.missing))
        missing.push_back({ConversionNeed::evidence, key, msg("missing.evidence", name)});
    }
  }
  if (settings.gate_relationship && std::none_of(activities.begin(), activities.end(), builds_relationship))
    missing.push_back({ConversionNeed::relationship, {}, msg("missing.relationship")});
  if (settings.gate_needs && lead.needs.empty()) missing.push_back({ConversionNeed::needs, {}, msg("missing.needs")});
  return missing;
}

std::vector<Criterion> default_criteria(Ids& ids) {
  struct Row {
    const char* key;
    CriterionKind kind;
    std::int64_t weight;
  };
  constexpr std::array<Row, 4> rows{{{"need", CriterionKind::essential, 30},
                                     {"ability", CriterionKind::essential, 30},
                                     {"timeframe", CriterionKind::essential, 25},
                                     {"authority", CriterionKind::signal, 15}}};
  std::vector<Criterion> criteria;
  for (const Row& row : rows) {
    criteria.push_back({.id = ids.next_of<Criterion>(),
                        .key = row.key,
                        .kind = row.kind,
                        .weight = row.weight,
                        .position = static_cast<std::int64_t>(criteria.size())});
  }
  return criteria;
}

Message criterion_name(const Criterion& criterion) {
  if (criterion.question.empty()) return msg("criterion." + criterion.key);
  return msg("verbatim", criterion.question);
}

}  // namespace cohoi
