// The verdict in words: which answers led to it, what is missing, what to ask next.
#pragma once

#include "core/domain/qualification.h"

namespace cohoi {

// One of "Qualified…", "Incomplete…", "Unqualified…", from the verdict and standings already there.
[[nodiscard]] Message verdict_sentence(const Qualification& qualification, bool evidence_required);
// The unanswered essential question of the greatest weight, then missing evidence, then unanswered signals. Nothing for an
// unqualified lead: the next step is a decision, not a question.
[[nodiscard]] std::optional<Message> next_question(const Qualification& qualification, bool evidence_required);

}  // namespace cohoi
