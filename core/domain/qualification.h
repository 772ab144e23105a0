// Is this lead an opportunity? The verdict over the criteria, with its explanation, and the gate of conversion (L-2, C-0).
#pragma once

#include <string>
#include <vector>

#include "core/domain/sales_records.h"

namespace cohoi {

// A criterion as it stands on one lead today.
struct Standing {
  Criterion criterion;
  Answer answer = Answer::unknown;  // after the expected month had its say
  // A note, a linked activity, or (timeframe) the expected month: a month given is itself what the customer said and when, so L-2
  // asks no second note for it.
  bool has_evidence = false;
  bool from_expected_month = false; // the user cannot answer by hand while a month is given
  const CriterionAnswer* given = nullptr;  // the stored answer, owned by the caller
};

struct Qualification {
  Verdict verdict = Verdict::incomplete;
  int score = 0;                      // 0-100; orders lists, never decides
  std::vector<Standing> standings;    // in the order of the criteria
  std::vector<std::string> missing;   // keys of essential criteria without an answer or without evidence, in order
  std::vector<std::string> no;        // keys of essential criteria answered No
  Message sentence;                   // "Incomplete: we don't know whether they can pay"
  std::optional<Message> next_question;  // best question to ask next; none when nothing is open
};

// The answer to `timeframe` that an expected month gives (DOMAIN table): Yes within `reasonable_months` of today's month, No beyond,
// Unknown once it has passed.
[[nodiscard]] Answer timeframe_answer(Month expected, Date today, int reasonable_months);

// `answers` belong to the lead and outlive the result; retired criteria are left out unless answered, and then decide nothing.
[[nodiscard]] Qualification qualify(const Lead& lead, const std::vector<Criterion>& criteria, const std::vector<CriterionAnswer>& answers,
                                    const Settings& settings, Date today);

// One thing that is wanting before a lead may become an opportunity (C-0).
enum class ConversionNeed : std::uint8_t { criterion_unknown, criterion_no, evidence, relationship, needs, stage_gate };
struct MissingForConversion {
  ConversionNeed need = ConversionNeed::relationship;
  std::string criterion;  // its key, for the first three; the GateItem's name for stage_gate
  Message message;        // names it
  bool operator==(const MissingForConversion&) const = default;
};

// Empty when the lead passes the gate. `activities` are the lead's.
[[nodiscard]] std::vector<MissingForConversion> missing_for_conversion(const Lead& lead, const Qualification& qualification,
                                                                       const std::vector<Activity>& activities, const Settings& settings);

// The four criteria that come with the product (keys, kinds, weights of DOMAIN.md); ids come from `ids`.
[[nodiscard]] std::vector<Criterion> default_criteria(Ids& ids);

// The message that names a criterion: the built-in text, or the user's question.
[[nodiscard]] Message criterion_name(const Criterion& criterion);

}  // namespace cohoi
